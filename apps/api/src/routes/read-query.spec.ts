import type { RefusedRequest } from '../refusals/refused-request';
import { caseList, deadlineList } from '@duban/contracts/answers/cases';
import { personNames } from '@duban/contracts/answers/persons';
import { rankingList } from '@duban/contracts/answers/rankings';
import { parseQuery } from './read-query';

function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return (error as RefusedRequest).detail;
  }
  throw new Error('it was taken');
}

it('what is left out has its default', () => {
  expect(parseQuery({}, caseList.query)).toEqual({ limit: 50, sort: 'newest' });
});

it('several states are one condition', () => {
  expect(parseQuery({ state: 'open,overdue', limit: '200' }, deadlineList.query)).toEqual({
    state: ['open', 'overdue'],
    limit: 200,
  });
});

it('numbers, truth values and what may be repeated come typed', () => {
  expect(parseQuery({ policyVersion: '2', ended: 'false', caseId: 'a', fact: ['x=1', 'y=2'] }, caseList.query)).toEqual(
    { policyVersion: 2, ended: false, caseId: ['a'], fact: ['x=1', 'y=2'], limit: 50, sort: 'newest' },
  );
  expect(parseQuery({ id: 'C1' }, personNames.query)).toEqual({ id: ['C1'] });
});

it.each([
  ['limit', '0x10', '1–200 的整数'],
  ['limit', '1.5', '1–200 的整数'],
  ['limit', ['1', '2'], '1–200 的整数'],
  ['caseId', Array<string>(101).fill('a'), '至多 100 个'],
  ['limit', '0', '1–200 的整数'],
  ['limit', '201', '1–200 的整数'],
  ['limit', 'many', '1–200 的整数'],
  ['territory', '襄垣', '行政区划代码'],
  ['process', 'meeting', '应为下列之一：'],
  ['ended', 'yes', 'true 或 false'],
  ['fact', 'kind', '“名称=值”'],
  ['colour', 'red', '没有这一项'],
])('%s=%s is refused in words', (field, value, words) => {
  const detail = refusalOf(() => parseQuery({ [field]: value }, caseList.query));
  expect(detail).toContain(`${field}：`);
  expect(detail).toContain(words);
});

it('a condition that must be there is asked for', () => {
  expect(refusalOf(() => parseQuery({ month: '2026-13' }, rankingList.query))).toBe(
    '查询条件有误。scope：必须填写；month：应为 YYYY-MM 格式的月份。',
  );
});
