import type { RefusedRequest } from '../refusals/refused-request';
import { casesQuery, deadlinesQuery, parseQuery, rankingsQuery } from './query';

function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return (error as RefusedRequest).detail;
  }
  throw new Error('it was taken');
}

it('what is left out has its default', () => {
  expect(parseQuery({}, casesQuery)).toEqual({ limit: 50, sort: 'newest' });
});

it('several states are one condition', () => {
  expect(parseQuery({ state: 'open,overdue', limit: '200' }, deadlinesQuery)).toEqual({
    state: ['open', 'overdue'],
    limit: 200,
  });
});

it.each([
  ['limit', '0', '1–200 的整数'],
  ['limit', '201', '1–200 的整数'],
  ['limit', 'many', '1–200 的整数'],
  ['territory', '襄垣', '行政区划代码'],
  ['process', 'meeting', '应为下列之一：'],
  ['ended', 'yes', 'true 或 false'],
  ['fact', 'kind', '“名称=值”'],
  ['colour', 'red', '没有这一项'],
])('%s=%s is refused in words', (field, value, words) => {
  const detail = refusalOf(() => parseQuery({ [field]: value }, casesQuery));
  expect(detail).toContain(`${field}：`);
  expect(detail).toContain(words);
});

it('a condition that must be there is asked for', () => {
  expect(refusalOf(() => parseQuery({ month: '2026-13' }, rankingsQuery))).toBe(
    '查询条件有误。scope：必须填写；month：应为 YYYY-MM 格式的月份。',
  );
});
