import { partsOfSummary } from './act-names';

test.each([
  ['登记线索', '登记线索', ''],
  ['约谈改期（说明理由）', '约谈改期', '（说明理由）'],
  ['登记被上级（市、省）通报（同一事项只计一次）', '登记被上级（市、省）通报', '（同一事项只计一次）'],
  ['登记被上级（市、省）通报', '登记被上级（市、省）通报', ''],
  ['对一名驻村干部打分（任务完成（0–100）、在岗履职）', '对一名驻村干部打分', '（任务完成（0–100）、在岗履职）'],
  ['（只有括号）', '（只有括号）', ''],
  ['括号不成对）', '括号不成对）', ''],
])('%s is called %s, on the condition %s', (summary, name, condition) =>
  expect(partsOfSummary(summary)).toEqual({ name, condition }),
);
