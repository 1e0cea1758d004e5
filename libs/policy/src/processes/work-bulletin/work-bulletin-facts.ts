import { actsOf } from '../../case/act-order';
import type { Actor, CaseFile } from '../../case/case';
import { addDays, laterOf, type CivilDate } from '../../dates/civil-date';
import { settingsOf, type Settings } from '../../settings/policy-set';
import type {
  BulletinCandidate,
  CorrectWorkBulletinBody,
  Mention,
  MentionSide,
  WorkBulletinBodies,
  WorkBulletinOpening,
} from './work-bulletin-acts';

export type WorkBulletinFile = CaseFile<WorkBulletinOpening, WorkBulletinBodies>;

/** What the rules of a bulletin are about. */
export interface WorkBulletin {
  opening: WorkBulletinOpening;
  facts: WorkBulletinFacts;
  bodies: WorkBulletinBodies;
}

/** A line as it stands: praised or criticised, followed up, solved or withdrawn. */
export interface BulletinLine extends Mention {
  id: string;
  side: MentionSide;
  followUps: readonly { on: CivilDate; what: string; by: Actor }[];
  solved?: { on: CivilDate; what: string };
  withdrawnOn?: CivilDate;
}

/** One published text: the bulletin itself, then each correcting one. */
export interface Publication {
  number: string;
  issuedOn: CivilDate;
  corrects: string | null;
  reason: string | null;
  lines: readonly BulletinLine[];
}

/** a bulletin read in the order of its dates. */
export interface WorkBulletinFacts {
  settings: Settings;
  candidates: readonly BulletinCandidate[];
  publications: readonly Publication[];
  lines: readonly BulletinLine[];
  /** The day after which nothing more is corrected; `undefined` while somebody criticised has still to solve something. */
  settledUntil: CivilDate | undefined;
  isOver: boolean;
}

/** All that is known of a bulletin. */
export function readWorkBulletin(file: WorkBulletinFile): WorkBulletinFacts {
  const settings = settingsOf(file.policy);
  const publications = publicationsOf(file);
  const lines = linesNow(file, publications);
  const settledUntil = settledUntilOf(file, publications, lines, settings);
  const expired = actsOf(file.acts, 'correctionsExpired');
  return {
    settings,
    candidates: actsOf(file.acts, 'candidatesRead').at(-1)?.body ?? [],
    publications,
    lines,
    settledUntil,
    isOver: settledUntil !== undefined && expired.some(({ occurredOn }) => occurredOn > settledUntil),
  };
}

function publicationsOf(file: WorkBulletinFile): Publication[] {
  const [issued] = actsOf(file.acts, 'issue');
  if (issued === undefined) return [];
  const { number, praised, criticised } = issued.body;
  const lines = [
    ...praised.map((mention, index) => lineOf(mention, 'praise', index)),
    ...criticised.map((mention, index) => lineOf(mention, 'criticism', index)),
  ];
  let last: Publication = { number, issuedOn: issued.occurredOn, corrects: null, reason: null, lines };
  const publications = [last];
  for (const { body, occurredOn } of actsOf(file.acts, 'correct')) {
    last = {
      number: body.number,
      issuedOn: occurredOn,
      corrects: number,
      reason: body.reason,
      lines: last.lines.map((line) => (line.id === body.line ? correctedLine(line, body, occurredOn) : line)),
    };
    publications.push(last);
  }
  return publications;
}

const lineOf = (mention: Mention, side: MentionSide, index: number): BulletinLine => ({
  ...mention,
  id: `${side === 'praise' ? 'P' : 'C'}${index + 1}`,
  side,
  followUps: [],
});

const correctedLine = (
  line: BulletinLine,
  { what, withdraw }: CorrectWorkBulletinBody,
  on: CivilDate,
): BulletinLine => ({
  ...line,
  ...(what !== undefined && { what }),
  ...(withdraw === true && { withdrawnOn: on }),
});

function linesNow(file: WorkBulletinFile, publications: readonly Publication[]): BulletinLine[] {
  const followUps = actsOf(file.acts, 'followUp');
  const solutions = actsOf(file.acts, 'confirmSolved');
  return (publications.at(-1)?.lines ?? []).map((line) => {
    const solved = solutions.find(({ body }) => body.line === line.id);
    return {
      ...line,
      followUps: followUps
        .filter(({ body }) => body.line === line.id)
        .map(({ occurredOn: on, body, by }) => ({ on, what: body.what, by })),
      ...(solved !== undefined && { solved: { on: solved.occurredOn, what: solved.body.what } }),
    };
  });
}

/** Criticised, not withdrawn, not solved. */
export const isUnsolved = ({ side, solved, withdrawnOn }: BulletinLine): boolean =>
  side === 'criticism' && solved === undefined && withdrawnOn === undefined;

/** A bulletin never issued is put away with its period's sheet; an issued one when all is solved and the days for corrections are over. */
function settledUntilOf(
  { opening }: WorkBulletinFile,
  publications: readonly Publication[],
  lines: readonly BulletinLine[],
  { dutyCloseDays, dutyReopenDays }: Settings,
): CivilDate | undefined {
  const last = publications.at(-1);
  if (last === undefined) return addDays(opening.to, dutyCloseDays + dutyReopenDays);
  if (lines.some(isUnsolved)) return undefined;
  return addDays(laterOf(last.issuedOn, ...lines.flatMap(({ solved }) => solved?.on ?? [])), dutyReopenDays);
}
