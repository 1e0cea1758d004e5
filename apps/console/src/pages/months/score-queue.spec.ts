import type { Keeping } from './kept-entries';
import { cellId, type Batch, type CellId, type KnownCell, type Outcome } from './score-cell';
import { ScoreQueue } from './score-queue';

/** The server's side of the sheet: cells with versions, all of a batch or none, and lines that break. */
class Sheet {
  readonly cells = new Map<CellId, KnownCell>();
  readonly received: string[] = [];
  closed = false;
  /** What the line does to the next requests. */
  line: ('ok' | 'lost-request' | 'lost-answer')[] = [];

  transmit = async (batch: Batch): Promise<Outcome> => {
    const line = this.line.shift() ?? 'ok';
    await Promise.resolve();
    if (line === 'lost-request') return { kind: 'away' };
    const outcome = this.save(batch);
    return line === 'lost-answer' ? { kind: 'away' } : outcome;
  };

  save({ key, entries }: Batch): Outcome {
    this.received.push(key);
    if (this.closed) return { kind: 'refused', faults: [], detail: '本月考核已通报' };
    const of = (id: CellId): KnownCell => this.cells.get(id) ?? { id, value: null, version: 0 };
    const changed = entries.filter(({ id, version, value }) => of(id).version !== version && of(id).value !== value);
    if (changed.length > 0) return { kind: 'changed', cells: changed.map(({ id }) => of(id)) };
    for (const { id, value, version } of entries)
      if (of(id).version === version) this.cells.set(id, { id, value, version: version + 1 });
    return { kind: 'saved', cells: [...this.cells.values()] };
  }

  /** Another clerk, who has seen what stands there. */
  other(id: CellId, value: number | null): void {
    this.cells.set(id, { id, value, version: (this.cells.get(id)?.version ?? 0) + 1 });
  }
}

class Memory implements Keeping {
  readonly items = new Map<string, string>();
  getItem = (place: string): string | null => this.items.get(place) ?? null;
  setItem = (place: string, text: string): void => void this.items.set(place, text);
  removeItem = (place: string): void => void this.items.delete(place);
}

let keys = 0;
const open = (sheet: Sheet, keeping: Keeping = new Memory()): ScoreQueue =>
  new ScoreQueue({
    place: 'p',
    keeping,
    transmit: sheet.transmit,
    newKey: () => `k${(keys += 1)}`,
    onChange: () => undefined,
  });
const write = (queue: ScoreQueue, id: CellId, text: string): void => {
  queue.begin(id);
  queue.type(id, text);
};
const a = cellId('C1', 'task');
const b = cellId('C2', 'presence');

describe('a cell that is left', () => {
  it('is saved, and says so', async () => {
    const sheet = new Sheet();
    const queue = open(sheet);
    write(queue, a, '９０．５');
    expect(queue.viewOf(a)).toMatchObject({ text: '90.5', state: 'saving' });
    await queue.flush();
    expect(queue.viewOf(a)).toMatchObject({ text: '90.5', state: 'saved' });
    expect(sheet.cells.get(a)).toMatchObject({ value: 90.5, version: 1 });
    expect(queue.unsaved).toBe(0);
  });

  it('is not sent when nothing has changed', async () => {
    const sheet = new Sheet();
    const queue = open(sheet);
    queue.adopt([{ id: a, value: 90, version: 3 }]);
    write(queue, a, '90.0');
    write(queue, b, ' ');
    await queue.flush();
    expect(sheet.received).toEqual([]);
  });

  it('stays in place with the reason when it cannot be a score, and is not sent', async () => {
    const sheet = new Sheet();
    const queue = open(sheet);
    write(queue, a, '120');
    await queue.flush();
    expect(queue.viewOf(a)).toMatchObject({
      text: '120',
      state: 'refused',
      detail: expect.stringContaining('0至100') as string,
    });
    expect(sheet.received).toEqual([]);
    expect(queue.unsaved).toBe(1);
    write(queue, a, '12');
    await queue.flush();
    expect(queue.viewOf(a)).toMatchObject({ text: '12', state: 'saved' });
  });

  it('can be emptied', async () => {
    const sheet = new Sheet();
    const queue = open(sheet);
    write(queue, a, '90');
    await queue.flush();
    write(queue, a, '');
    await queue.flush();
    expect(sheet.cells.get(a)).toMatchObject({ value: null, version: 2 });
    expect(queue.viewOf(a).state).toBe('empty');
  });
});

describe('a refusal', () => {
  it('stands in its cell, and the others of the batch are saved', async () => {
    const sheet = new Sheet();
    let isFirst = true;
    const queue = new ScoreQueue({
      ...{ place: 'p', keeping: new Memory(), newKey: () => 'k', onChange: () => undefined },
      transmit: async (batch) => {
        if (!isFirst) return sheet.transmit(batch);
        isFirst = false;
        return { kind: 'refused', faults: [{ index: 1, detail: '不在应考核名单中' }], detail: '' };
      },
    });
    write(queue, a, '90');
    write(queue, b, '80');
    await queue.flush();
    expect(queue.viewOf(a).state).toBe('saved');
    expect(queue.viewOf(b)).toMatchObject({ text: '80', state: 'refused', detail: '不在应考核名单中' });
  });

  it('of the whole sheet keeps every value on screen, and can be tried again', async () => {
    const sheet = new Sheet();
    sheet.closed = true;
    const queue = open(sheet);
    write(queue, a, '90');
    await queue.flush();
    expect(queue.viewOf(a)).toMatchObject({ text: '90', state: 'refused', detail: '本月考核已通报' });
    sheet.closed = false;
    queue.resolve(a, 'mine');
    await queue.flush();
    expect(sheet.cells.get(a)?.value).toBe(90);
  });

  it('that names nothing of what was sent does not go round for ever', async () => {
    const queue = new ScoreQueue({
      ...{ place: 'p', keeping: new Memory(), newKey: () => 'k', onChange: () => undefined },
      transmit: () => Promise.resolve({ kind: 'changed', cells: [] }),
    });
    write(queue, a, '90');
    await queue.flush();
    expect(queue.viewOf(a).state).toBe('refused');
  });
});

describe('a lost connection', () => {
  it('keeps what is typed and sends it when it is back, under the same key', async () => {
    const sheet = new Sheet();
    sheet.line = ['lost-answer', 'lost-request'];
    const queue = open(sheet);
    write(queue, a, '90');
    await queue.flush();
    write(queue, b, '80');
    await queue.flush();
    expect(queue.isAway).toBe(true);
    expect(queue.pending).toBe(2);
    expect(queue.viewOf(b)).toMatchObject({ text: '80', state: 'waiting' });
    await queue.flush();
    expect(queue.unsaved).toBe(0);
    expect(sheet.cells.get(a)).toMatchObject({ value: 90, version: 1 });
    expect(sheet.cells.get(b)).toMatchObject({ value: 80, version: 1 });
    expect(new Set(sheet.received.slice(0, 2)).size).toBe(1);
  });

  it('loses nothing when the window is closed meanwhile', async () => {
    const sheet = new Sheet();
    const keeping = new Memory();
    sheet.line = ['lost-request'];
    const first = open(sheet, keeping);
    write(first, a, '90');
    write(first, b, '乱填');
    await first.flush();
    const second = open(sheet, keeping);
    expect(second.viewOf(a)).toMatchObject({ text: '90' });
    expect(second.viewOf(b)).toMatchObject({ text: '乱填', state: 'refused' });
    await second.flush();
    expect(sheet.cells.get(a)?.value).toBe(90);
  });

  it('does not take the own write, whose answer was lost, for somebody else’s', async () => {
    const sheet = new Sheet();
    sheet.line = ['lost-answer'];
    const queue = open(sheet);
    write(queue, a, '90');
    await queue.flush();
    write(queue, a, '95');
    await queue.flush();
    expect(queue.viewOf(a)).toMatchObject({ text: '95', state: 'saved' });
    expect(sheet.cells.get(a)).toMatchObject({ value: 95, version: 2 });
  });

  it('nor when the sheet is read again in between', async () => {
    const sheet = new Sheet();
    sheet.line = ['lost-answer'];
    const queue = open(sheet);
    write(queue, a, '90');
    await queue.flush();
    queue.begin(a);
    queue.adopt([...sheet.cells.values()]);
    queue.type(a, '95');
    await queue.flush();
    expect(queue.viewOf(a)).toMatchObject({ text: '95', state: 'saved' });
  });

  it('keeps nothing behind that storage cannot hold, but goes on', async () => {
    const sheet = new Sheet();
    const full: Keeping = { getItem: () => '不是我们的', setItem: () => fail(), removeItem: () => undefined };
    const queue = open(sheet, full);
    write(queue, a, '90');
    await queue.flush();
    expect(sheet.cells.get(a)?.value).toBe(90);
  });
});

describe('two clerks at once', () => {
  it('shows both values of a cell, and takes mine when I say so', async () => {
    const sheet = new Sheet();
    const queue = open(sheet);
    queue.begin(a);
    sheet.other(a, 70);
    queue.type(a, '90');
    await queue.flush();
    expect(queue.viewOf(a)).toMatchObject({ state: 'conflict', value: 90, theirs: { value: 70 } });
    expect(sheet.cells.get(a)?.value).toBe(70);
    queue.resolve(a, 'mine');
    await queue.flush();
    expect(sheet.cells.get(a)?.value).toBe(90);
  });

  it('takes theirs when I say so', async () => {
    const sheet = new Sheet();
    const queue = open(sheet);
    queue.begin(a);
    sheet.other(a, 70);
    queue.type(a, '90');
    await queue.flush();
    queue.resolve(a, 'theirs');
    await queue.flush();
    expect(queue.viewOf(a)).toMatchObject({ state: 'saved', text: '70' });
    expect(sheet.cells.get(a)?.value).toBe(70);
  });

  it('sees what the other has changed while I write in the same cell', async () => {
    const sheet = new Sheet();
    const queue = open(sheet);
    queue.begin(a);
    sheet.other(a, 70);
    queue.adopt([...sheet.cells.values()]);
    queue.type(a, '90');
    await queue.flush();
    expect(queue.viewOf(a)).toMatchObject({ state: 'conflict', theirs: { value: 70 } });
  });

  it('has nothing to choose where both wrote the same', async () => {
    const sheet = new Sheet();
    const queue = open(sheet);
    queue.begin(a);
    sheet.other(a, 90);
    queue.type(a, '90');
    await queue.flush();
    expect(queue.viewOf(a)).toMatchObject({ state: 'saved', text: '90' });
  });

  it('saves the other cells of a batch in which one collides', async () => {
    const sheet = new Sheet();
    const queue = open(sheet);
    sheet.other(a, 70);
    write(queue, a, '90');
    write(queue, b, '80');
    await queue.flush();
    expect(queue.viewOf(a).state).toBe('conflict');
    expect(sheet.cells.get(b)?.value).toBe(80);
  });
});

/** A township's afternoon: what clerks, the line and the window do, by chance. */
class Afternoon {
  readonly sheet = new Sheet();
  readonly keeping = new Memory();
  readonly meant = new Map<CellId, number | null>();
  queue = open(this.sheet, this.keeping);

  constructor(
    private readonly random: (below: number) => number,
    private readonly isAlone: boolean,
  ) {}

  async step(): Promise<void> {
    const id = [a, b, cellId('C3', 'task')][this.random(3)] as CellId;
    const what = this.random(10);
    if (what < 5) this.write(id);
    else if (what === 5) this.queue.adopt([...this.sheet.cells.values()]);
    else if (what === 6 && !this.isAlone) this.sheet.other(id, this.random(1000) / 10);
    else if (what === 7) this.sheet.line.push((['lost-request', 'lost-answer', 'ok'] as const)[this.random(3)] ?? 'ok');
    else await this.queue.flush();
    if (what === 9) this.reopen();
  }

  private write(id: CellId): void {
    const value = this.random(5) === 0 ? null : this.random(1000) / 10;
    write(this.queue, id, value === null ? '' : String(value));
    this.meant.set(id, value);
  }

  private reopen(): void {
    this.queue = open(this.sheet, this.keeping);
    this.queue.adopt([...this.sheet.cells.values()]);
  }
}

/** Whatever the line does and whatever another clerk does: nothing is lost, nothing is overwritten unseen, everything comes to rest. */
describe.each(Array.from({ length: 300 }, (_, seed) => seed))('in disorder %i', (seed) => {
  const isAlone = seed % 2 === 0;
  const afternoon = new Afternoon(randomFrom(seed + 1), isAlone);

  it('nothing is lost', async () => {
    for (let step = 0; step < 40; step += 1) await afternoon.step();
    const { queue, sheet, keeping, meant } = afternoon;
    sheet.line = [];
    await queue.flush();
    await queue.flush();
    expect(queue.pending).toBe(0);
    for (const [id, value] of meant)
      if (queue.viewOf(id).state === 'conflict') expect(queue.viewOf(id).value).toBe(value);
    if (isAlone)
      expect(Object.fromEntries([...meant.keys()].map((id) => [id, sheet.cells.get(id)?.value ?? null]))).toEqual(
        Object.fromEntries(meant),
      );
    queue.adopt([...sheet.cells.values()]);
    for (const { id } of queue.needing) queue.resolve(id, 'mine');
    await queue.flush();
    expect(queue.unsaved).toBe(0);
    expect(keeping.items.size).toBe(0);
  });
});

function randomFrom(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) % 2_147_483_648;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
