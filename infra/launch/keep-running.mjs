import { setTimeout as wait } from 'node:timers/promises';
import { say } from './say.mjs';

/**
 * Keeps a part of the system running: when it falls it is started again two seconds later, with a plain line saying so, for as long as
 * it takes. `start` begins the part and resolves with it; only its first failure is thrown.
 */
export async function keepRunning({ what, start, log, pauseMs = 2_000, tell = say }) {
  const stopping = new AbortController();
  const pause = () => wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
  let current = await start();
  let lastReason;

  const hasBegunAgain = async () => {
    try {
      current = await start();
      tell(`${what}已重新启动`);
      if (stopping.signal.aborted) await current.stop();
      return true;
    } catch (error) {
      if (error.message !== lastReason) tell(`${what}没有启动起来，每隔两秒再试：${error.message}`);
      lastReason = error.message;
      return false;
    }
  };
  const follow = async () => {
    while (!stopping.signal.aborted) {
      const code = await current.exited;
      if (stopping.signal.aborted) return;
      lastReason = undefined;
      tell(`${what}意外停止（${code}），两秒后重新启动；原因见 ${log}`);
      do await pause();
      while (!stopping.signal.aborted && !(await hasBegunAgain()));
    }
  };
  const followed = follow();

  return {
    get current() {
      return current;
    },
    async stop() {
      stopping.abort();
      await current.stop();
      await followed;
    },
    kill() {
      stopping.abort();
      current.kill();
    },
  };
}
