import { describe, expect, it } from '@jest/globals';
import { commonOperations } from '@duban/policy/case/common-operations';
import { householdOperations } from '@duban/policy/processes/household-monitoring/household-operations';
import type { PreviousCase } from './operation';
import { households, type ReportBody } from './households';

const report: ReportBody = { householdId: 'H1', village: '140423100201', kind: 'marginal', source: 'cadre-check' };
const opening = households.opening;
const openingOf = (body: ReportBody, previous: PreviousCase | null = null) => opening?.opening(body as never, previous);
const previous: PreviousCase = {
  caseId: 'household:140423100:H1:1',
  number: 1,
  openedOn: '2026-01-01',
  endedOn: '2026-06-01',
  outcome: 'eliminated',
};
const accepts = (operation: string, body: unknown) => households.operations[operation]?.body.safeParse(body).success;

describe('clause A-2.1: a lead opens an episode', () => {
  it('belongs to the township, numbered by household', () => {
    expect(opening?.subject(report as never)).toEqual({ territory: '140423100', subject: ['H1'] });
  });
  it('takes the body over and begins with the first episode', () => {
    expect(openingOf({ ...report, features: ['disability', 'disability'] })).toEqual({
      household: 'H1',
      village: '140423100201',
      kind: 'marginal',
      settlement: false,
      source: 'cadre-check',
      greenChannel: null,
      features: ['disability'],
      note: null,
      episode: 1,
      relapseOf: null,
      previousOpen: null,
      previousEndedOn: null,
    });
  });
  it('links a relapse after elimination only', () => {
    expect(openingOf(report, previous)).toMatchObject({
      episode: 2,
      relapseOf: previous.caseId,
      previousOpen: null,
      previousEndedOn: '2026-06-01',
    });
    expect(openingOf(report, { ...previous, outcome: 'not-included' })).toMatchObject({ episode: 2, relapseOf: null });
  });
  it('names the episode that is still open', () => {
    expect(openingOf(report, { ...previous, endedOn: null, outcome: null })).toMatchObject({
      previousOpen: previous.caseId,
      relapseOf: null,
    });
  });
  it('keeps the day of the event and of the lead apart', () => {
    expect(openingOf({ ...report, greenChannel: { event: '洪灾', eventOn: '2026-07-01' } })).toMatchObject({
      greenChannel: { event: '洪灾', eventOn: '2026-07-01', reportedOn: null },
    });
  });
  it.each([
    [{ ...report, village: '140423100' }],
    [{ ...report, kind: 'rich' }],
    [{ ...report, source: 'rumour' }],
    [{ ...report, householdId: '张三' }],
    [{ ...report, unknown: 1 }],
    [{ ...report, greenChannel: { event: '洪灾', eventOn: '2026-02-30' } }],
  ])('refuses %j', (body) => {
    expect(opening?.body.safeParse(body).success).toBe(false);
    expect(opening?.body.safeParse(report).success).toBe(true);
  });
});

describe('clause A-2.1: operations', () => {
  it('are those the process knows', () => {
    expect(Object.keys(households.operations).sort()).toEqual(
      Object.keys({ ...householdOperations, ...commonOperations }).sort(),
    );
  });
  it('are open to somebody each, the county bureau alone approving', () => {
    for (const { by } of Object.values(households.operations)) expect(by.length).toBeGreaterThan(0);
    for (const name of ['identify', 'notInclude', 'eliminate'])
      expect(households.operations[name]?.by).toEqual([{ kind: 'revitalization-bureau', level: 'county' }]);
    for (const name of ['suspend', 'resume', 'extend'])
      expect(households.operations[name]?.by).toEqual([{ kind: 'leading-group-office', level: 'county' }]);
  });
  it.each([
    [
      'identify',
      { labour: 'half', wishesToWork: true, wholeHouseholdWithoutLabour: false },
      { labour: 'half', wishesToWork: true },
    ],
    [
      'plan',
      { causes: ['因病'], measures: [{ kind: 'development', type: 'industry', what: '养蜂' }] },
      { causes: [], measures: [] },
    ],
    [
      'measures',
      { measures: [{ kind: 'safety-net', type: 'care', what: '兜底' }], tagged: true },
      { measures: [{ kind: 'gift', type: 'care', what: '兜底' }] },
    ],
    [
      'eliminate',
      { incomePerHeadYuan: 7100.5, threeGuaranteesSafe: true, waterSafe: true, rigidSpendingSolved: true },
      { incomePerHeadYuan: -1, threeGuaranteesSafe: true, waterSafe: true, rigidSpendingSolved: true },
    ],
    ['end', { cause: 'moved-away', reason: '迁往外县' }, { cause: 'bored', reason: '迁往外县' }],
    [
      'correct',
      { step: 'identified', correctedDate: '2026-07-11', reason: '笔误' },
      { step: 'identified', correctedDate: '2026-07-11' },
    ],
    ['suspend', { reason: 'flood' }, { reason: 'holiday' }],
    ['extend', { deadline: 'review:1', days: 5, reason: '汛期' }, { deadline: 'plan', days: 1.5, reason: '汛期' }],
    ['visit', {}, { what: '入户' }],
  ])('%s takes %j and not %j', (operation, good, bad) => {
    expect(accepts(operation, good)).toBe(true);
    expect(accepts(operation, bad)).toBe(false);
  });
  it('says in Chinese what was expected', () => {
    const result = households.operations['identify']?.body.safeParse({
      labour: 'strong',
      wishesToWork: true,
      wholeHouseholdWithoutLabour: false,
    });
    expect(result?.error?.issues[0]?.message).toContain('half（半劳动力）');
  });
});
