import type { ClauseId } from './clauses';

/**
 * What obliging clauses ask for that is not carried out yet, where something of them already is. A clause of which nothing is carried
 * out needs no line here; one that is carried out whole has none.
 */
export const stillOwed: Readonly<Record<ClauseId, string>> = {
  'C-2.4': '年度助销额、50 万元以上项目的风险预警、公益岗位和项目资产排查已实现；补贴发放和务工就业村级台账尚未实现',
  'B-2.3.4': '就业帮扶基地阶梯式奖补已实现；交通补贴、稳岗补助的申请和发放尚未实现',
  'A-2.3': '公益岗位、帮扶车间、搬迁家庭就业已实现；交通补贴、稳岗补助的发放尚未实现',
};
