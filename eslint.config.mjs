import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import tseslint from 'typescript-eslint';

/** `refuse…` returns a refusal, `ensure…` throws one: the first word says which. */
const throwingRefusal = {
  selector:
    ':matches(FunctionDeclaration[id.name=/^refuse/], VariableDeclarator[id.name=/^refuse/], MethodDefinition[key.name=/^refuse/]) ThrowStatement',
  message: '`refuse…` returns a refusal; what throws is called `ensure…`.',
};

/** The machine's own day and moment, however they are asked for. */
const impureSyntax = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Policy and workflows are told the moment.',
  },
  {
    selector:
      'CallExpression > MemberExpression.callee[property.name=/^((get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)|toLocale.*String)$/]',
    message: 'A date means the same in every zone: civil-date.ts.',
  },
];

/** What a rule of the law or a replayed workflow must never know: the moment, chance, the machine. */
const impure = {
  'no-restricted-globals': [
    'error',
    ...[
      'process',
      'Intl',
      'performance',
      'crypto',
      'fetch',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'console',
      'Buffer',
    ].map((name) => ({
      name,
      message: 'Policy and workflows know no environment.',
    })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Policy and workflows are told the moment.' },
    { object: 'Math', property: 'random', message: 'Policy and workflows know no chance.' },
  ],
  'no-restricted-syntax': ['error', throwingRefusal, ...impureSyntax],
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: '^node:', message: 'Policy and workflows use no part of Node.' }] },
  ],
};

/** How long and how deep anything may be, in every language of the repository. */
const sizes = {
  complexity: ['error', 15],
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'max-depth': ['error', 3],
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 60, skipComments: true }],
  'max-params': ['error', { max: 5 }],
  'no-eval': 'error',
};

/** How TypeScript is written here, in modules and in pages. */
const strictRules = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/explicit-module-boundary-types': 'off',
  '@typescript-eslint/no-dynamic-delete': 'off',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  ...sizes,
  'no-restricted-syntax': ['error', throwingRefusal],
  'no-console': 'error',
  'no-irregular-whitespace': ['error', { skipTemplates: true }],
};

export default tseslint.config(
  {
    ignores: ['**/dist/', '**/node_modules/', 'apps/worker/bundle/', '.nx/', '.data/', 'coverage/'],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: nodeGlobals() },
    rules: { ...sizes, 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './apps/console/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: strictRules,
  },
  {
    files: ['apps/console/src/**/*.vue'],
    extends: [
      ...tseslint.configs.strict,
      ...vue.configs['flat/recommended'],
      ...accessibility.configs['flat/recommended'],
      prettier,
    ],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        project: ['./apps/console/tsconfig.json'],
        extraFileExtensions: ['.vue'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...strictRules,
      'no-irregular-whitespace': 'off',
      'vue/no-irregular-whitespace': ['error', { skipTemplates: true, skipHTMLTextContents: true }],
      'vue/multi-word-component-names': 'off',
      // Types say what may be left out; `a as A | B` in a template is a type, not a filter.
      'vue/require-default-prop': 'off',
      'vue/no-deprecated-filter': 'off',
      'vuejs-accessibility/label-has-for': [
        'error',
        { controlComponents: ['ElInputNumber'], required: { some: ['nesting', 'id'] } },
      ],
    },
  },
  { files: ['libs/policy/src/**/*.ts', 'workflows/src/**/*.ts'], ignores: ['**/*.spec.ts'], rules: impure },
  // The engine's own clock, the same at every replay; what validates an update there throws, as the engine asks.
  {
    files: ['workflows/src/case/case-run.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': ['error', ...impureSyntax] },
  },
  // Written by a command, read by nobody.
  { files: ['**/*.gen.ts'], rules: { 'max-lines': 'off' } },
  // Rows of a table read across.
  {
    files: ['libs/policy/src/settings/duty-row-makers.ts'],
    rules: { 'max-params': ['error', { max: 7 }] },
  },
  // What a command prints is its result.
  { files: ['apps/cli/src/**/*.ts', 'apps/*/src/{main,bundle}.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.spec.ts', '**/*-builder.ts', 'test/**/*.{ts,mjs,cjs}'],
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      // A row of a table is told as the parameters of its test.
      'max-params': 'off',
      'no-console': 'off',
    },
  },
);

function nodeGlobals() {
  const names = [
    'process',
    'console',
    'URL',
    'Buffer',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'fetch',
    'AbortController',
    'AbortSignal',
  ];
  return Object.fromEntries(
    [...names, 'module', 'require', '__dirname', '__filename'].map((name) => [name, 'readonly']),
  );
}
