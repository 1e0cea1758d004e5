import { median, percentile, workOff } from './rates';

describe('figures of the benchmark', () => {
  it.each([
    [50, 3],
    [99, 5],
    [1, 1],
    [80, 4],
  ])('%i per cent of 1 to 5 do not exceed %i', (percent, value) => {
    expect(percentile([5, 3, 1, 4, 2], percent)).toBe(value);
  });

  it('takes the lower middle of an even number', () => {
    expect(median([4, 1, 2, 3])).toBe(2);
  });

  it('works off every item once, never more than allowed at a time', async () => {
    const done: number[] = [];
    let atOnce = 0;
    let most = 0;
    const items = Array.from({ length: 17 }, (_, index) => index);
    await workOff(items, 4, (item, timed) =>
      timed(async () => {
        most = Math.max(most, (atOnce += 1));
        await new Promise((resolve) => setImmediate(resolve));
        atOnce -= 1;
        done.push(item);
      }),
    );
    expect([...done].sort((a, b) => a - b)).toEqual(items);
    expect(most).toBe(4);
  });
});
