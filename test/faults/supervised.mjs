/**
 * The whole system as `npm start` keeps it running, without the sample, under the command of a test: `supervised.mjs <folder> <ports as
 * JSON>`. Orders are lines `<signal> <part> server|guard|all`; each is answered by a line with the processes that got the signal, and
 * so is the start. Every line the launcher says comes through, marked. Ends when the input does.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { run } from '../../infra/launch/children.mjs';
import { root } from '../../infra/launch/places.mjs';
import { familyOf, runningProcesses, signal } from '../../infra/launch/processes.mjs';
import { startSystem } from '../../infra/launch/system.mjs';

const [dataDir, ports] = process.argv.slice(2);
const running = [];

const line = console.log;
const answer = (what) => line(`answer ${JSON.stringify(what)}`);
console.log = (...words) => line(`says ${words.join(' ')}`);

async function prepare(env) {
  const code = await run(process.execPath, [join(root, 'apps', 'cli', 'dist', 'prepare.js')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) throw new Error('prepare failed');
}

const guardOf = (part) => running.find(([what]) => what === part)[1].current.child.pid;
const targets = {
  guard: (guard) => [guard],
  server: (guard) => runningProcesses().flatMap(({ pid, parent }) => (parent === guard ? [pid] : [])),
  all: (guard) => familyOf(guard).filter((pid) => pid !== guard),
};

async function obey(order) {
  const [name, part, whom] = order.split(' ');
  const pids = targets[whom](guardOf(part));
  for (const pid of pids) signal(pid, name);
  answer(pids);
}

try {
  await startSystem({ dataDir, ports: JSON.parse(ports), running, prepare });
  answer('started');
  for await (const order of createInterface({ input: process.stdin })) await obey(order);
} catch (error) {
  answer(`failed: ${error.message}`);
}
for (const [, part] of running.reverse()) await part.stop();
process.exit(0);
