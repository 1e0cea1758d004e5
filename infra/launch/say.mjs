/** One line on screen per step. */
export const say = (text) => console.log(`• ${text}`);

/** A plain reason a person can act on; printed without a stack. */
export class Trouble extends Error {}

/** Runs a long step and shows every ten seconds that it still goes on. */
export async function withProgress(what, work) {
  const began = Date.now();
  const timer = setInterval(() => say(`${what}……已 ${Math.round((Date.now() - began) / 1000)} 秒`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Ends the process: a trouble by its words, anything else with its stack. */
export function giveUp(error) {
  console.error(error instanceof Trouble ? `✗ ${error.message}` : error);
  process.exit(1);
}
