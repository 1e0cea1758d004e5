/**
 * An engine under the command of a test: `engine-process.mjs <folder> <port>`. Each line on standard input is an order, `kill`
 * (SIGKILL, as a power cut would) or `start`; each is answered by one line on standard output, an order that fails by `failed` and
 * the reason. Ends when the input does.
 */
import { createInterface } from 'node:readline';
import { startEngine } from './engine.mjs';

const [folder, port] = process.argv.slice(2);
let engine;

const orders = {
  async start() {
    engine = await startEngine({ folder, port: Number(port), setting: 'any' });
    return 'started';
  },
  async kill() {
    engine.kill();
    await engine.exited;
    return 'killed';
  },
};

const answer = console.log;
// What the launcher says while it starts is not an answer to an order.
console.log = console.error;

async function obey(order) {
  try {
    answer(await orders[order]());
  } catch (error) {
    answer(`failed ${error.message}`);
  }
}

await obey('start');
for await (const order of createInterface({ input: process.stdin })) await obey(order);
await engine?.stop();
process.exit(0);
