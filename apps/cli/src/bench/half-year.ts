import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { seconds, type Row } from './table';

const root = join(__dirname, '..', '..', '..', '..');
const scenario = join(root, 'test', 'scenarios', 'half-year.yaml');
const goalMs = 60_000;

/** Half a year of a county, rehearsed as an operator would. */
export async function measureHalfYear(): Promise<Row[]> {
  if (!existsSync(scenario)) return [{ what: '半年推演', ours: '没有 test/scenarios/half-year.yaml' }];
  const began = performance.now();
  const said = await rehearsed();
  const took = performance.now() - began;
  const found = /共 (\d+) 条，(\d+) 个案件，快进 (\d+) 次/.exec(said);
  if (found === null) throw new Error(`半年推演没有做完：\n${said.slice(-2_000)}`);
  return [
    { what: '半年推演（一县，10 乡镇、60 户、120 人）', ours: seconds(took), goal: '< 60 s', isReached: took < goalMs },
    { what: '  案件 / 记录 / 快进', ours: `${found[2]} / ${found[1]} / ${found[3]}` },
  ];
}

function rehearsed(): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(__dirname, '..', 'rehearse.js'), scenario, '--quiet'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    child.once('error', reject);
    child.once('exit', () => resolve(said));
  });
}
