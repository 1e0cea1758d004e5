import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../dates/civil-date';
import { codeOf, judgeBeginningOf } from '../../case/case-builder';
import type { HouseholdOperation } from './household-acts';
import { householdMonitoring } from './household-monitoring';
import {
  county,
  helpedEpisode,
  identifiedEpisode,
  inPlace,
  openEpisode,
  safe,
  builtOpening,
  builtPlan,
  township,
  villageCommittee,
  willing,
  withoutLabour,
} from './household-builder';

const admitted = { admitted: true, keep: true };
const refused = (code: string, clause: string) => ({ admitted: false, code, clause });

describe('clause A-2.1: identification within 15 days', () => {
  it('is due on the fifteenth day after the lead', () => {
    const { deadline } = openEpisode();
    expect(deadline('identification')).toMatchObject({
      due: '2026-07-16',
      owner: 'party-committee:140423100',
      line: 'leading-group',
      clause: 'A-2.1',
    });
  });
  it('goes from village review over township check to the county', () => {
    const { say, view } = openEpisode();
    expect(say('identify', '2026-07-02', willing)).toMatchObject(refused('WRONG_STAGE', 'A-2.1'));
    expect(say('townshipCheck', '2026-07-02', {}, township)).toMatchObject(refused('WRONG_STAGE', 'A-2.1'));
    expect(say('villageReview', '2026-07-02', {}, villageCommittee)).toMatchObject(admitted);
    expect(say('identify', '2026-07-02', willing)).toMatchObject(refused('WRONG_STAGE', 'A-2.1'));
    expect(say('townshipCheck', '2026-07-02', {}, township)).toMatchObject(admitted);
    expect(view()).toMatchObject({ stage: 'reported', stageName: '待认定' });
    expect(say('identify', '2026-07-02', willing)).toMatchObject(admitted);
    expect(view()).toMatchObject({ stage: 'identified' });
  });
  it('is met on the day it took place, however late it is recorded', () => {
    expect(identifiedEpisode('2026-07-16').deadline('identification')).toMatchObject({
      due: '2026-07-16',
      metOn: '2026-07-16',
    });
    expect(identifiedEpisode('2026-07-17').deadline('identification')).toMatchObject({
      due: '2026-07-16',
      metOn: '2026-07-17',
    });
  });
  it('refuses a step dated before the one before it', () => {
    const { say } = openEpisode();
    say('villageReview', '2026-07-05', {}, villageCommittee);
    expect(say('townshipCheck', '2026-07-04', {}, township)).toMatchObject(refused('TOO_EARLY', 'A-2.1'));
    expect(identifiedEpisode('2026-07-10').say('plan', '2026-07-09', builtPlan)).toMatchObject({
      ...refused('TOO_EARLY', 'A-2.1'),
      field: 'occurredOn',
    });
  });
  it('does not refuse an income above the guideline, and says that it is one', () => {
    const above = identifiedEpisode('2026-07-10');
    expect(above.view().stage).toBe('identified');
    const { say } = openEpisode();
    say('villageReview', '2026-07-02', {}, villageCommittee);
    say('townshipCheck', '2026-07-02', {}, township);
    expect(say('identify', '2026-07-02', { ...willing, incomePerHeadYuan: 7101 })).toMatchObject({
      ...admitted,
      told: expect.stringContaining('7100'),
    });
  });
  it('refuses a household wholly without labour that has labour', () => {
    const { say } = openEpisode();
    say('villageReview', '2026-07-02', {}, villageCommittee);
    say('townshipCheck', '2026-07-02', {}, township);
    expect(say('identify', '2026-07-02', { ...withoutLabour, labour: 'weak' })).toMatchObject({
      ...refused('INVALID_INPUT', 'A-2.1'),
      field: 'labour',
    });
  });
  it('ends 不予纳入 when no risk is found, and only before identification', () => {
    const { say, view } = openEpisode();
    expect(say('notInclude', '2026-07-09', { reason: '无返贫风险' })).toMatchObject(admitted);
    expect(view()).toMatchObject({
      stage: 'not-included',
      ended: { on: '2026-07-09', outcome: 'not-included', outcomeName: '不予纳入' },
      records: [],
    });
    expect(view().deadlines).toMatchObject([{ id: 'identification', metOn: '2026-07-09' }]);
    expect(identifiedEpisode('2026-07-10').say('notInclude', '2026-07-11', { reason: '无风险' })).toMatchObject(
      refused('WRONG_STAGE', 'A-2.1'),
    );
  });
  it('tells the second officer who did the step already', () => {
    const { say, view } = identifiedEpisode('2026-07-10');
    const before = view();
    expect(say('identify', '2026-07-11', willing)).toEqual({
      admitted: true,
      keep: false,
      told: '已于 2026-07-10 由乡村振兴局办结，本次登记作为补充记录。',
    });
    expect(view()).toEqual(before);
  });
  it('refuses another village and an unknown operation', () => {
    const { say, file } = openEpisode();
    expect(say('villageReview', '2026-07-02', {}, { office: 'village-committee:140423100202' })).toMatchObject(
      refused('NOT_ALLOWED', 'A-2.1'),
    );
    const act = { key: 'k', operation: 'sing', occurredOn: '2026-07-02', by: county, body: {} };
    expect(householdMonitoring.judge(file(), act, '2026-07-02')).toMatchObject(refused('INVALID_INPUT', 'A-0'));
  });
});

describe('clauses A-2.1 and B-3.2: plan within 10 days, measures within 25', () => {
  it('is due on the tenth and twenty-fifth day after identification', () => {
    const { deadline } = identifiedEpisode('2026-07-10');
    expect(deadline('plan')).toMatchObject({ due: '2026-07-20', owner: 'party-committee:140423100' });
    expect(deadline('measures')).toMatchObject({ due: '2026-08-04', owner: 'party-committee:140423100' });
  });
  it('is met by plan and measures', () => {
    const { deadline, view } = helpedEpisode();
    expect(deadline('plan')?.metOn).toBe('2026-07-12');
    expect(deadline('measures')?.metOn).toBe('2026-07-20');
    expect(view().stage).toBe('measures-in-place');
  });
  it('refuses measures without a plan', () => {
    expect(identifiedEpisode('2026-07-10').say('measures', '2026-07-20', inPlace)).toMatchObject(
      refused('WRONG_STAGE', 'A-2.1'),
    );
  });
  it.each([
    ['2026-07-20', '2026-08-04', 'from the plan on the last day'],
    ['2026-07-19', '2026-08-03', 'from the plan'],
    ['2026-07-10', '2026-07-25', 'from the plan on the day of identification'],
    ['2026-07-30', '2026-08-04', 'never later than 25 days from identification'],
  ])('runs from-plan: planned %s, due %s: %s', (planned, due) => {
    const { say, deadline } = identifiedEpisode('2026-07-10', willing, { settings: { measuresClock: 'from-plan' } });
    expect(deadline('measures')?.due).toBe('2026-08-04');
    say('plan', planned, builtPlan);
    expect(deadline('measures')?.due).toBe(due);
  });
  it('runs from-identification-15 for households owed industry or employment measures only', () => {
    const settings = { measuresClock: 'from-identification-15' } as const;
    expect(identifiedEpisode('2026-07-10', willing, { settings }).deadline('measures')).toMatchObject({
      due: '2026-07-25',
      clause: 'B-3.2',
    });
    const other = identifiedEpisode('2026-07-10', withoutLabour, { settings });
    expect(other.deadline('measures')).toMatchObject({ due: '2026-08-04', clause: 'A-2.1' });
    other.say('plan', '2026-07-12', builtPlan);
    expect(other.deadline('measures')?.due).toBe('2026-07-25');
  });
});

describe('clause B-3.2: development measures', () => {
  const safetyNet = {
    measures: [{ kind: 'safety-net', type: 'subsistence-allowance', what: '纳入低保' }],
    tagged: true,
  };
  const planned = (labour: 'full' | 'half' | 'weak' | 'none', wishesToWork: boolean) => {
    const episode = identifiedEpisode('2026-07-10', { labour, wishesToWork, wholeHouseholdWithoutLabour: false });
    episode.say('plan', '2026-07-12', builtPlan);
    return episode;
  };
  it.each(['full', 'half', 'weak'] as const)('refuses measures without one for willing %s labour', (labour) => {
    const { say, view } = planned(labour, true);
    expect(say('measures', '2026-07-20', safetyNet)).toMatchObject({
      ...refused('CONDITIONS_NOT_MET', 'B-3.2'),
      field: 'measures',
    });
    expect(view().stage).toBe('planned');
    expect(say('measures', '2026-07-20', inPlace)).toMatchObject(admitted);
  });
  it.each(['half', 'weak'] as const)('asks for a recorded attempt for %s labour without the wish', (labour) => {
    expect(planned(labour, false).say('measures', '2026-07-20', safetyNet)).toMatchObject({
      ...admitted,
      told: expect.stringContaining('探索落实开发式帮扶措施'),
    });
    expect(
      planned(labour, false).say('measures', '2026-07-20', { ...safetyNet, developmentAttempt: '已推荐岗位' }),
    ).toEqual(admitted);
  });
  it('asks nothing of a household without labour but the tag', () => {
    expect(planned('none', false).say('measures', '2026-07-20', safetyNet)).toEqual(admitted);
    expect(planned('none', false).say('measures', '2026-07-20', { ...safetyNet, tagged: false })).toMatchObject({
      told: expect.stringContaining('标注'),
    });
  });
  it('keeps a second record only when it adds something', () => {
    const { say, view } = planned('half', false);
    say('measures', '2026-07-20', { ...safetyNet, tagged: false });
    expect(say('measures', '2026-07-22', { ...safetyNet, tagged: false })).toMatchObject({
      keep: false,
      told: expect.stringContaining('2026-07-20'),
    });
    expect(say('measures', '2026-07-23', inPlace)).toMatchObject(admitted);
    expect(view().listed).toMatchObject({ tagged: true, lacksDevelopmentMeasure: false });
    expect(view().deadlines.find(({ id }) => id === 'measures')?.metOn).toBe('2026-07-20');
  });
});

describe('clause B-3.2: green channel', () => {
  const greenChannel = { event: '洪灾', eventOn: '2026-07-01', reportedOn: '2026-07-05' };
  const flood = () => openEpisode({ opening: { greenChannel, kind: 'sudden-hardship' } });
  it('lets first help precede the lead, due on the day after the event', () => {
    const { say, deadline } = flood();
    expect(deadline('first-help')).toMatchObject({ due: '2026-07-02', trigger: '2026-07-01', clause: 'B-3.2' });
    expect(say('firstHelp', '2026-07-03', { what: '发放救灾物资' }, township)).toMatchObject(admitted);
    expect(deadline('first-help')?.metOn).toBe('2026-07-03');
    expect(say('firstHelp', '2026-07-01', { what: '转移安置' }, villageCommittee)).toMatchObject(admitted);
    expect(deadline('first-help')?.metOn).toBe('2026-07-01');
    expect(say('firstHelp', '2026-07-01', { what: '送医' }, county)).toMatchObject({ keep: false });
  });
  it('keeps the clocks of identification from the lead and of the plan from identification', () => {
    const { say, deadline } = flood();
    expect(deadline('identification')?.due).toBe('2026-07-20');
    expect(say('villageReview', '2026-07-04', {}, villageCommittee)).toMatchObject(refused('TOO_EARLY', 'A-2.1'));
    say('villageReview', '2026-07-05', {}, villageCommittee);
    say('townshipCheck', '2026-07-06', {}, township);
    say('identify', '2026-07-20', willing);
    expect(deadline('plan')?.due).toBe('2026-07-30');
  });
  it('orders the county bureau to organize help', () => {
    expect(flood().view().notices).toMatchObject([
      { key: 'green-channel', to: 'revitalization-bureau:140423', kind: 'order', on: '2026-07-01' },
    ]);
  });
  it('keeps help without a stated event, and asks for the event', () => {
    expect(openEpisode().say('firstHelp', '2026-07-02', { what: '慰问' })).toMatchObject({
      ...admitted,
      told: expect.stringContaining('发生日期'),
    });
  });
  it.each([
    [{ ...greenChannel }, '2026-07-02', 'OUT_OF_RANGE'],
    [{ ...greenChannel, reportedOn: '2026-06-30' }, '2026-07-01', 'OUT_OF_RANGE'],
    [{ ...greenChannel, reportedOn: '2026-07-07' }, '2026-07-01', 'FUTURE_DATE'],
  ])('refuses to open %j on %s: %s', (channel, openedOn, code) => {
    expect(
      judgeBeginningOf(
        householdMonitoring,
        { ...builtOpening, greenChannel: channel },
        { openedOn, today: '2026-07-06' },
      ),
    ).toMatchObject(refused(code, 'B-3.2'));
  });
  it('opens on the day of the event', () => {
    expect(
      judgeBeginningOf(
        householdMonitoring,
        { ...builtOpening, greenChannel },
        { openedOn: '2026-07-01', today: '2026-07-06' },
      ),
    ).toMatchObject(admitted);
  });
});

describe('clause A-2.1: episodes', () => {
  const judgeOpening = (opening: object, openedOn = '2026-07-01') =>
    judgeBeginningOf(householdMonitoring, { ...builtOpening, ...opening }, { openedOn, today: '2026-07-01' });
  it('refuses a second episode while the first has not ended', () => {
    expect(judgeOpening({ previousOpen: 'household:140423100:H1:1' })).toMatchObject(refused('ALREADY_DONE', 'A-2.1'));
  });
  it('links a relapse and begins not before the end of the episode before', () => {
    const relapse = { episode: 2, relapseOf: 'household:140423100:H1:1', previousEndedOn: '2026-06-30' };
    expect(judgeOpening(relapse, '2026-06-29')).toMatchObject(refused('BEFORE_BEGINNING', 'A-2.1'));
    expect(judgeOpening(relapse, '2026-06-30')).toMatchObject(admitted);
    expect(openEpisode({ opening: relapse }).view().listed).toMatchObject({
      episode: 2,
      relapseOf: 'household:140423100:H1:1',
    });
  });
  it('is a village’s own to report: no village reports another’s household, none a household that is monitored', () => {
    const by = { office: 'village-committee:140423100202' };
    const foreign = judgeBeginningOf(householdMonitoring, builtOpening, { openedOn: '2026-07-01', by });
    expect(foreign).toMatchObject(refused('NOT_ALLOWED', 'A-2.1'));
    const open = { ...builtOpening, previousOpen: 'household:140423100:H1:1' };
    expect(judgeBeginningOf(householdMonitoring, open, { openedOn: '2026-07-01', by })).toEqual(foreign);
    const offices = [villageCommittee, township, county, { office: 'department:140423:civil-affairs' }];
    expect(
      offices.map((by) => codeOf(judgeBeginningOf(householdMonitoring, builtOpening, { openedOn: '2026-07-01', by }))),
    ).toEqual(['admitted', 'admitted', 'admitted', 'admitted']);
  });
  it.each(['0000-01-01', '1900-01-01', '2023-07-10'])(
    'refuses to open on %s, before the plan was issued',
    (openedOn) => {
      expect(judgeOpening({}, openedOn)).toMatchObject(refused('BEFORE_BEGINNING', 'A-2.1'));
    },
  );
  it('is nobody’s of another place: other townships, counties, villages, whatever the operation', () => {
    const { say } = helpedEpisode();
    for (const [operation, office] of [
      ['visit', 'village-party-secretary:140423100202'],
      ['firstHelp', 'village-committee:140423100202'],
      ['signElimination', 'village-committee:140423101201'],
      ['measures', 'party-committee:140423101'],
      ['measures', 'department:140429:water'],
      ['end', 'revitalization-bureau:140429'],
    ] as const)
      expect(say(operation, '2026-07-25', {}, { office, person: 'P7' })).toMatchObject({ code: 'NOT_ALLOWED' });
  });
  it('refuses to open in the future', () => {
    expect(judgeOpening({}, '2026-07-02')).toMatchObject(refused('FUTURE_DATE', 'A-2.1'));
  });
  it.each([
    ['moved-away', '迁出'],
    ['death', '死亡'],
  ])('ends by %s and drops what was still owed', (cause, outcomeName) => {
    const { say, view } = identifiedEpisode('2026-07-10');
    expect(say('end', '2026-07-15', { cause, reason: '户籍已注销' }, township)).toMatchObject(admitted);
    expect(view()).toMatchObject({ stage: 'ended', ended: { on: '2026-07-15', outcome: cause, outcomeName } });
    expect(view().deadlines.map(({ id, metOn, dropped }) => [id, metOn ?? dropped?.on])).toEqual([
      ['identification', '2026-07-10'],
      ['plan', '2026-07-15'],
      ['measures', '2026-07-15'],
    ]);
  });
  it('registers the household with its features', () => {
    const { view } = openEpisode({ opening: { features: ['disability'], settlement: true } });
    expect(view().records).toEqual([
      {
        table: 'household',
        key: 'household:140423100:H1:1',
        row: { household: 'H1', village: '140423100201', kind: 'marginal', settlement: true, watched: true },
      },
    ]);
  });
  it('keeps visits out of the state', () => {
    expect(openEpisode().say('visit', '2026-07-02', {}, villageCommittee)).toEqual({ admitted: true, keep: false });
  });
});

describe('clause A-2.1: households wholly without labour are tracked long-term', () => {
  it('reviews every six months, from identification and from the last review', () => {
    const { say, view, deadline } = helpedEpisode(withoutLabour);
    expect(view()).toMatchObject({ stage: 'tracked-long-term', listed: { longTerm: true } });
    expect(deadline('review:1')?.due).toBe('2027-01-10');
    expect(say('review', '2026-12-31', {}, township)).toMatchObject(admitted);
    expect(say('review', '2026-12-31', {}, county)).toMatchObject({ keep: false });
    expect(deadline('review:1')).toMatchObject({ metOn: '2026-12-31' });
    expect(deadline('review:2')).toMatchObject({ due: '2027-06-30', trigger: '2026-12-31' });
  });
  it('is lifted by a change of labour, and begins again with another', () => {
    const { say, view } = helpedEpisode(withoutLabour);
    expect(say('changeCapacity', '2026-09-01', willing, township)).toMatchObject(admitted);
    expect(view()).toMatchObject({ stage: 'measures-in-place', listed: { longTerm: false } });
    expect(view().deadlines.find(({ id }) => id === 'review:1')).toMatchObject({ dropped: { on: '2026-09-01' } });
    expect(say('review', '2026-09-01', {}, township)).toMatchObject(refused('WRONG_STAGE', 'A-2.1'));
    expect(say('review', '2026-08-31', {}, township)).toMatchObject(admitted);
    say('changeCapacity', '2026-10-01', withoutLabour, township);
    expect(
      view()
        .deadlines.filter(({ id }) => id.startsWith('review'))
        .map(({ trigger, metOn, dropped }) => [trigger, metOn ?? dropped?.on]),
    ).toEqual([
      ['2026-07-10', '2026-08-31'],
      ['2026-08-31', '2026-09-01'],
      ['2026-10-01', undefined],
    ]);
  });
  it('changes labour of identified households only, not before identification', () => {
    expect(openEpisode().say('changeCapacity', '2026-07-02', willing)).toMatchObject(refused('WRONG_STAGE', 'A-2.1'));
    expect(identifiedEpisode('2026-07-10').say('changeCapacity', '2026-07-09', willing)).toMatchObject(
      refused('TOO_EARLY', 'A-2.1'),
    );
  });
});

describe('clause A-2.1: the order of recording never changes the outcome', () => {
  const long = () => {
    const { say, recordedAs, view } = helpedEpisode(withoutLabour, {
      opening: { greenChannel: { event: '火灾', eventOn: '2026-07-01', reportedOn: '2026-07-03' } },
      settings: { measuresClock: 'from-plan' },
    });
    say('firstHelp', '2026-07-02', { what: '救助' });
    say('review', '2027-01-05');
    say('correct', '2027-01-06', { step: 'identified', correctedDate: '2026-07-11', reason: '笔误' }, county);
    say('changeCapacity', '2027-02-01', willing);
    say('correct', '2027-02-02', { step: 'identified', correctedDate: '2026-07-12', reason: '再次更正' }, county);
    say('correct', '2027-02-03', { step: 'measures', correctedDate: '2026-07-21', reason: '笔误' }, county);
    say('changeCapacity', '2027-03-01', withoutLabour);
    say('review', '2027-04-01');
    return { recordedAs, view };
  };
  it('gives the same view for the same dated facts in any order', () => {
    const { recordedAs, view } = long();
    const expected = view();
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(13).keys()], { minLength: 13 }), (order) => {
        expect(recordedAs(order)).toEqual(expected);
      }),
    );
    expect(expected.deadlines.map(({ id, metOn }) => [id, metOn])).toEqual([
      ['first-help', '2026-07-02'],
      ['identification', '2026-07-12'],
      ['plan', '2026-07-12'],
      ['measures', '2026-07-21'],
      ['review:1', '2027-01-05'],
      ['review:2', undefined],
      ['review:3', '2027-04-01'],
      ['review:4', undefined],
    ]);
  });
  it('holds for any facts at all, sensible or not', () => {
    const bodies = fc.constantFrom<[HouseholdOperation, object]>(
      ['identify', willing],
      ['identify', withoutLabour],
      ['plan', builtPlan],
      ['measures', inPlace],
      ['firstHelp', { what: '救助' }],
      ['review', {}],
      ['changeCapacity', willing],
      ['changeCapacity', withoutLabour],
      ['signElimination', safe],
      ['correct', { step: 'identified', correctedDate: '2026-07-11', reason: '笔误' }],
      ['correct', { step: 'first-help', correctedDate: '2027-01-11', reason: '笔误' }],
      ['suspend', { reason: 'flood' }],
      ['suspend', { deadline: 'plan', reason: 'flood' }],
      ['resume', {}],
      ['extend', { deadline: 'plan', days: 5, reason: '汛期' }],
      ['end', { cause: 'death', reason: '去世' }],
    );
    const facts = fc.uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 300 }), said: bodies }), {
      selector: ({ day }) => day,
      maxLength: 20,
    });
    const shuffled = facts.chain((inOrder) =>
      fc.tuple(fc.constant(inOrder), fc.shuffledSubarray(inOrder, { minLength: inOrder.length })),
    );
    const viewOf = (said: readonly { day: number; said: [HouseholdOperation, object] }[]) =>
      householdMonitoring.view({
        ...openEpisode().file(),
        acts: said.map(({ day, said: [operation, body] }, index) => {
          const occurredOn = addDays('2026-07-01', day);
          return {
            key: `${day}`,
            operation,
            occurredOn,
            by: county,
            body,
            sequence: index + 1,
            recordedAt: '2027-12-31T00:00:00Z',
          };
        }),
      });
    fc.assert(fc.property(shuffled, ([inOrder, otherwise]) => expect(viewOf(otherwise)).toEqual(viewOf(inOrder))));
  });
  it('leaves out what is dated after the end, though recorded before it', () => {
    const { say, view } = helpedEpisode();
    say('end', '2026-07-15', { cause: 'moved-away', reason: '迁往外县' });
    expect(view().deadlines.find(({ id }) => id === 'measures')).toMatchObject({ dropped: { on: '2026-07-15' } });
  });
});
