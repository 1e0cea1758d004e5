import { cellText, plainText, readCell, totalText } from './cell-check';

describe('reading a cell', () => {
  it.each([
    ['92', 92],
    ['88.5', 88.5],
    ['０', 0],
    ['９５．５', 95.5],
    [' 100 ', 100],
    ['87。5', 87.5],
    ['90分', 90],
    ['\u300070\ufeff', 70],
    ['.5', 0.5],
    ['90.', 90],
    ['90.0', 90],
    ['-0', 0],
  ])('takes “%s” for %d', (text, value) => expect(readCell('task', text)).toEqual({ kind: 'value', value }));

  it.each([[''], ['   '], ['\u3000']])('takes “%s” for nothing', (text) =>
    expect(readCell('presence', text)).toEqual({ kind: 'empty' }),
  );

  it.each([
    ['abc', /收到“abc”/],
    ['9 5a', /应为0至100的数字/],
    ['1,5', /应为0至100的数字/],
    ['101', /应在0至100之间，收到101/],
    ['-1', /应在0至100之间，收到-1/],
    ['88.55', /最多保留一位小数，收到88.55/],
    ['90%', /应为0至100的数字/],
    ['1e2', /应为0至100的数字/],
  ])('refuses “%s”', (text, detail) => {
    const reading = readCell('presence', text);
    expect(reading).toMatchObject({ kind: 'fault', detail: expect.stringMatching(detail) as string });
  });

  it('names the part that is refused', () => {
    expect(readCell('task', '200')).toMatchObject({ detail: expect.stringContaining('任务完成') as string });
    expect(readCell('presence', '200')).toMatchObject({ detail: expect.stringContaining('在岗履职') as string });
  });

  it('reads every score back from its own text, narrow and wide', () => {
    for (let tenths = 0; tenths <= 1000; tenths += 1) {
      const value = tenths / 10;
      const text = cellText(value);
      const wideText = [...text]
        .map((sign) => (sign === '.' ? '．' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0)))
        .join('');
      expect(readCell('task', text)).toEqual({ kind: 'value', value });
      expect(plainText(wideText)).toBe(text);
      expect(readCell('task', wideText)).toEqual({ kind: 'value', value });
    }
  });
});

describe('the total', () => {
  const weights = { task: 0.6, presence: 0.4 };
  it.each([
    [90, 80, '86.0'],
    [88.5, 91.2, '89.6'],
    [0, 0, '0.0'],
    [100, 100, '100.0'],
  ])('of %d and %d is %s', (task, presence, total) => expect(totalText(task, presence, weights)).toBe(total));

  it('is missing while a part is missing', () => {
    expect(totalText(null, 80, weights)).toBe('');
    expect(totalText(80, null, weights)).toBe('');
  });
});
