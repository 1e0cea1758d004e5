import { civilDate, oneOf, territoryCode } from '@duban/contracts/fields';
import { whatIfs } from '@duban/contracts/rehearsals';
import { readInput } from '@duban/contracts/read-input';
import { divisionName } from '@duban/contracts/divisions';
import { handRegister } from '@duban/policy/registers/hand-registers';
import { demoTownships } from '@duban/contracts/demo-county';
import { groupOf } from '@duban/contracts/operation-groups';
import type { Operation, OperationGroup } from '@duban/contracts/operation';
import { caseIdPrefixes } from '@duban/policy/case/case-id';
import { callerOf, type Caller } from '@duban/api/auth/caller';
import { isAlias, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { demoActs } from './demo-routine';

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/, '应为“YYYY-MM-DD”或“YYYY-MM-DD HH:MM”');

/** An act of the scenario: who does which operation of the API, when, to which case, with which body. */
const actSchema = z.strictObject({
  on: moment,
  as: z.string(),
  do: z.string(),
  /** A case id, or `$name` of a case opened before. Missing for an opening. */
  case: z.string().optional(),
  /** Name under which later acts and expectations speak of the case this opens. */
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]*$/, '应以字母开头，由字母、数字、连字符组成')
    .optional(),
  with: z.record(z.string(), z.unknown()).default({}),
  /** The refusal this act must meet. */
  refused: z.string().optional(),
});

/** A pattern of an event: every field given must match; `times` says how often (default: at least once). */
const patternSchema = z.strictObject({
  on: civilDate.optional(),
  subject: z.string().optional(),
  process: z.string().optional(),
  kind: z.string().optional(),
  clause: z.string().optional(),
  to: z.string().optional(),
  contains: z.string().optional(),
  times: z.number().int().min(0).optional(),
});

/** What is out of the ordinary in a demo county; the defaults are the ordinary. */
const varied = {
  /** Townships whose scores come late, or never, every third month (in a short scenario every month). */
  lateTownships: z.number().int().min(0).max(40).default(whatIfs.lateTownships.default),
  lateTownshipsHow: oneOf(whatIfs.lateTownshipsHow.choices).default(whatIfs.lateTownshipsHow.default),
  /** Share of the households late at each of the three steps. */
  lateHouseholds: z.number().min(0).max(1).default(whatIfs.lateHouseholds.default),
  /** Cadres absent without cause twice. */
  absentCadres: z.number().int().min(0).max(300).default(whatIfs.absentCadres.default),
  /** Cadres at the bottom in the first two months. */
  lowCadres: z.number().int().min(0).max(300).default(whatIfs.lowCadres.default),
};

const schema = z.strictObject({
  title: z.string().min(1),
  start: civilDate,
  until: civilDate,
  settings: z.record(z.string(), z.unknown()).default({}),
  /** Published holidays of the years rehearsed, by year: rest days and make-up workdays. */
  holidays: z
    .record(z.string(), z.strictObject({ source: z.string(), rest: z.array(civilDate), work: z.array(civilDate) }))
    .default({}),
  /** A county of the demo with its ordinary work, instead of (or beside) own acts. */
  demo: z
    .strictObject({
      county: territoryCode(6, '县级').default('140423'),
      townships: z.number().int().min(1).max(40),
      households: z.number().int().min(0).max(2000),
      cadres: z.number().int().min(0).max(2000),
      months: z.number().int().min(0).max(12),
      /** Do the offices record their recurring duties (part 7), or let them become overdue? */
      duties: z.boolean().default(false),
      supervision: z.boolean().default(false),
      ...varied,
    })
    .optional(),
  acts: z.array(actSchema).default([]),
  expect: z.array(patternSchema).default([]),
  never: z.array(patternSchema).default([]),
});

export type Scenario = z.infer<typeof schema>;
export type ScenarioAct = z.infer<typeof actSchema>;
export type EventPattern = z.infer<typeof patternSchema>;

/** What is wrong with a scenario, and in which line. */
export class ScenarioFault extends Error {}

/** Reads a scenario; a mistake is refused with its line and the reason. */
export function readScenario(text: string, today: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = (path: readonly PropertyKey[], words: string): never => {
    throw new ScenarioFault(`第 ${lineOf(document, path, lines)} 行：${words}`);
  };
  const broken = document.errors[0];
  if (broken)
    throw new ScenarioFault(
      `第 ${lines.linePos(broken.pos[0]).line} 行：不是合法的 YAML（${broken.message.split('\n', 1)[0]}）`,
    );
  const reading = readInput(schema, document.toJS({ mapAsMap: false }));
  if (!reading.isSound) {
    const [first] = reading.faults;
    return fault(first?.path ?? [], `${first?.field ?? ''}：${first?.detail ?? ''}`);
  }
  const scenario = reading.value;
  const wrong = faultOfFrame(scenario, today);
  if (wrong !== undefined) fault(wrong.path, wrong.words);
  const names = new Set(demoActs(scenario).flatMap(({ name }) => name ?? []));
  scenario.acts.forEach((act, index) => {
    const misfit = faultOfAct(act, scenario, names);
    if (misfit !== undefined) fault(['acts', index, misfit.field], misfit.words);
    if (act.name !== undefined) names.add(act.name);
  });
  return scenario;
}

/** What an act of a scenario may be: everything offices can do over the API. */
export type ScenarioOperation =
  | { kind: 'open'; group: OperationGroup }
  | { kind: 'act'; group: OperationGroup; name: string; operation: Operation }
  | { kind: 'change-policy' }
  | { kind: 'enter'; register: string };

/** The operation an act names. */
export function operationOf(act: ScenarioAct): ScenarioOperation | undefined {
  if (act.do === 'policy-sets.change') return { kind: 'change-policy' };
  const [resource = '', name = ''] = act.do.split('.');
  if (resource === 'registers' && handRegister(name) !== undefined) return { kind: 'enter', register: name };
  const group = groupOf(resource);
  if (group?.opening?.name === name) return { kind: 'open', group };
  const operation = group?.operations[name];
  return group && operation ? { kind: 'act', group, name, operation } : undefined;
}

export const callerOfAct = (act: ScenarioAct): Caller | undefined => callerOf(act.as);

/** Is it within what can be rehearsed: from today on, in a county with enough townships? */
function faultOfFrame({ start, until, demo }: Scenario, today: string): { path: string[]; words: string } | undefined {
  if (start < today) return { path: ['start'], words: `推演只能从今天（${today}）或以后开始，收到的是 ${start}` };
  if (until < start) return { path: ['until'], words: `结束日期应不早于开始日期 ${start}，收到的是 ${until}` };
  const known = demo === undefined ? 0 : demoTownships(demo.county).length;
  if (demo === undefined || known >= demo.townships) return undefined;
  const words = `${divisionName(demo.county)}（${demo.county}）有 ${known} 个乡镇，少于 ${demo.townships} 个`;
  return { path: ['demo', 'townships'], words };
}

function faultOfAct(
  act: ScenarioAct,
  scenario: Scenario,
  names: ReadonlySet<string>,
): { field: string; words: string } | undefined {
  const operation = operationOf(act);
  if (operation === undefined)
    return { field: 'do', words: `没有“${act.do}”这一操作（应为“资源.操作”，例如 households.identify）` };
  if (callerOfAct(act) === undefined)
    return { field: 'as', words: `“${act.as}”不是单位编号（例如 party-committee:140423100）` };
  const day = act.on.slice(0, 10);
  if (day < scenario.start || day > scenario.until)
    return { field: 'on', words: `日期 ${day} 不在推演期间（${scenario.start} 至 ${scenario.until}）内` };
  if (operation.kind !== 'act') return undefined;
  if (act.case === undefined) return { field: 'do', words: `“${act.do}”应以 case 指明案件` };
  if (act.case.startsWith('$') && !names.has(act.case.slice(1)))
    return { field: 'case', words: `此前没有名为“${act.case.slice(1)}”的案件` };
  const isId = act.case.startsWith('$') || act.case.startsWith(`${caseIdPrefixes[operation.group.process]}:`);
  return isId ? undefined : { field: 'case', words: `案件编号应以“${caseIdPrefixes[operation.group.process]}:”开头` };
}

function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range && !isAlias(node)) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
