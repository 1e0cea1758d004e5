import { chinaCalendar } from '../dates/china-calendar';
import { householdMonitoring } from '../processes/household-monitoring/household-monitoring';
import {
  builtOpening,
  builtPlan,
  township,
  villageCommittee,
  willing,
  county,
} from '../processes/household-monitoring/household-builder';
import { refuse } from '../base/verdict';
import { basePolicy, type PolicyRef } from '../settings/policy-set';
import type { Json } from '../base/json';
import type { Actor } from './case';
import type { ProcessRules } from './process';
import { fileOf, type RecordedAct, type RecordedCase } from './recorded-file';

const rules = householdMonitoring as unknown as ProcessRules;
const slower: PolicyRef = { ...basePolicy, version: 2, changes: { identificationDays: 20 } };
const opened: RecordedAct = {
  sequence: 1,
  name: 'opened',
  by: villageCommittee,
  occurredOn: '2026-07-01',
  at: '2026-07-01T01:00:00.000Z',
  detail: builtOpening as unknown as Json,
  key: 'k1',
};
const said = (sequence: number, name: string, on: string, by: Actor, body: unknown = {}): RecordedAct => ({
  sequence,
  name,
  by,
  occurredOn: on,
  at: `${on}T01:00:00.000Z`,
  detail: { body: body as Json, bodyHash: '', answer: null, told: null },
  key: `k${sequence}`,
});
const reprojected: RecordedAct = {
  ...opened,
  sequence: 9,
  name: 'reproject',
  detail: { policyBefore: 'shanxi-2023.1', policy: 'shanxi-2023.2', calendar: chinaCalendar.version },
};
const recorded = (acts: readonly RecordedAct[], more: Partial<RecordedCase> = {}): RecordedCase => ({
  caseId: 'household:140423100:H1:1',
  acts,
  policy: basePolicy,
  policyNamed: (name) => [basePolicy, slower].find(({ set, version }) => `${set}.${version}` === name),
  calendar: chinaCalendar,
  undelivered: [],
  ...more,
});

describe('a case’s file from its record', () => {
  it('of forty thousand acts is there within a second: the work grows with their number alone', () => {
    const visits = Array.from({ length: 40_000 }, (_, index) => ({
      ...said(index + 2, 'visit', '2026-07-02', villageCommittee),
      detail: { body: { what: '走访' }, bodyHash: '', answer: null, told: null, keep: true },
    }));
    const from = performance.now();
    expect(fileOf(rules, recorded([opened, ...visits]))?.acts).toHaveLength(40_000);
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  it('has the opening, and the acts that change something, with their numbers', () => {
    const file = fileOf(
      rules,
      recorded([
        opened,
        said(3, 'villageReview', '2026-07-02', villageCommittee),
        said(4, 'villageReview', '2026-07-03', villageCommittee),
        said(5, 'visit', '2026-07-03', villageCommittee),
        said(7, 'townshipCheck', '2026-07-04', township),
        said(8, 'redeliver', '2026-07-04', township),
        said(9, 'identify', '2026-07-05', county, willing),
        said(12, 'plan', '2026-07-06', township, builtPlan),
      ]),
    );
    expect(file).toMatchObject({ openedOn: '2026-07-01', openedBy: villageCommittee, opening: builtOpening });
    expect(file?.acts.map(({ sequence, operation }) => [sequence, operation])).toEqual([
      [3, 'villageReview'],
      [7, 'townshipCheck'],
      [9, 'identify'],
      [12, 'plan'],
    ]);
    expect(file && rules.view(file)).toMatchObject({ stage: 'planned' });
  });

  it('has what the case carries, and the texts of the record only for who shows them', () => {
    const acts = [opened, said(3, 'villageReview', '2026-07-02', villageCommittee, { note: '入户评议' })];
    const bodyOf = (more: Partial<RecordedCase>) => fileOf(rules, recorded(acts, more))?.acts[0]?.body;
    expect(bodyOf({})).toEqual({});
    expect(bodyOf({ withTexts: true })).toEqual({ note: '入户评议' });
  });

  it('runs by the policy it has come to, and judges each act by the one of its time', () => {
    const seen: number[] = [];
    const watching: ProcessRules = {
      ...rules,
      judge: (file, act, today) => (seen.push(file.policy.version), rules.judge(file, act, today)),
    };
    const acts = [
      opened,
      said(3, 'villageReview', '2026-07-02', villageCommittee),
      reprojected,
      said(10, 'townshipCheck', '2026-07-04', township),
    ];
    expect(fileOf(watching, recorded(acts, { policy: slower }))?.policy).toEqual(slower);
    expect(seen).toEqual([1, 2]);
  });

  it('does not judge again what the record says of an act', () => {
    const visit = said(3, 'visit', '2026-07-02', villageCommittee);
    const review = said(4, 'villageReview', '2026-07-02', villageCommittee);
    const marked = (act: RecordedAct, keep: boolean): RecordedAct => ({
      ...act,
      detail: { ...(act.detail as object), keep },
    });
    const silent: ProcessRules = { ...rules, judge: () => refuse('INVALID_INPUT', 'A-0', '不应再次判断') };
    expect(
      fileOf(silent, recorded([opened, marked(visit, false), marked(review, true)]))?.acts.map(
        ({ sequence }) => sequence,
      ),
    ).toEqual([4]);
  });

  it('keeps what the ledger has, though the rules of today would refuse it', () => {
    const file = fileOf(rules, recorded([opened, said(3, 'plan', '2026-07-02', township, builtPlan)]));
    expect(file?.acts).toHaveLength(1);
  });

  it.each([[[]], [[said(2, 'visit', '2026-07-02', villageCommittee)]]])('is none without its opening', (acts) => {
    expect(fileOf(rules, recorded(acts))).toBeUndefined();
  });
});
