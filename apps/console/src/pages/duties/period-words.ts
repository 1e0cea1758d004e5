import { owedPeriodName } from '@duban/policy/processes/duty-sheet/duty-occasions';

/** 2026年第48周, 2026年中秋节, from the id and the first bound day. */
export const periodName = ({ period, from }: { period: string; from: string }): string => owedPeriodName(period, from);
