import type { BulletinContent, BulletinLine } from './bulletin';
import type { CivilDate } from '../../dates/civil-date';
import type { MonthRoster, UnscoredReason } from './month-roster';
import type { MonthScore } from '../township-scores/month-score';
import type { AssessmentFile, MonthFacts } from './monthly-assessment-facts';
import { rankCadres, totalOf } from './ranking';

/** A low or neutral month of a cadre, and the bulletin since which it stands without a break. */
export interface Standing {
  cadre: string;
  kind: 'low' | 'neutral';
  since: BulletinContent;
  rank: number | null;
}

/** Clause C-3.5: the month's bulletin and, by date, each correcting bulletin; every one as it was published. */
export function publishedBulletins(file: AssessmentFile, facts: MonthFacts): BulletinContent[] {
  const { bulletin, roster } = facts;
  if (bulletin === undefined || roster === undefined) return [];
  const scores = new Map(
    [...facts.sheet].flatMap(([cadre, { score }]) => (score === undefined ? [] : [[cadre, score] as const])),
  );
  const first = contentOf(file, facts, scores, {
    number: bulletin.body.number,
    issuedOn: bulletin.occurredOn,
    corrects: null,
  });
  const published = [first];
  for (const { body, occurredOn } of facts.corrections) {
    const { number, cadre, task, presence, reason } = body;
    const before = scores.get(cadre) ?? null;
    scores.set(cadre, { cadre, task, presence });
    const corrects = { number: first.number, issuedOn: first.issuedOn };
    published.push(
      contentOf(file, facts, scores, {
        number,
        issuedOn: occurredOn,
        corrects,
        correction: { cadre, before, after: { cadre, task, presence }, reason },
      }),
    );
  }
  return published;
}

/** Clause C-3.7 [D low-ranks]: whose month is low or neutral by the latest bulletin, and since which bulletin that stands. */
export function standingsOf(published: readonly BulletinContent[]): Standing[] {
  const latest = published.at(-1);
  if (latest === undefined) return [];
  return [...kindsIn(latest)].map(([cadre, kind]) => {
    const broken = published.findLastIndex((content) => kindsIn(content).get(cadre) !== kind);
    return {
      cadre,
      kind,
      since: published[broken + 1] ?? latest,
      rank: latest.lines.find((line) => line.cadre === cadre)?.rank ?? null,
    };
  });
}

function kindsIn(content: BulletinContent): Map<string, Standing['kind']> {
  const kinds = new Map<string, Standing['kind']>();
  for (const { cadre } of content.unscored) kinds.set(cadre, 'neutral');
  for (const { cadre, low } of content.lines) {
    if (content.neutral) kinds.set(cadre, 'neutral');
    else if (low) kinds.set(cadre, 'low');
  }
  return kinds;
}

type Heading = Pick<BulletinContent, 'number' | 'issuedOn' | 'corrects' | 'correction'>;

function contentOf(
  file: AssessmentFile,
  facts: MonthFacts,
  scores: ReadonlyMap<string, MonthScore>,
  heading: Heading,
): BulletinContent {
  const roster: MonthRoster = facts.roster ?? { scored: [], unscored: [] };
  const { lines, neutral } = linesOf(roster, facts, scores);
  const silent = roster.scored.filter(({ cadre }) => !scores.has(cadre));
  const reasonOf = (cadre: string): UnscoredReason => (facts.sheet.has(cadre) ? 'excused' : 'not-scored');
  return {
    ...heading,
    county: file.opening.county,
    month: file.opening.month,
    lines,
    neutral,
    missing: facts.missing,
    unscored: [
      ...silent.map(({ cadre, township }) => ({ cadre, township, reason: reasonOf(cadre) })),
      ...roster.unscored,
    ],
    units: [...new Set([...roster.scored, ...roster.unscored].map(({ unit }) => unit))].sort(),
  };
}

function linesOf(
  roster: MonthRoster,
  { settings }: MonthFacts,
  scores: ReadonlyMap<string, MonthScore>,
): { lines: BulletinLine[]; neutral: boolean } {
  const entries = roster.scored.flatMap((entry) => {
    const score = scores.get(entry.cadre);
    return score === undefined ? [] : [{ ...score, total: totalOf(score, settings), township: entry.township }];
  });
  const { ranked, neutral } = rankCadres(entries, settings);
  const inTownship = new Map(
    [...new Set(entries.map(({ township }) => township))].flatMap((township) =>
      rankCadres(
        entries.filter((entry) => entry.township === township),
        settings,
      ).ranked.map(({ cadre, rank }) => [cadre, rank] as const),
    ),
  );
  const byCadre = new Map(entries.map((entry) => [entry.cadre, entry]));
  const lines = ranked.flatMap(({ cadre, rank, low }) => {
    const entry = byCadre.get(cadre);
    return entry === undefined ? [] : [{ ...entry, rank, low, townshipRank: inTownship.get(cadre) ?? 1 }];
  });
  return { lines, neutral };
}

/** The day the last bulletin of the month was issued. */
export const lastIssuedOn = ({ bulletin, corrections }: MonthFacts): CivilDate | undefined =>
  corrections.at(-1)?.occurredOn ?? bulletin?.occurredOn;
