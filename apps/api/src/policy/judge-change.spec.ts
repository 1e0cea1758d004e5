import { basePolicy, type PolicyRef } from '@duban/policy/settings/policy-set';
import { judgeChange } from './judge-change';

const inForce = (changes: PolicyRef['changes']): PolicyRef => ({ ...basePolicy, version: 2, changes });

describe('a change of the policy in force', () => {
  it('is refused when it contradicts what was changed before', () => {
    const current = inForce({ taskWeight: 0.7, presenceWeight: 0.3 });
    expect(judgeChange(current, { taskWeight: 0.6 })).toMatchObject({ admitted: false, field: 'taskWeight' });
    expect(judgeChange(current, { taskWeight: 0.6, presenceWeight: 0.4 })).toMatchObject({ admitted: true });
  });

  it('is admitted when it agrees with what was changed before, though not with the published values', () => {
    expect(judgeChange(inForce({ maximumAge: 60 }), { maximumLeaderAge: 58 })).toMatchObject({ admitted: true });
    expect(judgeChange(basePolicy, { maximumLeaderAge: 58 })).toMatchObject({
      admitted: false,
      field: 'maximumLeaderAge',
    });
  });
});
