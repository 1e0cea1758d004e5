import { refuse, type FieldRefusal } from '../../base/verdict';
import { isInTenths } from '../../base/training-time';
import { chineseDate } from '../../dates/civil-date';
import { lengthOf } from '../../dates/natural-period';
import { visitedOnFestivals } from '../../settings/duty-bound';
import { dutyRows, measures, type DutyRow } from '../../settings/duty-rows';
import type { DutyRecordBody } from './duty-acts';
import type { DutyRecord, LineStanding } from './duty-facts';
import { doneBy, stillLacking } from './duty-sums';

/** What is recorded: `path` leads to it in the body, `records.3.`. */
export interface Asked {
  row: DutyRow;
  record: Pick<DutyRecord, 'body' | 'on' | 'by'>;
  path: string;
  /** What stands before it in the same list, of the same duty, ower and period. */
  before: readonly DutyRecord['body'][];
}

type Wrong = (field: string, detail: string) => FieldRefusal;
const wrongIn =
  ({ row, path }: Pick<Asked, 'row' | 'path'>): Wrong =>
  (field, detail) =>
    refuse('INVALID_INPUT', row.clause, `“${row.what}”${detail}`, `${path}${field}`);

/** A duty is said by what it is counted by: times, days, yuan, hours of training, or how many of all. */
export function refuseMeasure(asked: Asked): FieldRefusal | undefined {
  const { row, record } = asked;
  const wrong = wrongIn(asked);
  if (record.body.nothingToDo === true)
    return row.mayBeEmpty === true ? undefined : wrong('nothingToDo', '不能登记为本期无对象，条款要求每期办理。');
  if (row.measure === 'coverage') return refuseCoverage(asked, wrong);
  const strange = strangeField(row, record.body);
  if (strange !== undefined) return wrong(...strange);
  if (row.hoursPerDay !== undefined) return refuseTime(asked);
  const isUnsaid = row.measure === 'yuan' && record.body.amount === undefined;
  return isUnsaid ? wrong('amount', '应写明金额（元）。') : undefined;
}

/** What says nothing of a duty that is counted so. */
function strangeField(
  { measure, hoursPerDay }: DutyRow,
  { covered, of, visited, lacking, hours, heldBy, from, to }: DutyRecordBody,
): [field: string, detail: string] | undefined {
  const by = `按${measures[measure]}计，`;
  if (from !== undefined || to !== undefined) return [from === undefined ? 'to' : 'from', `${by}不填起止日期。`];
  if (visited !== undefined) return ['visited', `${by}不填走访名单。`];
  if (lacking !== undefined) return ['lacking', `${by}不填未覆盖的名单。`];
  if (covered !== undefined || of !== undefined) return ['covered', `${by}不填覆盖数。`];
  if (hoursPerDay !== undefined) return undefined;
  if (hours !== undefined) return ['hours', `${by}不按学时计。`];
  return heldBy === undefined ? undefined : ['heldBy', '不是集中培训，不填培训层级。'];
}

/** OBLIGATIONS D22: the days of an insurance are said by its first and last day; numbers cover nobody. */
function refuseDays(body: DutyRecordBody, wrong: Wrong): FieldRefusal | undefined {
  const { from, to } = body;
  const number = (['amount', 'covered', 'of', 'visited', 'lacking'] as const).find(
    (field) => body[field] !== undefined,
  );
  if (number !== undefined) return wrong(number, '应填写保险的起止日期，不填数量和名单。');
  if (from === undefined) return wrong('from', '应写明保险自哪一天起（from）。');
  if (to === undefined || from <= to) return undefined;
  return wrong('to', `的截止日期应不早于起始日期（${chineseDate(from)}），收到的是${chineseDate(to)}。`);
}

/** OBLIGATIONS D22: a visit says whom it was paid to. */
function refuseVisit(body: DutyRecordBody, wrong: Wrong): FieldRefusal | undefined {
  const number = (['amount', 'covered', 'of', 'lacking'] as const).find((field) => body[field] !== undefined);
  if (number === undefined && body.visited !== undefined) return undefined;
  const { cadre, family } = visitedOnFestivals;
  return wrong(number ?? 'visited', `应写明走访了谁（visited）：cadre（${cadre}）、family（${family}），不填数量。`);
}

function refuseCoverage({ row, record: { body }, path }: Asked, wrong: Wrong): FieldRefusal | undefined {
  if (row.covers === 'days-on-post') return refuseDays(body, wrong);
  const { covered, of, visited, from, to } = body;
  if (from !== undefined || to !== undefined) return wrong(from === undefined ? 'to' : 'from', '不填起止日期。');
  if (row.covers === 'cadre-and-family') return refuseVisit(body, wrong);
  if (visited !== undefined) {
    if (row.covers === undefined) return wrong('visited', '没有名单可核对，应填覆盖数。');
    return covered !== undefined || of !== undefined ? wrong('visited', '按户填写的，不再填覆盖数。') : undefined;
  }
  if (covered === undefined || of === undefined) return wrong('covered', '应写明已覆盖数（covered）和应覆盖数（of）。');
  if (of === 0 && row.isNeverEmpty === true) return wrong('of', '应覆盖数应大于0，没有应覆盖的不能算完成，收到的是0。');
  return covered > of
    ? refuse('OUT_OF_RANGE', row.clause, `已覆盖数应不多于应覆盖数（${of}），收到的是${covered}。`, `${path}covered`)
    : undefined;
}

/** Clause C-2.2: days or hours, and who held the training. */
function refuseTime({ row, record: { body }, path }: Asked): FieldRefusal | undefined {
  const { amount, hours, heldBy } = body;
  const { what, clause } = row;
  const wrong = wrongIn({ row, path });
  if (heldBy === 'township') {
    const words = `“${what}”只计县级及以上组织的集中培训；乡镇组织的，请登记为“${dutyRows['daily-training'].what}”。`;
    return refuse('CONDITIONS_NOT_MET', clause, words, `${path}heldBy`);
  }
  if (amount === undefined && hours === undefined) return wrong('amount', '应写明培训天数（amount）或学时（hours）。');
  const [inexact] = Object.entries({ amount, hours }).filter(([, said]) => said !== undefined && !isInTenths(said));
  return inexact === undefined ? undefined : wrong(inexact[0], `的天数和学时精确到0.1，收到的是${inexact[1]}。`);
}

/** Before the period begins nothing can be done for it. */
export const refuseEarly = (
  { period, since }: LineStanding,
  { row, record: { on } }: Asked,
): FieldRefusal | undefined =>
  on < since
    ? refuse(
        'BEFORE_BEGINNING',
        row.clause,
        `${period.name}自${chineseDate(since)}起，登记的日期是${chineseDate(on)}。`,
        'occurredOn',
      )
    : undefined;

const absurd = { times: 31, yuan: 100_000_000 };

/** More than there can be. */
export function refuseTooMuch(
  line: LineStanding,
  { row, record: { body }, path, before: said }: Asked,
): FieldRefusal | undefined {
  if (row.measure === 'coverage' || body.nothingToDo === true) return undefined;
  const amount = doneBy(row, [{ body }]);
  if (amount <= 0)
    return refuse('OUT_OF_RANGE', row.clause, `“${row.what}”的数量应大于0，收到的是${amount}。`, `${path}amount`);
  const most = row.measure === 'days' ? lengthOf({ from: line.since, to: line.span.to }) : absurd[row.measure];
  const inList = said.reduce((sum, one) => sum + doneBy(row, [{ body: one }]), 0);
  const before = row.measure === 'days' ? line.done + inList : 0;
  if (before + amount <= most) return undefined;
  const unit = measures[row.measure];
  const already = before > 0 ? `，已登记${before}${unit}` : '';
  return refuse(
    'OUT_OF_RANGE',
    row.clause,
    `${line.period.name}“${row.what}”至多${most}${unit}${already}，本次又登记${amount}${unit}，请核对。`,
    `${path}amount`,
  );
}

/** Who is named as not covered yet is named once, and nobody is left out. */
export function refuseLacking({ records }: LineStanding, { row, record, path }: Asked): FieldRefusal | undefined {
  const { lacking } = record.body;
  if (lacking === undefined) return undefined;
  const left = stillLacking([...records, record]);
  return new Set(lacking).size === left && lacking.length === left
    ? undefined
    : refuse(
        'OUT_OF_RANGE',
        row.clause,
        `“${row.what}”还差${Math.max(0, left)}，未覆盖的名单应恰好为${Math.max(0, left)}个互不重复的编号，收到的是${lacking.length}个。`,
        `${path}lacking`,
      );
}
