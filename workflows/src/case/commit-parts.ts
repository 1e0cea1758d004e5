import type { TurnCommit } from '@duban/contracts/case-workflow';
import type { LedgerWrite } from '@duban/contracts/ledger';
import { utf8Bytes } from './packed-size';

/** The engine takes two megabytes at once; so much of a turn goes into one write, before it is compressed. */
const mostBytes = 1_500_000;

type Lists = Pick<TurnCommit, 'messages'> &
  Pick<LedgerWrite, 'entries' | 'deadlines' | 'notices' | 'candidates' | 'records' | 'removedRecords'>;
type Piece = { [Name in keyof Lists]: [Name, Lists[Name][number]] }[keyof Lists];
const names = ['messages', 'entries', 'deadlines', 'notices', 'candidates', 'records', 'removedRecords'] as const;

/** One thing a turn writes or sends, and how many bytes of a write it takes. */
interface Measured {
  piece: Piece;
  bytes: number;
}

/** What a turn does to the world, in as many writes as it takes: nearly always one. Each is idempotent by itself. */
export function partsOf(commit: TurnCommit, most = mostBytes): readonly TurnCommit[] {
  // Writing a case out costs time, so each piece is written out once for all that is asked of its size.
  const written = piecesOf(commit).map((piece) => ({ piece, text: JSON.stringify(piece[1]) }));
  const snapshot = JSON.stringify(commit.write.snapshot);
  // A character is three bytes at most.
  if (written.reduce((sum, { text }) => sum + text.length, snapshot.length) <= most / 3) return [commit];
  const measured = written.map(({ piece, text }) => ({ piece, bytes: utf8Bytes(text) }));
  const whole = measured.reduce((sum, { bytes }) => sum + bytes, utf8Bytes(snapshot));
  return whole <= most ? [commit] : cut(measured, most).map((pieces) => partOf(commit, pieces));
}

/** Pieces in their order, together as long as they fit into one write. */
function cut(measured: readonly Measured[], most: number): Piece[][] {
  const parts: Piece[][] = [[]];
  let sum = 0;
  for (const { piece, bytes } of measured) {
    if (sum > 0 && sum + bytes > most) {
      parts.push([]);
      sum = 0;
    }
    parts.at(-1)?.push(piece);
    sum += bytes;
  }
  return parts;
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
