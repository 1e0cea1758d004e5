/** After this many attempts a delivery is given up. */
export const attemptsBeforeGivingUp = 8;

const firstPauseSeconds = 30;
const longestPauseSeconds = 6 * 3600;

/** When to try again after the given attempt failed; `null`: never. Pauses grow fourfold, from 30 seconds to 6 hours. */
export function nextAttemptAt(failedAt: Date, attempt: number): Date | null {
  if (attempt >= attemptsBeforeGivingUp) return null;
  const pause = Math.min(firstPauseSeconds * 4 ** (attempt - 1), longestPauseSeconds);
  return new Date(failedAt.getTime() + pause * 1000);
}
