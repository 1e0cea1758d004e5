import { departmentOf, type Department } from '../../base/departments';
import type { Actor } from '../../case/case';

/** The department an act speaks for: its own office's, or the one the leading-group office names. */
export const reporterOf = (
  { office }: Actor,
  { department }: { department?: Department | undefined },
): Department | undefined => department ?? (office === 'system' ? undefined : departmentOf(office));
