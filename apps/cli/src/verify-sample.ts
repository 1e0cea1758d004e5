import { verifySample } from '@duban/policy/inspection/sample';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const record = z.object({
  seedHash: z.string(),
  frame: z.array(z.object({ id: z.string(), stratum: z.string() })),
  excluded: z.array(z.string()),
  size: z.number(),
  seed: z.string({ error: '尚未公布种子' }),
  publicValue: z.string(),
  drawn: z.array(z.string()),
});

/** `verify-sample <record.json>`: draws the sample of a published record again; ends with 1 where it is another one. */
function main(): number {
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    console.error('用法：npm run verify-sample -- <抽样记录.json>（GET /api/v1/inspections/<案件>/sample 的输出）');
    return 2;
  }
  const read = record.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) {
    console.error(`不是完整的抽样记录：${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('；')}`);
    return 2;
  }
  const { isSound, faults } = verifySample(read.data);
  console.log(isSound ? `一致：${read.data.frame.length}个单位中抽取${read.data.drawn.length}个，与公布的名单相同。` : `不一致：${faults.join('；')}。`);
  return isSound ? 0 : 1;
}

process.exitCode = main();
