import { readScenario, ScenarioFault } from './scenario';

const today = '2030-01-01';
const scenario = (lines: string): string => `title: 试\nstart: 2030-07-01\nuntil: 2030-08-01\n${lines}`;
const report = `acts:
  - on: 2030-07-02
    as: party-committee:140423100
    do: households.report
    name: H
    with: {}
`;

function faultOf(text: string): string {
  try {
    readScenario(text, today);
  } catch (error) {
    if (error instanceof ScenarioFault) return error.message;
    throw error;
  }
  return '';
}

describe('a scenario with a mistake is refused with line and reason', () => {
  it.each([
    ['broken YAML', scenario('acts: [\n'), /^第 \d+ 行：不是合法的 YAML/],
    ['an unknown key', scenario('speed: 3\n'), /^第 4 行：speed：没有这一项/],
    [
      'an unknown operation',
      scenario(report.replace('households.report', 'households.reprot')),
      /^第 7 行：没有“households.reprot”这一操作/,
    ],
    [
      'an office that is none',
      scenario(report.replace('party-committee:140423100', '乡政府')),
      /^第 6 行：“乡政府”不是单位编号/,
    ],
    [
      'a date outside the scenario',
      scenario(report.replace('2030-07-02', '2030-09-02')),
      /^第 5 行：日期 2030-09-02 不在推演期间/,
    ],
    [
      'a case nobody opened',
      scenario(
        `${report}  - on: 2030-07-03\n    as: party-committee:140423100\n    do: households.plan\n    case: $X\n`,
      ),
      /^第 13 行：此前没有名为“X”的案件/,
    ],
    [
      'more townships than the county has',
      `${scenario('')}demo: { county: '140423', townships: 10, households: 1, cadres: 1, months: 1 }\n`,
      /襄垣县（140423）有 9 个乡镇，少于 10 个/,
    ],
    ['a start in the past', scenario('').replace('2030-07-01', '2029-07-01'), /^第 2 行：推演只能从今天/],
    ['an end before the start', scenario('').replace('2030-08-01', '2030-06-01'), /^第 3 行：结束日期应不早于/],
  ])('%s', (_title, text, words) => {
    expect(faultOf(text)).toMatch(words);
  });

  it('a sound one is read', () => {
    expect(readScenario(scenario(report), today).acts).toHaveLength(1);
  });
});
