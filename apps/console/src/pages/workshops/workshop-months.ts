import { numberOf, textOf } from '../../registers/known-entries';
import type { RegisterRow } from '@duban/contracts/answers/registers';

/** One month of all workshops, beside the month before that was entered. */
export interface MonthTotals {
  month: string;
  workshops: number;
  workers: number;
  outOfPoverty: number;
  wages: number;
}

/** The ledger gathered by month, latest first. */
export function monthTotals(ledger: readonly RegisterRow[]): MonthTotals[] {
  const months = [...new Set(ledger.map((row) => textOf(row, 'month')))].sort().reverse();
  return months.map((month) => {
    const own = ledger.filter((row) => textOf(row, 'month') === month);
    const sum = (field: string): number => own.reduce((total, row) => total + numberOf(row, field), 0);
    return {
      month,
      workshops: new Set(own.map((row) => textOf(row, 'workshop'))).size,
      workers: sum('workers'),
      outOfPoverty: sum('outOfPoverty'),
      wages: sum('wages'),
    };
  });
}

/** What a workshop's last entry in the register of difficulties says. */
export function lastStates(states: readonly RegisterRow[]): ReadonlyMap<string, string> {
  const sorted = [...states].sort((one, other) => (one.on < other.on ? -1 : 1));
  return new Map(sorted.map((row) => [textOf(row, 'workshop'), textOf(row, 'state')]));
}

/** 增 12, 减 3, 持平, beside what it was. */
export function movement(value: number, before: number | undefined): { words: string; isLess: boolean } {
  if (before === undefined) return { words: '—', isLess: false };
  const more = value - before;
  return {
    words:
      more > 0 ? `增 ${more.toLocaleString('zh-CN')}` : more < 0 ? `减 ${(-more).toLocaleString('zh-CN')}` : '持平',
    isLess: more < 0,
  };
}
