import { departments } from '@duban/policy/base/departments';
import { policyLineNames } from '@duban/policy/base/policy-lines';
import { policyAreaNames } from '@duban/policy/base/policy-areas';
import { inspectionKinds } from '@duban/policy/processes/inspection/inspection-acts';
import { listingGroundKinds } from '@duban/policy/processes/county-listing/listing-acts';
import { problemLists, problemSources } from '@duban/policy/processes/problem/problem-acts';
import { handRegister } from '@duban/policy/registers/hand-registers';
import type { RegisterKind } from '@duban/policy/case/register-kinds';
import type { FieldType } from '@duban/policy/registers/register-rules';
import { subsidyKinds } from '@duban/policy/processes/subsidy-campaign/subsidy-acts';

/** What a column of a register shows. Beyond what offices enter, cases keep lists of codes, and parts that only a page of their own can show. */
export interface RegisterColumn {
  name: string;
  title: string;
  type: FieldType | 'percent' | 'list' | 'parts';
  isOptional?: boolean;
  choices?: Readonly<Record<string, string>>;
}

type Column = Omit<RegisterColumn, 'name'>;
const column = (title: string, type: Column['type'] = 'text'): Column => ({ title, type });
const choice = (title: string, choices: Readonly<Record<string, string>>): Column => ({
  title,
  type: 'choice',
  choices,
});
const namesOf = (table: Readonly<Record<string, { name: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(table).map(([id, { name }]) => [id, name]));

const source = column('来源案件', 'code');

/** Registers that cases keep: the fields of their rows, in the order a reader wants them. */
export const caseRegisterFields: Readonly<Record<RegisterKind, Readonly<Record<string, Column>>>> = {
  attendance: { cadre: column('驻村干部编号', 'code'), days: column('每天的考勤', 'parts') },
  'village-day': { days: column('每天的工作', 'parts') },
  dispatch: {
    area: choice('政策领域', { overall: '综合', ...policyAreaNames }),
    rank: column('名次', 'count'),
    of: column('参加排队数', 'count'),
    progress: column('进度', 'percent'),
    problems: column('存在问题数', 'count'),
    closed: column('已定', 'truth'),
  },
  'dispatch-return': {
    area: choice('政策领域', policyAreaNames),
    department: choice('牵头部门', departments),
    places: column('报送地区数', 'count'),
    summary: column('情况综述'),
  },
  'policy-line': {
    policy: choice('政策', policyLineNames),
    department: choice('牵头部门', departments),
    of: column('应享受、应完成或计划数', 'number'),
    done: column('已享受、已完成或到位数', 'number'),
    none: column('应为零的数', 'number'),
    gap: column('差额', 'number'),
    words: column('情况'),
    name: column('政策名称'),
    clause: column('依据条款'),
    confirmedOn: column('确认日期', 'date'),
    carried: column('沿用上期', 'truth'),
  },
  'work-bulletin': {
    line: column('事项编号', 'code'),
    number: column('通报文号'),
    what: column('内容'),
    followUps: column('跟进次数', 'count'),
    solvedOn: column('解决日期', 'date'),
  },
  'area-interview': {
    because: column('约谈事由'),
    clause: column('依据条款'),
    session: column('约谈场次', 'code'),
    commitments: column('承诺事项数', 'count'),
    open: column('未兑现数', 'count'),
    renewed: column('延期次数', 'count'),
  },
  problem: {
    list: choice('排查类别', problemLists),
    what: column('问题内容'),
    source: choice('来源', problemSources),
    reference: column('来源文件'),
    persons: column('涉及人员编号', 'list'),
    due: column('整改期限', 'date'),
    setbacks: column('整改不到位次数', 'count'),
    repeatedlyUnrectifiedOn: column('屡次整改不到位', 'date'),
    recurringSince: column('屡改屡犯', 'date'),
    writtenOffOn: column('销账日期', 'date'),
    yuan: column('财政投资', 'yuan'),
  },
  inspection: {
    kind: choice('检查方式', namesOf(inspectionKinds)),
    scope: column('检查范围', 'place'),
    findings: column('发现问题数', 'count'),
    number: column('通报文号'),
  },
  'inspection-sample': {
    commitment: column('事先公布的承诺值', 'code'),
    seedHash: column('种子的哈希值', 'code'),
    size: column('抽取数量', 'count'),
    excludeMonths: column('排除近几个月已抽中的', 'count'),
    frame: column('抽样名单', 'parts'),
    excluded: column('排除的对象', 'list'),
    seed: column('种子', 'code'),
    publicValue: column('公开随机数', 'code'),
    drawn: column('抽中的对象', 'list'),
  },
  'inspection-finding': {
    number: column('通报文号'),
    what: column('问题'),
    persons: column('涉及的驻村干部', 'list'),
  },
  'spot-quiz': {
    cadre: column('驻村干部编号', 'code'),
    asked: column('提问题数', 'count'),
    correct: column('答对题数', 'count'),
  },
  'listing-leader': {
    leader: column('包联领导编号', 'code'),
    from: column('包联开始日期', 'date'),
    to: column('包联结束日期', 'date'),
  },
  'listing-ground': {
    kind: choice('依据类别', listingGroundKinds),
    what: column('依据内容'),
    caseId: column('线索所在案件', 'code'),
    key: column('线索编号', 'code'),
  },
  absence: { cadre: column('驻村干部编号', 'code') },
  subsidy: {
    subsidy: choice('补贴补助', namesOf(subsidyKinds)),
    entitled: column('应享受', 'count'),
    applied: column('已申请', 'count'),
    missing: column('未申请', 'count'),
    approved: column('审核通过', 'count'),
    refused: column('审核不通过', 'count'),
    paid: column('已发放', 'count'),
    yuan: column('发放金额', 'yuan'),
    notApplied: column('未申请人员编号', 'list'),
    unpaid: column('尚未发放人员编号', 'list'),
  },
  contest: {
    rank: column('名次', 'count'),
    of: column('参加排名县数', 'count'),
    total: column('总分', 'number'),
    isKey: column('重点帮扶县', 'truth'),
    parts: column('各项得分', 'parts'),
    chances: column('怎样会改变名次', 'parts'),
  },
  ground: { kind: choice('依据类别', listingGroundKinds), what: column('依据内容'), source },
};

/** The columns of a register, in the order of its fields: as offices enter them, or as cases keep them. */
export function registerColumns(kind: string): RegisterColumn[] {
  const byHand = handRegister(kind);
  if (byHand !== undefined) {
    return Object.entries(byHand.fields).map(([name, { name: title, type, optional, choices }]) => ({
      name,
      title,
      type,
      isOptional: optional === true,
      ...(choices !== undefined && { choices }),
    }));
  }
  const fields = Object.hasOwn(caseRegisterFields, kind) ? caseRegisterFields[kind as RegisterKind] : {};
  return Object.entries(fields).map(([name, rest]) => ({ name, ...rest }));
}
