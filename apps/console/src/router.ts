import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { session } from './api/session';
import { pageRoutes } from './pages/routes';

const routes: RouteRecordRaw[] = [
  { path: '/sign-in', component: () => import('./pages/sign-in/SignInPage.vue'), meta: { bare: true, title: '登录' } },
  ...pageRoutes,
  { path: '/:path(.*)*', component: () => import('./pages/NotFoundPage.vue'), meta: { title: '查无此页' } },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

router.beforeEach((to) =>
  session.token === null && to.path !== '/sign-in' ? { path: '/sign-in', query: { to: to.fullPath } } : true,
);

router.afterEach((to, from) => {
  if (to.path === from.path && from.matched.length > 0) return;
  document.title = `${String(to.meta['title'] ?? '督办')} · 督办`;
});
