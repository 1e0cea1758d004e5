import {
  helpedEpisode,
  identifiedEpisode,
  openEpisode,
  villageCommittee,
  county,
} from '@duban/policy/processes/household-monitoring/household-builder';
import type { CaseDeadline, TimelineEntry } from '@duban/contracts/answers/cases';
import { eliminationOf } from './elimination';
import { clockNotesOf, helpPlanOf, householdWords, visitsOf } from './household-file';
import { stagesOf } from './household-stages';

const deadline = (id: string, state: string, due: string, daysLeft = 0): CaseDeadline =>
  ({ id, state, due, daysLeft, what: '履行监测对象认定程序' }) as CaseDeadline;
const states = (line: ReturnType<typeof stagesOf>): string[] =>
  line.map(({ title, state, isLate }) => `${title} ${state}${isLate ? ' 逾期' : ''}`);

describe('clause A-2.1: the line of stages', () => {
  it('begins with the village review to come, late when its deadline is overdue only at the step that meets it', () => {
    const line = stagesOf(openEpisode().file(), [deadline('identification', 'overdue', '2026-07-16', -3)]);
    expect(states(line)).toEqual([
      '线索 done',
      '村级评议 current',
      '乡镇核查 waiting',
      '县级认定 waiting 逾期',
      '帮扶计划 waiting',
      '措施落实 waiting',
      '风险消除 waiting',
    ]);
    expect(line[1]?.remark).toContain('已逾期 3 天');
  });

  it('says of a late step by when it was due', () => {
    const episode = identifiedEpisode('2026-07-20');
    const line = stagesOf(episode.file(), [deadline('identification', 'met-late', '2026-07-16')]);
    expect(line.find(({ key }) => key === 'identified')).toMatchObject({
      on: '2026-07-20',
      isLate: true,
      remark: expect.stringContaining('7月16日'),
    });
    expect(line.find(({ key }) => key === 'planned')).toMatchObject({ state: 'current' });
  });

  it('waits for six stable months once measures are in place', () =>
    expect(stagesOf(helpedEpisode().file(), []).at(-1)).toMatchObject({
      key: 'eliminated',
      state: 'current',
      remark: expect.stringContaining('6 个月'),
    }));

  it('ends where the county finds no risk', () => {
    const episode = openEpisode();
    episode.say('notInclude', '2026-07-08', { reason: '收入稳定' }, county);
    expect(states(stagesOf(episode.file(), []))).toEqual(['线索 done', '不予纳入 done']);
  });

  it('shows help at once on the green channel', () => {
    const greenChannel = { event: '洪水', eventOn: '2026-07-01', reportedOn: null };
    const line = stagesOf(openEpisode({ opening: { greenChannel } }).file(), [
      deadline('first-help', 'due-today', '2026-07-02'),
    ]);
    expect(states(line).slice(0, 3)).toEqual(['线索 done', '首次帮扶 current', '村级评议 current']);
  });

  it('goes by corrected dates', () => {
    const episode = identifiedEpisode('2026-07-14');
    episode.say(
      'correct',
      '2026-07-16',
      { step: 'identified', correctedDate: '2026-07-15', reason: '录入有误' },
      county,
    );
    expect(stagesOf(episode.file(), []).find(({ key }) => key === 'identified')?.on).toBe('2026-07-15');
    expect(clockNotesOf(episode.file(), [])).toEqual([
      { on: '2026-07-16', words: expect.stringContaining('更正“县级认定”的日期为2026年7月15日') },
    ]);
  });
});

it('puts plan and measures into words', () =>
  expect(helpPlanOf(helpedEpisode().recorded())).toMatchObject({
    causes: ['因病'],
    planned: [{ kind: '开发式帮扶', type: '产业帮扶', what: '庭院经济', on: null }],
    inPlace: [{ kind: '开发式帮扶' }],
  }));

it('says what is known of the household, and nothing of what is not', () => {
  expect(householdWords(openEpisode().file())).toEqual([]);
  expect(householdWords(identifiedEpisode('2026-07-10').file())).toContainEqual({
    title: '劳动能力',
    words: '全劳动力',
  });
});

it('names the suspended deadline and the reason', () => {
  const episode = openEpisode({ settings: { suspensionAllowed: true } });
  episode.say('suspend', '2026-07-05', { reason: 'flood' }, { office: 'leading-group-office:140423' });
  episode.say('resume', '2026-07-09', {}, { office: 'leading-group-office:140423' });
  expect(clockNotesOf(episode.file(), []).map(({ words }) => words)).toEqual([
    '中止各项期限（防汛抗灾）',
    '恢复各项期限',
  ]);
});

const entry = (
  sequence: number,
  name: string,
  occurredOn: string,
  body: object,
  answer: unknown = null,
): TimelineEntry =>
  ({
    sequence,
    kind: 'act',
    name,
    occurredOn,
    by: villageCommittee,
    byName: '村委会',
    detail: { body, told: null, answer },
  }) as unknown as TimelineEntry;

it('keeps refused signatures with their reasons, in the order of days', () => {
  const found = { incomePerHeadYuan: 6900, threeGuaranteesSafe: true, waterSafe: true, rigidSpendingSolved: false };
  const entries = [
    entry(9, 'signElimination', '2027-02-01', { ...found, incomePerHeadYuan: 9800 }, { signed: 'signed', reasons: [] }),
    entry(8, 'signElimination', '2026-12-01', found, { signed: 'refused', reasons: ['刚性支出问题尚未解决'] }),
    entry(10, 'visit', '2027-02-02', { note: '稳定' }),
  ];
  expect(eliminationOf(entries)).toMatchObject([
    {
      on: '2026-12-01',
      outcome: 'refused',
      reasons: ['刚性支出问题尚未解决'],
      findings: expect.arrayContaining(['人均收入 6,900 元', '刚性支出尚未解决']),
    },
    { on: '2027-02-01', outcome: 'agreed' },
  ]);
  expect(visitsOf(entries)).toEqual({ count: 1, latest: [{ on: '2027-02-02', byName: '村委会', note: '稳定' }] });
});
