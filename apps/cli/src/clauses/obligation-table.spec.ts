import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligationRows, obligationsDocument, obligationsFile, obligationsModule } from './obligation-table';

const root = join(__dirname, '..', '..', '..', '..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const rows = obligationRows(textOf(obligationsDocument));

describe('OBLIGATIONS.md is the one source', () => {
  it('the module says the same (or else: npm run clauses -- --write)', () =>
    expect(textOf(obligationsFile)).toBe(obligationsModule(rows)));

  it('a row that is short of its last cells is read all the same', () => {
    const [row] = obligationRows('| A-2.1.d | 舆情预警 | LG-X | HH | month | entry |  | D |');
    expect(row).toEqual({
      id: 'A-2.1.d',
      words: '舆情预警',
      owes: 'LG-X',
      for: 'HH',
      when: 'month',
      shownBy: 'entry',
      way: 'D',
    });
    expect(obligationsModule(row === undefined ? [] : [row])).toContain(
      '"A-2.1.d": {"clause":"A-2.1","words":"舆情预警"',
    );
  });

  it('the counts at its end are those of its rows', () => {
    const [, ...counts] =
      /\*\*All (\d+): T (\d+), D (\d+), R (\d+), G (\d+)\.\*\*/.exec(textOf(obligationsDocument)) ?? [];
    const ways = ['T', 'D', 'R', 'G'].map((way) => rows.filter((row) => row.way === way).length);
    expect([rows.length, ...ways]).toEqual(counts.map(Number));
  });
});
