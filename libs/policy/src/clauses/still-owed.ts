import type { ClauseId } from './clauses';

/**
 * What obliging clauses ask for that is not carried out yet, where something of them already is. A clause of which nothing is carried
 * out needs no line here; one that is carried out whole has none.
 */
export const stillOwed: Readonly<Record<ClauseId, string>> = {
  'A-4.3': '各部门牵头的领域按半月报送、建立调度台账已实现；部门工作方案的登记尚未实现',
  'A-4.1': '包联领导列名并随案告知、督导包联县的周期职责已实现；市级方案、部门和乡镇排队、村级台账尚未实现',
  'C-2.2': '全覆盖培训期限和每人每年 12 天或 90 学时的核对已实现；县级培训方案报市驻村办审定尚未实现',
  'C-2.4': '年度助销额的核对、50 万元以上项目的风险预警已实现；公益岗位排查尚未实现',
  'C-2.5': '每日宣讲作为周期职责、每月“快问快答”已实现；口袋书发放、宣传画逐户悬挂标注尚未实现',
  'C-2.6': '年度帮扶工作计划作为周期职责已实现；计划指标的核对、驻乡镇工作队管理考核尚未实现',
  'C-2.7': '全程参加村“两委”会议作为周期职责已实现；抓党建、排查的登记尚未实现',
  'C-3.2': '每两月研究、到村调研等周期职责已实现；指定分管领导和责任部门的登记、向驻地了解日常表现尚未实现',
  'C-3.6': '体检、保险的期限和走访慰问、激励的登记已实现；按在岗天数计发补贴尚未实现',
};
