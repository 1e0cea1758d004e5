import type { ActsService } from '@duban/api/acts/acts.service';
import { callerOf, type Caller } from '@duban/api/auth/caller';
import { RefusedRequest } from '@duban/api/refusals/refused-request';
import { groupOf } from '@duban/contracts/operation-groups';
import type { Operation, OperationGroup } from '@duban/contracts/operation';
import type { CaseFile } from '@duban/policy/case/case';
import { rulesOf } from '@duban/policy/manifest/processes';
import type { OfficeRow, ProcessTypes } from '@duban/policy/case/operation';
import fc from 'fast-check';
import { bodyOf, textsOf } from './bodies';
import type { CasesInProcess } from './cases-in-process';
import { officesAround } from './offices';
import { tales } from './tales';
import { isRight, officeOf, type Asked } from './whose';

/** Something that an office asks, and what is right. */
export interface Pair {
  resource: string;
  name: string;
  office: string;
  person: string;
  /** What it is about: how much has been said to the case, or the place. */
  about: string;
  right: boolean;
}
export interface Answered extends Pair {
  heard: 'by right' | 'refused by right';
  words: string;
}

/** One group of operations of all, and one of its rows or those that do not say whose. */
export interface Part {
  resource: string;
  name?: string;
  withoutOwn?: true;
}

export const nobody = 'WALKER';
/** The village of a story. */
const villageOf = ({ caseId, opening }: CaseFile): string => {
  const { village, place } = opening as { village?: string; place?: string };
  const territory = caseId.split(':')[1] ?? '';
  return village ?? place ?? `${territory}${'140423100204'.slice(territory.length)}`;
};
/** Offices that there are: whoever names another gets no token, and so nowhere. */
export const existing = (offices: readonly string[]): string[] =>
  [...new Set(offices)].filter((office) => callerOf(office) !== undefined);
const officesOf = (file: CaseFile): string[] =>
  existing([
    ...officesAround(villageOf(file), ['dispatching-unit:1404:U07', 'dispatching-unit:1404:U1']).map(
      ({ office }) => office,
    ),
    'department:140423:human-resources',
  ]);

export type AnyOfficeRow = OfficeRow<ProcessTypes, never>;
export const rowOf = (group: OperationGroup, name: string): AnyOfficeRow =>
  rulesOf(group.process).operations[name] as AnyOfficeRow;

/** One body that the operation's form takes, made of what means something in the story. */
const bodyFor = ({ body }: Operation, file: CaseFile): unknown =>
  fc.sample(bodyOf(body, textsOf(file, '2026-11-20')), { numRuns: 1, seed: 7 })[0];

/** Refused by right: it is not theirs, or it does not exist for them. What hangs on a field of the body is no matter of rights. */
const isByRight = (error: RefusedRequest): boolean =>
  (error.code === 'NOT_ALLOWED' && error.more.field === undefined) ||
  (error.code === 'UNKNOWN_SUBJECT' && /^查无案件|不在本单位辖区|^本单位没有|台账中没有编号为/.test(error.message));

export async function heardAt(ask: () => Promise<unknown>): Promise<Pick<Answered, 'heard' | 'words'>> {
  try {
    await ask();
    return { heard: 'by right', words: '已受理' };
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    const words = `${error.code} ${error.more.field ?? ''} ${error.message}`;
    if (error.code === 'INVALID_INPUT' && error.message.startsWith('填报内容有误'))
      throw new Error(`an invalid body: ${words}`, { cause: error });
    return { heard: isByRight(error) ? 'refused by right' : 'by right', words };
  }
}

/** Everything of one operation that is asked in a story: with each of its histories where the row says whose it is, by every office, as every person. */
function* asksOf(whole: CaseFile, hasOwn: boolean): Generator<Asked & { isNew: boolean }> {
  const lengths = hasOwn ? [...whole.acts.keys(), whole.acts.length] : [whole.acts.length];
  const offices = officesOf(whole).map(officeOf);
  for (const length of lengths) {
    const file = { ...whole, acts: whole.acts.slice(0, length) };
    const people = hasOwn ? file.acts.flatMap(({ by }) => by.person ?? []) : [];
    const asked = offices.flatMap((office) =>
      [...new Set([nobody, ...people])].map((person) => ({ office, person, file })),
    );
    for (const [index, one] of asked.entries()) yield { ...one, isNew: index === 0 };
  }
}

interface Walked {
  resource: string;
  group: OperationGroup;
  name: string;
  operation: Operation;
  whole: CaseFile;
}

/** Every operation of every story. */
const walkedRows = (only?: Part): Walked[] =>
  tales
    .filter(([resource]) => only === undefined || only.resource === resource)
    .flatMap(([resource, whole]) => {
      const group = groupOf(resource) as OperationGroup;
      return Object.entries(group.operations).map(([name, operation]) => ({ resource, group, name, operation, whole }));
    })
    .filter(({ name }) => only?.name === undefined || only.name === name)
    .filter(({ group, name }) => only?.withoutOwn !== true || !saysWhose(group, name));

const saysWhose = (group: OperationGroup, name: string): boolean => Object.hasOwn(rowOf(group, name), 'own');

/** Asks every operation of every office around its story, and says what is right. */
export async function* walkActs(
  { acts, cases }: { acts: ActsService; cases: CasesInProcess },
  only?: Part,
): AsyncGenerator<Answered> {
  for (const { resource, group, name, operation, whole } of walkedRows(only)) {
    const raw = bodyFor(operation, whole);
    for (const { isNew, ...asked } of asksOf(whole, saysWhose(group, name))) {
      const { office, person, file } = asked;
      if (isNew) cases.remember(file);
      const caller: Caller = { ...(callerOf(office.id) as Caller), person };
      const heard = await heardAt(() => acts.act({ group, name, operation, caller, caseId: file.caseId, raw }));
      const pair = { resource, name, office: office.id, person, about: `@${file.acts.length}` };
      yield { ...pair, right: isRight(resource, name, operation.by, asked), ...heard };
    }
  }
}

export const isWrong = ({ right, heard }: Answered): boolean => right !== (heard === 'by right');
