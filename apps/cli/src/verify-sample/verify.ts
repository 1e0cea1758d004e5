import { verifyCommitment } from '@duban/policy/processes/inspection/commitment';
import { verifySample } from '@duban/policy/processes/inspection/sample';
import { z } from 'zod';

const record = z.object({
  caseId: z.string().default(''),
  seedHash: z.string(),
  frame: z.array(z.object({ id: z.string(), stratum: z.string() })),
  excluded: z.array(z.string()),
  size: z.number(),
  seed: z.string({ error: '尚未公布种子' }),
  publicValue: z.string(),
  drawn: z.array(z.string()),
  excludeMonths: z.number().optional(),
  commitment: z.string().optional(),
  drawnAt: z.string().optional(),
});
const list = z.object({
  asOf: z.string(),
  items: z.array(z.object({ commitment: z.string(), recordedOn: z.string() })),
});

/** Draws the sample of a published record again, and finds its commitment in saved copies of the public list. */
export function verify(given: unknown, copies: readonly unknown[]): { isSound: boolean; words: string } {
  const read = readAs(record, given, '不是完整的抽样记录');
  const lists = copies.map((copy) => readAs(list, copy, '不是公开的承诺名单'));
  const { excludeMonths, commitment, drawnAt } = read;
  const isCommitted = excludeMonths !== undefined && commitment !== undefined && typeof drawnAt === 'string';
  const missing = isCommitted || lists.length === 0 ? [] : ['记录中没有承诺值，不能与公开名单核对'];
  const committed = isCommitted
    ? verifyCommitment({ ...read, excludeMonths, commitment, drawnAt }, lists).faults
    : missing;
  const faults = [...verifySample(read).faults, ...committed];
  if (faults.length > 0) return { isSound: false, words: `不一致：${faults.join('；')}。` };
  const listed =
    lists.length === 0 ? (isCommitted ? '；承诺值与记录相符' : '') : '；承诺值与记录相符，抽取前已在公开名单中';
  return {
    isSound: true,
    words: `一致：${read.frame.length}个单位中抽取${read.drawn.length}个，与公布的名单相同${listed}。`,
  };
}

function readAs<Schema extends z.ZodType>(schema: Schema, given: unknown, otherwise: string): z.output<Schema> {
  const reading = schema.safeParse(given);
  if (reading.success) return reading.data;
  throw new Error(
    `${otherwise}：${reading.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('；')}`,
  );
}
