import { chineseMonth } from '@duban/policy/dates/civil-date';

/** Why a cadre is interviewed: `2026-09、2026-10` are low months, anything else bulletins that name him. */
export function groundsWords(because: string, isByHand: boolean): string {
  const grounds = because.split('、').filter((one) => one !== '');
  if (grounds.length === 0) return isByHand ? '组织部决定约谈' : '达到约谈条件';
  const isMonth = (one: string): boolean => /^\d{4}-\d{2}$/.test(one);
  return grounds.every(isMonth)
    ? `${grounds.map(chineseMonth).join('、')}排名靠后`
    : `被上级通报：${grounds.join('、')}`;
}
