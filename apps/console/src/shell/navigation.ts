import type { Level, OfficeKind } from '@duban/policy/base/office';
import type { Session } from '../api/session';

export interface NavigationItem {
  path: string;
  title: string;
  /** Who has work there; everybody where nothing is said. */
  levels?: readonly Level[];
  kinds?: readonly OfficeKind[];
}

export interface NavigationGroup {
  title: string;
  items: readonly NavigationItem[];
}

const upper: readonly Level[] = ['province', 'city', 'county'];
const aboveVillage: readonly Level[] = ['province', 'city', 'county', 'township'];

/** Whoever says a village's day, or looks at it. */
const villageDayOffices: readonly OfficeKind[] = ['village-party-secretary', 'village-committee', 'party-committee'];

/** Every page of the console, in the order an office works. Accounts, imports, exports and audit come after “系统”. */
export const navigation: readonly NavigationGroup[] = [
  {
    title: '今日',
    items: [
      { path: '/', title: '工作台' },
      { path: '/messages', title: '消息' },
      { path: '/cockpit', title: '驾驶舱', levels: upper },
    ],
  },
  {
    title: '督办',
    items: [
      { path: '/households', title: '防返贫监测' },
      { path: '/listings', title: '挂牌督办', levels: upper },
      { path: '/months', title: '月度考核', levels: aboveVillage },
      { path: '/cadres', title: '驻村干部' },
      { path: '/duties', title: '履职台账' },
      { path: '/village-day', title: '今日登记', levels: ['township', 'village'], kinds: villageDayOffices },
    ],
  },
  {
    title: '推动落实',
    items: [
      { path: '/dispatches', title: '半月调度', levels: upper },
      { path: '/bulletins', title: '通报', levels: aboveVillage },
      { path: '/interviews', title: '约谈', levels: upper },
      { path: '/inspections', title: '督导检查', levels: upper },
      { path: '/problems', title: '问题台账' },
      { path: '/contests', title: '大比拼', levels: upper },
    ],
  },
  {
    title: '到户到人',
    items: [
      { path: '/subsidies', title: '补贴补助' },
      { path: '/posts', title: '公益岗位' },
      { path: '/workshops', title: '帮扶车间', levels: aboveVillage },
      { path: '/registers', title: '其他台账' },
    ],
  },
  {
    title: '制度',
    items: [
      { path: '/cycles', title: '督办周期', levels: upper },
      { path: '/policy', title: '政策集' },
      { path: '/rehearsals', title: '推演', levels: upper },
      { path: '/clauses', title: '条款落实' },
      { path: '/system', title: '系统', levels: ['province'], kinds: ['leading-group-office'] },
    ],
  },
];

/** What an office sees in its navigation. */
export const navigationOf = ({ level, kind }: Pick<Session, 'level' | 'kind'>): NavigationGroup[] =>
  navigation
    .map((group) => ({
      ...group,
      items: group.items.filter(
        ({ levels, kinds }) => (levels?.includes(level) ?? true) && (kinds?.includes(kind) ?? true),
      ),
    }))
    .filter(({ items }) => items.length > 0);
