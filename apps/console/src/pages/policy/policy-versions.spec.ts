import { basePolicy, settingsOf } from '@duban/policy/settings/policy-set';
import type { PolicyVersion } from '@duban/contracts/answers/policy';
import { groupsOf, historyOf, stepsOf } from './policy-versions';

const published = settingsOf(basePolicy);
const versions: PolicyVersion[] = [
  {
    version: 3,
    changes: { identificationDays: 20, nearDays: 5 },
    title: '再调',
    savedBy: 'leading-group-office:14',
    savedAt: '2026-11-02T00:00:00Z',
  },
  {
    version: 2,
    changes: { identificationDays: 20 },
    title: '试行',
    savedBy: 'leading-group-office:14',
    savedAt: '2026-11-01T00:00:00Z',
  },
  { version: 1, changes: {}, title: '方案' },
  { version: 4, changes: { identificationDays: 15, nearDays: 5 }, title: '恢复' },
];

describe('versions of the policy set', () => {
  it('say what each changed of the one before it, latest first', () => {
    expect(stepsOf(versions, published).map(({ version, changed }) => [version, changed])).toEqual([
      [4, [{ name: 'identificationDays', before: 20, after: 15 }]],
      [3, [{ name: 'nearDays', before: 3, after: 5 }]],
      [2, [{ name: 'identificationDays', before: 15, after: 20 }]],
      [1, []],
    ]);
  });

  it('tell the history of one setting', () => {
    expect(
      historyOf('identificationDays', stepsOf(versions, published)).map(({ step, after }) => [step.version, after]),
    ).toEqual([
      [4, 15],
      [2, 20],
    ]);
  });

  it('stand in the order of the document', () => {
    const setting = (name: string, clause: string) => ({
      name,
      clause,
      value: 1,
      title: name,
      citation: '',
      isDecision: false,
    });
    const groups = groupsOf([setting('a', 'B-3.2'), setting('b', 'A-2.1'), setting('c', 'B-3.2')], ['A-2.1', 'B-3.2']);
    expect(groups.map(({ clause, settings }) => [clause, settings.map(({ name }) => name)])).toEqual([
      ['A-2.1', ['b']],
      ['B-3.2', ['a', 'c']],
    ]);
  });
});
