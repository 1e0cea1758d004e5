/** One thing the api does beside the acts on cases: the controllers in `ledger/`, `policy/`, `persons/` and `webhooks/` carry them out. */
export interface DeskOperation {
  /** Default: get. */
  method?: 'post' | 'put' | 'delete';
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  /** Query parameters with what they mean. */
  query: Readonly<Record<string, string>>;
  /** Fields of the body, with what they mean. */
  body?: Readonly<Record<string, string>>;
}

const paging = { limit: '每页条数（1–200，默认 50）', after: '上一页的 next' };

export const deskOperations: readonly DeskOperation[] = [
  {
    path: '/api/v1/cases',
    operationId: 'cases.list',
    tag: 'ledger',
    summary: '案件列表',
    query: {
      territory: '地区代码前缀',
      process: '流程',
      stage: '环节',
      ended: 'true / false',
      policyVersion: '政策版本',
      fact: '事实，如 watched=true',
      ...paging,
    },
  },
  { path: '/api/v1/cases/{caseId}', operationId: 'cases.get', tag: 'ledger', summary: '一案全貌：环节、期限与事实', query: {} },
  { path: '/api/v1/cases/{caseId}/timeline', operationId: 'cases.timeline', tag: 'ledger', summary: '案件时间线：登记与系统自动事项', query: paging },
  { path: '/api/v1/cases/{caseId}/verification', operationId: 'cases.verify', tag: 'ledger', summary: '核验该案登记的哈希链', query: {} },
  {
    path: '/api/v1/deadlines',
    operationId: 'deadlines.list',
    tag: 'ledger',
    summary: '期限列表（最早到期在前）',
    query: {
      territory: '地区代码前缀',
      process: '流程',
      state: 'open near due-today overdue met met-late suspended dropped',
      dueFrom: '到期日自',
      dueTo: '到期日至',
      owner: '责任单位',
      ...paging,
    },
  },
  {
    path: '/api/v1/cases/{caseId}/deadlines/{deadlineId}/explanation',
    operationId: 'deadlines.explain',
    tag: 'ledger',
    summary: '为什么是这一天：条款原文与逐日计算',
    query: {},
  },
  { path: '/api/v1/inbox', operationId: 'inbox.list', tag: 'ledger', summary: '本单位收件箱', query: { unread: 'true 只看未读', ...paging } },
  { path: '/api/v1/statistics', operationId: 'statistics.byArea', tag: 'ledger', summary: '按地区统计', query: { territory: '地区代码前缀' } },
  {
    path: '/api/v1/bulletins',
    operationId: 'bulletins.list',
    tag: 'ledger',
    summary: '已印发的通报和调度报告（原样保存，更正另发全文）',
    query: { county: '地区代码前缀', month: '月份', process: '流程：monthly-assessment（默认，考核通报）、work-bulletin、dispatch 等', caseId: '案件编号' },
  },
  {
    path: '/api/v1/rankings',
    operationId: 'rankings.list',
    tag: 'ledger',
    summary: '考核排队',
    query: { scope: '县或乡镇代码（必填）', month: '月份（必填）' },
  },
  {
    path: '/api/v1/candidates',
    operationId: 'candidates.list',
    tag: 'ledger',
    summary: '通报批评候选（地区与部门）',
    query: { territory: '地区代码前缀', withdrawn: 'true 只看已撤回' },
  },
  {
    path: '/api/v1/duties',
    operationId: 'duties.list',
    tag: 'ledger',
    summary: '周期性职责：各单位各期的完成情况，逐人逐项',
    query: {
      territory: '地区代码前缀',
      owner: '责任单位',
      duty: '职责',
      period: '期次',
      dueFrom: '截止日自',
      dueTo: '截止日至',
      missing: 'true 只看未完成',
      ...paging,
    },
  },
  {
    path: '/api/v1/duties/fulfilment',
    operationId: 'duties.fulfilment',
    tag: 'ledger',
    summary: '周期性职责完成率，按单位、职责、期次或地区',
    query: { by: 'office duty period area（必填）', territory: '地区代码前缀', duty: '职责', period: '期次', dueFrom: '截止日自', dueTo: '截止日至' },
  },
  { path: '/api/v1/duties/catalogue', operationId: 'duties.catalogue', tag: 'ledger', summary: '周期性职责目录：谁、做什么、多久一次、依据哪条', query: {} },
  {
    path: '/api/v1/dispatches/yearly',
    operationId: 'dispatches.yearly',
    tag: 'ledger',
    summary: '全年调度台账（年度考核依据）：各地平均进度、第一与落后次数、未报次数',
    query: { year: '年份（必填）', territory: '地区代码前缀' },
  },
  {
    path: '/api/v1/listings/grounds',
    operationId: 'listings.grounds',
    tag: 'ledger',
    summary: '待省级确认的挂牌依据线索（屡改屡犯、巡查发现、排名末位等）；挂牌时以 confirms 引用',
    query: { county: '地区代码前缀' },
  },
  { path: '/api/v1/inspections/{caseId}/sample', operationId: 'inspections.sample', tag: 'ledger', summary: '抽样记录：据此任何人可重新计算样本', query: {} },
  { path: '/api/v1/registers', operationId: 'registers.catalogue', tag: 'ledger', summary: '台账目录', query: {} },
  {
    path: '/api/v1/registers/{kind}',
    operationId: 'registers.list',
    tag: 'ledger',
    summary: '一种台账的各行，最新在前',
    query: { territory: '地区代码前缀', owner: '责任单位', period: '期次或年度', state: '状态', from: '日期自', to: '日期至', ...paging },
  },
  {
    path: '/api/v1/registers/{kind}/counts',
    operationId: 'registers.counts',
    tag: 'ledger',
    summary: '一种台账按地区、期次、责任单位或状态计数',
    query: { by: 'area period owner state（必填）', territory: '地区代码前缀', period: '期次或年度', from: '日期自', to: '日期至' },
  },
  { path: '/api/v1/clauses', operationId: 'clauses.list', tag: 'policy', summary: '条款目录', query: {} },
  { path: '/api/v1/clauses/coverage', operationId: 'clauses.coverage', tag: 'policy', summary: '各条款由哪些规则、流程、操作和测试落实', query: {} },
  { path: '/api/v1/clauses/{id}', operationId: 'clauses.get', tag: 'policy', summary: '一条条款的原文', query: {} },
  { path: '/api/v1/policy-sets', operationId: 'policySets.list', tag: 'policy', summary: '政策集及其版本，每个数值的条款依据', query: {} },
  {
    method: 'post',
    path: '/api/v1/policy-sets',
    operationId: 'policySets.change',
    tag: 'policy',
    summary: '调整政策集（省级）：新版本用于新案件；明令的，未结案件一并重算期限',
    query: {},
    body: { changes: '设置名称与新值', reason: '理由', applyToOpen: 'true 适用于未结案件，false 只适用于新案件' },
  },
  { method: 'post', path: '/api/v1/inbox/{id}/read', operationId: 'inbox.read', tag: 'ledger', summary: '标记已读', query: {} },
  {
    method: 'put',
    path: '/api/v1/persons/{id}',
    operationId: 'persons.put',
    tag: 'persons',
    summary: '登记人员身份信息（加密保存）',
    query: {},
    body: { name: '姓名', idNumber: '身份证号码，可不填' },
  },
  { path: '/api/v1/persons/{id}', operationId: 'persons.get', tag: 'persons', summary: '查询人员身份信息（县、乡、村）', query: {} },
  { path: '/api/v1/webhooks', operationId: 'webhooks.list', tag: 'webhooks', summary: '本单位的消息推送地址', query: {} },
  {
    method: 'put',
    path: '/api/v1/webhooks/{name}',
    operationId: 'webhooks.save',
    tag: 'webhooks',
    summary: '登记消息推送地址（县级以上）：返回的签名密钥只显示这一次，再次登记即更换',
    query: {},
    body: { url: 'http:// 或 https:// 开头的地址' },
  },
  { method: 'delete', path: '/api/v1/webhooks/{name}', operationId: 'webhooks.stop', tag: 'webhooks', summary: '停止推送', query: {} },
];
