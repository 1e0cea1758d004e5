import type { BesideScore } from '@duban/contracts/answers/score-sheets';
import { officeName } from '@duban/contracts/divisions';
import { casesOf } from '@duban/persistence/cases';
import { linesOf, type OwedLine } from '@duban/persistence/duties';
import { allRegisterRowsOf, type StoredRegisterRow } from '@duban/persistence/registers';
import type { SheetOf } from '@duban/persistence/score-drafts';
import { countyOf } from '@duban/policy/base/office';
import { isInScope } from '@duban/policy/case/scope';
import { firstDayOf, lastDayOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { periodNameOf } from '@duban/policy/dates/natural-period';
import { lineStates, type LineState } from '@duban/policy/processes/duty-sheet/duty-facts';
import { dutyRow } from '@duban/policy/settings/duty-rows';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { daysOfMonth, type DaysOfMonth } from '../allowances/days-of-month';
import type { Caller } from '../auth/caller';
import type { SheetRow } from './sheet-lines';

/** C-3.5: what stands on record beside each score; nothing here is a score. */
@Injectable()
export class ScoreEvidence {
  constructor(private readonly dataSource: DataSource) {}

  /** For some lines of a township's sheet, as a caller reads them; `today` is not over yet. */
  async beside(
    { township, month }: SheetOf,
    lines: readonly SheetRow[],
    { caller, today }: { caller: Caller; today: CivilDate },
  ): Promise<BesideScore[]> {
    const span = { from: firstDayOf(month), to: lastDayOf(month) };
    const villages = lines.flatMap(({ village }) => village ?? []);
    const owers = [...new Set([...lines.map(({ cadre }) => cadre), ...villages])];
    const ofCounty = { territory: countyOf(township), ...span };
    const [days, owed, findings, quizzes] = await Promise.all([
      daysOfMonth(this.dataSource, { territory: township, month, today }, {}),
      linesOf(this.dataSource, { territory: township, owers, ...span }),
      allRegisterRowsOf(this.dataSource, { kind: 'inspection-finding', state: 'stands', ...ofCounty }),
      allRegisterRowsOf(this.dataSource, { kind: 'spot-quiz', ...ofCounty }),
    ]);
    const isBeside = ({ body }: StoredRegisterRow): boolean =>
      lines.some(({ cadre }) => body['cadre'] === cadre || isNamed(body['persons'], cadre));
    const isOpen = await this.openTo(caller, [...findings, ...quizzes].filter(isBeside));
    const toOpen = <Row extends { caseId: string }>(row: Row) => ({
      ...row,
      caseId: isOpen.has(row.caseId) ? row.caseId : null,
    });
    return lines.map(({ cadre, village }) => ({
      cadre,
      presence: presenceOf(days.filter(({ allowance }) => allowance.cadre === cadre)),
      duties: owed.filter(({ ower }) => ower === cadre || ower === village).map((line) => shownDuty(line, cadre)),
      findings: findings
        .filter(({ body }) => isNamed(body['persons'], cadre))
        .map(shownFinding)
        .map(toOpen),
      quizzes: quizzes
        .filter(({ body }) => body['cadre'] === cadre)
        .map(shownQuiz)
        .map(toOpen),
    }));
  }

  /** Which of the cases that rows are from the caller may open: a check of an office above is none of a township's. */
  private async openTo(caller: Caller, rows: readonly StoredRegisterRow[]): Promise<Set<string>> {
    const caseIds = [...new Set(rows.map(({ caseId }) => caseId))];
    if (caseIds.length === 0) return new Set();
    const { items } = await casesOf(this.dataSource, { caseIds }, { limit: caseIds.length });
    return new Set(items.filter(({ scope }) => isInScope(scope, caller.office)).map(({ caseId }) => caseId));
  }
}

/** Whoever moved within the township has several stays. */
const presenceOf = (stays: readonly DaysOfMonth[]): BesideScore['presence'] => {
  const sum = (of: (stay: DaysOfMonth) => number): number => stays.reduce((total, stay) => total + of(stay), 0);
  return {
    posted: sum(({ allowance }) => allowance.posted),
    onPost: sum(({ allowance }) => allowance.onPost),
    business: sum(({ allowance }) => allowance.business),
    nights: sum(({ nights }) => nights),
    leave: sum(({ allowance }) => allowance.leave),
    absent: sum(({ allowance }) => allowance.absent),
    unmarked: stays.flatMap(({ allowance }) => allowance.unmarked).sort(),
  };
};

const shownDuty = (
  { duty, period, from, ower, owed, done, state, lacking }: OwedLine,
  cadre: string,
): BesideScore['duties'][number] => ({
  duty,
  what: dutyRow(duty)?.what ?? duty,
  isOwn: ower === cadre,
  periodName: periodNameOf(period, from),
  owed,
  done,
  state: state as LineState,
  stateName: lineStates[state as LineState],
  lacking: [...lacking],
});

const isNamed = (persons: unknown, cadre: string): boolean => Array.isArray(persons) && persons.includes(cadre);

const shownFinding = ({ caseId, on, owner, body }: StoredRegisterRow) => ({
  caseId,
  on,
  officeName: owner === null ? '' : officeName(owner),
  number: String(body['number'] ?? ''),
  what: String(body['what'] ?? ''),
});

const shownQuiz = ({ caseId, on, body }: StoredRegisterRow) => ({
  caseId,
  on,
  asked: Number(body['asked']),
  correct: Number(body['correct']),
});
