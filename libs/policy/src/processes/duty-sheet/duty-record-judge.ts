import { kindOf, officeId, officeKindName, territoryOf, type OfficeId } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import { dutyRow, dutyRows, isInSeason, type DutyRow } from '../../settings/duty-rows';
import type { DutyRecordBody } from './duty-acts';
import {
  isOf,
  isOfOtherVillage,
  isSupplement,
  lineFor,
  type DutySheetFile,
  type LineStanding,
  type SheetFacts,
} from './duty-facts';
import { owerKey } from './duty-owed';
import { refuseEarly, refuseLacking, refuseMeasure, refuseTooMuch, type Asked } from './duty-measure';
import { namesOf, stillLacking } from './duty-sums';
import { isKeptHere, mayRecord, recordersOf } from './duty-whose';

const clause = 'C-3.1';

/** Who records when, on which sheet. */
export interface Recording {
  file: DutySheetFile;
  facts: SheetFacts;
  by: { office: OfficeId | 'system' };
  on: CivilDate;
}

/** RULES 7: may this be recorded? */
export function judgeRecord(
  recording: Recording,
  body: DutyRecordBody,
  path = '',
  before: readonly DutyRecordBody[] = [],
): Admission | FieldRefusal {
  const { file, facts, by, on } = recording;
  const row = dutyRow(body.duty);
  if (row === undefined || !isKeptHere(file, facts, body.duty)) return refuseDuty(facts, body.duty, path);
  const asked: Asked = { row, record: { body, on, by: by.office }, path, before: before.filter(isBeside(body)) };
  const refusal = refuseOffice(recording, asked) ?? refuseByHand(asked) ?? refuseMeasure(asked) ?? refuseSeason(asked);
  if (refusal !== undefined) return refusal;
  const own = facts.byOwer.get(owerKey(body)) ?? [];
  const line = lineFor(own, asked.record, ({ state }) => state !== 'open');
  if (line === undefined) return judgeUnmatched(facts, own, asked);
  return (
    refuseUnlisted(line, asked) ??
    refuseEarly(line, asked) ??
    refuseTooMuch(line, asked) ??
    refuseLacking(line, asked) ??
    admit(tellOf(row, line, asked.record))
  );
}

/** In one list, of the same duty, ower and period. */
const isBeside =
  ({ duty, ower, unit, period }: DutyRecordBody) =>
  (other: DutyRecordBody): boolean =>
    other.duty === duty && other.ower === ower && other.unit === unit && other.period === period;

/** All of them, or none; each beside those before it. */
export function judgeRecords(recording: Recording, records: readonly DutyRecordBody[]): Admission | FieldRefusal {
  let told: string | undefined;
  for (const [index, body] of records.entries()) {
    const verdict = judgeRecord(recording, body, `records.${index}.`, records.slice(0, index));
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

/** What the entries of a register do is entered there. */
const refuseByHand = ({ row, path }: Asked): FieldRefusal | undefined =>
  row.enteredIn === undefined
    ? undefined
    : refuse('INVALID_INPUT', row.clause, `“${row.what}”不在这里登记，请到该台账登记，登记后自动计入。`, `${path}duty`);

/** Clause C-2.3: visited by name are those on the village's list. */
function refuseUnlisted({ toCover }: LineStanding, { row, record: { body }, path }: Asked): FieldRefusal | undefined {
  const strangers = (body.visited ?? []).filter((one) => !toCover.includes(one));
  if (strangers.length === 0) return undefined;
  const named = (whom: readonly string[]): string =>
    namesOf(row, whom)
      .map((one) => `〔${one}〕`)
      .join('、');
  const words =
    row.covers === 'cadre-and-family'
      ? `走访对象应为${named(toCover)}，收到的是${named(strangers)}。`
      : `${named(strangers)}不在本村本期监测户名单中；名单为：${named(toCover)}。`;
  return refuse('UNKNOWN_SUBJECT', row.clause, words, `${path}visited`);
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

function refuseOffice({ file, facts, by: { office } }: Recording, asked: Asked): FieldRefusal | undefined {
  const { row, record, path } = asked;
  const { territory } = file.opening;
  const others = `“${row.what}”应由${recordersOf(row)}登记，当前单位是${officeKindName(office)}。`;
  if (!mayRecord(territory, row, office)) return refuse('NOT_ALLOWED', row.clause, others, `${path}duty`);
  const { who } = row.bound;
  if (who === 'unit') return refuseOtherUnit(officeId('stationing-office', territory), asked);
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

/** Nobody of that name owes it in that period: a slip, or somebody who has just come on post. */
function judgeUnmatched(facts: SheetFacts, own: readonly LineStanding[], asked: Asked): Admission | FieldRefusal {
  const { row, record, path } = asked;
  const { body, by } = record;
  const ofOwer = own.filter((line) => isOf(line, body, by));
  if (ofOwer.length > 0) return refusePeriod(ofOwer, asked);
  const elsewhere = refuseOtherOwner(own, asked);
  if (elsewhere !== undefined) return elsewhere;
  if (facts.readAt !== undefined && isSupplement(record, facts.people)) return admit({ told: supplementWords(asked) });
  if (isOfStrangers(row)) return judgeStranger(asked);
  const unnamed = refuseUnnamed(facts, asked);
  if (unnamed !== undefined) return unnamed;
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

/** Each part, each cadre or each village of an office owes it for itself: which is not said. */
function refuseUnnamed({ lines }: SheetFacts, { row, record, path }: Asked): FieldRefusal | undefined {
  const { body, by } = record;
  const { bound, what } = row;
  const expected = (words: string): FieldRefusal =>
    refuse('UNKNOWN_SUBJECT', row.clause, `“${what}”${words}。`, `${path}ower`);
  const names = 'parts' in bound && bound.parts !== undefined ? Object.entries(bound.parts) : [];
  if (names.length > 0 && !names.some(([id]) => id === body.ower))
    return expected(`应写明由谁办理（ower）：${names.map(([id, name]) => `${id}（${name}）`).join('、')}`);
  if (bound.who === 'office' && bound.each === 'cadre') {
    const came = body.ower === undefined ? '' : `；收到的是〔${body.ower}〕`;
    return expected(`逐人计算，应写明是哪名干部（ower），且期满之日在本县在岗${came}`);
  }
  if (bound.who !== 'unit' || bound.each !== 'village') return undefined;
  const own = lines.filter(({ duty, owner }) => duty === body.duty && owner === (body.unit ?? by));
  const helped = [...new Set(own.map(({ ower }) => ower))];
  return helped.length === 0
    ? undefined
    : expected(`逐村计算，应写明是哪个帮扶村（ower）：${helped.map((village) => `〔${village}〕`).join('、')}`);
}

const supplementWords = ({ row, record: { body } }: Asked): string =>
  row.covers === 'monitored-households'
    ? `本村本期没有应走访的监测户，“${row.what}”不作要求，本次登记作为补充记录。`
    : `〔${body.ower ?? ''}〕本期不要求“${row.what}”，本次登记作为补充记录。`;

/** Somebody who owes it, or for whom it is owed, can have come since the ledger was read. */
const isOfStrangers = ({ bound }: DutyRow): boolean =>
  bound.who === 'cadre' ||
  bound.who === 'team' ||
  bound.who === 'leader' ||
  (bound.who === 'unit' && bound.each === 'cadre');

/** A cadre another unit has sent, or a leader of another level. */
function refuseOtherOwner(own: readonly LineStanding[], { row, record, path }: Asked): FieldRefusal | undefined {
  const { bound, what, clause: asksIt } = row;
  if (bound.who !== 'leader' && !(bound.who === 'unit' && bound.each === 'cadre')) return undefined;
  const owners = [...new Set(own.map(({ owner }) => owner))];
  if (owners.length === 0) return undefined;
  const whose = record.body.ower === undefined ? '' : `〔${record.body.ower}〕的`;
  const words = `${whose}“${what}”应由${owners.join('、')}登记。`;
  return refuse('NOT_ALLOWED', asksIt, words, `${path}ower`);
}

const strangerWords = {
  cadre: '哪名干部',
  team: '哪个村',
  leader: '哪位包联领导',
  unit: '哪名干部',
  office: '谁',
} as const;

function judgeStranger({ row, record: { body }, path }: Asked): Admission | FieldRefusal {
  const { who } = row.bound;
  const { ower } = body;
  if (ower === undefined)
    return refuse('INVALID_INPUT', row.clause, `“${row.what}”应写明是${strangerWords[who]}（ower）。`, `${path}ower`);
  const [known, list] = who === 'leader' ? ['包联领导登记', '包联领导登记'] : ['在岗花名册', '花名册'];
  return admit({
    told: `${known}中没有〔${ower}〕应履行的“${row.what}”，已登记并重新核对${list}；仍不在册的，将通知贵单位更正。`,
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

/** Late, or short of all without saying whom. */
function tellOf(row: DutyRow, line: LineStanding, record: Asked['record']): { told?: string } {
  const isByNumber = row.measure === 'coverage' && record.body.visited === undefined;
  const left = isByNumber ? stillLacking([...line.records, record]) : 0;
  const words = [
    ...(record.on > line.due
      ? [`${line.period.name}“${row.what}”应于${chineseDate(line.due)}前完成，本次登记为逾期补办。`]
      : []),
    ...(left > 0 && record.body.lacking === undefined ? [`还差${left}，请写明未覆盖的编号（lacking）。`] : []),
  ];
  return words.length === 0 ? {} : { told: words.join('') };
}
