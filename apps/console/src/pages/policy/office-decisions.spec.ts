import type { OfficeDecision } from '@duban/contracts/answers/policy';
import { fixedDecisions } from './office-decisions';

const decision = (id: string, title: string, clause: string, settings: string[] = []): OfficeDecision => ({
  id,
  title,
  clause,
  settings,
  citation: `《方案》${clause}`,
  words: '……',
});
const decisions = [
  decision('fairness', '先送达、后约谈或召回', 'C-3.7'),
  decision('relapse', '返贫的重新纳入', 'A-2.1'),
  decision('first-help', '“绿色通道”首次帮扶', 'B-3.2', ['firstHelpDays']),
];
const idsOf = (wanted: string): string[] => fixedDecisions(decisions, wanted).map(({ id }) => id);

describe('the office’s decisions on the policy page', () => {
  it('are those that no setting changes: the others stand among the settings', () =>
    expect(idsOf('')).toEqual(['fairness', 'relapse']));
  it.each([
    ['召回', ['fairness']],
    ['a-2.1', ['relapse']],
    [' C-3.7 ', ['fairness']],
    ['没有这个词', []],
  ])('are found by %s', (wanted, ids) => expect(idsOf(wanted)).toEqual(ids));
});
