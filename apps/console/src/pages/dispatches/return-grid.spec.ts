import {
  addIndicator,
  emptyGrid,
  faultsOf,
  gridOf,
  nameIndicators,
  pasteDown,
  placesOf,
  removeIndicator,
} from './return-grid';

const places = ['140423100', '140423101', '140423102'];
const filled = () => {
  const grid = emptyGrid(places, ['应落实户']);
  grid.summary = '按计划推进';
  Object.assign(grid.places[0] ?? {}, {
    state: 'advancing',
    figures: [{ done: 3, of: 4 }],
    problems: [{ what: '档案不全', measure: '' }],
  });
  return grid;
};

it('only what is filled in is sent', () =>
  expect(placesOf(filled())).toEqual([
    {
      place: '140423100',
      state: 'advancing',
      figures: [{ name: '应落实户', done: 3, of: 4 }],
      problems: [{ what: '档案不全' }],
    },
  ]));

it('a sound grid has no faults; an empty one says what is missing', () => {
  expect(faultsOf(filled())).toEqual([]);
  expect(faultsOf(emptyGrid(places)).map(({ detail }) => detail)).toEqual([
    '至少填报一个地区。',
    '请写明每项指标的名称。',
    '请填写情况综述（至少 2 个字）。',
  ]);
});

it('half a pair, a missing state and nothing to be done are named with their place', () => {
  const grid = filled();
  Object.assign(grid.places[1] ?? {}, { figures: [{ done: 3, of: null }] });
  Object.assign(grid.places[2] ?? {}, { state: 'lagging', figures: [{ done: 0, of: 0 }] });
  expect(faultsOf(grid)).toEqual([
    { place: '140423101', detail: '请选择落实情况。' },
    { place: '140423101', detail: '完成数和应完成数应同时填写。' },
    { place: '140423102', detail: '应完成数应大于 0；没有任务的指标请留空。' },
  ]);
});

it('what was filed is found again for correction', () =>
  expect(placesOf(gridOf({ summary: '', places: placesOf(filled()) }, places))).toEqual(placesOf(filled())));

it('an indicator is added and removed for every place', () => {
  const grid = filled();
  addIndicator(grid);
  expect(grid.places.map(({ figures }) => figures.length)).toEqual([2, 2, 2]);
  removeIndicator(grid, 0);
  expect(grid.places[0]?.figures).toEqual([{ done: null, of: null }]);
});

it('the indicators of the time before are taken over, where none is named', () => {
  const grid = emptyGrid(places, ['']);
  nameIndicators(grid, ['户', '人']);
  expect([grid.indicators, grid.places.map(({ figures }) => figures.length)]).toEqual([
    ['户', '人'],
    [2, 2, 2],
  ]);
  nameIndicators(grid, ['亩']);
  expect(grid.indicators).toEqual(['户', '人']);
});

it('a column is pasted from a place downward, two columns fill both numbers, what is no number is told', () => {
  const grid = emptyGrid(places, ['户']);
  expect(pasteDown(grid, 1, 0, 'done', '1,200\t１５００\r\n无\t3\r\n9\t9\r\n')).toEqual(['无']);
  expect(grid.places.map(({ figures }) => figures[0])).toEqual([
    { done: null, of: null },
    { done: 1200, of: 1500 },
    { done: null, of: 3 },
  ]);
});
