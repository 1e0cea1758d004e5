import { coverageStates, obligingPlans, type CoverageState } from '@duban/contracts/obligations/coverage-states';
import {
  coverageCounts,
  obligationCoverage,
  type CoverageCount,
  type ObligationCoverage,
} from '@duban/contracts/obligations/obligation-coverage';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { obligationRows, obligationsDocument, obligationsFile, obligationsModule } from './clauses/obligation-table';

const root = join(__dirname, '..', '..', '..');
const states = Object.keys(coverageStates) as CoverageState[];

/** `clauses [--write]`: how many obligations are carried out, and what is not; `--write` writes them from OBLIGATIONS.md. */
function main(): void {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  if (values.write) {
    const rows = obligationRows(readFileSync(join(root, obligationsDocument), 'utf8'));
    writeFileSync(join(root, obligationsFile), obligationsModule(rows));
    console.log(`${rows.length} 项义务已由 ${obligationsDocument} 写入 ${obligationsFile}；重新编译后生效。`);
    return;
  }
  const rows = obligationCoverage();
  console.log(['按方案和方式计数', ...coverageCounts(rows).map(countLine)].join('\n'));
  for (const state of ['partly', 'open', 'guidance'] as const)
    console.log([`\n${coverageStates[state]}`, ...rows.filter((row) => row.state === state).map(lineOf)].join('\n'));
  console.log(
    `\n共 ${rows.length} 项：${states.map((state) => `${coverageStates[state]} ${of(rows, state)}`).join('，')}。`,
  );
}

const of = (rows: readonly ObligationCoverage[], state: CoverageState): number =>
  rows.filter((row) => row.state === state).length;

const countLine = ({ plan, wayName, all, ...counts }: CoverageCount): string =>
  `  ${plan} ${obligingPlans[plan]}  ${wayName}  共 ${all}：${states
    .filter((state) => counts[state] > 0)
    .map((state) => `${coverageStates[state]} ${counts[state]}`)
    .join('，')}`;

const lineOf = ({ obligation, words, wayName, by, lacks }: ObligationCoverage): string =>
  [`  ${obligation}  ${words}（${wayName}）`, ...(lacks === null ? [] : [`${by ?? ''}；尚缺：${lacks}`])].join('  ');

main();
