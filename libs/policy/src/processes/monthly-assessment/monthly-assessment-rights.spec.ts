import { codeOf, judgeBeginningOf } from '../../case/case-builder';
import { isInScope } from '../../case/scope';
import { builtAssessment, firstTownship, rosterOf } from './month-builder';
import { monthlyAssessment } from './monthly-assessment';

const county = { office: 'stationing-office:140423' };
const number = '襄驻办〔2026〕9号';
const score = (cadre: string, total: number) => ({ cadre, task: total, presence: total });
const sheet = { township: firstTownship, version: 2, scores: [score('C01', 90), score('C02', 80)], unscored: [] };

/** November 2026 with two cadres, scored on 3 December unless nothing came. */
const month = (more: { isScored?: boolean; isIssued?: boolean } = {}) => {
  const { isScored = true, isIssued = false } = more;
  const running = builtAssessment();
  running.say('rosterRead', '2026-12-01', rosterOf(firstTownship, 1, 2));
  if (isScored) running.say('sheetReceived', '2026-12-03', sheet);
  if (isIssued) running.say('issueBulletin', '2026-12-05', { number });
  return running;
};
type Month = ReturnType<typeof month>;
const offer = (running: Month, operation: string, today: string, by = county) =>
  monthlyAssessment.offer(running.file(), operation, { by, today });

describe('clause C-3.5: a month is its own county’s', () => {
  const correction = { ...score('C01', 70), reason: '计分有误', number: '10号' };
  const said: [string, string, object, () => Month][] = [
    ['issueTaskList', '2026-11-03', { items: [{ what: '走访' }] }, () => builtAssessment()],
    ['wait', '2026-12-08', { reason: '催报', until: '2026-12-09' }, () => month({ isScored: false })],
    ['issueBulletin', '2026-12-05', { number }, () => month()],
    ['correctScore', '2026-12-10', correction, () => month({ isIssued: true })],
  ];

  it.each(said)('%s: by its stationing office', (operation, on, body, running) =>
    expect(codeOf(running().say(operation, on, body, county))).toBe('admitted'),
  );

  it.each(said)('%s: by no other', (operation, on, body, running) => {
    for (const office of [
      'stationing-office:140425',
      'stationing-office:1404',
      'leading-group-office:140423',
      'party-committee:140423',
      'party-committee:140423100',
    ])
      expect(codeOf(running().say(operation, on, body, { office }))).toBe('NOT_ALLOWED');
  });

  it('is seen by its county and those above, by no township and no unit', () => {
    const sees = (office: string) => isInScope(monthlyAssessment.scope(month().file()), office);
    expect(['party-committee:140423', 'stationing-office:1404', 'province-group:14'].map(sees)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['stationing-office:140425', 'party-committee:140423100', 'dispatching-unit:140423:U1'].map(sees)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('begins with the cycle, never by an office, and not before its first day', () => {
    const opening = { county: '140423', month: '2026-11', cycle: 'cycle:14:2026' } as const;
    const open = (openedOn: string, more = {}) => judgeBeginningOf(monthlyAssessment, opening, { openedOn, ...more });
    expect(codeOf(open('2026-11-01', { by: county }))).toBe('NOT_ALLOWED');
    expect(codeOf(open('2026-11-01'))).toBe('admitted');
    expect(open('2026-10-31')).toMatchObject({ code: 'BEFORE_BEGINNING', field: 'occurredOn' });
  });
});

describe('D17: the task list is excused by the office above (原则上)', () => {
  const excuse = (office: string) =>
    codeOf(builtAssessment().say('excuseTaskList', '2026-11-04', { reason: '全县防汛' }, { office }));

  it.each([
    ['the city’s stationing office', 'stationing-office:1404', 'admitted'],
    ['the county’s own, which owes it', 'stationing-office:140423', 'NOT_ALLOWED'],
    ['another city’s', 'stationing-office:1405', 'NOT_ALLOWED'],
    ['the city’s leading-group office, of another line', 'leading-group-office:1404', 'NOT_ALLOWED'],
  ])('%s', (_title, office, code) => expect(excuse(office)).toBe(code));

  it('not once it is issued, and a second time only as a supplement', () => {
    const issued = builtAssessment();
    issued.say('issueTaskList', '2026-11-03', { items: [{ what: '走访' }] });
    expect(codeOf(issued.say('excuseTaskList', '2026-11-04', { reason: '全县防汛' }))).toBe('ALREADY_DONE');
    const excused = builtAssessment();
    excused.say('excuseTaskList', '2026-11-04', { reason: '全县防汛' });
    expect(excused.say('excuseTaskList', '2026-11-05', { reason: '全县防汛' })).toMatchObject({
      admitted: true,
      keep: false,
    });
  });
});

describe('clause C-3.5: between which days', () => {
  it('the bulletin: from the last score it lists', () =>
    expect(offer(month(), 'issueBulletin', '2026-12-05')).toMatchObject({
      isOffered: true,
      window: { first: { on: '2026-12-03' }, last: { on: '2026-12-05' } },
    }));

  it.each([
    ['2026-12-10', false],
    ['2026-12-11', true],
  ])('the bulletin without a township that is missing: after the days of grace (%s: %s)', (today, isOffered) =>
    expect(offer(month({ isScored: false }), 'issueBulletin', today)).toMatchObject({ isOffered }),
  );

  it('a second officer’s bulletin: not before the townships score', () => {
    const running = month({ isIssued: true });
    expect(codeOf(running.say('issueBulletin', '2026-11-30', { number: '10号' }))).toBe('BEFORE_BEGINNING');
    expect(running.say('issueBulletin', '2026-12-01', { number: '10号' })).toMatchObject({
      admitted: true,
      keep: false,
    });
  });

  it('waiting: not before the townships score', () => {
    const wait = (on: string) => month({ isScored: false }).say('wait', on, { reason: '催报', until: '2026-12-09' });
    expect(wait('2026-11-30')).toMatchObject({ code: 'BEFORE_BEGINNING', field: 'occurredOn' });
    expect(codeOf(wait('2026-12-01'))).toBe('admitted');
  });

  it('a correction: from the last bulletin', () => {
    const running = month({ isIssued: true });
    running.say('correctScore', '2026-12-10', { ...score('C01', 70), reason: '计分有误', number: '10号' });
    expect(offer(running, 'correctScore', '2026-12-20')).toMatchObject({
      isOffered: true,
      window: { first: { on: '2026-12-10' } },
    });
  });

  it('the task list: replaced or excused until the bulletin, as a supplement neither', () => {
    const closed = (operation: string, body: object) => {
      const running = month();
      running.say(operation, '2026-11-03', body);
      running.say('issueBulletin', '2026-12-05', { number });
      return codeOf(running.say(operation, '2026-12-06', body));
    };
    expect(closed('issueTaskList', { items: [{ what: '走访' }] })).toBe('CLOSED_PERIOD');
    expect(closed('excuseTaskList', { reason: '全县防汛' })).toBe('CLOSED_PERIOD');
  });

  it('what is no longer to be waited for, or can no longer be listed, is not offered', () => {
    expect(offer(month(), 'wait', '2026-12-05')).toMatchObject({ refusal: { code: 'CONDITIONS_NOT_MET' } });
    const running = month({ isIssued: true });
    for (const operation of ['wait', 'issueTaskList'])
      expect(offer(running, operation, '2026-12-06')).toMatchObject({ refusal: { code: 'CLOSED_PERIOD' } });
  });
});
