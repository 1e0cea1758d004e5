import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verify } from './verify-sample/verify';

const usage = `用法：npm run verify-sample -- <抽样记录.json> [--commitments <公开名单.json>]…
抽样记录是 GET /api/v1/inspections/<案件>/sample 的输出，公开名单是事先保存的 GET /api/v1/public/sample-commitments 的输出（可给多页）。`;

/** `verify-sample <record.json>`: draws the sample of a published record again; ends with 1 where it is another one, 2 where it cannot be read. */
function main(): number {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { commitments: { type: 'string', multiple: true } },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new Error(usage);
    const { isSound, words } = verify(readJson(file), (values.commitments ?? []).map(readJson));
    console.log(words);
    return isSound ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

process.exitCode = main();
