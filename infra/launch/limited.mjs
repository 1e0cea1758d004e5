import { startChild } from './children.mjs';
import { endFamily } from './processes.mjs';

/**
 * Starts a command that may take so long: then it is ended together with everything it has started. `ended` resolves with its exit code and
 * whether it ran out of time; `end()` ends it before.
 */
export function startLimited(command, args, { limitMs, ...options }) {
  const { child, exited } = startChild(command, args, options);
  const end = () => endFamily(child.pid);
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    void end();
  }, limitMs);
  const ended = exited.then((code) => {
    clearTimeout(limit);
    return { code, isLate };
  });
  return { ended, end };
}
