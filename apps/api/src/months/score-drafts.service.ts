import { scoreDraftSave, scoreHandIn, type HandedIn } from '@duban/contracts/answers/score-sheets';
import type { ActAnswer } from '@duban/contracts/case-workflow';
import { scores } from '@duban/contracts/scores';
import {
  draftOf,
  emptyDraft,
  saveDraft,
  type DraftCell,
  type SheetOf,
  type TypedCell,
} from '@duban/persistence/score-drafts';
import type { Actor } from '@duban/policy/case/case';
import { chineseDate, chineseMonth, civilDateOf, timeOf } from '@duban/policy/dates/civil-date';
import { faultOfPart, scoreParts } from '@duban/policy/processes/township-scores/month-score';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { ActsService, ensureGranted } from '../acts/acts.service';
import { parseBody } from '../acts/request-body';
import type { Caller } from '../auth/caller';
import { CLOCK, type Clock } from '../clock';
import { scopeOf } from '../cases/visibility';
import { namesFor, PERSONS_KEY } from '../persons/names';
import { RefusedRequest } from '../refusals/refused-request';
import { handInOf, missingWords, type HandIn } from './hand-in';
import { ScoreSheets, type ReadSheet } from './score-sheets.service';

/** What a township types into its sheet before it hands it in: kept per cell, checked by the clause, and never overwritten unseen (C-3.5). */
@Injectable()
export class ScoreDrafts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: ScoreSheets,
    private readonly acts: ActsService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PERSONS_KEY) private readonly key: Buffer,
  ) {}

  async read(caller: Caller, sheet: SheetOf) {
    ensureOwnSheet(caller, sheet);
    return { ...sheet, cells: await this.shown(caller, await draftOf(this.dataSource, sheet)) };
  }

  async save(caller: Caller, raw: unknown) {
    const parsed = parseBody(raw, scoreDraftSave.body, 'C-3.5');
    const { cells, ...sheet } = parsed.body as z.output<typeof scoreDraftSave.body>;
    ensureOwnSheet(caller, sheet);
    ensureFaultless(cells);
    ensureChangeable(await this.sheets.read(sheet), sheet, cells);
    const changed = await saveDraft(this.dataSource, sheet, cells, this.typing(caller, parsed.person));
    if (changed.length > 0) throw await this.changedMeanwhile(caller, changed, cells);
    return this.read(caller, sheet);
  }

  async handIn(caller: Caller, raw: unknown): Promise<HandedIn> {
    const { body, occurredOn, person } = parseBody(raw, scoreHandIn.body, 'C-3.5');
    const { partial, reason: why, ...sheet } = body as z.output<typeof scoreHandIn.body>;
    ensureOwnSheet(caller, sheet);
    const [read, draft] = await Promise.all([this.sheets.read(sheet), draftOf(this.dataSource, sheet)]);
    ensureChangeable(read, sheet, []);
    const comes = handInOf(read.lines, draft);
    ensureWhole(comes, partial === true, why);
    const envelope = { ...(occurredOn && { occurredOn }), ...(person && { person }) };
    const answers: ActAnswer[] = [];
    if (comes.scores.length > 0)
      answers.push(await this.act(caller, read.caseId, 'scoreAll', { scores: comes.scores, ...envelope }));
    for (const score of comes.corrections)
      answers.push(await this.act(caller, read.caseId, 'correct', { ...score, reason: why, ...envelope }));
    await emptyDraft(this.dataSource, sheet, comes.cells, this.typing(caller, person));
    return {
      caseId: read.caseId,
      scored: comes.scores.length,
      corrected: comes.corrections.length,
      missing: comes.missing,
      ledger: answers.find(({ ledger }) => ledger !== 'written')?.ledger ?? 'written',
    };
  }

  private async act(caller: Caller, id: string, name: 'scoreAll' | 'correct', body: object): Promise<ActAnswer> {
    const operation = scores.operations[name]!;
    return (await this.acts.act({ group: scores, name, operation, caller, caseId: id, raw: body })).answer;
  }

  private typing(caller: Caller, person: string | undefined): { by: Actor; at: string } {
    const who = person ?? caller.person;
    return {
      by: who === undefined ? { office: caller.office } : { office: caller.office, person: who },
      at: this.clock.now(),
    };
  }

  private async shown(caller: Caller, cells: readonly DraftCell[]) {
    const names = await namesFor(
      this.dataSource,
      this.key,
      caller,
      cells.flatMap(({ by }) => by.person ?? []),
    );
    return cells.map(({ by, ...rest }) => ({
      ...rest,
      partName: scoreParts[rest.part],
      by: by.person ?? null,
      byName: by.person === undefined ? null : (names.get(by.person) ?? by.person),
    }));
  }

  private async changedMeanwhile(
    caller: Caller,
    changed: readonly DraftCell[],
    typed: readonly TypedCell[],
  ): Promise<RefusedRequest> {
    const cells = await this.shown(caller, changed);
    const words = cells.slice(0, 5).map(({ cadre, partName, value, at, byName }) => {
      const when = `${chineseDate(civilDateOf(at))}${timeOf(at)}`;
      return `〔${cadre}〕${partName}已于${when}${byName === null ? '' : `由${byName}`}${value === null ? '清空' : `改为${value}`}`;
    });
    const [first] = changed;
    const index = typed.findIndex((one) => one.cadre === first?.cadre && one.part === first.part);
    return new RefusedRequest('CHANGED_MEANWHILE', `${words.join('；')}。本次填写未保存，请核对后再填。`, {
      clause: 'C-3.5',
      field: `cells.${index}.value`,
      cells,
    });
  }
}

/** A draft is the township's own paper: no other office sees it. */
function ensureOwnSheet(caller: Caller, { township }: SheetOf): void {
  ensureGranted(caller, scores.operations['score']!);
  scopeOf(caller, township);
}

function ensureFaultless(cells: readonly TypedCell[]): void {
  const faults = cells.flatMap(({ part, value }, index) =>
    value === null ? [] : (faultOfPart(part, value, `cells.${index}.value`) ?? []),
  );
  const [first] = faults;
  if (first === undefined) return;
  const named = faults.map(({ field = '', detail }) => ({ field, detail }));
  throw new RefusedRequest('OUT_OF_RANGE', first.detail, {
    clause: 'C-3.5',
    ...(first.field && { field: first.field }),
    faults: named,
  });
}

/** Clause C-3.5: a sheet can be filled from the first of the following month until the bulletin, for those who are scored in it. */
function ensureChangeable({ row, closed, lines }: ReadSheet, sheet: SheetOf, cells: readonly TypedCell[]): void {
  const clause = 'C-3.5';
  if (row === null) {
    throw new RefusedRequest(
      'TOO_EARLY',
      `${chineseMonth(sheet.month)}的打分表尚未生成：考核月份的次月1日起、县内有应考核人员时由系统生成。`,
      { clause },
    );
  }
  if (closed !== null) {
    const when = chineseDate(closed.on);
    throw new RefusedRequest(
      'CLOSED_PERIOD',
      `本月考核已于${when}以${closed.bulletin}通报，乡镇不能再打分或更正；请报县驻村办更正。`,
      { clause },
    );
  }
  const index = cells.findIndex(({ cadre }) => !lines.some((line) => line.cadre === cadre && line.operation !== null));
  if (index < 0) return;
  const why = lines.find(({ cadre }) => cadre === cells[index]?.cadre)?.reasonName;
  const detail = `〔${cells[index]?.cadre}〕不在本乡镇${chineseMonth(sheet.month)}应考核名单中${why ? `（${why}）` : ''}，请核对。`;
  throw new RefusedRequest('UNKNOWN_SUBJECT', detail, { clause, field: `cells.${index}.cadre` });
}

function ensureWhole(
  { scores: given, corrections, missing }: HandIn,
  isPartial: boolean,
  why: string | undefined,
): void {
  const clause = 'C-3.5';
  if (!isPartial && missing.length > 0) {
    const detail = `整表报送应逐人填写任务完成和在岗履职得分，尚缺：${missingWords(missing)}。请补齐，或说明理由列为未考核，或只报送已填的人员（partial）。`;
    throw new RefusedRequest('CONDITIONS_NOT_MET', detail, { clause });
  }
  if (given.length + corrections.length === 0)
    throw new RefusedRequest('CONDITIONS_NOT_MET', '没有可报送的得分：草稿为空，或与已登记的得分相同。', { clause });
  if (corrections.length > 0 && why === undefined) {
    const cadres = corrections.map(({ cadre }) => `〔${cadre}〕`).join('、');
    throw new RefusedRequest('INVALID_INPUT', `${cadres}本月已有得分，改动按更正办理，应写明理由。`, {
      clause,
      field: 'reason',
    });
  }
}
