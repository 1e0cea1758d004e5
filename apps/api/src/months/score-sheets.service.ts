import { caseOf, type CaseRow } from '@duban/persistence/cases';
import { policyVersionsOf } from '@duban/persistence/policy-versions';
import { rosterOf, scoresOf } from '@duban/persistence/records';
import type { SheetOf } from '@duban/persistence/score-drafts';
import { caseId } from '@duban/policy/case/case-id';
import { countyOf } from '@duban/policy/base/office';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { firstDayOf, lastDayOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { computeDeadline } from '@duban/policy/dates/deadline';
import type { TaskItem } from '@duban/policy/processes/township-scores/task-item';
import { townshipCutDeadline } from '@duban/policy/processes/township-scores/township-cut';
import { readSheet, type TownshipScoresFile } from '@duban/policy/processes/township-scores/township-scores-facts';
import { settingsOf, type Settings } from '@duban/policy/settings/policy-set';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseFiles } from '../cases/case-files';
import { currentOf } from '../policy/policy-desk';
import { sheetRows, type RecordedSheet, type SheetRow } from './sheet-lines';

/** A township's sheet of a month with everybody on it. */
export interface ReadSheet {
  caseId: string;
  /** `null` while the month runs: the sheet begins on the first of the next. */
  row: CaseRow | null;
  due: CivilDate;
  closed: { on: CivilDate; bulletin: string } | null;
  tasks: readonly TaskItem[];
  settings: Settings;
  lines: SheetRow[];
}

/** Reads sheets from the ledger: who is on post, who is scored, what each has reached (C-3.5). */
@Injectable()
export class ScoreSheets {
  constructor(private readonly dataSource: DataSource) {}

  async read({ township, month }: SheetOf): Promise<ReadSheet> {
    const id = caseId('township-scores', township, month);
    const span = { from: firstDayOf(month), to: lastDayOf(month) };
    const [row, files, roster, scores] = await Promise.all([
      caseOf(this.dataSource, id),
      CaseFiles.of(this.dataSource, chinaCalendar),
      rosterOf(this.dataSource, countyOf(township), span),
      scoresOf(this.dataSource, month, township),
    ]);
    const file = (row === null ? undefined : (await files.read([row]))[0]?.file) as TownshipScoresFile | undefined;
    const policy = file?.policy ?? currentOf(await policyVersionsOf(this.dataSource));
    const settings = settingsOf(policy);
    const opening = file?.opening;
    const sheet = readSheet(file?.acts ?? []);
    const recorded: RecordedSheet | null =
      opening === undefined
        ? null
        : { cadres: opening.cadres, sheet, published: sheet.closed === undefined ? [] : scores };
    return {
      caseId: id,
      row,
      due: computeDeadline(townshipCutDeadline(month, township, policy), chinaCalendar).due,
      closed: sheet.closed === undefined ? null : { on: sheet.closed.on, bulletin: sheet.closed.bulletin },
      tasks: opening?.tasks ?? [],
      settings,
      lines: sheetRows(township, month, roster, recorded, settings),
    };
  }
}
