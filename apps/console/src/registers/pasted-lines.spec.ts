import { registerColumns } from '@duban/contracts/register-field-names';
import { batchColumns, readCell, readPasted } from './pasted-lines';

const attendance = batchColumns(registerColumns('post-attendance'));
const own = '140423100';

it('a block copied from Excel becomes entries; the line of headings is left out', () => {
  const block =
    '地区\t发生日期\t人员编号\t岗位编号\t月份\t出勤天数\n140423100204\t2026/10/31\tP1\tG1\t2026年10月\t22\n\n140423100204\t\tP2\tG1\t2026-10\t20\n';
  expect(readPasted(block, attendance, own).map(({ entry, faults }) => [entry, faults])).toEqual([
    [{ territory: '140423100204', occurredOn: '2026-10-31', worker: 'P1', post: 'G1', month: '2026-10', days: 22 }, []],
    [{ territory: '140423100204', worker: 'P2', post: 'G1', month: '2026-10', days: 20 }, []],
  ]);
});

it('each fault is named with its column, the rest of the line is still read', () => {
  const [line] = readPasted('140423100204\t2026-2-30\tP1\tG1\t2026-13\t二十', attendance, own);
  expect(line?.faults).toEqual([
    { column: 'occurredOn', detail: '应为日期，如 2026-7-5' },
    { column: 'month', detail: '应为月份，如 2026-7' },
    { column: 'days', detail: '应为数字' },
  ]);
  expect(line?.entry).toEqual({ territory: '140423100204', worker: 'P1', post: 'G1' });
});

it('what is missing and what is too much is said', () => {
  const [line] = readPasted('140423100204\t\tP1\tG1\t2026-10\t20\t多余', attendance, own);
  expect(line?.faults[0]?.detail).toContain('应为 6 列，收到 7 列');
  expect(readPasted('140423100204\t\tP1', attendance, own)[0]?.faults).toHaveLength(3);
});

const type = (of: 'truth' | 'yuan' | 'count' | 'place' | 'year') => ({ name: 'x', title: '项', type: of });

it.each([
  ['是', 'truth', true],
  ['否', 'truth', false],
  ['1,200.5', 'yuan', 1200.5],
  ['2026年', 'year', '2026'],
  ['古韩镇', 'place', '140423100'],
  ['140423100204', 'place', '140423100204'],
] as const)('%s as %s is %s', (cell, of, value) => expect(readCell(cell, type(of), '140423')).toBe(value));

it.each([
  ['也许', 'truth'],
  ['1.5', 'count'],
  ['外县镇', 'place'],
  ['26', 'year'],
] as const)('%s as %s is refused', (cell, of) => expect(readCell(cell, type(of), '140423')).toHaveProperty('fault'));

it('a choice is given by its word', () => {
  const what = registerColumns('post-publicity')[0];
  expect(what && readCell('岗位招聘', what, own)).toBe('recruitment');
  expect(what && readCell('招聘会', what, own)).toHaveProperty('fault');
});
