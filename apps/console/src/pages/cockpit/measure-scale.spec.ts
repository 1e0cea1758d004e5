import { classesOf, classWords, levelIn, valueWords } from './measure-scale';

describe('classes of a measure on the map', () => {
  it('leave 0 of a bad thing without colour, and make more darker', () => {
    const classes = classesOf([0, 0, 3, 8, null], 'bad');
    expect(classes).toEqual([
      { level: 0, from: 0, to: 0, areas: 2 },
      { level: 1, from: 3, to: 3, areas: 1 },
      { level: 4, from: 8, to: 8, areas: 1 },
    ]);
    expect([0, 3, 8, null].map((value) => levelIn(classes, value))).toEqual([0, 1, 4, null]);
  });

  it('leave 100 % of a good thing without colour, and make less darker', () => {
    expect(classesOf([100, 90, 20], 'good')).toEqual([
      { level: 0, from: 100, to: 100, areas: 1 },
      { level: 1, from: 90, to: 90, areas: 1 },
      { level: 4, from: 20, to: 20, areas: 1 },
    ]);
  });

  it('hold about equally many areas, never part equal values, and cover every value', () => {
    const values = Array.from({ length: 117 }, (_, index) => Math.floor(index / 3) + 1);
    const classes = classesOf(values, 'bad');
    expect(classes.map(({ areas }) => areas)).toEqual([30, 30, 30, 27]);
    expect(values.every((value) => levelIn(classes, value) !== 0)).toBe(true);
    const skewed = classesOf([...Array<number>(100).fill(1), 2, 3, 4, 5, 6], 'bad');
    expect(skewed.reduce((sum, { areas }) => sum + areas, 0)).toBe(105);
    expect(skewed[0]).toMatchObject({ from: 1, to: 1, areas: 100 });
  });

  it('of a single value is still to be seen; of none there is none', () => {
    expect(classesOf([7], 'bad')).toEqual([{ level: 3, from: 7, to: 7, areas: 1 }]);
    expect(classesOf([null], 'bad')).toEqual([]);
  });

  it('are told with their unit', () => {
    expect(classWords({ level: 1, from: 1, to: 4, areas: 2 }, '项')).toBe('1–4 项');
    expect(classWords({ level: 1, from: 2.5, to: 2.5, areas: 2 }, '%')).toBe('2.5%');
    expect([valueWords(null, '项'), valueWords(12.5, '%'), valueWords(3, '轮')]).toEqual(['—', '12.5%', '3 轮']);
  });
});
