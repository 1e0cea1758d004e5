/**
 * Records the histories anew, when a process is released: `npm run build && npx jest -c test/replay/record.jest.config.cjs`.
 * Older files stay: running cases may have begun under any of them.
 */
const { projects } = require('../../jest.config.cjs');

module.exports = {
  ...projects.find(({ displayName }) => displayName === 'e2e'),
  testMatch: ['<rootDir>/test/replay/record-histories.ts'],
};
