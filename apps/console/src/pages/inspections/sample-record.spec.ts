import { commitmentOf } from '@duban/policy/processes/inspection/commitment';
import { drawSample } from '@duban/policy/processes/inspection/sample';
import { sha256 } from '@duban/policy/processes/inspection/sha256';
import type { PublishedSample } from '@duban/contracts/answers/supervision';
import { checksOf } from './sample-record';

const seed = '督导组内部掌握的种子-20261126';
const frame = ['01', '02', '03', '04', '05'].map((id) => ({ id: `C${id}`, stratum: '140423100' }));
const plan = { caseId: 'inspection:140423:flight-check:1', seedHash: sha256(seed), frame, size: 2, excludeMonths: 0 };
const record: PublishedSample = {
  ...plan,
  excluded: [],
  recordedAt: null,
  drawnAt: null,
  commitment: commitmentOf(plan),
  seed,
  publicValue: '大乐透第26130期',
  drawn: drawSample({ ...plan, excluded: [] }, seed, '大乐透第26130期'),
};
const same = (given: PublishedSample): boolean[] => checksOf(given).map(({ isSame }) => isSame);

it('a sound record comes out the same in everything', () => expect(same(record)).toEqual([true, true, true]));
it('another seed is found out', () =>
  expect(same({ ...record, seed: '另一个种子另一个种子另一个' })).toEqual([true, false, false]));
it('a name put in by hand is found out', () =>
  expect(same({ ...record, drawn: ['C01', 'C99'] })).toEqual([true, true, false]));
it('a frame changed after the commitment is found out', () =>
  expect(same({ ...record, frame: frame.slice(1) })[0]).toBe(false));

it('the commitment is looked for in the public list', () => {
  const published = {
    asOf: '2026-11-26T00:00:00.000Z',
    items: [{ commitment: record.commitment ?? '', recordedOn: '2026-11-20' }],
  };
  expect(checksOf(record, published)[1]).toMatchObject({ isSame: true, detail: '登记于2026年11月20日（周五）' });
  expect(checksOf(record, { ...published, items: [] })[1]).toMatchObject({ isSame: false });
});

it('before the draw only the commitment can be checked', () => {
  const { seed: _seed, drawn: _drawn, publicValue: _value, ...committed } = record;
  expect(same(committed)).toEqual([true]);
});
