import {
  bulletinText,
  type BulletinContent,
  type BulletinLine,
} from '@duban/policy/processes/monthly-assessment/bulletin';
import type { UnscoredReason } from '@duban/policy/processes/monthly-assessment/month-roster';
import { rankCadres, totalOf } from '@duban/policy/processes/monthly-assessment/ranking';
import type { Settings } from '@duban/policy/settings/policy-set';
import type { ScoreSheet, SheetLine } from '@duban/contracts/answers/score-sheets';

type Rule = Pick<Settings, 'taskWeight' | 'presenceWeight' | 'lowRankShare' | 'minimumRanked'>;
type PreviewLine = SheetLine & { reason?: UnscoredReason | null; unit?: string };

/** What the bulletin would say if it were issued now: by the policy's own ranking and words, over the sheets as handed in (C-3.5). */
export function previewOf(
  county: string,
  month: string,
  sheets: readonly ScoreSheet[],
  heading: { number: string; on: string },
  rule: Rule,
): BulletinContent {
  const all = sheets.flatMap((sheet) =>
    sheet.lines.map((line) => ({ ...(line as PreviewLine), township: sheet.township })),
  );
  const scored = all.flatMap((line) => {
    const { cadre, task, presence, township } = line;
    return line.state !== 'scored' || task === null || presence === null
      ? []
      : [{ cadre, task, presence, township, total: totalOf({ task, presence }, rule) }];
  });
  const { ranked, neutral } = rankCadres(scored, rule);
  const placesIn = new Map<string, number>();
  for (const { township } of sheets) {
    for (const { cadre, rank } of rankCadres(
      scored.filter((line) => line.township === township),
      rule,
    ).ranked)
      placesIn.set(cadre, rank);
  }
  const byCadre = new Map(scored.map((line) => [line.cadre, line]));
  const lines: BulletinLine[] = ranked.flatMap(({ cadre, rank, low }) => {
    const line = byCadre.get(cadre);
    return line === undefined ? [] : [{ ...line, rank, low, townshipRank: placesIn.get(cadre) ?? 1 }];
  });
  const rest = all.filter(({ state }) => state !== 'scored');
  return {
    ...{ county, month, number: heading.number, issuedOn: heading.on, corrects: null, lines, neutral },
    missing: sheets
      .filter((sheet) => sheet.lines.some(({ toBeScored, state }) => toBeScored && state === 'open'))
      .map(({ township }) => township),
    unscored: rest.map(({ cadre, township, toBeScored, state, reason }) => ({
      cadre,
      township,
      reason: reasonOf(toBeScored, state, reason ?? null),
    })),
    units: [...new Set(all.flatMap(({ unit }) => unit ?? []))].sort(),
  };
}

const reasonOf = (toBeScored: boolean, state: SheetLine['state'], reason: UnscoredReason | null): UnscoredReason =>
  !toBeScored ? (reason ?? 'not-on-post') : state === 'excused' ? 'excused' : 'not-scored';

/** The text of the preview, with the names this office may read. */
export function previewText(content: BulletinContent, nameOf: (id: string) => string): string {
  return bulletinText(content).replaceAll(/〔([A-Za-z0-9:_-]+)〕/g, (whole, id: string) =>
    /^\d{4}$/.test(id) ? whole : nameOf(id),
  );
}
