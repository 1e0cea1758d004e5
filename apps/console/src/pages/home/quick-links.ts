import type { OfficeKind } from '@duban/policy/base/office';
import type { Session } from '../../api/session';

export interface QuickLink {
  path: string;
  title: string;
  hint: string;
}

const cockpit = { path: '/cockpit', title: '驾驶舱', hint: '期限、排名、地图' };
const listings = { path: '/listings', title: '挂牌督办', hint: '距验收天数、问题销号' };
const problems = { path: '/problems', title: '问题台账', hint: '整改、核查、销账' };
const households = { path: '/households?deadline=overdue', title: '逾期的监测户', hint: '认定、计划、措施' };
const dispatches = { path: '/dispatches', title: '半月调度', hint: '上半月、下半月各一次' };
const months = { path: '/months', title: '月任务清单和考核排队', hint: '每月 5 日前下发、印发' };
const duties = { path: '/duties', title: '履职台账', hint: '逐人逐项登记' };
const villageDay = { path: '/village-day', title: '今日登记', hint: '考勤、走访、会议、广播' };
const cadres = { path: '/cadres', title: '驻村干部', hint: '考勤、提醒、约谈、召回' };
const interviews = { path: '/interviews', title: '约谈', hint: '待约谈、待反馈' };
const inspections = { path: '/inspections', title: '督导检查', hint: '抽样、检查、通报' };

type Links = readonly QuickLink[];
const toIdentify = { path: '/households?stage=reported', title: '待认定的监测户', hint: '15 日内履行认定程序' };
const overseers: Links = [households, dispatches, listings, cockpit];
const provincial: Links = [listings, cockpit, dispatches, households];

/** By kind, with what is different for the province or the county. */
const byKind: Readonly<Partial<Record<OfficeKind, { usual: Links; province?: Links; county?: Links }>>> = {
  'stationing-office': {
    usual: [inspections, cadres, problems, cockpit],
    county: [months, cadres, inspections, problems],
  },
  'leading-group-office': { usual: overseers, province: provincial },
  'province-group': { usual: provincial },
  'revitalization-bureau': { usual: [toIdentify, households, dispatches] },
  'organization-department': { usual: [interviews, cadres] },
  'dispatching-unit': { usual: [cadres, duties] },
  'inspection-team': { usual: [inspections, problems, listings] },
  department: { usual: [dispatches, problems] },
};

/** Where an office goes most days, by what it is. The township's score sheet and the village's visit have links of their own. */
export function quickLinksOf({ kind, level }: Pick<Session, 'kind' | 'level'>): Links {
  if (level === 'village')
    return [villageDay, duties, { path: '/households', title: '本村监测户', hint: '一户一档' }, problems];
  if (level === 'township') return [households, duties, problems, cadres];
  const found = byKind[kind] ?? { usual: [cockpit, listings, problems] };
  return (level === 'province' ? found.province : level === 'county' ? found.county : undefined) ?? found.usual;
}
