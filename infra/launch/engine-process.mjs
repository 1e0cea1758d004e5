/**
 * An engine under the command of a test: `engine-process.mjs <folder> <port>`. Each line on standard input is an order, `kill`
 * (SIGKILL, as a power cut would) or `start`; each is answered by one line on standard output. Ends when the input does.
 */
import { createInterface } from 'node:readline';
import { startEngine } from './engine.mjs';

const [folder, port] = process.argv.slice(2);
const start = () => startEngine({ folder, port: Number(port), setting: 'any' });

const say = console.log;
// What the launcher says while it starts is not an answer to an order.
console.log = console.error;

let engine = await start();
say('started');
for await (const order of createInterface({ input: process.stdin })) {
  if (order === 'kill') {
    engine.kill();
    while (engine.isAlive()) await new Promise((resolve) => setTimeout(resolve, 20));
    say('killed');
  } else if (order === 'start') {
    engine = await start();
    say('started');
  }
}
await engine.stop();
process.exit(0);
