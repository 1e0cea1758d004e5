import type { Territory } from '../../base/office';
import type { Consequence } from '../../case/case';
import { buildCase } from '../../case/case-builder';
import { chinaCalendar } from '../../dates/china-calendar';
import { computeDeadline, type DeadlineSpec } from '../../dates/deadline';
import { dutySheet } from '../duty-sheet/duty-sheet';
import { cadrePosting } from './cadre-posting';
import { act, builtOpening, moved, postingFile, township, type BuiltAct } from './posting-builder';

const unit = 'dispatching-unit:140423:U07';
const cycle = { from: '2030-01-01', to: '2030-12-31' };
const opening = { unit, senderLevel: 'county', postedOn: '2030-01-01', asksCycles: true } as const;
const books = (on: string, ...territories: string[]): BuiltAct =>
  act(
    'cyclesRead',
    on,
    territories.map((territory) => `duty-book:${territory}:2030`),
    'system',
  );
const training = (on: string, level: 'county' | 'township' = 'county', days = 12): BuiltAct =>
  act('training', on, { days, level }, township);
const sales = (on: string, yuan: number): BuiltAct => act('salesHelp', on, { yuan }, unit);

const toldBy = (acts: readonly BuiltAct[]) =>
  cadrePosting
    .view({ ...postingFile(acts, { opening }), openedOn: '2030-01-01' })
    .consequences.filter((one): one is Extract<Consequence, { kind: 'tell' }> => one.kind === 'tell')
    .filter(({ operation }) => operation === 'dutyDone');
const asksOf = (acts: readonly BuiltAct[]) =>
  cadrePosting
    .view({ ...postingFile(acts, { opening }), openedOn: '2030-01-01' })
    .consequences.flatMap((one) => (one.kind === 'ask' ? [`${one.body.territory} ${one.on}`] : []));

/** A year's sheet that hears what the posting tells it. */
function sheetOf(territory: Territory, told: readonly Extract<Consequence, { kind: 'tell' }>[]) {
  const caseId = `duties:${territory}:2030` as const;
  const { village } = builtOpening;
  const sheet = buildCase(dutySheet, {
    caseId,
    openedOn: '2030-01-01',
    opening: { territory, cadence: 'year', period: '2030', ...cycle, cycle, book: `duty-book:${territory}:2030` },
  });
  const there = { from: '2030-01-01', to: null };
  const cadre = { cadre: 'C1', postingCase: 'posting:140423100:C1:1', township: '140423100', role: 'member' };
  if (territory.length === 9) sheet.say('rosterRead', '2030-01-01', [{ ...cadre, village, unit, ...there }]);
  else sheet.say('unitsRead', '2030-01-01', [{ unit, village, ...there }]);
  for (const { on, operation, body } of told.filter((one) => one.caseId === caseId)) sheet.say(operation, on, body);
  return sheet;
}

describe('case 83 (C-2.2.e, C-2.4.l, D7): recorded on the posting, once', () => {
  const acts = [
    training('2030-08-20'),
    sales('2030-08-21', 10_000),
    books('2030-08-20', '140423100'),
    books('2030-08-21', '140423'),
  ];
  const metOf = (territory: string, id: string, said: readonly BuiltAct[]) => {
    const spec = sheetOf(territory, toldBy(said))
      .view()
      .deadlines.find((one) => one.id === id) as DeadlineSpec;
    return computeDeadline(spec, chinaCalendar);
  };

  it('both yearly lines are done on those days: no reminder in December, nothing overdue on 1 Jan 2031', () => {
    expect(metOf('140423100', 'training@2030', acts)).toMatchObject({ metOn: '2030-08-20', due: '2030-12-31' });
    expect(metOf('140423', `county-sales-help@2030~${unit}`, acts)).toMatchObject({ metOn: '2030-08-21' });
  });

  it('11.9 days, or 9,999.99 yuan, leave them open', () => {
    const short = [training('2030-08-20', 'county', 11.9), sales('2030-08-21', 9999.99), ...acts.slice(2)];
    expect(metOf('140423100', 'training@2030', short).metOn).toBeUndefined();
    expect(metOf('140423', `county-sales-help@2030~${unit}`, short).metOn).toBeUndefined();
  });

  it('training of before the cycle is told as soon as there is one', () => {
    const early = [training('2030-03-20')];
    const ofTownship = (acts: readonly BuiltAct[]) => asksOf(acts).filter((asked) => asked.startsWith('140423100 '));
    expect(ofTownship(early)).toEqual(['140423100 2030-03-20']);
    const none = [...early, books('2030-03-20')];
    expect(ofTownship(none)).toEqual(['140423100 2030-03-20', '140423100 2030-04-01']);
    expect(toldBy(none)).toEqual([]);
    expect(toldBy([...none, books('2030-04-01', '140423100')])).toMatchObject([
      { caseId: 'duties:140423100:2030', on: '2030-03-20', body: { duty: 'training', ower: 'C1', amount: 12 } },
    ]);
  });

  it('tells every cycle of the day', () => {
    const two = [training('2030-08-20'), books('2030-08-20', '140423100', '140423100')];
    expect(toldBy(two)).toHaveLength(1);
    const both = act('cyclesRead', '2030-08-20', ['duty-book:140423100:2030', 'duty-book:140423100:2030:B'], 'system');
    expect(toldBy([training('2030-08-20'), both]).map(({ caseId }) => caseId)).toEqual([
      'duties:140423100:2030',
      'duties:140423100:2030:B',
    ]);
  });

  it('a year’s line goes with the cadre to the township he moves to (D3)', () => {
    const after = [
      ...acts.slice(0, 1),
      moved('2030-11-16', '140423101201'),
      books('2030-08-20', '140423100', '140423101'),
    ];
    expect(toldBy(after).map(({ caseId }) => caseId)).toEqual(['duties:140423101:2030']);
  });
});

describe('case 31 (C-2.2.e): what a township organised', () => {
  it('is told as its daily training of the month (C-2.2.f), not as the cadre’s', () => {
    const acts = [training('2030-08-20', 'township'), books('2030-08-20', '140423100')];
    expect(toldBy(acts)).toMatchObject([{ caseId: 'duties:140423100:2030-08', body: { duty: 'daily-training' } }]);
    expect(toldBy(acts)[0]?.body).not.toHaveProperty('ower');
  });
});

describe('case 33 (C-2.2.b): what the county held', () => {
  it('is told to the county’s own line for this cadre; what the city held is not', () => {
    const told = (level: 'county' | 'city') =>
      toldBy([act('training', '2030-05-20', { days: 3, level }, township), books('2030-05-20', '140423')]);
    expect(told('county')).toMatchObject([
      { caseId: 'duties:140423:2030', body: { duty: 'county-training', ower: 'C1' }, on: '2030-05-20' },
    ]);
    expect(told('city')).toEqual([]);
  });
});
