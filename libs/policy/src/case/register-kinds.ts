import type { ClauseId } from '../base/clauses/clauses';
import type { Json } from '../base/json';
import type { OfficeId, Territory } from '../base/office';
import type { CivilDate } from '../dates/civil-date';

/** What a register (台账) holds one kind of. */
export interface RegisterKindTerms {
  title: string;
  clause: ClauseId;
  /** What a row's state is called on screens. */
  states: Readonly<Record<string, string>>;
}

const kind = (title: string, clause: ClauseId, states: RegisterKindTerms['states']): RegisterKindTerms => ({
  title,
  clause,
  states,
});

/** Every register kept by cases or by hand; the name runs through the ledger, the API and the screens. */
export const registerKinds = {
  dispatch: kind('政策落实情况调度台账', 'A-3.3', { ranked: '已排队', lagging: '落后', missing: '未报' }),
  'dispatch-return': kind('牵头部门调度报送', 'A-3.3', { filed: '按期报送', late: '逾期报送', missing: '未报' }),
  'policy-line': kind('部门政策落实台账', 'A-3.3', {
    pending: '待确认',
    missing: '未确认',
    confirmed: '已确认',
    found: '已确认，存在问题',
  }),
  'work-bulletin': kind('政策落实情况通报的表扬和批评', 'A-3.4', {
    praised: '表扬',
    criticised: '批评，跟进中',
    solved: '批评，已解决',
    withdrawn: '已更正撤销',
  }),
  'area-interview': kind('约谈提醒', 'A-3.5', {
    summoned: '待约谈',
    'following-up': '承诺事项跟进中',
    settled: '已办结',
    cancelled: '已取消',
  }),
  problem: kind('问题台账', 'C-2.end', {
    found: '待研究整改',
    upward: '已书面上报',
    rectifying: '整改中',
    reported: '待核查',
    'written-off': '已销账',
    withdrawn: '已撤销',
  }),
  inspection: kind('督导检查', 'A-3.6', {
    planned: '已计划',
    drawn: '已抽取样本',
    running: '检查中',
    'following-up': '举一反三排查中',
    concluded: '已印发通报',
    settled: '已办结',
    cancelled: '已取消',
  }),
  'inspection-sample': kind('抽样记录', 'A-3.6', { committed: '已公布种子哈希', drawn: '已公布种子和样本' }),
  'inspection-finding': kind('检查通报点到的驻村干部', 'C-3.4', { stands: '已通报', withdrawn: '已更正撤销' }),
  'spot-quiz': kind('快问快答答题情况', 'C-2.5', { 'all-correct': '全部答对', 'some-wrong': '有答错' }),
  'listing-ground': kind('已确认的挂牌依据', 'A-3.7', { confirmed: '已挂牌' }),
  'listing-leader': kind('挂牌县包联领导', 'A-3.7', { named: '已登记' }),
  attendance: kind('考勤', 'C-3.1', { marked: '已登记' }),
  'village-day': kind('村当日工作', 'C-3.1', { said: '已登记' }),
  absence: kind('无故脱岗', 'C-3.7', { absent: '脱岗', excused: '已补假' }),
  subsidy: kind('补贴补助发放情况', 'B-2.3.4', { open: '发放中', complete: '应发尽发' }),
  contest: kind('大比拼排名', 'A-3.1', { ranked: '已排名', unranked: '未排名' }),
  ground: kind('挂牌依据线索', 'A-3.7', { proposed: '待省级确认', withdrawn: '已撤销' }),
} as const satisfies Record<string, RegisterKindTerms>;
export type RegisterKind = keyof typeof registerKinds;

/** A row of a register, replaced as a whole when it changes. No personal data: people and households by their codes. */
export interface RegisterRow {
  kind: RegisterKind;
  territory: Territory;
  /** Natural period or year it belongs to, where there is one. */
  period: string | null;
  /** Who answers for it. */
  owner: OfficeId | null;
  on: CivilDate;
  /** One of the kind's states. */
  state: string;
  body: { readonly [field: string]: Json };
}
