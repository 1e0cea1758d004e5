import { computeDeadline, type Deadline, type DeadlineSpec } from '@duban/policy/dates/deadline';
import type { CaseWrite, EntryRow, NoticeRow } from './case-rows';

/** Of the village and the unit that its lists show. */
const scopeOf = (
  territory: string,
  { village, unit }: CaseWrite['snapshot']['listed'],
): CaseWrite['snapshot']['scope'] => ({
  territories: [territory],
  villages: typeof village === 'string' ? [village] : territory.length === 12 ? [territory] : [],
  units: typeof unit === 'string' ? [unit] : [],
});

/** A write as a household's case would make it, for tests. */
export function builtWrite(
  given: Partial<Omit<CaseWrite, 'snapshot'>> & { snapshot?: Partial<CaseWrite['snapshot']> } = {},
): CaseWrite {
  const entries = given.entries ?? [builtEntry(1)];
  const { snapshot, ...rest } = given;
  return {
    sequence: entries.at(-1)?.sequence ?? 1,
    deadlines: [],
    notices: [],
    candidates: [],
    records: [],
    removedRecords: [],
    ...rest,
    entries,
    snapshot: {
      caseId: 'household:140423100:H1:1',
      process: 'household-monitoring',
      territory: '140423100',
      subject: 'household:140423100:H1',
      number: 1,
      stage: 'reported',
      stageName: '已受理线索',
      policy: { set: 'shanxi-2023', version: 1 },
      openedOn: '2026-07-01',
      ended: null,
      listed: {},
      scope: scopeOf(snapshot?.territory ?? '140423100', snapshot?.listed ?? {}),
      ...snapshot,
    },
  };
}

export const builtEntry = (sequence: number, given: Partial<EntryRow> = {}): EntryRow => ({
  sequence,
  kind: 'act',
  name: 'identify',
  clause: 'A-2.1',
  by: { office: 'party-committee:140423100', person: 'P1' },
  occurredOn: '2026-07-02',
  at: '2026-07-02T01:00:00.000Z',
  what: '乡镇核查',
  detail: { body: { step: sequence } },
  recipients: ['party-committee:140423100'],
  key: `key-${sequence}`,
  ...given,
});

export const builtNotice = (key: string, given: Partial<NoticeRow> = {}): NoticeRow => ({
  key,
  to: 'party-committee:140423100',
  kind: 'reminder',
  clause: 'A-2.1',
  title: '提醒：完成监测对象认定',
  text: '请责任人抓紧办理。',
  at: '2026-07-13T00:30:00.000Z',
  deliverAt: '2026-07-13T00:30:00.000Z',
  ...given,
});

/** Due on the given day, in natural days without any rollover. */
export function builtDeadline(
  id: string,
  due: string,
  given: Partial<DeadlineSpec> = {},
): { id: string; deadline: Deadline } {
  const spec: DeadlineSpec = {
    id,
    clause: 'A-2.1',
    what: '完成监测对象认定',
    trigger: '2026-07-01',
    triggerWhat: '收到线索',
    period: { until: due },
    rollover: 'none',
    owner: 'party-committee:140423100',
    line: 'leading-group',
    ladder: 'default',
    ...given,
  };
  return { id, deadline: computeDeadline(spec, { version: 'built', years: {} }) };
}
