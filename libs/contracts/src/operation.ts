import type { Json } from '@duban/policy/base/json';
import type { Territory } from '@duban/policy/base/office';
import { commonOperations } from '@duban/policy/case/common-operations';
import type { NamedGround } from '@duban/policy/case/named-ground';
import type { AnyRow, ProcessRules } from '@duban/policy/case/process';
import { processList, type ProcessName } from '@duban/policy/case/process-list';
import type { Grant, OfficeOperation, OpeningRow, Operations, ProcessTypes } from '@duban/policy/case/operation';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import { z } from 'zod';

/** One thing an office can do to a case, with the form of its body: `POST /api/v1/<resource>/{caseId}/<operation in kebab case>`. */
export interface Operation {
  clause: ClauseId;
  /** What it is, in Chinese, as shown in the API's page. */
  title: string;
  by: readonly Grant[];
  /** The body without the envelope (`occurredOn`, `person`); strict, so that an unknown field is named. */
  body: z.ZodType;
  /** Kinds of deadlines it meets, as their ids begin. */
  meets: readonly string[];
  /** Who acts must be named. */
  needsPerson: boolean;
  /** Proposed grounds of the register it confirms, each with the field that names it. */
  confirms(body: never): readonly NamedGround[];
}

/** The last case about the same subject, for openings that depend on it: relapse, relisting, a further posting. */
export interface PreviousCase {
  caseId: string;
  number: number;
  openedOn: CivilDate;
  endedOn: CivilDate | null;
  outcome: string | null;
}

/** What a body sent to open a case makes of it: whose case it is, and the opening the process is given. */
interface Making<Body, Opening> {
  /** Territory and subject of the case; where the process is numbered, the next number follows: `household:140423100:H1:2`. */
  subject: (body: Body) => { territory: Territory; subject: readonly string[] };
  /** The opening the process is given, made of the body and what came before. */
  opening: (body: Body, previous: PreviousCase | null) => Opening;
}

/** How a case is opened: `POST /api/v1/<resource>`. Its body becomes the case's `opening` and, with the number, its id. */
export interface Opening extends Omit<Operation, 'confirms' | 'meets' | 'needsPerson'> {
  /** The name of its row among the openings of the process. */
  name: string;
  subject(body: never): { territory: Territory; subject: readonly string[] };
  opening(body: never, previous: PreviousCase | null): Json;
  confirms(opening: never): readonly NamedGround[];
}

/** All that offices can do to one process. */
export interface OperationGroup {
  process: ProcessName;
  /** Plural, in the URL and in scenarios: `households.identify`. */
  resource: string;
  title: string;
  opening?: Opening;
  operations: Readonly<Record<string, Operation>>;
}

/** One schema for each thing an office does: the compiler names what is missing, foreign, or not of the body's shape. */
type SchemaOf<P extends ProcessTypes, Name extends keyof P['bodies'], Schema> = Schema extends z.ZodType
  ? Same<z.output<Schema>, P['bodies'][Name]> extends true
    ? Schema
    : { 'the schema and the body differ': [z.output<Schema>, P['bodies'][Name]] }
  : never;
type Schemas<P extends ProcessTypes, Rows, Given> = {
  [Name in OfficeOperation<Rows> & keyof P['bodies'] & string]: Name extends keyof Given
    ? SchemaOf<P, Name, Given[Name]>
    : z.ZodType<P['bodies'][Name]>;
} & { [Name in Exclude<keyof Given, OfficeOperation<Rows>>]: never };

/** The same type, and no field that the other does not know. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? SameKeys<A, B> : false) : false;
type SameKeys<A, B> = A extends readonly (infer Item)[]
  ? B extends readonly (infer Other)[]
    ? Same<Item, Other>
    : false
  : A extends object
    ? B extends object
      ? [keyof A] extends [keyof B]
        ? [keyof B] extends [keyof A]
          ? false extends { [Key in keyof A & keyof B]: Same<NonNullable<A[Key]>, NonNullable<B[Key]>> }[keyof A &
              keyof B]
            ? false
            : true
          : false
        : false
      : true
    : true;

/** What contracts add to the rows of a process: the form of each body, and what a case is opened from. */
interface GroupDefinition<P extends ProcessTypes, Rows, Given> {
  rules: Pick<ProcessRules<P['opening']>, 'process' | 'openings'>;
  rows: Rows;
  opening?: OpeningDefinition<P['opening']>;
  bodies: Given & Schemas<P, Rows, Given>;
}

interface OpeningDefinition<Opening> extends Making<never, Opening> {
  name: string;
  body: z.ZodType;
}

/** How a case is opened, with the form of what is sent; `name` is the opening's row in the process. */
export const openingFrom = <Schema extends z.ZodType, Opening>(
  definition: Making<z.output<Schema>, Opening> & { name: string; body: Schema },
): OpeningDefinition<Opening> => definition;

/** Joins the rows of a process with their schemas: `operationGroup<Problem>()({ rules: problem, rows: problemOperations, … })`. */
export const operationGroup =
  <P extends ProcessTypes>() =>
  <const Rows extends Operations<P>, Given extends Readonly<Record<string, z.ZodType>>>({
    rules,
    rows,
    opening,
    bodies,
  }: GroupDefinition<P, Rows, Given>): OperationGroup => {
    const all = { ...rows, ...commonOperations } as unknown as Readonly<Record<string, AnyRow>>;
    const schemas: Readonly<Record<string, z.ZodType>> = { ...bodies, ...commonBodies };
    const operations = Object.entries(schemas).map(([name, body]) => [name, operationOf(all[name], body)]);
    const { resource, title } = processList[rules.process];
    return {
      process: rules.process,
      resource,
      title,
      ...(opening !== undefined && { opening: openingOf(rules, opening) }),
      operations: Object.fromEntries(operations) as OperationGroup['operations'],
    };
  };

/** A further way to begin cases of a process, under a resource of its own. */
export const openingGroup = <O>(
  rules: Pick<ProcessRules<O>, 'process' | 'openings'>,
  { opening, ...named }: { resource: string; title: string; opening: OpeningDefinition<O> },
): OperationGroup => ({ process: rules.process, ...named, opening: openingOf(rules, opening), operations: {} });

const commonBodies = { redeliver: z.strictObject({}) } satisfies Record<keyof typeof commonOperations, z.ZodType>;

function operationOf(row: AnyRow | undefined, body: z.ZodType): Operation {
  if (row === undefined || row.by === 'system') throw new Error('a schema without a row of an office');
  const { clause, title, by, meets = [], needsPerson = false, confirms } = row;
  return { clause, title, by, body, meets, needsPerson, confirms: (said) => confirms?.(said) ?? [] };
}

function openingOf<O>(
  { openings, process }: Pick<ProcessRules<O>, 'process' | 'openings'>,
  { name, body, subject, opening }: OpeningDefinition<O>,
): Opening {
  const row: OpeningRow<O> | undefined = openings[name];
  if (row === undefined || row.by === 'system') throw new Error(`${process} is not opened by an office as ${name}`);
  const { clause, title, by, confirms } = row;
  return {
    name,
    clause,
    title,
    by,
    body,
    subject,
    opening: opening as Opening['opening'],
    confirms: (made) => confirms?.(made) ?? [],
  };
}
