import { parseCaseId } from './case-id';

/** what tells the books and sheets of a further cycle of the same year from those of the first. */
export const cycleMark = (cycle: string): string[] => (parseCaseId(cycle)?.subject ?? []).slice(1);
