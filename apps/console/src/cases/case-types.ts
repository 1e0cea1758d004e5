/** A case as lists show it. */
export interface CaseRow {
  caseId: string;
  process: string;
  processName: string;
  territory: string;
  territoryName: string;
  subject: string;
  number: number;
  stage: string;
  stageName: string;
  policy: { set: string; version: number };
  openedOn: string;
  ended: { on: string; outcome: string; outcomeName: string } | null;
  listed: Readonly<Record<string, string | number | boolean | null>>;
  changedAt: string;
  sequence: number;
  /** The deadline it runs against next; only lists tell it. */
  nextDeadline?: CaseDeadline | null;
}

export interface CaseDeadline {
  caseId: string;
  id: string;
  process: string;
  processName: string;
  territory: string;
  stageName: string;
  state: string;
  stateName: string;
  colour: 'green' | 'yellow' | 'red' | 'grey' | 'blue';
  what: string;
  clause: string;
  due: string;
  daysLeft: number;
  provisional: boolean;
  metOn: string | null;
  owner: string;
  ownerName: string;
  nextAct?: { operation: string; summary: string } | null;
  /** Why the next act is not possible yet, where it was asked for. */
  notYet?: string | null;
}

export interface CaseWithDeadlines extends CaseRow {
  deadlines: CaseDeadline[];
}

export interface TimelineEntry {
  caseId: string;
  sequence: number;
  kind: 'act' | 'event';
  name: string;
  clause: string;
  by: { office: string; person?: string };
  byName: string;
  occurredOn: string;
  at: string;
  what: string;
  detail: unknown;
  recipients: string[];
  recipientNames: string[];
  marked: '自动' | null;
  key: string | null;
}
