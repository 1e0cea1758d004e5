import { moveOf, type Place, type Stroke } from './grid-moves';

const size = { rows: 3, columns: 2 };
const press = (key: string, row: number, column: number, more: Partial<Stroke> = {}) =>
  moveOf({ key, isWriting: false, caretAtStart: true, caretAtEnd: true, ...more }, { row, column }, size);

it.each<[string, number, number, Partial<Stroke>, Place | 'actions' | undefined]>([
  ['ArrowDown', 0, 0, {}, { row: 1, column: 0 }],
  ['ArrowDown', 2, 1, {}, undefined],
  ['ArrowUp', 1, 1, {}, { row: 0, column: 1 }],
  ['ArrowRight', 1, 0, {}, { row: 1, column: 1 }],
  ['ArrowRight', 1, 1, {}, 'actions'],
  ['ArrowLeft', 1, 1, {}, { row: 1, column: 0 }],
  ['ArrowLeft', 1, 0, {}, undefined],
  ['Enter', 0, 1, {}, { row: 1, column: 1 }],
  ['Enter', 1, 1, { shift: true }, { row: 0, column: 1 }],
  ['Enter', 2, 0, {}, undefined],
  ['Tab', 0, 0, {}, { row: 0, column: 1 }],
  ['Tab', 0, 1, {}, { row: 1, column: 0 }],
  ['Tab', 2, 1, {}, undefined],
  ['Tab', 0, 0, { shift: true }, undefined],
  ['Tab', 1, 0, { shift: true }, { row: 0, column: 1 }],
  ['End', 0, 0, { control: true }, { row: 2, column: 1 }],
  ['Home', 2, 1, { control: true }, { row: 0, column: 0 }],
  ['Home', 2, 1, {}, undefined],
  ['ArrowDown', 0, 1, { control: true }, { row: 2, column: 1 }],
  ['PageDown', 0, 1, {}, { row: 2, column: 1 }],
  ['PageUp', 2, 0, {}, { row: 0, column: 0 }],
  ['a', 0, 0, {}, undefined],
])('%s at %i/%i %j leads to %j', (key, row, column, more, to) => expect(press(key, row, column, more)).toEqual(to));

it('leaves the side arrows to whoever writes within a cell, until its edge', () => {
  expect(press('ArrowLeft', 1, 1, { isWriting: true, caretAtStart: false })).toBeUndefined();
  expect(press('ArrowLeft', 1, 1, { isWriting: true, caretAtStart: true })).toEqual({ row: 1, column: 0 });
  expect(press('ArrowRight', 1, 0, { isWriting: true, caretAtEnd: false })).toBeUndefined();
  expect(press('ArrowDown', 1, 0, { isWriting: true, caretAtEnd: false, caretAtStart: false })).toEqual({
    row: 2,
    column: 0,
  });
});

const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Tab', 'Home', 'End', 'PageUp', 'PageDown'];
const held = [{}, { shift: true }, { control: true }, { shift: true, control: true }];

it.each(keys.flatMap((key) => held.map((more) => [key, more] as const)))(
  '%s %j never leads outside the grid, and never to the cell it came from',
  (key, more) => {
    for (const rows of [1, 2, 60]) {
      for (let index = 0; index < rows * 2; index += 1) {
        const at = { row: Math.floor(index / 2), column: index % 2 };
        const to =
          moveOf({ key, isWriting: false, caretAtStart: true, caretAtEnd: true, ...more }, at, { rows, columns: 2 }) ??
          'nowhere';
        const isInside = typeof to === 'string' || (to.row >= 0 && to.row < rows && [0, 1].includes(to.column));
        expect(isInside).toBe(true);
        expect(to).not.toEqual(at);
      }
    }
  },
);

it('Tab visits every cell once and comes back the same way', () => {
  const visit = (shift: boolean, from: Place): Place[] => {
    const seen = [from];
    for (;;) {
      const to = moveOf(
        { key: 'Tab', shift, isWriting: false, caretAtStart: true, caretAtEnd: true },
        seen.at(-1) as Place,
        size,
      );
      if (to === undefined || to === 'actions') return seen;
      seen.push(to);
    }
  };
  const there = visit(false, { row: 0, column: 0 });
  expect(there).toHaveLength(6);
  expect(visit(true, there.at(-1) as Place)).toEqual([...there].reverse());
});
