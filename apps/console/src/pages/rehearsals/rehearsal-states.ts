import type { RehearsalRow } from '@duban/contracts/answers/rehearsals';

export const stateColours = {
  waiting: 'grey',
  running: 'blue',
  done: 'green',
  failed: 'red',
  cancelled: 'grey',
} as const;
export const isUnderWay = ({ state }: Pick<RehearsalRow, 'state'>): boolean =>
  state === 'waiting' || state === 'running';
