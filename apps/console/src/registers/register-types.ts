/** A register as the catalogue describes it. */
export interface RegisterTerms {
  kind: string;
  title: string;
  citation: string;
  states: Readonly<Record<string, string>>;
  byHand: { keptBy: string[]; levels: string[]; fields: RegisterField[] } | null;
}

export interface RegisterField {
  name: string;
  title?: string;
  type: 'text' | 'count' | 'number' | 'yuan' | 'date' | 'month' | 'year' | 'truth' | 'code' | 'place' | 'choice';
  optional?: true;
  choices?: Readonly<Record<string, string>>;
}

export interface RegisterRow {
  caseId: string;
  key: string;
  kind: string;
  territory: string;
  period: string;
  owner: string | null;
  ownerName: string | null;
  on: string;
  state: string;
  stateName: string;
  body: Readonly<Record<string, unknown>>;
}
