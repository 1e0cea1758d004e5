import { civilDateOf } from '@duban/policy/dates/civil-date';
import { percentile } from './rates';
import type { Stage } from './stage';
import { milliseconds, type Row } from './table';

const bureau = 'revitalization-bureau:140423';
const atOnce = 500;
const timed = 60;
const mostRatio = 3;

/** What one payment costs in campaigns of ten, a thousand and very many claims: it should not hang on how many there are. */
export async function measureGrowth(stage: Stage, most: number): Promise<Row[]> {
  const sizes = [10, 1_000, most];
  const medians: number[] = [];
  for (const [index, size] of sizes.entries()) medians.push(await medianOf(stage, `14042310${index}`, size));
  const [small = 1, , large = 1] = medians;
  const ratio = large / small;
  return [
    ...sizes.map((size, index) => ({
      what: `一次发放登记，${size} 项补贴的乡镇 p50`,
      ours: milliseconds(medians[index] ?? 0),
    })),
    { what: `${most} 项对 10 项`, ours: ratio.toFixed(2), goal: `< ${mostRatio}`, isReached: ratio < mostRatio },
  ];
}

/** A township's campaign of so many claims, all reviewed; some of them are paid one by one. */
async function medianOf({ offices }: Stage, township: string, size: number): Promise<number> {
  const today = civilDateOf(new Date().toISOString());
  const { caseId } = await offices.send(bureau, 'subsidies', { township, year: today.slice(0, 4) });
  const claims = Array.from({ length: size }, (_, index) => ({ worker: `W${index}`, kind: 'transport' }));
  const village = (index: number): string => `${township}2${String(index % 20).padStart(2, '0')}`;
  for (let from = 0; from < size; from += atOnce) {
    const some = claims.slice(from, from + atOnce);
    const entitled = some.map((claim, index) => ({ ...claim, household: `H${from + index}`, village: village(index) }));
    await offices.send(bureau, `subsidies/${caseId}/entitle`, { entitled });
    await offices.send(bureau, `subsidies/${caseId}/apply`, {
      applications: some.map((claim) => ({ ...claim, by: 'self' })),
    });
    await offices.send(bureau, `subsidies/${caseId}/review`, {
      decisions: some.map((claim) => ({ ...claim, approved: true })),
    });
  }
  const times: number[] = [];
  for (let turn = 0; turn < timed; turn += 1) {
    // Ten claims are paid once and corrected afterwards: the same work for the case.
    const claim = { ...claims[turn % size], yuan: 600 };
    const isPaid = turn >= size;
    const began = performance.now();
    if (isPaid)
      await offices.send(bureau, `subsidies/${caseId}/correct-payment`, {
        ...claim,
        yuan: 500 + turn,
        reason: '录入有误',
      });
    else await offices.send(bureau, `subsidies/${caseId}/pay`, { payments: [claim] });
    times.push(performance.now() - began);
  }
  return percentile(times, 50);
}
