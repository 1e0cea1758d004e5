import { periodNameOf } from '@duban/policy/dates/natural-period';

/** 2026年第48周, from the id and the first bound day. */
export const periodName = ({ period, from }: { period: string; from: string }): string => periodNameOf(period, from);
