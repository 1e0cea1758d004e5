import type { Claim, TakeOut } from '@duban/contracts/obligations/claim';
import { claimList } from '@duban/contracts/obligations/claims';
import type { ObligationId } from '@duban/policy/base/obligations/obligations';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { holds, proofOf, proofs, resultsIn, runTests, type Proof, type TestResult } from './clauses/proof-run';
import { sampleOf } from './clauses/sample';

const root = join(__dirname, '..', '..', '..');
const parallel = 2;

type Claimed = readonly [ObligationId, Claim];
interface Tried {
  id: ObligationId;
  claim: Claim;
  takeOut: TakeOut | null;
  proof: Proof;
}

/**
 * `prove [--sample N] [--ran report.json] [id …]`: leaves the rule of each claim out, and asks that its test then fails.
 * `--ran` asks besides that the tests of all claims are among those of a report, and passed.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string' }, ran: { type: 'string' } },
  });
  const asked = positionals.length === 0 ? claimList : claimList.filter(([id]) => positionals.includes(id));
  const chosen = values.sample === undefined ? asked : sampleOf(asked, Number(values.sample));
  const missing = values.ran === undefined ? [] : notAmong(values.ran);
  const tried = await proveAll(chosen);
  for (const one of [...missing, ...tried]) console.log(lineOf(one));
  const failed = [...missing, ...tried].filter(({ proof }) => proof !== 'proven');
  console.log(`\n共试 ${chosen.length} 项主张（${tried.length} 次），未证实 ${failed.length} 次。`);
  process.exit(failed.length === 0 ? 0 : 1);
}

/** Claims whose test is not among the passed ones of a report; one that was never written says nothing, and that is said. */
function notAmong(report: string): Tried[] {
  if (existsSync(report)) return without(claimList, resultsIn(readFileSync(report, 'utf8')));
  console.log('没有单元测试的结果，未核对全部主张的测试是否都运行过。');
  return [];
}

/** Claims whose test did not run or did not hold. */
const without = (claims: readonly Claimed[], results: readonly TestResult[]): Tried[] =>
  claims
    .filter(([, { test }]) => !holds(results, test))
    .map(([id, claim]) => ({ id, claim, takeOut: null, proof: 'no-test' }));

async function proveAll(claims: readonly Claimed[]): Promise<Tried[]> {
  const files = [...new Set(claims.map(([, { test }]) => test.file))];
  const whole = await runTests(root, files);
  const unsound = without(claims, whole);
  const sound = claims.filter(([id]) => !unsound.some((one) => one.id === id));
  const waiting = sound.flatMap(([id, claim]) => claim.takeOut.map((takeOut) => ({ id, claim, takeOut })));
  const tried: Tried[] = [...unsound];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { test } = next.claim;
      const results = await runTests(root, [test.file], { takeOut: next.takeOut, title: test.title });
      tried.push({ ...next, proof: proofOf(results, test) });
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return tried.sort(
    (one, other) => claims.findIndex(([id]) => id === one.id) - claims.findIndex(([id]) => id === other.id),
  );
}

function lineOf({ id, claim, takeOut, proof }: Tried): string {
  const what = takeOut === null ? claim.test.title : wordsOf(takeOut);
  return `${proofs[proof]}  ${id}  ${claim.by}（${what.replaceAll(/\s+/g, ' ')}）`;
}

function wordsOf(takeOut: TakeOut): string {
  if ('duty' in takeOut) return takeOut.duty;
  return 'policy' in takeOut ? takeOut.policy : `${takeOut.in}：${takeOut.without}`;
}

void main();
