import type { Json } from '@duban/policy/base/json';
import type { ProcessName } from '@duban/policy/case/case';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import type { GroundRef } from '@duban/policy/processes/county-listing/listing-acts';
import type { Level, OfficeKind, Territory } from '@duban/policy/base/office';
import type { z } from 'zod';

/** Which offices may do it, for cases of their own territory: a kind, and where the clause says so a level. */
export interface Grant {
  kind: OfficeKind;
  level?: Level;
}

/** One thing an office can do to a case: `POST /api/v1/<resource>/{caseId}/<operation in kebab case>`. */
export interface Operation {
  clause: ClauseId;
  /** What it is, in Chinese, as shown in the API's page. */
  summary: string;
  by: readonly Grant[];
  /** The body without the envelope (`occurredOn`, `person`); strict, so that an unknown field is named. */
  body: z.ZodType;
  /** Proposed grounds of the register it confirms, each with the field that names it. */
  grounds?(body: never): readonly NamedGround[];
}

export interface NamedGround {
  ground: GroundRef;
  field: string;
}

/** The last case about the same subject, for openings that depend on it: relapse, relisting, a further posting. */
export interface PreviousCase {
  caseId: string;
  number: number;
  openedOn: CivilDate;
  endedOn: CivilDate | null;
  outcome: string | null;
}

/** How a case is opened: `POST /api/v1/<resource>`. Its body becomes the case's `opening` and, with the number, its id. */
export interface Opening extends Operation {
  /** Territory and subject of the case; a numbered subject gets the next number: `household:140423100:H1:2`. */
  subject(body: never): { territory: Territory; subject: readonly string[]; numbered: boolean };
  /** The opening the process is given, made of the body and what came before. */
  opening(body: never, previous: PreviousCase | null): Json;
}

/** All that offices can do to one process. */
export interface OperationGroup {
  process: ProcessName;
  /** Plural, in the URL and in scenarios: `households.identify`. */
  resource: string;
  title: string;
  opening?: { name: string; operation: Opening };
  operations: Readonly<Record<string, Operation>>;
}

/** Helper for tables of grants: `office('party-committee', 'township')`. */
export const office = (kind: OfficeKind, level?: Level): Grant => (level === undefined ? { kind } : { kind, level });
