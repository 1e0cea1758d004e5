import type { LedgerEntry, LedgerWrite } from '@duban/contracts/ledger';
import { beginning, behind, placeWrite, requestOf } from './ledger-position';

const entry = (sequence: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  sequence,
  kind: 'event',
  name: 'deadline-met',
  clause: 'A-2.1',
  by: { office: 'system' },
  occurredOn: '2026-07-01',
  at: '2026-07-01T01:00:00.000Z',
  what: '完成认定程序：已按期办结',
  detail: null,
  recipients: [],
  key: null,
  ...more,
});
const act = (sequence: number, key: string): LedgerEntry =>
  entry(sequence, {
    kind: 'act',
    name: 'visit',
    key,
    what: `走访${key}`,
    detail: { body: { note: key }, bodyHash: `hash-${key}`, answer: null, told: null },
  });
const write = (...entries: LedgerEntry[]): LedgerWrite =>
  ({ sequence: entries.at(-1)?.sequence ?? 0, entries }) as unknown as LedgerWrite;
const numbers = (placed: { write: LedgerWrite }): [number, string][] =>
  placed.write.entries.map(({ sequence, name }) => [sequence, name]);

describe('the place of a write in the ledger', () => {
  it('is the case’s own while the two agree', () => {
    const own = write(act(3, 'a'), entry(4));
    expect(placeWrite(own, beginning)).toEqual({ write: own, position: beginning });
  });

  it('comes after entries the case has forgotten', () => {
    const placed = placeWrite(write(act(3, 'b')), behind(beginning, [act(3, 'a'), entry(4)]));
    expect(numbers(placed)).toEqual([[5, 'visit']]);
    expect([placed.write.sequence, placed.position.offset]).toEqual([5, 2]);
  });

  it('an act that stands there already leaves a note, its events are not entered again, and the numbers go on without a gap', () => {
    const position = behind(beginning, [act(3, 'a'), entry(4)]);
    const first = placeWrite(write(act(3, 'b')), position);
    const again = placeWrite(
      write(act(4, 'a'), entry(5), entry(6, { name: 'rung-fired', what: '提醒' })),
      first.position,
    );
    expect(numbers(again)).toEqual([
      [6, 'act-taken-in'],
      [7, 'rung-fired'],
    ]);
    expect(again.write.entries[0]).toMatchObject({
      kind: 'event',
      key: null,
      by: { office: 'system' },
      detail: { key: 'a' },
    });
    expect([again.write.sequence, again.position]).toEqual([7, { offset: 1, ahead: [] }]);
  });
});

describe('what is taken in from the ledger', () => {
  it('is an office’s act with its own key, day and content', () => {
    expect(requestOf(act(3, 'a'))).toMatchObject({
      act: { key: 'a', operation: 'visit', occurredOn: '2026-07-01', by: { office: 'system' }, body: { note: 'a' } },
      bodyHash: 'hash-a',
      what: '走访a',
    });
  });

  it('is not what comes again by itself: events, the opening, another policy', () => {
    const others = [entry(3), { ...act(3, 'a'), name: 'opened' }, { ...act(3, 'a'), name: 'reproject' }];
    expect(others.map(requestOf)).toEqual([undefined, undefined, undefined]);
  });
});
