import type { CaseStart } from '@duban/contracts/case-workflow';
import { fileOf } from '@duban/policy/case/recorded-file';
import type { ProcessRules } from '@duban/policy/case/process';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { builtOpening } from '@duban/policy/processes/household-monitoring/household-builder';
import { householdMonitoring } from '@duban/policy/processes/household-monitoring/household-monitoring';
import type * as Editions from '@duban/policy/settings/editions';
import {
  basePolicy,
  listPolicySets,
  publishedPolicy,
  settingOrigins,
  settingsOf,
  type PolicyRef,
} from '@duban/policy/settings/policy-set';
import { openTurn, reprojectTurn, type Turn } from './turn';

/** A second edition, in which a household has to be identified within 20 days. */
jest.mock('@duban/policy/settings/editions', () => {
  const known = jest.requireActual<typeof Editions>('@duban/policy/settings/editions');
  const [first] = known.publishedEditions;
  const { identificationDays } = first.rows;
  const rows = { ...first.rows, identificationDays: { ...identificationDays, value: 20, title: '认定天数（新）' } };
  return { ...known, publishedEditions: [first, { set: 'shanxi-2023@2', title: '第二版', rows }] };
});

const rules = householdMonitoring as unknown as ProcessRules;
/** As cases kept it before there were editions. */
const before: PolicyRef = { set: 'shanxi-2023', version: 1, changes: {} };
const start = (policy: PolicyRef): CaseStart => ({
  ...{ process: 'household-monitoring', caseId: 'household:140423100:H1:1', openedOn: '2026-07-01' },
  openedBy: { office: 'party-committee:140423100' },
  opening: builtOpening as unknown as CaseStart['opening'],
  ...{ policy, calendar: chinaCalendar, key: 'k0', bodyHash: '', at: '2026-07-01T01:00:00.000Z' },
  ...{ clause: 'A-2.1', what: '登记线索', run: { spreadMinutes: 0, continueAfterEvents: 2000 } },
});
const dueIn = ({ state }: Turn): string | undefined => state.deadlines['identification']?.due;

describe('a further edition of the policy set', () => {
  const open = openTurn(start(before), rules, start(before).at);

  it('leaves an open case with what was in force when it began', () => {
    expect(dueIn(open)).toBe('2026-07-16');
    expect(settingsOf(before).identificationDays).toBe(15);
  });

  it('is what a new case begins with', () => {
    expect(basePolicy).toEqual(publishedPolicy('shanxi-2023@2'));
    expect(dueIn(openTurn(start(basePolicy), rules, start(basePolicy).at))).toBe('2026-07-21');
  });

  it('can be read beside the first, each in its own words', () => {
    expect(listPolicySets().map(({ set, title }) => [set, title])).toEqual([
      ['shanxi-2023', expect.stringContaining('晋巩固衔接组〔2023〕6号')],
      ['shanxi-2023@2', '第二版'],
    ]);
    const titles = ['shanxi-2023', 'shanxi-2023@2'].map((set) => settingOrigins(set).identificationDays.title);
    expect(titles).toEqual(['履行认定程序的天数', '认定天数（新）']);
  });

  it('moves an open case by an office’s order alone, and both stand in the record', () => {
    const order = {
      ...{ key: 'order', at: '2026-07-02T01:00:00.000Z', by: { office: 'leading-group-office:14' } },
      policy: basePolicy,
    };
    const moved = reprojectTurn({ state: open.state, rules, now: order.at, run: start(before).run }, order);
    expect(dueIn(moved)).toBe('2026-07-21');
    const { entries, snapshot } = moved.commit.write;
    expect(entries.find(({ name }) => name === 'reproject')?.detail).toMatchObject({
      policyBefore: 'shanxi-2023.1',
      policy: 'shanxi-2023@2.1',
    });
    expect(entries.find(({ name }) => name === 'deadline-moved')?.detail).toMatchObject({
      dueBefore: '2026-07-16',
      due: '2026-07-21',
    });
    expect(snapshot.policy).toEqual({ set: 'shanxi-2023@2', version: 1 });
    const acts = [...open.commit.write.entries, ...entries].filter(({ kind }) => kind === 'act');
    const file = fileOf(rules, {
      ...{ caseId: 'household:140423100:H1:1', acts, policy: basePolicy, calendar: chinaCalendar, undelivered: [] },
      policyNamed: (name) => [before, basePolicy].find(({ set, version }) => `${set}.${version}` === name),
    });
    expect(file && rules.view(file).deadlines.find(({ id }) => id === 'identification')?.period).toMatchObject({
      days: 20,
    });
  });
});
