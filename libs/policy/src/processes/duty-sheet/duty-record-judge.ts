import { kindOf, officeId, officeKindName, territoryOf, type OfficeId } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import { lengthOf } from '../../dates/natural-period';
import { dutyRow, dutyRows, isInSeason, measures, type DutyRow } from '../../settings/duty-rows';
import type { DutyRecordBody } from './duty-acts';
import {
  amountIn,
  isOf,
  isOfOtherVillage,
  lineFor,
  owerKey,
  type DutyRecord,
  type DutySheetFile,
  type LineStanding,
  type SheetFacts,
} from './duty-facts';
import { isKeptHere, mayRecord, recordersOf } from './duty-whose';

const clause = 'C-3.1';

/** Who records when, on which sheet. */
export interface Recording {
  file: DutySheetFile;
  facts: SheetFacts;
  by: { office: OfficeId | 'system' };
  on: CivilDate;
}

/** What is recorded: `path` leads to it in the body, `records.3.`. */
interface Asked {
  row: DutyRow;
  record: Pick<DutyRecord, 'body' | 'on' | 'by'>;
  path: string;
}

/** RULES 7: may this be recorded? */
export function judgeRecord(recording: Recording, body: DutyRecordBody, path = ''): Admission | FieldRefusal {
  const { file, facts, by, on } = recording;
  const row = dutyRow(body.duty);
  if (row === undefined || !isKeptHere(file, facts, body.duty)) return refuseDuty(facts, body.duty, path);
  const asked: Asked = { row, record: { body, on, by: by.office }, path };
  const refusal = refuseOffice(recording, asked) ?? refuseMeasure(asked) ?? refuseSeason(asked);
  if (refusal !== undefined) return refusal;
  const line = lineFor(facts.byOwer.get(owerKey(body)) ?? [], asked.record);
  if (line === undefined) return judgeUnmatched(facts, asked);
  return refuseEarly(line, asked) ?? refuseTooMuch(line, asked) ?? admit(tellOf(row, line, on));
}

/** All of them, or none. */
export function judgeRecords(recording: Recording, records: readonly DutyRecordBody[]): Admission | FieldRefusal {
  let told: string | undefined;
  for (const [index, body] of records.entries()) {
    const verdict = judgeRecord(recording, body, `records.${index}.`);
    if (!verdict.admitted) return verdict;
    told ??= verdict.told;
  }
  return admit({ answer: { records: records.length }, ...(told === undefined ? {} : { told }) });
}

/** No such duty on this sheet. */
export function refuseDuty({ lines }: SheetFacts, duty: string, path = ''): FieldRefusal {
  const known = [...new Set(lines.map((line) => line.duty))].map((id) => `${id}（${dutyRows[id].what}）`).join('、');
  return refuse(
    'UNKNOWN_SUBJECT',
    clause,
    `本期台账没有“${duty}”这项职责${known === '' ? '。' : `；应为：${known}。`}`,
    `${path}duty`,
  );
}

/** OBLIGATIONS D18. */
function refuseSeason({ row, record: { on }, path }: Asked): FieldRefusal | undefined {
  if (isInSeason(row, on)) return undefined;
  const year = on.slice(0, 4);
  const season = [row.onlyFrom, row.dueOn].map((day) => chineseDate(`${year}-${day}`)).join('至');
  return refuse(
    'OUT_OF_RANGE',
    row.clause,
    `“${row.what}”应在${season}开展，收到的是${chineseDate(on)}。`,
    `${path}occurredOn`,
  );
}

function refuseOffice(
  { file, facts, by: { office } }: Recording,
  { row, record, path }: Asked,
): FieldRefusal | undefined {
  const { territory } = file.opening;
  const others = `“${row.what}”应由${recordersOf(row)}登记，当前单位是${officeKindName(office)}。`;
  if (!mayRecord(territory, row, office)) return refuse('NOT_ALLOWED', row.clause, others, `${path}duty`);
  const { who } = row.bound;
  if (who === 'unit') return refuseOtherUnit(officeId('stationing-office', territory), { row, record, path });
  const isTeamElsewhere =
    who === 'team' && kindOf(office) === 'village-party-secretary' && record.body.ower !== territoryOf(office);
  if (isTeamElsewhere) return refuse('NOT_ALLOWED', row.clause, others, `${path}ower`);
  return who === 'cadre' && isOfOtherVillage(facts.people, record)
    ? refuse(
        'NOT_ALLOWED',
        row.clause,
        `〔${record.body.ower}〕不在本村驻村；村党组织书记只登记本村的干部。`,
        `${path}ower`,
      )
    : undefined;
}

function refuseOtherUnit(stationing: OfficeId, { row, record: { body, by }, path }: Asked): FieldRefusal | undefined {
  if (by === stationing) {
    return body.unit === undefined
      ? refuse('INVALID_INPUT', row.clause, '驻村办代为登记时，应写明是哪个派出单位（unit）。', `${path}unit`)
      : undefined;
  }
  if (body.unit === undefined || body.unit === by) return undefined;
  return refuse(
    'NOT_ALLOWED',
    row.clause,
    `“${row.what}”应由${recordersOf(row)}登记，派出单位只能登记本单位的，收到的是${body.unit}。`,
    `${path}unit`,
  );
}

function refuseMeasure({ row, record: { body }, path }: Asked): FieldRefusal | undefined {
  const { amount, hours, covered, of, nothingToDo } = body;
  const wrong = (field: string, detail: string): FieldRefusal =>
    refuse('INVALID_INPUT', row.clause, `“${row.what}”${detail}`, `${path}${field}`);
  if (nothingToDo === true)
    return row.mayBeEmpty === true ? undefined : wrong('nothingToDo', '不能登记为本期无对象，条款要求每期办理。');
  if (row.measure === 'coverage') {
    if (covered === undefined || of === undefined)
      return wrong('covered', '应写明已覆盖数（covered）和应覆盖数（of）。');
    return covered > of
      ? refuse('OUT_OF_RANGE', row.clause, `已覆盖数应不多于应覆盖数（${of}），收到的是${covered}。`, `${path}covered`)
      : undefined;
  }
  if (covered !== undefined || of !== undefined) return wrong('covered', `按${measures[row.measure]}计，不填覆盖数。`);
  if (hours !== undefined && row.hoursPerDay === undefined)
    return wrong('hours', `按${measures[row.measure]}计，不按学时计。`);
  return row.measure === 'yuan' && amount === undefined ? wrong('amount', '应写明金额（元）。') : undefined;
}

/** Nobody of that name owes it in that period: a slip, or somebody who has just come on post. */
function judgeUnmatched(facts: SheetFacts, asked: Asked): Admission | FieldRefusal {
  const { row, record, path } = asked;
  const { body, by } = record;
  const ofOwer = (facts.byOwer.get(owerKey(body)) ?? []).filter((line) => isOf(line, body, by));
  if (ofOwer.length > 0) return refusePeriod(ofOwer, asked);
  if (row.bound.who === 'cadre' || row.bound.who === 'team') return judgeStranger(asked);
  const names = 'parts' in row.bound && row.bound.parts !== undefined ? Object.entries(row.bound.parts) : [];
  const isPartMissing = names.length > 0 && !names.some(([id]) => id === body.ower);
  if (isPartMissing) {
    const parts = names.map(([id, name]) => `${id}（${name}）`).join('、');
    return refuse('UNKNOWN_SUBJECT', row.clause, `“${row.what}”应写明由谁办理（ower）：${parts}。`, `${path}ower`);
  }
  if (row.bound.who === 'unit') {
    return refuse(
      'UNKNOWN_SUBJECT',
      row.clause,
      `派出单位〔${body.unit ?? by}〕本期在本县没有在岗的驻村干部，或不属于应承担“${row.what}”的层级，请核对。`,
      `${path}unit`,
    );
  }
  return refuseDuty(facts, body.duty, path);
}

function judgeStranger({ row, record: { body }, path }: Asked): Admission | FieldRefusal {
  const whom = row.bound.who === 'cadre' ? '哪名干部' : '哪个村';
  return body.ower === undefined
    ? refuse('INVALID_INPUT', row.clause, `“${row.what}”应写明是${whom}（ower）。`, `${path}ower`)
    : admit({
        told: `在岗花名册中没有〔${body.ower}〕应履行的“${row.what}”，已登记并重新核对花名册；仍不在册的，将通知贵单位更正。`,
      });
}

function refusePeriod(lines: readonly LineStanding[], { row, record, path }: Asked): FieldRefusal {
  const { on, body } = record;
  const known = [...new Map(lines.map((line) => [line.period.id, line.period.name]))]
    .map(([id, name]) => `${id}（${name}）`)
    .join('、');
  return body.period === undefined
    ? refuse(
        'OUT_OF_RANGE',
        row.clause,
        `${chineseDate(on)}不在本台账“${row.what}”的各期之内；补办以前各期的，请写明补哪一期（period）：${known}。`,
        'occurredOn',
      )
    : refuse(
        'UNKNOWN_SUBJECT',
        row.clause,
        `本台账“${row.what}”没有“${body.period}”这一期；应为：${known}。`,
        `${path}period`,
      );
}

const refuseEarly = ({ period, span }: LineStanding, { row, record: { on } }: Asked): FieldRefusal | undefined =>
  on < span.from
    ? refuse(
        'BEFORE_BEGINNING',
        row.clause,
        `${period.name}自${chineseDate(span.from)}起，登记的日期是${chineseDate(on)}。`,
        'occurredOn',
      )
    : undefined;

const absurd = { times: 31, yuan: 100_000_000 };

function refuseTooMuch(line: LineStanding, { row, record: { body }, path }: Asked): FieldRefusal | undefined {
  if (row.measure === 'coverage') return undefined;
  const amount = amountIn(row, body);
  if (amount <= 0)
    return refuse('OUT_OF_RANGE', row.clause, `“${row.what}”的数量应大于0，收到的是${amount}。`, `${path}amount`);
  const most = row.measure === 'days' ? lengthOf(line.span) : absurd[row.measure];
  const before = row.measure === 'days' ? line.done : 0;
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

const tellOf = (row: DutyRow, line: LineStanding, on: CivilDate): { told?: string } =>
  on > line.due
    ? { told: `${line.period.name}“${row.what}”应于${chineseDate(line.due)}前完成，本次登记为逾期补办。` }
    : {};
