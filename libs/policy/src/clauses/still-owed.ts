import type { ClauseId } from './clauses';

/**
 * What obliging clauses ask for that is not carried out yet, where something of them already is. A clause of which nothing is carried
 * out needs no line here; one that is carried out whole has none.
 */
export const stillOwed: Readonly<Record<ClauseId, string>> = {
  'A-3.4': '因逾期列入通报批评的建议名单已自动归集；三级办公室每月编发通报、对受批评单位跟进到底尚未实现',
  'A-3.6': '屡次整改不到位的问责建议已实现；专项巡查的计划、发现问题和督导整改尚未实现',
  'A-3.7': '挂牌依据由省级填报；问题屡改屡犯、常态化排名末位自动成为依据尚未实现',
  'A-4.1': '包联领导列名并随案告知已实现；市级方案、部门和乡镇排队、村级台账尚未实现',
  'B-3.3': '作为挂牌依据已实现；半月调度、每月通报、双月约谈、季度巡查尚未实现',
  'C-2.1': '选派审核、召回、补派已实现；省驻村办 6—7 月的暗访抽查尚未实现',
  'C-2.2': '培训登记已实现；全覆盖期限和每人每年 12 天或 90 学时的核对尚未实现',
  'C-2.3': '签字与否的登记已实现；每月走访、每季遍访作为周期责任尚未实现',
  'C-2.4': '助销登记已实现；年度助销额核对、50 万元以上项目预警、公益岗位排查尚未实现',
  'C-3.2': '任职结束的登记已实现；每两月研究、到村调研等周期责任尚未实现',
  'C-3.3': '考勤、请销假、会议的登记已实现；每周例会、五天四夜作为周期责任尚未实现',
  'C-3.6': '走访慰问和激励的登记已实现；体检、保险的期限和按在岗天数计发补贴尚未实现',
};
