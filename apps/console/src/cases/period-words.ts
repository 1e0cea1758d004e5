import { chineseMonth, isMonth } from '@duban/policy/dates/civil-date';
import { occasionName } from '@duban/policy/processes/duty-sheet/duty-occasions';

/** 2026-W48 → 2026年第48周, 2026-AUTUMN → 2026年中秋节; what is no period stays as it is. */
export function periodWords(period: string): string {
  const [year = '', ...rest] = period.split('-');
  const part = rest.join('-');
  if (part === '') return `${year}年`;
  if (isMonth(period)) return chineseMonth(period);
  const found = /^(?:W(\d{2})|(\d{2})-H([12])|M(\d{2})-(\d{2})|Q([1-4]))$/.exec(part);
  if (found === null) return occasionName(period) ?? period;
  const [, week, month, half, first, last, quarter] = found;
  if (week !== undefined) return `${year}年第${Number(week)}周`;
  if (month !== undefined) return `${year}年${Number(month)}月${half === '1' ? '上' : '下'}半月`;
  return quarter === undefined ? `${year}年${Number(first)}—${Number(last)}月` : `${year}年第${quarter}季度`;
}
