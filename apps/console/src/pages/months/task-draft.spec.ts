import { draftOf, emptyTask, issuedItems, taskFaults, tasksIn } from './task-draft';

it('makes tasks of pasted lines, without their numbers', () => {
  expect(tasksIn('1. 走访脱贫户\r\n（2）排查风险\n三、对接项目\n\n4、12345热线办理').map(({ what }) => what)).toEqual([
    '走访脱贫户',
    '排查风险',
    '对接项目',
    '12345热线办理',
  ]);
});

it('finds what keeps the list from being issued', () => {
  const tasks = ['走访', '', '短'.repeat(201), '走', '走访'].map((what) => ({ ...emptyTask(), what }));
  expect(taskFaults(tasks)).toEqual([
    undefined,
    undefined,
    '不超过200字，现有201字。',
    '任务内容至少 2 个字，现为“走”。',
    '与第 1 项相同。',
  ]);
});

it('numbers what is issued, and an issued list can be copied', () => {
  const items = issuedItems([{ what: ' 走访 ', for: 'team' }, emptyTask(), { what: '排查', for: 'all' }]);
  expect(items).toEqual([
    { id: 'T1', what: '走访', for: 'team' },
    { id: 'T2', what: '排查', for: 'all' },
  ]);
  expect(issuedItems(draftOf(items))).toEqual(items);
  expect(draftOf([{ what: '走访' }])).toEqual([{ what: '走访', for: 'all' }]);
});
