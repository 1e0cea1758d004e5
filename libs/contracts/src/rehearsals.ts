import { judgeChanges, type PolicyRef, type Settings } from '@duban/policy/settings/policy-set';
import type { Territory } from '@duban/policy/base/office';
import { addDays, addMonths, type CivilDate } from '@duban/policy/dates/civil-date';
import { refuse, type Refusal } from '@duban/policy/base/verdict';
import { z } from 'zod';
import { childrenOf, divisionName } from './divisions';
import { civilDate, line, oneOf, territoryCode } from './fields';
import { readInput } from './read-input';

/** What an official may change about the ordinary months of a county before they are rehearsed. */
export interface WhatIfs {
  cadres: number;
  households: number;
  lateTownships: number;
  lateTownshipsHow: 'late' | 'never';
  lateHouseholds: number;
  absentCadres: number;
  lowCadres: number;
  withDuties: boolean;
  withSupervision: boolean;
  policyChanges: Record<string, unknown>;
}
export type WhatIfId = keyof WhatIfs;

interface Common<Value> {
  name: string;
  explanation: string;
  default: Value;
}
type CountForm = Common<number> & { form: 'count' | 'share'; unit: string; least: number; most: number; step: number };
type ChoiceForm = Common<string> & { form: 'choice'; choices: Readonly<Record<string, string>> };
/** Everything a form needs to ask for a what-if. */
export type WhatIf =
  | CountForm
  | ChoiceForm
  | (Common<boolean> & { form: 'switch' })
  | (Common<Record<string, unknown>> & { form: 'settings' });

const count = (
  name: string,
  unit: string,
  [least, most, standard]: readonly [number, number, number],
  explanation: string,
): CountForm => ({
  name,
  form: 'count',
  unit,
  least,
  most,
  step: 1,
  default: standard,
  explanation,
});

/** What can be varied, in the order a form asks for it. */
export const whatIfs = {
  cadres: count('驻村干部人数', '人', [10, 300, 120], '全县驻村干部人数，轮流派到各乡镇各村。'),
  households: count('监测对象户数', '户', [5, 300, 60], '前两个月内陆续收到线索的户数。'),
  lateTownships: count(
    '迟报考核打分的乡镇',
    '个',
    [0, 40, 1],
    '每三个月有一个月（推演不足三个月的，每月）有这么多乡镇没有按期报送考核打分。',
  ),
  lateTownshipsHow: {
    name: '迟报方式',
    form: 'choice',
    choices: { late: '迟报（次月9日才报）', never: '始终不报' },
    default: 'late',
    explanation: '迟报的乡镇是晚几天报送，还是一直不报。',
  },
  lateHouseholds: {
    name: '监测对象办理逾期比例',
    form: 'share',
    unit: '',
    least: 0,
    most: 1,
    step: 0.05,
    default: 0.1,
    explanation: '认定识别逾期的户所占比例；制定帮扶计划、落实帮扶措施各有同样比例的户逾期。',
  },
  absentCadres: count(
    '两次无故脱岗的干部',
    '人',
    [0, 50, 1],
    '第25天和第70天前后各有一次无故脱岗；推演较短的，第二次提前到期末。',
  ),
  lowCadres: count(
    '连续两月排名靠后的干部',
    '人',
    [0, 50, 2],
    '头两个考核月打分最低；是否算作靠后，按政策参数中的靠后比例认定。',
  ),
  withDuties: {
    name: '按期登记周期性职责',
    form: 'switch',
    default: true,
    explanation: '开：各单位按期登记履职（只有一个乡镇有一周补办）。关：谁也不登记，到期即逾期。',
  },
  withSupervision: {
    name: '按期办理调度、通报和检查',
    form: 'switch',
    default: true,
    explanation: '开：半月调度、通报、检查、补贴都按期办理。关：都不办理，到期即逾期。',
  },
  policyChanges: {
    name: '调整政策参数',
    form: 'settings',
    default: {},
    explanation: '在现行政策参数之上改几个数再推演，现行参数不受影响；名称和取值范围同政策集。',
  },
} as const satisfies { [Id in WhatIfId]: WhatIf };

function valueOf(whatIf: WhatIf): z.ZodType {
  switch (whatIf.form) {
    case 'count':
    case 'share': {
      const words = `应为${whatIf.least}–${whatIf.most}之间的${whatIf.form === 'count' ? '整数' : '数'}`;
      const number = z.number(words).min(whatIf.least, words).max(whatIf.most, words);
      return (whatIf.form === 'count' ? number.int(words) : number).default(whatIf.default);
    }
    case 'choice':
      return oneOf(whatIf.choices).default(whatIf.default);
    case 'switch':
      return z.boolean().default(whatIf.default);
    case 'settings':
      return z.record(z.string(), z.unknown()).default(whatIf.default);
  }
}

const whatIfsSchema = z.strictObject(
  Object.fromEntries(Object.entries(whatIfs).map(([id, whatIf]) => [id, valueOf(whatIf)])),
);

/** The county's ordinary months with nothing changed. */
export const ordinary = (): WhatIfs => whatIfsSchema.parse({}) as unknown as WhatIfs;

export const mostMonths = 12;
export const mostWaiting = 3;
const months = `应为 1–${mostMonths} 的整数`;

/** An order as an office sends it. */
export const rehearsalBody = z.strictObject({
  county: territoryCode(6, '县级'),
  start: civilDate.optional(),
  months: z.number(months).int(months).min(1, months).max(mostMonths, months),
  title: line(1, 60).optional(),
  whatIfs: whatIfsSchema.default(() => ordinary() as never),
});

/** What is rehearsed: a county's months from a day on, with what is varied, under the policy in force when it was ordered. */
export interface RehearsalOrder {
  title: string;
  county: Territory;
  start: CivilDate;
  until: CivilDate;
  months: number;
  whatIfs: WhatIfs;
  policy: PolicyRef;
}

/** The last day of so many months from a day on. */
export const lastDayAfter = (start: CivilDate, monthCount: number): CivilDate =>
  addDays(addMonths(start, monthCount), -1);

/** What is wrong with an order as a whole; each of its fields is in order by itself. */
export function faultOfOrder(
  { county, start, whatIfs: chosen, policy }: RehearsalOrder,
  today: CivilDate,
): Refusal | undefined {
  if (start < today)
    return refuse('OUT_OF_RANGE', 'A-0', `推演只能从今天（${today}）或以后开始，收到的是 ${start}。`, 'start');
  const latest = addMonths(today, 60);
  if (start > latest)
    return refuse('OUT_OF_RANGE', 'A-0', `推演应在五年之内（${latest} 以前）开始，收到的是 ${start}。`, 'start');
  const townships = childrenOf(county).length;
  if (townships === 0) return refuse('UNKNOWN_SUBJECT', 'A-0', `区划目录中没有 ${county} 的乡镇，请核对。`, 'county');
  if (chosen.lateTownships > townships)
    return refuse(
      'OUT_OF_RANGE',
      'C-3.5',
      `${divisionName(county)}有 ${townships} 个乡镇，迟报的不能多于此数，收到的是 ${chosen.lateTownships}。`,
      'whatIfs.lateTownships',
    );
  const singled = chosen.absentCadres + chosen.lowCadres;
  if (singled > chosen.cadres)
    return refuse(
      'OUT_OF_RANGE',
      'C-3.7',
      `脱岗和靠后的干部合计应不多于驻村干部人数（${chosen.cadres}），收到的是 ${singled}。`,
      'whatIfs.absentCadres',
    );
  return faultOfPolicy(policy.set, changesOf({ policy, whatIfs: chosen }));
}

/** Judged together with the version in force: two numbers may fit only with each other. */
function faultOfPolicy(set: string, changes: Record<string, unknown>): Refusal | undefined {
  const verdict = judgeChanges(changes, set);
  if (verdict.admitted) return undefined;
  return {
    ...verdict,
    field: verdict.field === undefined ? 'whatIfs.policyChanges' : `whatIfs.policyChanges.${verdict.field}`,
  };
}

/** The settings a rehearsal runs by. */
export const changesOf = ({
  policy,
  whatIfs: chosen,
}: Pick<RehearsalOrder, 'policy' | 'whatIfs'>): Partial<Settings> => ({
  ...policy.changes,
  ...(chosen.policyChanges as Partial<Settings>),
});

/** What-ifs as stored, with today's default for each that was not known then. */
export function whatIfsOf(stored: object): WhatIfs {
  const reading = readInput(whatIfsSchema, stored);
  return reading.isSound ? (reading.value as unknown as WhatIfs) : { ...ordinary(), ...(stored as Partial<WhatIfs>) };
}

/** How far an order has come. */
export const rehearsalStates = {
  waiting: '排队中',
  running: '推演中',
  done: '已完成',
  failed: '未能完成',
  cancelled: '已取消',
} as const;
export type RehearsalState = keyof typeof rehearsalStates;

/** What a rehearsed day consists of. */
export const rehearsedKinds = {
  'deadline-due': '期限到期',
  overdue: '逾期',
  reminder: '到期提醒',
  notice: '告知送达',
  act: '办理登记',
  refused: '登记被退回',
  opened: '立案',
  'case-started': '启动案件',
  'deadline-started': '期限起算',
  'deadline-met': '期限办结',
  'deadline-changed': '期限变更',
  ended: '结案',
  register: '手工台账',
  message: '关联案件告知',
  system: '系统事项',
} as const;
export type RehearsedKind = keyof typeof rehearsedKinds;

const kindByName: Readonly<Record<string, RehearsedKind>> = {
  opened: 'opened',
  'case-started': 'case-started',
  'deadline-started': 'deadline-started',
  'deadline-met': 'deadline-met',
  'deadline-dropped': 'deadline-changed',
  'deadline-moved': 'deadline-changed',
  'deadline-suspended': 'deadline-changed',
  'deadline-resumed': 'deadline-changed',
  'deadline-reopened': 'deadline-changed',
  'notice-sent': 'notice',
  'message-sent': 'message',
  'message-taken-back': 'message',
  'message-ignored': 'message',
  ended: 'ended',
};

/** Which kind an entry of the ledger is shown as. */
export function rehearsedKindOf({
  name,
  process,
  by,
  rung,
}: {
  name: string;
  process: string;
  by: string;
  rung?: number | undefined;
}): RehearsedKind {
  if (process === 'register') return 'register';
  if (name === 'rung-fired') return (rung ?? 0) > 0 ? 'overdue' : 'reminder';
  return (Object.hasOwn(kindByName, name) ? kindByName[name] : undefined) ?? (by === 'system' ? 'system' : 'act');
}
