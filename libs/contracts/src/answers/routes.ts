import * as cases from './cases';
import * as duties from './duties';
import * as inbox from './inbox';
import * as offers from './offers';
import * as offices from './offices';
import * as persons from './persons';
import * as policy from './policy';
import * as rankings from './rankings';
import * as registers from './registers';
import * as rehearsals from './rehearsals';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from './route';
import * as scoreSheets from './score-sheets';
import * as statistics from './statistics';
import * as supervision from './supervision';
import * as system from './system';
import * as villageDays from './village-days';

const rows = {
  ...cases,
  ...offers,
  ...inbox,
  ...duties,
  ...villageDays,
  ...registers,
  ...supervision,
  ...statistics,
  ...rankings,
  ...scoreSheets,
  ...persons,
  ...policy,
  ...rehearsals,
  ...offices,
  ...system,
};
type Row = Extract<(typeof rows)[keyof typeof rows], { operationId: string }>;

/** Everything the api answers beside the acts on cases. */
export const routes: readonly Route[] = Object.values(rows).filter((row) => 'operationId' in row);

type Reads = { [One in Extract<Row, { method: 'get' }> as One['path']]: One };
type Sends = { [One in Exclude<Row, { method: 'get' }> as `${One['method']} ${One['path']}`]: One };

/** By its path, what is asked for and answered; whoever imports only these types brings no schema along. */
export type ReadPath = keyof Reads;
export type Asked<Path extends ReadPath> = ParamsOf<Path> & Unfilled<QueryOf<Reads[Path]>>;
export type Answered<Path extends ReadPath> = AnswerOf<Reads[Path]>;

/** By method and path, `put /persons/:id`, what is sent and answered. */
export type SendPath = keyof Sends;
export type Sent<Path extends SendPath> = BodyOf<Sends[Path]>;
export type Heard<Path extends SendPath> = AnswerOf<Sends[Path]>;

/** What is left empty in a form is not asked for. */
type Unfilled<Query> = {
  [Name in keyof Query]: Unchanged<Query[Name]> | (undefined extends Query[Name] ? null | '' : never);
};
type Unchanged<Value> = Value extends readonly (infer Item)[] ? readonly Item[] : Value;
