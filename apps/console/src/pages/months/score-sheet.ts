import {
  computed,
  onScopeDispose,
  ref,
  shallowReactive,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue';
import { newKey, type ShownRefusal } from '../../api/client';
import { useLive } from '../../api/live';
import { refusalIn, useLoad } from '../../api/loading';
import { session } from '../../api/session';
import { cellText, parts, type Part } from './cell-check';
import { placementWords, placePaste, readClipboard, type PasteRow } from './paste';
import type { ScoreSheet as ReadSheet, SheetLine } from '@duban/contracts/answers/score-sheets';
import { cellId, type CellId, type CellView } from './score-cell';
import { ScoreQueue } from './score-queue';
import { readDraft, readSheet, sendCells } from './sheet-source';

/** How often the other clerk's cells are looked at while the page is in front. */
const lookEvery = 8_000;
const longestPause = 30_000;

/** What was in the cells before the last paste. */
interface Undoable {
  cells: readonly { id: CellId; text: string }[];
}

export interface ScoreSheet {
  sheet: ShallowRef<ReadSheet | undefined>;
  refusal: Ref<ShownRefusal | undefined>;
  reload: () => Promise<void>;
  rows: ComputedRef<SheetLine[]>;
  cells: ReadonlyMap<CellId, CellView>;
  tally: { unsaved: number; pending: number; needing: number; isAway: boolean; filled: number };
  said: Ref<string>;
  undoable: ShallowRef<Undoable | undefined>;
  isOpen: (line: SheetLine) => boolean;
  begin: (id: CellId) => void;
  type: (id: CellId, text: string) => void;
  resolve: (id: CellId, choice: 'mine' | 'theirs') => void;
  paste: (text: string, at: { row: number; part: Part }) => void;
  undo: () => void;
  flush: () => Promise<void>;
}

/** A township's sheet of a month with what is typed into it; one for each sheet, for as long as it is on screen. */
export function useScoreSheet(township: string, month: string): ScoreSheet {
  const of = { township, month };
  const { data: sheet, refusal, reload: readAgain } = useLoad((signal) => readSheet(of, signal));
  const rows = computed(() => sheet.value?.lines.filter(({ toBeScored }) => toBeScored) ?? []);
  const isMine = session.kind === 'party-committee' && session.territory === township;
  const isOpen = (line: SheetLine): boolean => isMine && sheet.value?.mayFill === true && line.operation === 'score';
  const { cells, tally, show, follow } = useCells(rows);
  const queue = new ScoreQueue({
    ...{ place: `duban-scores:${session.office}:${township}:${month}`, keeping: localStorage, newKey },
    transmit: (batch) => sendCells(of, batch),
    onChange: () => show(queue),
  });
  follow(queue);

  async function look(): Promise<void> {
    if (!isMine || sheet.value?.mayFill !== true) return;
    try {
      queue.adopt(await readDraft(of));
      if (queue.pending > 0) void queue.flush();
    } catch (error) {
      if (refusalIn(error).status !== 0) refusal.value = refusalIn(error);
    }
  }
  const reload = async (): Promise<void> => {
    await readAgain();
    await look();
  };
  watch(sheet, (now, before) => before === undefined && now !== undefined && void look());
  useLive(reload, (change) => change.caseId === undefined || change.caseId === sheet.value?.caseId);
  useUploading(queue, look);

  return {
    ...{ sheet, refusal, reload, rows, cells, tally, isOpen },
    ...usePasting(queue, () =>
      rows.value.map((line) => ({ cadre: line.cadre, name: line.name, isOpen: isOpen(line) })),
    ),
    begin: (id) => queue.begin(id),
    type: (id, text) => queue.type(id, text),
    resolve: (id, choice) => queue.resolve(id, choice),
    flush: () => queue.flush(),
  };
}

/** What each cell shows. Only cells that look different are touched, so that only their lines are drawn anew. */
function useCells(rows: ComputedRef<SheetLine[]>) {
  const cells = shallowReactive(new Map<CellId, CellView>());
  const tally = shallowReactive({ unsaved: 0, pending: 0, needing: 0, isAway: false, filled: 0 });

  const shownView = (queue: ScoreQueue, line: SheetLine, part: Part): CellView => {
    const id = cellId(line.cadre, part);
    const own = queue.viewOf(id);
    const given = line[part];
    const isGiven = given !== null && (own.state === 'empty' || (own.state === 'saved' && line.state === 'scored'));
    const view: CellView = isGiven ? { text: cellText(given), value: given, state: 'saved' } : own;
    if (JSON.stringify(cells.get(id)) !== JSON.stringify(view)) cells.set(id, view);
    return view;
  };
  const isFull = ({ value, state }: CellView): boolean => value !== null && state !== 'refused' && state !== 'conflict';

  function show(queue: ScoreQueue): void {
    let filled = 0;
    for (const line of rows.value) {
      const views = parts.map((part) => shownView(queue, line, part));
      if (line.state !== 'open' || views.every(isFull)) filled += 1;
    }
    Object.assign(tally, {
      unsaved: queue.unsaved,
      pending: queue.pending,
      needing: queue.needing.length,
      isAway: queue.isAway,
      filled,
    });
  }
  const follow = (queue: ScoreQueue): void => void watch(rows, () => show(queue));
  return { cells, tally, show, follow };
}

/** Sends what waits as soon as the server is back, and looks now and then what others have typed. */
function useUploading(queue: ScoreQueue, look: () => Promise<void>): void {
  let pause = 2_000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function tick(): Promise<void> {
    clearTimeout(timer);
    if (queue.isAway || queue.pending > 0) await queue.flush();
    pause = queue.isAway ? Math.min(pause * 2, longestPause) : 2_000;
    if (!queue.isAway && !document.hidden) await look();
    clearTimeout(timer);
    timer = setTimeout(() => void tick(), queue.isAway ? pause : lookEvery);
  }
  const hurry = (): void => {
    pause = 2_000;
    void tick();
  };
  addEventListener('online', hurry);
  onScopeDispose(() => {
    clearTimeout(timer);
    removeEventListener('online', hurry);
  });
  timer = setTimeout(() => void tick(), lookEvery);
}

/** Pasting a column or a block, and taking the last paste back. */
function usePasting(queue: ScoreQueue, lines: () => PasteRow[]) {
  const said = ref('');
  const undoable = shallowRef<Undoable>();

  function paste(text: string, at: { row: number; part: Part }): void {
    const placed = placePaste(readClipboard(text), at, lines());
    const ids = placed.cells.map(({ cadre, part }) => cellId(cadre, part));
    if (ids.length > 0) undoable.value = { cells: ids.map((id) => ({ id, text: queue.viewOf(id).text })) };
    queue.typeAll(placed.cells.map(({ cadre, part, text: typed }) => ({ id: cellId(cadre, part), text: typed })));
    said.value = placementWords(placed);
  }

  function undo(): void {
    const last = undoable.value;
    if (last === undefined) return;
    undoable.value = undefined;
    queue.typeAll(last.cells);
    said.value = `已撤销粘贴，${last.cells.length} 格恢复原样。`;
  }
  return { said, undoable, paste, undo };
}
