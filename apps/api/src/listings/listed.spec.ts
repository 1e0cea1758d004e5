import type { ListedCounty } from '@duban/persistence/standings';
import { listedAs } from './listed';

const row: ListedCounty = {
  caseId: 'listing:140423:1',
  county: '140423',
  openedOn: '2026-01-10',
  policyFinding: null,
  listed: {
    round: 1,
    roundFrom: '2026-01-10',
    acceptanceFrom: '2026-07-10',
    acceptanceDue: '2026-08-09',
    problems: 3,
    openProblems: 1,
    grounds: 1,
  },
};

describe('clause A-3.7: a listed county on the board', () => {
  it.each([
    ['2026-07-09', 'rectifying', 1],
    ['2026-07-10', 'acceptance', 0],
    ['2026-08-09', 'acceptance', -30],
    ['2026-08-10', 'overdue', -31],
  ])('stands on %s as %s', (on, state, daysToWindow) => {
    expect(listedAs(row, on)).toMatchObject({
      state,
      daysToWindow,
      problemsOpen: 1,
      problemsVerified: 2,
      countyName: '襄垣县',
      policyFinding: 'none',
    });
  });

  it('says what was found of the policies', () => {
    expect(listedAs({ ...row, policyFinding: { on: '2026-03-01', positive: false } }, '2026-07-01')).toMatchObject({
      policyFinding: 'negative',
      policyFindingName: '认定为不到位',
      policyFindingOn: '2026-03-01',
    });
  });
});
