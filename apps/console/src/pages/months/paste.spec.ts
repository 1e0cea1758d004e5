import { parts, type Part } from './cell-check';
import { placementWords, placePaste, readClipboard, type PasteRow } from './paste';

const rows: PasteRow[] = ['王志强', '李晓燕', '张建国', '刘丽娟'].map((name, index) => ({
  cadre: `C${index + 1}`,
  name,
  isOpen: true,
}));
const place = (text: string, row = 0, part: Part = 'task', lines = rows) =>
  placePaste(readClipboard(text), { row, part }, lines);
const shown = (text: string, row = 0, part: Part = 'task', lines = rows) =>
  place(text, row, part, lines).cells.map((cell) => `${cell.cadre} ${cell.part} ${cell.text}`);

describe('reading the clipboard', () => {
  it.each<[string, string[][]]>([
    ['90', [['90']]],
    ['90\r\n80\r\n', [['90'], ['80']]],
    [
      '90\t80\n70\t60\n',
      [
        ['90', '80'],
        ['70', '60'],
      ],
    ],
    ['90\n\n70\n', [['90'], [''], ['70']]],
    ['"任务\n得分"\t80', [['任务\n得分', '80']]],
    ['"说""好""的"\t1', [['说"好"的', '1']]],
    ['', [['']]],
    ['\t80', [['', '80']]],
    ['90\r80\r', [['90'], ['80']]],
  ])('%j', (text, cells) => expect(readClipboard(text)).toEqual(cells));

  it('gives back any block that a spreadsheet puts there', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 200; round += 1) {
      const block = Array.from({ length: 1 + random(6) }, () =>
        Array.from({ length: 3 }, () => pick(random, ['90', '', '８５', '王 五', 'a"b', '两\n行', 'x\ty'])),
      );
      if (block.at(-1)?.every((cell) => cell === '')) continue;
      const text = block
        .map((row) => row.map((cell) => (/["\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
        .join('\r\n');
      expect(readClipboard(`${text}\r\n`)).toEqual(block);
    }
  });
});

describe('placing what is pasted', () => {
  it('fills a column from the chosen cell down', () => {
    expect(shown('90\n80\n70\n', 1, 'presence')).toEqual(['C2 presence 90', 'C3 presence 80', 'C4 presence 70']);
  });

  it('fills a block over both columns', () =>
    expect(shown('90\t80\n70\t60', 2)).toEqual(['C3 task 90', 'C3 presence 80', 'C4 task 70', 'C4 presence 60']));

  it('leaves cells where the clipboard is blank', () =>
    expect(shown('90\n\n70')).toEqual(['C1 task 90', 'C3 task 70']));

  it('tells what lies beyond the sheet', () => {
    const placed = place('1\t2\t3\n4\t5\t6', 3);
    expect(placed).toMatchObject({
      beyond: 4,
      cells: [
        { cadre: 'C4', part: 'task' },
        { cadre: 'C4', part: 'presence' },
      ],
    });
    expect(placementWords(placed)).toBe('已填入 2 格；4 格超出表格，未填入。');
  });

  it('does not touch lines that cannot be filled, and keeps the places of the others', () => {
    const closed = rows.map((row, index) => ({ ...row, isOpen: index !== 1 }));
    const placed = place('90\n80\n70', 0, 'task', closed);
    expect(placed.cells.map(({ cadre }) => cadre)).toEqual(['C1', 'C3']);
    expect(placed.skipped).toBe(1);
  });

  it('skips the heading of a column', () => {
    expect(shown('任务完成得分\t在岗履职得分\n90\t80')).toEqual(['C1 task 90', 'C1 presence 80']);
    expect(shown('得分')).toEqual(['C1 task 得分']);
  });

  it('puts a list with names beside its names, whatever its order', () => {
    expect(shown('姓名\t任务\t在岗\t总分\n张建国\t90\t80\t86\n王 志 强\t70\t60\t66', 3, 'presence')).toEqual([
      'C3 task 90',
      'C3 presence 80',
      'C1 task 70',
      'C1 presence 60',
    ]);
  });

  it('finds names behind a running number, and the scores behind other words', () => {
    expect(shown('1\t李晓燕\t青羊镇\t８８．５\t90')).toEqual(['C2 task ８８．５', 'C2 presence 90']);
  });

  it('never guesses between two of one name', () => {
    const twice = [...rows, { cadre: 'C5', name: '王志强', isOpen: true }];
    const placed = place('王志强\t90\n李晓燕\t80', 0, 'task', twice);
    expect(placed.cells).toEqual([{ cadre: 'C2', part: 'task', text: '80' }]);
    expect(placed.unknown).toEqual(['王志强']);
    expect(placementWords(placed)).toContain('姓名对不上或重名，请手工填写：王志强');
  });

  it('fills each cell at most once, only open ones, and accounts for everything that is not blank', () => {
    const random = randomFrom(11);
    for (let round = 0; round < 500; round += 1) {
      const lines = Array.from({ length: 1 + random(8) }, (_, index) => ({
        cadre: `C${index}`,
        name: null,
        isOpen: random(4) > 0,
      }));
      const matrix = Array.from({ length: 1 + random(10) }, () =>
        Array.from({ length: 1 + random(4) }, () => pick(random, ['', '90', '8.5', '101', '乱'])),
      );
      const at = { row: random(lines.length), part: pick(random, [...parts]) };
      const placed = placePaste(matrix, at, lines);
      const keys = placed.cells.map(({ cadre, part }) => `${cadre}/${part}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { cadre } of placed.cells) expect(lines.find((line) => line.cadre === cadre)?.isOpen).toBe(true);
      expect(placed.cells.length + placed.skipped + placed.beyond).toBe(
        matrix.flat().filter((cell) => cell !== '').length,
      );
    }
  });
});

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const pick = <T>(random: (below: number) => number, list: readonly T[]): T => list[random(list.length)] as T;
