import { levelOf } from '../../base/office';
import { actsOf } from '../../case/act-order';
import type { Consequence, KeptActOf, NoticeSpec } from '../../case/case';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { beginningsAfter } from '../../dates/natural-period';
import { dutiesEntered, dutyRows, type DutyRow } from '../../settings/duty-rows';
import type { DutySheetBodies, EntriesReadBody } from './duty-acts';
import type { DutyRecord, DutySheetFile, LineStanding, SheetFacts } from './duty-facts';
import { rowsOn } from './duty-lines';

type EntriesRead = KeptActOf<Pick<DutySheetBodies, 'entriesRead'>>;

/** What the registers hold for the duties of the sheet counts as records of it; the latest answer stands as a whole. */
export function enteredRecords({ acts, opening }: DutySheetFile): DutyRecord[] {
  const latest = actsOf(acts, 'entriesRead').at(-1);
  return latest === undefined ? [] : recordsIn(latest, opening.period);
}

const recordsBy = new WeakMap<EntriesRead, DutyRecord[]>();

function recordsIn(act: EntriesRead, period: string): DutyRecord[] {
  const made =
    recordsBy.get(act) ??
    act.body.map(({ duty, covered, on, by }, line) => ({
      entry: act.sequence,
      line,
      on,
      by,
      body: { duty, visited: [covered], period },
    }));
  recordsBy.set(act, made);
  return made;
}

const isEntered = ({ duty }: Pick<LineStanding, 'duty'>): boolean =>
  (dutyRows[duty] as DutyRow).enteredIn !== undefined;

/** The registers are read at the beginning, every Monday, before the reminders, when the period is over, and until late entries are. */
export function entriesQuestions(file: DutySheetFile, { settings, span, openUntil }: SheetFacts): Consequence[] {
  const { opening, openedOn } = file;
  const entered = new Set(dutiesEntered(levelOf(opening.territory)).map(([duty]) => duty));
  if (!rowsOn(opening, settings).some(({ id }) => entered.has(id))) return [];
  const days = new Set([
    openedOn,
    ...beginningsAfter('week', openedOn, openUntil),
    ...[-3, -1, 1].map((from) => addDays(span.to, from)).filter((day) => day > openedOn),
    openUntil,
  ]);
  return [...days].sort().map((on) => ({
    kind: 'ask',
    question: 'entries',
    key: `entries@${on}`,
    clause: 'A-4.1',
    on,
    operation: 'entriesRead',
    body: { territory: opening.territory, from: opening.from, to: opening.to },
  }));
}

/** An answer that says nothing new is not kept, but for the first after the last day: from then on it is known who is left out. */
export function isNewAnswer(file: DutySheetFile, { span }: SheetFacts, body: EntriesReadBody, on: CivilDate): boolean {
  const latest = actsOf(file.acts, 'entriesRead').at(-1);
  if (latest === undefined) return body.length > 0 || on > span.to;
  return JSON.stringify(latest.body) !== JSON.stringify(body) || (latest.occurredOn <= span.to && on > span.to);
}

/** OBLIGATIONS D25: who is still left out when the period is over is named to the office, once it has been read. */
export function leftOutNotices(file: DutySheetFile, { lines }: SheetFacts): NoticeSpec[] {
  const readOn = actsOf(file.acts, 'entriesRead').at(-1)?.occurredOn ?? '';
  return lines
    .filter((line) => isEntered(line) && line.lacking.length > 0 && readOn > line.due)
    .map(({ duty, period, due, owner, lacking }) => {
      const { what, clause } = dutyRows[duty];
      return {
        key: `left-out:${duty}@${period.id}`,
        clause,
        on: addDays(due, 1),
        to: owner,
        kind: 'inform',
        title: `${what}未完成（${period.name}，${lacking.length}个）`,
        text: `${period.name}“${what}”还缺：${lacking.map((one) => `〔${one}〕`).join('、')}。请补登，在台账登记后自动计入。`,
      };
    });
}
