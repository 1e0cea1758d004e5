import type { MeasuredArea } from '@duban/contracts/answers/statistics';
import { areaWords, worstOf } from './measured-area';

const area = (code: string, value: number | null, asOf: string | null = null): MeasuredArea => ({
  area: code,
  name: '襄垣县',
  city: '1404',
  cityName: '长治市',
  value,
  asOf,
});
const counties = { name: '逾期事项', unit: '项', level: 'county' } as const;

it('says what an area has', () => {
  expect(areaWords(area('140423', 3), counties, String)).toBe('长治市襄垣县：逾期事项 3 项');
  expect(areaWords(area('140423', null), counties, String)).toBe('长治市襄垣县：没有逾期事项数值');
  expect(
    areaWords(
      { ...area('140423100', 2, '2026-10'), name: '古韩镇' },
      { name: '排名靠后干部', unit: '人', level: 'township' },
      () => '2026年10月',
    ),
  ).toBe('古韩镇：排名靠后干部 2 人（2026年10月）');
});

it('names the worst', () => {
  const items = [area('1', 0), area('2', 5), area('3', null), area('4', 9), area('5', 100)];
  expect(worstOf(items, 'bad', 2).map(({ area: code }) => code)).toEqual(['5', '4']);
  expect(worstOf(items, 'good', 9).map(({ area: code }) => code)).toEqual(['1', '2', '4']);
});
