import type { TurnCommit } from '@duban/contracts/case-workflow';
import type { LedgerWrite } from '@duban/contracts/ledger';
import { utf8Bytes } from './packed-size';

/** The engine takes two megabytes at once; so much of a turn goes into one write, before it is compressed. */
const mostBytes = 1_500_000;

type Lists = Pick<TurnCommit, 'messages'> &
  Pick<LedgerWrite, 'entries' | 'deadlines' | 'notices' | 'candidates' | 'records' | 'removedRecords'>;
type Piece = { [Name in keyof Lists]: [Name, Lists[Name][number]] }[keyof Lists];
const names = ['messages', 'entries', 'deadlines', 'notices', 'candidates', 'records', 'removedRecords'] as const;

/** What a turn does to the world, in as many writes as it takes: nearly always one. Each is idempotent by itself. */
export function partsOf(commit: TurnCommit, most = mostBytes): readonly TurnCommit[] {
  // A character is three bytes at most.
  const text = JSON.stringify(commit);
  if (text.length <= most / 3 || utf8Bytes(text) <= most) return [commit];
  const parts: Piece[][] = [[]];
  let bytes = 0;
  for (const piece of piecesOf(commit)) {
    const size = utf8Bytes(JSON.stringify(piece[1]));
    if (bytes > 0 && bytes + size > most) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(piece);
    bytes += size;
  }
  return parts.map((pieces) => partOf(commit, pieces));
}

function piecesOf({ messages, write }: TurnCommit): Piece[] {
  const lists: Lists = { messages, ...write };
  return names.flatMap((name) => lists[name].map((one) => [name, one] as Piece));
}

function partOf({ write }: TurnCommit, pieces: readonly Piece[]): TurnCommit {
  const named = <Name extends keyof Lists>(name: Name): Lists[Name] =>
    pieces.filter(([of]) => of === name).map(([, one]) => one) as unknown as Lists[Name];
  return {
    messages: named('messages'),
    write: {
      sequence: write.sequence,
      snapshot: write.snapshot,
      entries: named('entries'),
      deadlines: named('deadlines'),
      notices: named('notices'),
      candidates: named('candidates'),
      records: named('records'),
      removedRecords: named('removedRecords'),
    },
  };
}
