import type { CommitmentStanding } from '@duban/policy/processes/area-interview/area-interview-facts';
import { lastTerm } from '@duban/policy/case/term-history';

export interface CommitmentState {
  name: '已核实兑现' | '已报告，待核实' | '逾期' | '办理中' | '核实未兑现';
  colour: 'green' | 'blue' | 'red' | 'yellow';
}

/** How a commitment stands on a day: kept is only what somebody of the province has verified. */
export function stateOf(commitment: CommitmentStanding, today: string): CommitmentState {
  const { due, metOn } = lastTerm(commitment);
  if (commitment.closedOn !== undefined) return { name: '已核实兑现', colour: 'green' };
  if (metOn !== undefined) return { name: '已报告，待核实', colour: 'blue' };
  if (due < today) return { name: '逾期', colour: 'red' };
  return commitment.failures.length > 0 ? { name: '核实未兑现', colour: 'red' } : { name: '办理中', colour: 'yellow' };
}

/** The date it runs to now. */
export const dueOf = (commitment: CommitmentStanding): string => lastTerm(commitment).due;
