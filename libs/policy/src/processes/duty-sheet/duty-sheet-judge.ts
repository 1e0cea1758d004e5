import type { Act } from '../../case/case';
import {
  isWithin,
  kindOf,
  levelOf,
  officeAbove,
  officeId,
  officeKinds,
  officeKindName,
  territoryOf,
  type OfficeId,
  type Territory,
} from '../../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';
import { addDays, chineseDate, type CivilDate } from '../../dates/civil-date';
import { lengthOf } from '../../dates/natural-period';
import type { DutyRecordBody, DutyRecordsBody, ExcuseDutyBody, ReopenSheetBody, TakeBackRecordBody } from './duty-acts';
import {
  amountIn,
  isOf,
  lineFor,
  readings,
  readSheet,
  type DutySheetFile,
  type LineStanding,
  type SheetFacts,
} from './duty-facts';
import { dutyRow, dutyRows, measures, type DutyRow } from '../../settings/duty-rows';

/** RULES 7: everything that can be said to a sheet; the last five by the system only. */
export const dutySheetOperations = [
  'record',
  'recordAll',
  'takeBack',
  'excuse',
  'reopen',
  'rosterRead',
  'unitsRead',
  'cycleClosed',
  'periodClosed',
  'periodSealed',
  'dutyDone',
] as const;
export type DutySheetOperation = (typeof dutySheetOperations)[number];

const clause = 'C-3.1';

/** RULES 7: may this be admitted to the sheet? */
export function judgeSheetAct(file: DutySheetFile, act: Act, today: CivilDate): Verdict {
  const operation = dutySheetOperations.find((known) => known === act.operation);
  if (operation === undefined)
    return refuse('INVALID_INPUT', clause, `履职台账没有“${act.operation}”这项登记。`, 'operation');
  const facts = readSheet(file);
  switch (operation) {
    case 'record':
      return refuseClosed(facts) ?? judgeRecord(file, facts, act, act.body as DutyRecordBody, '');
    case 'recordAll':
      return refuseClosed(facts) ?? judgeRecords(file, facts, act, act.body as DutyRecordsBody);
    case 'takeBack':
      return refuseClosed(facts) ?? judgeTakingBack(facts, act);
    case 'excuse':
      return refuseClosed(facts) ?? judgeExcuse(facts, act);
    case 'reopen':
      return judgeReopening(file, facts, act, today);
    case 'dutyDone':
      return judgeDone(facts, act as Act<DutyRecordBody>);
    case 'rosterRead':
    case 'unitsRead':
      return judgeReading(file, facts, act);
    default:
      return act.by.office === 'system' ? admit() : refuse('NOT_ALLOWED', clause, '本项由系统按期登记，不由单位办理。');
  }
}

/** What another case says was done counts as a record; where nobody owes it here, it is left alone. */
const judgeDone = ({ lines }: SheetFacts, { by, body, occurredOn: on }: Act<DutyRecordBody>): Verdict =>
  by.office === 'system'
    ? admit({ keep: lineFor(lines, { body, on, by: by.office }) !== undefined })
    : refuse('NOT_ALLOWED', clause, '本项由系统登记，不由单位办理。');

/** An answer that says nothing new is not kept, unless a record waits for it. */
function judgeReading(file: DutySheetFile, { strangers, readAt = 0 }: SheetFacts, { by, body }: Act): Verdict {
  if (by.office !== 'system') return refuse('NOT_ALLOWED', clause, '花名册由系统读取，不由单位登记。');
  const latest = readings(file).at(-1);
  const isNew = latest === undefined || JSON.stringify(latest.body) !== JSON.stringify(body);
  return admit({ keep: isNew || strangers.some(({ entry }) => entry > readAt) });
}

const refuseClosed = ({ isClosed, openUntil }: SheetFacts): Refusal | undefined =>
  isClosed
    ? refuse(
        'CLOSED_PERIOD',
        clause,
        `本期已于${chineseDate(openUntil)}封账，不再受理登记；确需补登的，请报上级单位说明理由重开。`,
      )
    : undefined;

function judgeRecords(file: DutySheetFile, facts: SheetFacts, act: Act, { records }: DutyRecordsBody): Verdict {
  let told: string | undefined;
  for (const [index, body] of records.entries()) {
    const verdict = judgeRecord(file, facts, act, body, `records.${index}.`);
    if (!verdict.admitted) return verdict;
    told ??= verdict.told;
  }
  return admit({ answer: { records: records.length }, ...(told === undefined ? {} : { told }) });
}

function judgeRecord(file: DutySheetFile, facts: SheetFacts, act: Act, body: DutyRecordBody, path: string): Verdict {
  const row = dutyRow(body.duty);
  const own = facts.lines.filter(({ duty }) => duty === body.duty);
  if (row === undefined || !isKeptHere(file, facts, body.duty)) return refuseDuty(facts, body.duty, path);
  const refusal = refuseOffice(file, row, act.by.office, body, path) ?? refuseMeasure(row, body, path);
  if (refusal !== undefined) return refusal;
  const record = { body, on: act.occurredOn, by: act.by.office };
  const line = lineFor(own, record) as LineStanding | undefined;
  if (line === undefined) return judgeUnmatched(facts, row, own, record, path);
  if (act.occurredOn < line.span.from) {
    return refuse(
      'BEFORE_BEGINNING',
      row.clause,
      `${line.period.name}自${chineseDate(line.span.from)}起，登记的日期是${chineseDate(act.occurredOn)}。`,
      'occurredOn',
    );
  }
  return refuseTooMuch(facts, row, line, record, path) ?? admit(tellOf(row, line, act.occurredOn));
}

/** A row can be on a sheet though nobody owes it yet. */
const isKeptHere = ({ opening }: DutySheetFile, { lines, readAt }: SheetFacts, duty: string): boolean =>
  lines.some((line) => line.duty === duty) ||
  (dutyRow(duty)?.level === levelOf(opening.territory) && readAt === undefined);

function refuseDuty({ lines }: SheetFacts, duty: string, path: string): Refusal {
  const known = [...new Set(lines.map((line) => line.duty))].map((id) => `${id}（${dutyRows[id].what}）`).join('、');
  return refuse(
    'UNKNOWN_SUBJECT',
    clause,
    `本期台账没有“${duty}”这项职责${known === '' ? '。' : `；应为：${known}。`}`,
    `${path}duty`,
  );
}

/** Who may record: the owing office; for cadres and teams also the village's party secretary (C-3.1); for units the stationing office. */
function refuseOffice(
  { opening: { territory } }: DutySheetFile,
  row: DutyRow,
  by: OfficeId,
  body: DutyRecordBody,
  path: string,
): Refusal | undefined {
  switch (row.bound.who) {
    case 'cadre':
    case 'team':
      return isOfTownship(territory, row.bound.who, by, body)
        ? undefined
        : refuse(
            'NOT_ALLOWED',
            row.clause,
            `“${row.what}”应由本乡镇党委或本村党组织书记登记，当前单位是${officeKindName(by)}。`,
            `${path}ower`,
          );
    case 'office':
      return refuseOtherOffice(territory, row, row.bound, by);
    case 'unit':
      return refuseOtherUnit(territory, row, by, body, path);
  }
}

function isOfTownship(territory: Territory, who: 'cadre' | 'team', by: OfficeId, { ower }: DutyRecordBody): boolean {
  const isVillageOfIt = kindOf(by) === 'village-party-secretary' && isWithin(territoryOf(by), territory);
  return (
    by === officeId('party-committee', territory) || (isVillageOfIt && (who === 'cadre' || ower === territoryOf(by)))
  );
}

function refuseOtherOffice(
  territory: Territory,
  row: DutyRow,
  bound: Extract<DutyRow['bound'], { who: 'office' }>,
  by: OfficeId,
): Refusal | undefined {
  const isOfLevel =
    isWithin(territory, territoryOf(by)) && levelOf(territoryOf(by)) === (bound.at ?? levelOf(territory));
  if (kindOf(by) === bound.kind && isOfLevel) return undefined;
  const whose = `${bound.at === 'city' ? '市' : '本级'}${officeKinds[bound.kind]}`;
  return refuse('NOT_ALLOWED', row.clause, `“${row.what}”应由${whose}登记，当前单位是${officeKindName(by)}。`);
}

function refuseOtherUnit(
  territory: Territory,
  row: DutyRow,
  by: OfficeId,
  { unit }: DutyRecordBody,
  path: string,
): Refusal | undefined {
  if (by === officeId('stationing-office', territory)) {
    return unit === undefined
      ? refuse('INVALID_INPUT', row.clause, '驻村办代为登记时，应写明是哪个派出单位（unit）。', `${path}unit`)
      : undefined;
  }
  if (kindOf(by) === 'dispatching-unit' && (unit === undefined || unit === by)) return undefined;
  return refuse(
    'NOT_ALLOWED',
    row.clause,
    `“${row.what}”应由派出单位自己或县驻村办登记，当前单位是${officeKindName(by)}。`,
    `${path}unit`,
  );
}

function refuseMeasure(row: DutyRow, body: DutyRecordBody, path: string): Refusal | undefined {
  const { amount, hours, covered, of, nothingToDo } = body;
  const wrong = (field: string, detail: string): Refusal =>
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
function judgeUnmatched(
  facts: SheetFacts,
  row: DutyRow,
  own: readonly LineStanding[],
  record: { body: DutyRecordBody; on: CivilDate; by: string },
  path: string,
): Verdict {
  const { body, on, by } = record;
  const ofOwer = own.filter((line) => isOf(line, body, by));
  if (ofOwer.length > 0) return refusePeriod(row, ofOwer, body, on, path);
  if (row.bound.who === 'cadre' || row.bound.who === 'team') {
    if (body.ower === undefined)
      return refuse(
        'INVALID_INPUT',
        row.clause,
        `“${row.what}”应写明是${row.bound.who === 'cadre' ? '哪名干部' : '哪个村'}（ower）。`,
        `${path}ower`,
      );
    return admit({
      told: `在岗花名册中没有〔${body.ower}〕应履行的“${row.what}”，已登记并重新核对花名册；仍不在册的，将通知贵单位更正。`,
    });
  }
  const names = 'parts' in row.bound && row.bound.parts !== undefined ? Object.entries(row.bound.parts) : [];
  const isPartMissing = names.length > 0 && !names.some(([id]) => id === body.ower);
  if (isPartMissing) {
    return refuse(
      'UNKNOWN_SUBJECT',
      row.clause,
      `“${row.what}”应写明由谁办理（ower）：${names.map(([id, name]) => `${id}（${name}）`).join('、')}。`,
      `${path}ower`,
    );
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

function refusePeriod(
  row: DutyRow,
  lines: readonly LineStanding[],
  { period }: DutyRecordBody,
  on: CivilDate,
  path: string,
): Refusal {
  const known = [...new Map(lines.map((line) => [line.period.id, line.period.name]))]
    .map(([id, name]) => `${id}（${name}）`)
    .join('、');
  return period === undefined
    ? refuse(
        'OUT_OF_RANGE',
        row.clause,
        `${chineseDate(on)}不在本台账“${row.what}”的各期之内；补办以前各期的，请写明补哪一期（period）：${known}。`,
        'occurredOn',
      )
    : refuse(
        'UNKNOWN_SUBJECT',
        row.clause,
        `本台账“${row.what}”没有“${period}”这一期；应为：${known}。`,
        `${path}period`,
      );
}

const absurd = { times: 31, yuan: 100_000_000 };

function refuseTooMuch(
  facts: SheetFacts,
  row: DutyRow,
  line: LineStanding,
  { body }: { body: DutyRecordBody },
  path: string,
): Refusal | undefined {
  if (row.measure === 'coverage') return undefined;
  const amount = amountIn(row, body);
  if (amount <= 0)
    return refuse('OUT_OF_RANGE', row.clause, `“${row.what}”的数量应大于0，收到的是${amount}。`, `${path}amount`);
  const most = row.measure === 'days' ? lengthOf(line.span) : absurd[row.measure];
  const before = row.measure === 'days' ? line.done : 0;
  if (before + amount <= most) return undefined;
  const already = before > 0 ? `，已登记${before}${measures[row.measure]}` : '';
  return refuse(
    'OUT_OF_RANGE',
    row.clause,
    `${line.period.name}“${row.what}”至多${most}${measures[row.measure]}${already}，本次又登记${amount}${measures[row.measure]}，请核对。`,
    `${path}amount`,
  );
}

const tellOf = (row: DutyRow, line: LineStanding, on: CivilDate): { told?: string } =>
  on > line.due
    ? { told: `${line.period.name}“${row.what}”应于${chineseDate(line.due)}前完成，本次登记为逾期补办。` }
    : {};

function judgeTakingBack({ records }: SheetFacts, { body, by }: Act): Verdict {
  const { entry, line } = body as TakeBackRecordBody;
  const found = records.filter((record) => record.entry === entry && (line === undefined || record.line === line));
  if (found.length === 0)
    return refuse(
      'UNKNOWN_SUBJECT',
      clause,
      `本台账第${entry}号记录${line === undefined ? '' : `第${line}行`}不是有效的履职登记，或已撤回；编号见案件时间线。`,
      'entry',
    );
  const own = found.every((record) => record.by === by.office) || levelOf(territoryOf(by.office)) !== 'village';
  return own ? admit() : refuse('NOT_ALLOWED', clause, '只能撤回本单位的登记。', 'entry');
}

function judgeExcuse(facts: SheetFacts, act: Act): Verdict {
  const body = act.body as ExcuseDutyBody;
  const row = dutyRow(body.duty);
  const own = facts.lines.filter(({ duty }) => duty === body.duty);
  if (row === undefined || own.length === 0) return refuseDuty(facts, body.duty, '');
  if (row.isInPrinciple !== true) {
    return refuse(
      'CONDITIONS_NOT_MET',
      row.clause,
      `“${row.what}”条款未写“原则上”，不能免除；未完成的，请补办登记。`,
      'duty',
    );
  }
  const ofOwer = own.filter(
    (line) =>
      line.duty === body.duty && (body.unit ?? line.owner) === line.owner && (body.ower ?? line.owner) === line.ower,
  );
  const line = ofOwer.find(({ period, span }) =>
    body.period === undefined ? span.from <= act.occurredOn && act.occurredOn <= span.to : period.id === body.period,
  );
  if (line === undefined) {
    return refuse(
      'UNKNOWN_SUBJECT',
      row.clause,
      `本台账“${row.what}”没有所写的责任人（ower、unit）或期次（period），请核对。`,
      ofOwer.length === 0 ? 'ower' : 'period',
    );
  }
  const above = officeAbove(line.owner, row.line);
  if (act.by.office !== above)
    return refuse('NOT_ALLOWED', row.clause, `免除应由责任单位的上一级（${above}）同意，当前单位是${act.by.office}。`);
  if (line.state !== 'open')
    return refuse('ALREADY_DONE', row.clause, `“${row.what}”${line.period.name}已有结果，无需免除。`);
  return admit();
}

function judgeReopening(
  { opening }: DutySheetFile,
  { isClosed, openUntil, settings }: SheetFacts,
  { body, by }: Act,
  today: CivilDate,
): Verdict {
  const { until } = body as ReopenSheetBody;
  if (!isClosed) return refuse('WRONG_STAGE', clause, `本期尚未封账（至${chineseDate(openUntil)}），可直接登记。`);
  const isAbove = isWithin(opening.territory, territoryOf(by.office)) && territoryOf(by.office) !== opening.territory;
  const isProvincial = levelOf(opening.territory) === 'province' && kindOf(by.office) === 'province-group';
  if (!isAbove && !isProvincial) return refuse('NOT_ALLOWED', clause, '已封账的期次只能由上级单位说明理由重开。');
  const latest = addDays(today, settings.dutyReopenDays);
  if (until < today || until > latest) {
    return refuse(
      'OUT_OF_RANGE',
      clause,
      `重开的截止日应在${chineseDate(today)}至${chineseDate(latest)}之间，收到的是${chineseDate(until)}。`,
      'until',
    );
  }
  return admit();
}
