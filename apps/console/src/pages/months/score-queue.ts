import { cellText, readCell } from './cell-check';
import { keepEntries, keptEntries, type Keeping } from './kept-entries';
import {
  conflictOf,
  partOf,
  type Batch,
  type CellId,
  type CellView,
  type Entry,
  type KnownCell,
  type Outcome,
  type Stuck,
} from './score-cell';

export interface QueueOptions {
  place: string;
  keeping: Keeping;
  transmit: (batch: Batch) => Promise<Outcome>;
  newKey: () => string;
  onChange: () => void;
}

const batchSize = 60;

/** What a township types into its sheet, on its way to the server: in order, nothing twice, nothing lost, nothing of others overwritten unseen. */
export class ScoreQueue {
  /** The last answer was that the server is away. */
  isAway = false;
  private readonly known = new Map<CellId, KnownCell>();
  private batch: Batch | undefined;
  private waiting: Entry[] = [];
  private stuck = new Map<CellId, Stuck>();
  private editing: { id: CellId; version: number } | undefined;
  private sending: Promise<void> | undefined;

  constructor(private readonly options: QueueOptions) {
    const { batch, waiting, stuck } = keptEntries(options.place, options.keeping);
    this.batch = batch;
    this.waiting = waiting;
    this.stuck = new Map(stuck.map((one) => [one.id, one]));
  }

  /** Cells that are not yet safely on the server, those that need their clerk included. */
  get unsaved(): number {
    return new Set([...this.outgoing, ...this.stuck.keys()]).size;
  }

  /** Cells that wait to be sent. */
  get pending(): number {
    return new Set(this.outgoing).size;
  }

  get needing(): readonly Stuck[] {
    return [...this.stuck.values()];
  }

  viewOf(id: CellId): CellView {
    const stuck = this.stuck.get(id);
    if (stuck !== undefined) {
      const { text, detail, theirs, value } = stuck;
      return {
        text,
        value: value ?? null,
        detail,
        state: theirs === undefined ? 'refused' : 'conflict',
        ...(theirs !== undefined && { theirs }),
      };
    }
    const local = this.localOf(id);
    const value = local === undefined ? (this.known.get(id)?.value ?? null) : local.value;
    return {
      text: cellText(value),
      value,
      state: local === undefined ? (value === null ? 'empty' : 'saved') : this.isAway ? 'waiting' : 'saving',
    };
  }

  /** Somebody begins to write in a cell: what they see now is what they will have written over. */
  begin(id: CellId): void {
    this.editing = { id, version: this.known.get(id)?.version ?? 0 };
  }

  /** The cell is left. What cannot be a score stays in place with the reason; what says the same as before is not sent. */
  type(id: CellId, text: string): void {
    this.typeAll([{ id, text }]);
  }

  /** Many cells at once, as they are pasted. */
  typeAll(cells: readonly { id: CellId; text: string }[]): void {
    for (const { id, text } of cells) this.write(id, text);
    this.changed();
    void this.flush();
  }

  private write(id: CellId, text: string): void {
    const seen = this.editing?.id === id ? this.editing.version : (this.known.get(id)?.version ?? 0);
    this.editing = undefined;
    const before = this.stuck.get(id);
    if (before?.text === text) return;
    const reading = readCell(partOf(id), text);
    if (reading.kind === 'fault') {
      this.waiting = this.waiting.filter((entry) => entry.id !== id);
      this.stuck.set(id, { id, text, detail: reading.detail });
    } else {
      const value = reading.kind === 'value' ? reading.value : null;
      this.stuck.delete(id);
      this.put({ id, value, version: before?.theirs?.version ?? seen });
    }
  }

  /** Between two values of one cell its clerk chooses. */
  resolve(id: CellId, choice: 'mine' | 'theirs'): void {
    const stuck = this.stuck.get(id);
    if (stuck === undefined) return;
    this.stuck.delete(id);
    if (choice === 'mine' && stuck.value !== undefined)
      this.put({ id, value: stuck.value, version: stuck.theirs?.version ?? this.known.get(id)?.version ?? 0 });
    this.changed();
    void this.flush();
  }

  /** What the server has now, on opening and whenever the sheet changes. */
  adopt(cells: readonly KnownCell[]): void {
    for (const cell of cells) this.learn(cell);
    this.changed();
  }

  /** Sends what waits, in order, until nothing waits or the server is away. One call at a time. */
  flush(): Promise<void> {
    this.sending ??= this.send().finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async send(): Promise<void> {
    await Promise.resolve();
    while (this.batch !== undefined || this.waiting.length > 0) {
      if (this.batch === undefined) {
        this.batch = { key: this.options.newKey(), entries: this.waiting.slice(0, batchSize) };
        this.waiting = this.waiting.slice(batchSize);
        this.changed();
      }
      const { batch } = this;
      const outcome = await this.options.transmit(batch);
      this.isAway = outcome.kind === 'away';
      if (outcome.kind === 'away') return this.changed();
      this.batch = undefined;
      this.settle(batch, outcome);
      this.changed();
    }
  }

  private settle({ entries }: Batch, outcome: Exclude<Outcome, { kind: 'away' }>): void {
    if (outcome.kind === 'saved') return this.settleSaved(entries, outcome.cells);
    const isHit = (entry: Entry, index: number): boolean =>
      outcome.kind === 'changed'
        ? outcome.cells.some(({ id }) => id === entry.id)
        : outcome.faults.length === 0 || outcome.faults.some((fault) => fault.index === index);
    const newer = new Set(this.waiting.map(({ id }) => id));
    const again = entries.filter((entry, index) => !isHit(entry, index) && !newer.has(entry.id));
    const hit = entries.filter(isHit);
    // Something was refused, but nothing of this batch: sending it again would go on for ever.
    if (hit.length === 0) return this.refuseAll(entries, '服务器未能保存这一格，请重试。');
    if (outcome.kind === 'changed') {
      this.waiting = [...again, ...this.waiting];
      for (const cell of outcome.cells) this.collide(cell, entries);
      return;
    }
    this.waiting = [...again, ...this.waiting];
    entries.forEach((entry, index) => {
      if (isHit(entry, index))
        this.refuseAll([entry], outcome.faults.find((fault) => fault.index === index)?.detail ?? outcome.detail);
    });
  }

  private settleSaved(entries: readonly Entry[], cells: readonly KnownCell[]): void {
    for (const entry of entries) {
      const cell = cells.find(({ id }) => id === entry.id) ?? {
        id: entry.id,
        value: entry.value,
        version: entry.version + 1,
      };
      if (cell.value === entry.value) this.rebase(entry.id, cell.version);
    }
    for (const cell of cells) this.learn(cell);
    for (const { id, value, version } of entries)
      if (!cells.some((cell) => cell.id === id)) this.learn({ id, value, version: version + 1 });
  }

  /** Our own write is what stands there: what is typed after it is typed over it. */
  private rebase(id: CellId, version: number): void {
    this.waiting = this.waiting.map((entry) => (entry.id === id ? { ...entry, version } : entry));
    if (this.editing?.id === id) this.editing.version = version;
  }

  private refuseAll(entries: readonly Entry[], detail: string): void {
    for (const { id, value } of entries) {
      if (!this.waiting.some((entry) => entry.id === id))
        this.stuck.set(id, { id, text: cellText(value), detail, value });
    }
  }

  private learn(cell: KnownCell): void {
    const before = this.known.get(cell.id);
    if (before !== undefined && cell.version < before.version) return;
    this.known.set(cell.id, cell);
    const own = this.batch?.entries.find(({ id }) => id === cell.id);
    if (own !== undefined && own.value === cell.value) this.rebase(cell.id, cell.version);
    const stuck = this.stuck.get(cell.id);
    if (stuck?.theirs !== undefined && stuck.theirs.version < cell.version)
      this.stuck.set(cell.id, conflictOf(cell.id, stuck.value ?? null, cell));
    const entry = this.waiting.find(({ id }) => id === cell.id);
    if (entry !== undefined && own === undefined && cell.version > entry.version) this.collide(cell, [entry]);
  }

  /** Somebody else's value stands where ours was to go. */
  private collide(cell: KnownCell, entries: readonly Entry[]): void {
    if ((this.known.get(cell.id)?.version ?? -1) <= cell.version) this.known.set(cell.id, cell);
    const mine = this.waiting.find(({ id }) => id === cell.id) ?? entries.find(({ id }) => id === cell.id);
    if (mine === undefined) return;
    this.waiting = this.waiting.filter(({ id }) => id !== cell.id);
    if (mine.value !== cell.value) this.stuck.set(cell.id, conflictOf(cell.id, mine.value, cell));
  }

  private put(entry: Entry): void {
    const isSent = this.batch?.entries.some(({ id }) => id === entry.id) ?? false;
    const stands = this.known.get(entry.id);
    const earlier = this.waiting.find(({ id }) => id === entry.id);
    const version = earlier === undefined ? entry.version : Math.min(earlier.version, entry.version);
    this.waiting = this.waiting.filter(({ id }) => id !== entry.id);
    const isSame = (stands?.value ?? null) === entry.value && version >= (stands?.version ?? 0);
    if (isSent || !isSame) this.waiting.push({ ...entry, version: isSent ? entry.version : version });
    const last = this.batch?.entries.find(({ id }) => id === entry.id);
    if (last !== undefined && last.value === entry.value)
      this.waiting = this.waiting.filter(({ id }) => id !== entry.id);
  }

  private get outgoing(): CellId[] {
    return [...(this.batch?.entries ?? []), ...this.waiting].map(({ id }) => id);
  }

  private localOf(id: CellId): Entry | undefined {
    return this.waiting.find((entry) => entry.id === id) ?? this.batch?.entries.find((entry) => entry.id === id);
  }

  private changed(): void {
    const { place, keeping, onChange } = this.options;
    keepEntries({ batch: this.batch, waiting: this.waiting, stuck: [...this.stuck.values()] }, place, keeping);
    onChange();
  }
}
