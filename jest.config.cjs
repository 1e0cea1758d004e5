const { readFileSync } = require('node:fs');

const { exclude: _exclude, ...swc } = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));

/** Packages that ship only ES modules and are needed inside CommonJS tests. */
const esModules = [
  '@nestjs',
  'file-type',
  'load-esm',
  'jose',
  'uint8array-extras',
  'strtok3',
  'token-types',
  '@tokenizer',
  '@borewit',
];

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'require', 'node', 'default'] },
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.data/'],
};

module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps,workflows,activities,test}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.int\\.spec\\.ts$', '\\.e2e\\.spec\\.ts$'],
    },
    {
      ...common,
      displayName: 'integration',
      testEnvironment: '<rootDir>/test/setup/closing-environment.cjs',
      setupFilesAfterEnv: ['<rootDir>/test/setup/patience.ts'],
      globalSetup: '<rootDir>/test/setup/start-services.cjs',
      globalTeardown: '<rootDir>/test/setup/stop-services.cjs',
      testMatch: ['<rootDir>/{libs,apps,workflows,activities,test}/**/*.int.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...common,
      displayName: 'e2e',
      testEnvironment: '<rootDir>/test/setup/closing-environment.cjs',
      globalSetup: '<rootDir>/test/setup/start-services.cjs',
      globalTeardown: '<rootDir>/test/setup/stop-services.cjs',
      testMatch: ['<rootDir>/test/**/*.e2e.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
  ],
};
