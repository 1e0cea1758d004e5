import type { Json, ProcessName } from '@duban/policy/case/case';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { ClauseId } from '@duban/policy/clauses/clauses';
import type { Level, OfficeKind, Territory } from '@duban/policy/case/office';
import { z } from 'zod';

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

export const civilDate = z.iso.date({ error: '应为 YYYY-MM-DD 格式的日期' });
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '应为 YYYY-MM 格式的月份');
export const surrogateId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, '应为 1–40 位字母、数字、下划线或连字符组成的编号');
export const reason = z.string().trim().min(2, '请填写理由（至少 2 个字）').max(500, '不超过 500 字');
export const territoryCode = (length: 2 | 4 | 6 | 9 | 12, name: string) =>
  z.string().regex(new RegExp(`^\\d{${length}}$`), `应为 ${length} 位${name}行政区划代码`);

/** Helper for tables of grants: `office('party-committee', 'township')`. */
export const office = (kind: OfficeKind, level?: Level): Grant => (level === undefined ? { kind } : { kind, level });
