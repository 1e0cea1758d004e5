import { isClauseId } from '../base/clauses/clauses';
import { officeDecisions } from './office-decisions';
import { basePolicy, settingOrigins, type Settings } from './policy-set';

const origins = settingOrigins(basePolicy.set);
/** One table for every duty: most of it is the clause's own, some of it the office's. */
const mixed: readonly (keyof Settings)[] = ['duties'];

describe('decisions of the office', () => {
  it.each(officeDecisions.map((decision) => [decision.id, decision] as const))(
    '%s fills in a clause, in Chinese, and names only settings that are the office’s',
    (_id, { clause, title, words, settings }) => {
      expect(isClauseId(clause)).toBe(true);
      expect(`${title}${words}`).not.toMatch(/[A-Za-z]/);
      expect(words).toMatch(/。$/);
      expect(settings.filter((name) => !mixed.includes(name) && !origins[name].isDecision)).toEqual([]);
    },
  );

  it.each(['identification-chain', 'listing-verifier', 'consumption-of-months', 'fairness'])(
    '%s is no setting, and so shown in words',
    (id) => expect(officeDecisions.find((decision) => decision.id === id)?.settings).toEqual([]),
  );

  it('are told apart by their titles', () =>
    expect(new Set(officeDecisions.map(({ title }) => title)).size).toBe(officeDecisions.length));
});
