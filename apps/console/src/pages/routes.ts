import type { RouteRecordRaw } from 'vue-router';
import type { ListedProcess } from './cases/ProcessListPage.vue';

const processList = () => import('./cases/ProcessListPage.vue');
const generalCase = () => import('./cases/GeneralCasePage.vue');

const listed = (path: string, title: string, about: ListedProcess): RouteRecordRaw => ({
  path,
  component: processList,
  meta: { title, listed: about },
});

/** Every page, loaded when it is opened. */
export const pageRoutes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./home/HomePage.vue'), meta: { title: '工作台' } },
  { path: '/messages', component: () => import('./messages/MessagesPage.vue'), meta: { title: '消息' } },
  { path: '/cockpit', component: () => import('./cockpit/CockpitPage.vue'), meta: { title: '驾驶舱' } },
  { path: '/households', component: () => import('./households/HouseholdsPage.vue'), meta: { title: '防返贫监测' } },
  { path: '/households/:caseId', component: () => import('./households/HouseholdPage.vue'), meta: { title: '监测户' } },
  { path: '/listings', component: () => import('./listings/ListingsPage.vue'), meta: { title: '挂牌督办' } },
  { path: '/listings/:caseId', component: () => import('./listings/ListingPage.vue'), meta: { title: '挂牌督办' } },
  { path: '/months', component: () => import('./months/MonthsPage.vue'), meta: { title: '月度考核' } },
  { path: '/cadres', component: () => import('./cadres/CadresPage.vue'), meta: { title: '驻村干部' } },
  { path: '/cadres/:caseId', component: () => import('./cadres/CadrePage.vue'), meta: { title: '驻村干部' } },
  { path: '/duties', component: () => import('./duties/DutiesPage.vue'), meta: { title: '履职台账' } },
  {
    path: '/village-day',
    component: () => import('./village-day/VillageDayPage.vue'),
    meta: { title: '今日登记' },
  },
  { path: '/dispatches', component: () => import('./dispatches/DispatchesPage.vue'), meta: { title: '半月调度' } },
  {
    path: '/dispatches/:caseId',
    component: () => import('./dispatches/DispatchPage.vue'),
    meta: { title: '半月调度' },
  },
  { path: '/bulletins', component: () => import('./bulletins/BulletinsPage.vue'), meta: { title: '通报' } },
  { path: '/bulletins/:caseId', component: () => import('./bulletins/BulletinPage.vue'), meta: { title: '通报' } },
  { path: '/interviews', component: () => import('./interviews/InterviewsPage.vue'), meta: { title: '约谈' } },
  { path: '/interviews/:caseId', component: () => import('./interviews/InterviewPage.vue'), meta: { title: '约谈' } },
  { path: '/inspections', component: () => import('./inspections/InspectionsPage.vue'), meta: { title: '督导检查' } },
  {
    path: '/inspections/:caseId',
    component: () => import('./inspections/InspectionPage.vue'),
    meta: { title: '督导检查' },
  },
  { path: '/problems', component: () => import('./problems/ProblemsPage.vue'), meta: { title: '问题台账' } },
  { path: '/problems/:caseId', component: () => import('./problems/ProblemPage.vue'), meta: { title: '问题整改' } },
  { path: '/contests', component: () => import('./contests/ContestsPage.vue'), meta: { title: '大比拼' } },
  { path: '/contests/:caseId', component: () => import('./contests/ContestPage.vue'), meta: { title: '大比拼' } },
  { path: '/subsidies', component: () => import('./subsidies/SubsidiesPage.vue'), meta: { title: '补贴补助' } },
  { path: '/subsidies/:caseId', component: () => import('./subsidies/SubsidyPage.vue'), meta: { title: '补贴补助' } },
  { path: '/posts', component: () => import('./posts/PostsPage.vue'), meta: { title: '公益岗位' } },
  { path: '/workshops', component: () => import('./workshops/WorkshopsPage.vue'), meta: { title: '帮扶车间' } },
  { path: '/registers', component: () => import('./registers/RegistersPage.vue'), meta: { title: '其他台账' } },
  { path: '/registers/:kind', component: () => import('./registers/RegisterPage.vue'), meta: { title: '台账' } },
  { path: '/cycles', component: () => import('./cycles/CyclesPage.vue'), meta: { title: '督办周期' } },
  { path: '/cycles/:caseId', component: () => import('./cycles/CyclePage.vue'), meta: { title: '督办周期' } },
  { path: '/policy', component: () => import('./policy/PolicyPage.vue'), meta: { title: '政策集' } },
  { path: '/rehearsals', component: () => import('./rehearsals/RehearsalsPage.vue'), meta: { title: '推演' } },
  {
    path: '/rehearsals/compare',
    component: () => import('./rehearsals/ComparisonPage.vue'),
    meta: { title: '两次推演对比' },
  },
  { path: '/rehearsals/:id', component: () => import('./rehearsals/RehearsalPage.vue'), meta: { title: '推演结果' } },
  { path: '/clauses', component: () => import('./clauses/ClausesPage.vue'), meta: { title: '条款落实' } },
  { path: '/system', component: () => import('./system/SystemPage.vue'), meta: { title: '系统' } },
  listed('/accountabilities', '问责追责', {
    process: 'accountability',
    resource: 'accountabilities',
    empty: '没有问责追责程序',
    hint: '对连续两次挂牌督办的县，系统自动启动问责追责程序（A-3.7）。',
  }),
  { path: '/cases/:caseId', component: generalCase, meta: { title: '案件' } },
];
