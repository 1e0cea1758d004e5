import type { ClauseId } from '../base/clauses/clauses';
import { kindOf, levelOf, territoryOf, type OfficeId } from '../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../base/verdict';
import { chineseDate, type CivilDate } from '../dates/civil-date';
import { planBeganOn } from '../settings/plan-began';
import { judgeBeginning, refuseDay, refuseNoDay, refuseOthers, refuseUnmet, windowOf, type Window } from './admission';
import type { Act, Actor, CaseFile, CaseView, KeptAct } from './case';
import { commonOperations } from './common-operations';
import type {
  Beginning,
  FileOf,
  OfficeRow,
  Operations,
  OpeningRow,
  ProcessTypes,
  Row,
  Saying,
  Situation,
  SystemRow,
} from './operation';
import { folded, type Fold } from './fold';
import { withoutTexts } from './ledger-texts';
import { processNames, type ProcessName } from './process-list';
import { isInScope, type CaseScope } from './scope';

/** A process as its folder says it: one row for each way to begin and each thing that can be said, and what follows from the facts. */
export interface ProcessDefinition<P extends ProcessTypes, View extends CaseView> {
  process: ProcessName;
  /** By name; the first is the one meant where a start names none. */
  openings: Readonly<Record<string, OpeningRow<P['opening']>>>;
  operations: Operations<P>;
  /** One sheet for many: of it a village or a dispatching unit sees its own part. Default: whose the case is, sees all of it. */
  isShared?: true;
  /** What its acts amount to: read as a whole, or act by act where a case can have very many. */
  read: ((file: FileOf<P>) => P['facts']) | ReadingByActs<P>;
  scope: (file: FileOf<P>, facts: P['facts']) => CaseScope;
  view: (file: FileOf<P>, facts: P['facts']) => View;
}

/** Facts that grow act by act, in the order of recording; nothing but the opening, its day and the policy is looked at beside the acts. */
export type ReadingByActs<P extends ProcessTypes> = Fold<FileOf<P>['acts'][number], P['facts'], FileOf<P>>;

/** How a process decides. Pure: no clock, no randomness, no environment. */
export interface ProcessRules<Opening = unknown, View extends CaseView = CaseView> {
  process: ProcessName;
  openings: Readonly<Record<string, OpeningRow<Opening>>>;
  operations: Readonly<Record<string, AnyRow>>;
  /** May a case begin so? `name`: which of the openings; the first where none is named. */
  judgeOpening(beginning: Beginning<Opening>, name?: string): Verdict;
  /** May this act be admitted? */
  judge(file: CaseFile<Opening>, act: Act, today: CivilDate): Verdict;
  /** What a case carries of an act: without the texts that its row leaves to the ledger, which are found there by the act's sequence. */
  carried(act: KeptAct): KeptAct;
  /** What an office may say now, and why not the rest. */
  offer(file: CaseFile<Opening>, operation: string, situation: Pick<Situation, 'by' | 'today'>): Offer;
  scope(file: CaseFile<Opening>): CaseScope;
  isShared: boolean;
  view(file: CaseFile<Opening>): View;
}

/** The rules of a process that say what they are about. */
export interface Process<P extends ProcessTypes, View extends CaseView = CaseView> extends ProcessRules<
  P['opening'],
  View
> {
  /** Never set: it only carries the types of the process to the compiler. */
  types?: P;
}

/** A row of any process. Its functions can be called only where the process's own types are known. */
export type AnyRow = Row<never, never>;

/** Offered: a day and a body may be found with which it is not refused. Not offered: whatever the body and the day, it is refused, and why. */
export type Offer =
  | {
      isOffered: true;
      /** Between which days the act may be dated. */
      window: Window;
      /** What is answered although nothing changes: 已由…办结，本次登记作为补充记录. */
      told?: string;
    }
  | { isOffered: false; refusal: Refusal };

/** Makes the rules of a process from its rows: what is the same for all of them is said here once. */
export function processOf<P extends ProcessTypes, View extends CaseView>(
  definition: ProcessDefinition<P, View>,
): Process<P, View> {
  type File = FileOf<P>;
  const facts = remembered(readingOf(definition.read));
  const scope = remembered((file: File) => definition.scope(file, facts(file)));
  const view = remembered((file: File) => definition.view(file, facts(file)));
  const rows = { ...definition.operations, ...commonOperations } as Operations<P>;
  const rowOf = (name: string) => (Object.hasOwn(rows, name) ? rows[name as keyof P['bodies']] : undefined);
  const outside = (file: File, { by }: Situation<P>, clause: ClauseId): Refusal | undefined =>
    by.office === 'system' || isInScope(scope(file), by.office)
      ? undefined
      : refuse('NOT_ALLOWED', clause, whoseWords(by.office));
  const whose = (row: AnyOfficeRow<P>, situation: Situation<P>): Refusal | undefined =>
    refuseOthers(row, situation.by.office) ??
    outside(situation.file, situation, row.clause) ??
    refuseUnmet(row.own, situation, row.clause);

  function judge(file: File, act: Act, today: CivilDate): Verdict {
    const row = rowOf(act.operation);
    if (row === undefined) return refuseUnknown(definition.process, act.operation);
    const { by, body, occurredOn: on } = act as Act<P['bodies'][keyof P['bodies']]>;
    const saying = { file, facts: facts(file), by, today, act, body, on } as Saying<P>;
    const refused = row.by === 'system' ? refuseOffices(by) : whose(row, saying);
    if (refused !== undefined) return refused;
    const ended = refuseEnded(view(file));
    if (ended !== undefined) return ended;
    return row.by === 'system' ? judgeMessage(row, saying) : judgeAct(row, saying);
  }

  function offer(file: File, name: string, { by, today }: Pick<Situation, 'by' | 'today'>): Offer {
    const row = rowOf(name);
    if (row === undefined || row.by === 'system') throw new Error(`${name} is nothing an office does`);
    const situation = { file, facts: facts(file), by, today };
    const window = windowOf(row, situation, beginningOf(file), today);
    const told = row.supplements?.({ ...situation, on: today });
    const refusal =
      whose(row, situation) ??
      refuseEnded(view(file)) ??
      (told === undefined ? refuseUnmet(row.when, situation, row.clause) : undefined) ??
      refuseNoDay(window, { clause: row.clause, today });
    if (refusal !== undefined) return { isOffered: false, refusal };
    return told === undefined ? { isOffered: true, window } : { isOffered: true, window, told };
  }

  return {
    process: definition.process,
    openings: definition.openings,
    operations: rows as unknown as Readonly<Record<string, AnyRow>>,
    judgeOpening: (beginning, name) =>
      judgeBeginning(openingNamed(definition, name), beginning, planBeganOn(beginning.policy)),
    judge: judge as ProcessRules<P['opening'], View>['judge'],
    carried: (act) => ({ ...act, body: withoutTexts(act.body, rowOf(act.operation)?.ledgerOnly ?? []) }),
    offer: offer as ProcessRules<P['opening'], View>['offer'],
    scope: scope as ProcessRules<P['opening'], View>['scope'],
    isShared: definition.isShared === true,
    view: view as ProcessRules<P['opening'], View>['view'],
  };
}

const refuseUnknown = (process: ProcessName, operation: string): Refusal =>
  refuse('INVALID_INPUT', 'A-0', `${processNames[process]}没有“${operation}”这一事项。`, 'operation');

type AnyOfficeRow<P extends ProcessTypes> = OfficeRow<P, keyof P['bodies']>;
type AnySystemRow<P extends ProcessTypes> = SystemRow<P, keyof P['bodies']>;

/** Its state, its days, then what hangs on the body. What has been done already is kept as a supplement, and changes nothing. */
function judgeAct<P extends ProcessTypes>(row: AnyOfficeRow<P>, saying: Saying<P>): Verdict {
  const { file, on, today } = saying;
  const { clause } = row;
  const told = row.supplements?.(saying);
  const window = windowOf(row, saying, beginningOf(file), today);
  const untimely =
    (told === undefined ? refuseUnmet(row.when, saying, clause) : undefined) ??
    refuseDay(window, on, { clause, today });
  if (untimely !== undefined) return untimely;
  if (row.needsPerson === true && saying.by.person === undefined)
    return refuse('INVALID_INPUT', clause, `“${row.title}”须注明办理人编号，提交内容中没有。`, 'person');
  if (told !== undefined) return admit({ keep: false, told });
  const verdict = row.judge?.(saying) ?? admit();
  return verdict.admitted && row.isRegisterOnly === true ? { ...verdict, keep: false } : verdict;
}

const refuseOffices = ({ office }: Actor): Refusal | undefined =>
  office === 'system' ? undefined : refuse('NOT_ALLOWED', 'A-0', '本项由系统登记，不由单位办理。');

function judgeMessage<P extends ProcessTypes>(row: AnySystemRow<P>, saying: Saying<P>): Verdict {
  const { file, on, today } = saying;
  return (
    refuseDay(windowOf(row, saying, beginningOf(file), today), on, { clause: 'A-0', today }) ??
    row.judge?.(saying) ??
    admit()
  );
}

function refuseEnded({ ended }: CaseView): Refusal | undefined {
  if (ended === undefined) return undefined;
  const how = `本案已于${chineseDate(ended.on)}办结（${ended.outcomeName}）`;
  return refuse('CASE_ENDED', 'A-0', `${how}，不再受理新的登记；需要更正的，请按更正程序办理。`);
}

/** Whose things an office of its kind may do. */
function whoseWords(office: OfficeId): string {
  if (kindOf(office) === 'dispatching-unit') return '派出单位只能办理本单位派出的干部或本单位承担的事项。';
  return levelOf(territoryOf(office)) === 'village'
    ? '村级单位只能办理本村的事项。'
    : '本案不在本单位辖区内，不能办理。';
}

const beginningOf = ({ openedOn }: { openedOn: CivilDate }) => ({ on: openedOn, what: '本案开始之日' });

function openingNamed<P extends ProcessTypes>(
  { openings, process }: Pick<ProcessDefinition<P, never>, 'openings' | 'process'>,
  name: string = Object.keys(openings)[0] ?? '',
): OpeningRow<P['opening']> {
  const row = Object.hasOwn(openings, name) ? openings[name] : undefined;
  if (row === undefined) throw new Error(`${process} is not opened by ${name}`);
  return row;
}

function readingOf<P extends ProcessTypes>(read: ProcessDefinition<P, never>['read']): (file: FileOf<P>) => P['facts'] {
  if (typeof read === 'function') return read;
  const grown = folded<FileOf<P>['acts'][number], P['facts'], FileOf<P>>(
    read,
    (one, other) => one.opening === other.opening && one.openedOn === other.openedOn && one.policy === other.policy,
  );
  return (file) => grown(file.acts, file);
}

/** A file never changes: what it amounts to is computed once. */
function remembered<File extends object, Value>(compute: (file: File) => Value): (file: File) => Value {
  const known = new WeakMap<File, { value: Value }>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before.value;
    const value = compute(file);
    known.set(file, { value });
    return value;
  };
}
