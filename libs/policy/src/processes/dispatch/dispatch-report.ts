import type { LedgerRecord } from '../../case/case';
import { departments } from '../../base/departments';
import { levelOf, type Territory } from '../../base/office';
import { addDays, chineseDate, monthOf } from '../../dates/civil-date';
import { periodOf } from '../../dates/natural-period';
import { departmentOffice } from '../../base/departments';
import { clauseOfLine, policyLineNames } from '../../base/policy-lines';
import { departmentLines, gapOf, lineWords, unconfirmedBy, type LedgerLine } from './dispatch-ledger';
import type { DispatchFacts, DispatchFile } from './dispatch-facts';
import { rankingRule, type PlaceLine } from './dispatch-ranking';
import { policyAreaNames } from '../../base/policy-areas';

/** A-3.3: the dispatch's rows in the ledger's registers: who reported, how each place stands, and what was reported upward. */
export function dispatchRecords(file: DispatchFile, facts: DispatchFacts): LedgerRecord[] {
  return [
    ...returnRows(file, facts),
    ...placeRows(file, facts),
    ...ledgerRows(file, facts),
    ...(facts.isClosed ? [reportOf(file, facts), ...groundRows(file, facts)] : []),
  ];
}

export const periodName = ({ opening }: DispatchFile): string => periodOf('half-month', opening.from).name;

/** The number a dispatch's report is filed under; a report after a reopening corrects the one before. */
const reportNumber = ({ opening }: DispatchFile, closing: number): string =>
  `半月调度〔${opening.territory}〕${opening.period}${closing > 1 ? `-${closing}` : ''}`;

const returnRows = (file: DispatchFile, { lines }: DispatchFacts): LedgerRecord[] =>
  lines.map(({ area, department, filed }) => ({
    table: 'register',
    key: `return/${area}/${department}`,
    row: {
      kind: 'dispatch-return',
      territory: file.opening.territory,
      period: file.opening.period,
      owner: departmentOffice(department, file.opening.territory),
      on: filed?.on ?? file.opening.to,
      state: filed === undefined ? 'missing' : filed.on > file.opening.to ? 'late' : 'filed',
      body: { area, department, summary: filed?.body.summary ?? null, places: filed?.body.places.length ?? 0 },
    },
  }));

const ledgerRows = (file: DispatchFile, { ledger, isClosed }: DispatchFacts): LedgerRecord[] =>
  ledger.map((line) => ({
    table: 'register',
    key: `ledger/${line.department}/${line.policy}`,
    row: {
      kind: 'policy-line',
      territory: file.opening.territory,
      period: file.opening.period,
      owner: departmentOffice(line.department, file.opening.territory),
      on: file.opening.to,
      state: lineState(line, isClosed),
      body: {
        policy: line.policy,
        name: policyLineNames[line.policy],
        clause: clauseOfLine(line.policy),
        department: line.department,
        of: line.said?.of ?? null,
        done: line.said?.done ?? null,
        none: line.said?.none ?? null,
        gap: line.confirmedOn === undefined ? null : gapOf(line),
        words: line.confirmedOn === undefined ? null : lineWords(line),
        confirmedOn: line.confirmedOn ?? null,
        carried: line.isCarried,
      },
    },
  }));

function lineState(line: LedgerLine, isClosed: boolean): string {
  if (line.confirmedOn === undefined) return isClosed ? 'missing' : 'pending';
  return gapOf(line) > 0 ? 'found' : 'confirmed';
}

const placeRows = (file: DispatchFile, { rankings, overall, isClosed }: DispatchFacts): LedgerRecord[] =>
  [...rankings, { area: 'overall' as const, lines: overall }].flatMap(({ area, lines }) =>
    lines.map((line) => ({
      table: 'register',
      key: `place/${area}/${line.place}`,
      row: {
        kind: 'dispatch',
        territory: line.place,
        period: file.opening.period,
        owner: null,
        on: file.opening.to,
        state: line.rank === null ? 'missing' : line.lagging ? 'lagging' : 'ranked',
        body: {
          area,
          progress: line.progress,
          rank: line.rank,
          of: rankedOf(lines),
          problems: line.problems,
          closed: isClosed,
        },
      },
    })),
  );

const reportOf = (file: DispatchFile, facts: DispatchFacts): LedgerRecord => ({
  table: 'bulletin',
  key: `report:${facts.closings}`,
  row: {
    number: reportNumber(file, facts.closings),
    month: monthOf(file.opening.from),
    scope: file.opening.territory,
    issuedOn: addDays(facts.openUntil, 1),
    corrects: facts.closings > 1 ? reportNumber(file, facts.closings - 1) : null,
    title: reportTitle(file, facts),
    text: reportText(file, facts),
  },
});

/** A-3.7: last among the counties in the standing ranking is a ground the province may list for. */
const groundRows = (file: DispatchFile, { overall }: DispatchFacts): LedgerRecord[] =>
  overall
    .filter(({ place, lagging, rank }) => lagging && rank !== null && rank > 1 && levelOf(place) === 'county')
    .map(({ place, rank, progress }) => ({
      table: 'register',
      key: `ground/${place}`,
      row: {
        kind: 'ground',
        territory: place,
        period: file.opening.period,
        owner: null,
        on: file.opening.to,
        state: 'proposed',
        body: {
          kind: 'last-in-ranking',
          what: `${periodName(file)}调度排队第${rank}名（共${rankedOf(overall)}个县），平均进度${progress}%`,
          source: file.caseId,
        },
      },
    }));

export const reportTitle = (file: DispatchFile, { closings }: DispatchFacts): string =>
  `${periodName(file)}政策落实情况调度报告${closings > 1 ? '（重报）' : ''}`;

/** A-3.3: the report to the leading-group office of the same level. Places stand as `〔code〕`; names are put in where it is read. */
export function reportText(file: DispatchFile, facts: DispatchFacts): string {
  const { rankings, overall, lines } = facts;
  const absent = lines.filter(({ filed }) => filed === undefined);
  return [
    reportTitle(file, facts),
    `排队办法：${rankingRule}`,
    ...rankings.map(({ area, lines: places }) => `${policyAreaNames[area]}：${tableOf(places)}`),
    `综合排队（各领域平均进度的平均值，有一个领域未报的不排名次）：${tableOf(overall)}`,
    absent.length === 0
      ? '各牵头部门均已报送。'
      : `未报送的牵头部门：${absent.map(({ area, department }) => `${departments[department]}部门（${policyAreaNames[area]}）`).join('、')}。`,
    ...ledgerText(facts),
    `本级巩固衔接办存档，列入年度考核依据。${chineseDate(addDays(facts.openUntil, 1))}`,
  ].join('\n');
}

/** A-3.3: whose ledger is not whole, and what the others show. */
function ledgerText({ ledger }: DispatchFacts): string[] {
  if (ledger.length === 0) return [];
  const unconfirmed = unconfirmedBy(ledger);
  const found = ledger.filter((line) => line.confirmedOn !== undefined && gapOf(line) > 0);
  const findings = found.map((line) => `${departments[line.department]}部门${lineWords(line)}`);
  return [
    unconfirmed.length === 0
      ? '各牵头部门的台账均已逐项确认。'
      : `台账未确认的牵头部门：${unconfirmed.map(departmentLines).join('、')}。`,
    ...(findings.length === 0 ? [] : [`台账反映的问题：${findings.join('；')}。`]),
  ];
}

function tableOf(lines: readonly PlaceLine[]): string {
  if (lines.length === 0) return '无下级地区。';
  const shown = lines.map(({ place, rank, progress, problems, lagging }) =>
    rank === null
      ? `未报 〔${place}〕`
      : `第${rank}名 〔${place}〕 ${progress?.toFixed(1)}%，问题${problems}个${lagging ? '（落后）' : ''}`,
  );
  return `${shown.join('；')}。`;
}

const rankedOf = (lines: readonly { place: Territory; rank: number | null }[]): number =>
  lines.filter(({ rank }) => rank !== null).length;
