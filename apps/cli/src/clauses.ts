import { coverageOf, coverageStates, type ClauseCoverage, type CoverageState } from '@duban/contracts/clause-coverage';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evidenceFile, evidenceIn, moduleOf, readSources } from './clauses/evidence';

const root = join(__dirname, '..', '..', '..');

/** `clauses [--write]`: every clause of the three plans and what carries it out; `--write` notes the evidence for the api. */
function main(): void {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const evidence = evidenceIn(readSources(root));
  if (values.write) writeFileSync(join(root, evidenceFile), moduleOf(evidence));
  const rows = coverageOf(evidence);
  console.log(rows.map(paragraphOf).join('\n\n'));
  const states = Object.keys(coverageStates) as CoverageState[];
  console.log(
    `\n共 ${rows.length} 条：${states.map((state) => `${coverageStates[state]} ${rows.filter((row) => row.state === state).length}`).join('，')}。`,
  );
  if (values.write) console.log(`依据已写入 ${evidenceFile}。`);
}

function paragraphOf(row: ClauseCoverage): string {
  const lines: [string, readonly string[]][] = [
    ['说明', row.remark === null ? [] : [row.remark]],
    ['数值', row.settings],
    ['规则', row.rules],
    ['流程', row.processes],
    ['操作', row.operations],
    ['测试', row.tests],
    ['推演', row.scenarios],
  ];
  const filled = lines
    .filter(([, parts]) => parts.length > 0)
    .map(([name, parts]) => `    ${name}  ${parts.join('、')}`);
  return [`【${row.stateName}】${row.clause}  ${row.title}（${row.citation}）`, ...filled].join('\n');
}

main();
