import type { CaseDeadline } from '@duban/contracts/answers/cases';
import { buttonWords, countsOf, countWords, isOwedState, ofVillage, oversees, ownQuery } from './owed';

const deadline = (caseId: string, daysLeft: number, state = 'open'): CaseDeadline =>
  ({ caseId, daysLeft, state }) as CaseDeadline;
const office = (kind: string, level: string) =>
  ({ office: `${kind}:140423`, kind, level, territory: '140423' }) as Parameters<typeof ownQuery>[0];

it('asks for what the office owes; the bureau looks after the households of its county', () => {
  expect(ownQuery(office('stationing-office', 'county'))).toEqual({ owner: 'stationing-office:140423' });
  expect(ownQuery(office('revitalization-bureau', 'county'))).toEqual({
    process: 'household-monitoring',
    territory: '140423',
  });
});

it.each([
  ['leading-group-office', 'county', true],
  ['department', 'county', false],
  ['party-committee', 'township', false],
])('%s of a %s oversees others: %s', (kind, level, does) => expect(oversees(office(kind, level))).toBe(does));

it('shows a village its own households and its own place, soonest first', () => {
  const all = ofVillage([{ caseId: 'a' }], [deadline('a', 3), deadline('b', 1)], [deadline('p', -2, 'overdue')]);
  expect(all.map(({ caseId }) => caseId)).toEqual(['p', 'a']);
  expect(countsOf(all)).toMatchObject({ overdue: { total: 1 }, open: { total: 1 }, near: { total: 0 } });
});

it.each([
  ['驻村干部签字同意消除风险（达不到条件的不得签字，记录在案）', '驻村干部签字同意消除风险'],
  ['乡镇核查', '乡镇核查'],
  ['（只有括号）', '（只有括号）'],
])('%s fits a button as %s', (summary, words) => expect(buttonWords(summary)).toBe(words));

it('says when there are more than could be counted', () =>
  expect(countWords({ total: 10_000, isTotalCapped: true })).toBe('10000+'));
it('knows its states', () =>
  expect([isOwedState('near'), isOwedState('met'), isOwedState(undefined)]).toEqual([true, false, false]));
