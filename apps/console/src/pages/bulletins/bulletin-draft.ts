import type { BulletinCandidate, Mention } from '@duban/policy/processes/work-bulletin/work-bulletin-acts';
import type { BulletinLine, Publication } from '@duban/policy/processes/work-bulletin/work-bulletin-facts';

/** Whom a bulletin praises or criticises, as it is being written. */
export interface DraftMention {
  subject: string | null;
  what: string;
  candidates: string[];
}

export interface BulletinDraft {
  number: string;
  praised: DraftMention[];
  criticised: DraftMention[];
}

export const emptyDraft = (): BulletinDraft => ({ number: '', praised: [], criticised: [] });

const listOf = (draft: BulletinDraft, { side }: Pick<BulletinCandidate, 'side'>): DraftMention[] =>
  side === 'praise' ? draft.praised : draft.criticised;

export const isTaken = (draft: BulletinDraft, candidate: BulletinCandidate): boolean =>
  listOf(draft, candidate).some(({ candidates }) => candidates.includes(candidate.key));

/** Takes a candidate up; several of one subject make one mention. */
export function take(draft: BulletinDraft, candidate: BulletinCandidate): void {
  if (isTaken(draft, candidate)) return;
  const known = listOf(draft, candidate).find(({ subject }) => subject === candidate.subject);
  if (known === undefined) {
    listOf(draft, candidate).push({ subject: candidate.subject, what: candidate.what, candidates: [candidate.key] });
    return;
  }
  known.what = known.what === '' ? candidate.what : `${known.what}；${candidate.what}`;
  known.candidates.push(candidate.key);
}

/** Leaves a candidate out again; a mention that rested on it alone goes with it. */
export function leave(draft: BulletinDraft, candidate: BulletinCandidate): void {
  const list = listOf(draft, candidate);
  const at = list.findIndex(({ candidates }) => candidates.includes(candidate.key));
  const mention = list[at];
  if (mention === undefined) return;
  mention.candidates = mention.candidates.filter((key) => key !== candidate.key);
  if (mention.candidates.length === 0) list.splice(at, 1);
  else
    mention.what = mention.what
      .split('；')
      .filter((part) => part !== candidate.what)
      .join('；');
}

/** The criticism of a subject, begun where there is none. */
export function mentionOf(list: DraftMention[], subject: string, what: string): void {
  const known = list.find((mention) => mention.subject === subject);
  if (known === undefined) list.push({ subject, what, candidates: [] });
  else if (!known.what.includes(what)) known.what = known.what === '' ? what : `${known.what}；${what}`;
}

export function faultsOf({ number, praised, criticised }: BulletinDraft): string[] {
  const all = [...praised, ...criticised];
  const isTwice = (list: readonly DraftMention[]): boolean =>
    list.some(({ subject }, at) => subject !== null && list.findIndex((one) => one.subject === subject) !== at);
  return [
    ...(number.trim().length < 4 ? ['请填写文号，如 襄巩固衔接办发〔2026〕11号。'] : []),
    ...(all.some(({ subject }) => subject === null) ? ['请为每一项选择地区或部门。'] : []),
    ...(all.some(({ what }) => what.trim().length < 2) ? ['请为每一项写明内容（至少 2 个字）。'] : []),
    ...(isTwice(praised) || isTwice(criticised) ? ['同一地区或部门在表扬或批评中只列一次，请合并。'] : []),
  ];
}

const mentionsOf = (list: readonly DraftMention[]): Mention[] =>
  list.map(({ subject, what, candidates }) => ({
    subject: subject ?? '',
    what: what.trim(),
    ...(candidates.length > 0 && { candidates }),
  }));

export const bodyOf = ({
  number,
  praised,
  criticised,
}: BulletinDraft): { number: string; praised: Mention[]; criticised: Mention[] } => ({
  number: number.trim(),
  praised: mentionsOf(praised),
  criticised: mentionsOf(criticised),
});

/** The bulletin as it would be published, for the policy's own text. */
export function publicationOf(draft: BulletinDraft, issuedOn: string): Publication {
  const lines = (list: readonly DraftMention[], side: BulletinLine['side']): BulletinLine[] =>
    mentionsOf(list).map((mention, index) => ({
      ...mention,
      id: `${side === 'praise' ? 'P' : 'C'}${index + 1}`,
      side,
      followUps: [],
    }));
  return {
    number: draft.number.trim() === '' ? '（文号）' : draft.number.trim(),
    issuedOn,
    corrects: null,
    reason: null,
    lines: [...lines(draft.praised, 'praise'), ...lines(draft.criticised, 'criticism')],
  };
}

/** 〔140423100〕 → 古韩镇. */
export const named = (text: string, nameOf: (id: string) => string): string =>
  text.replaceAll(/〔([\w:-]+)〕/g, (whole, id: string) => {
    const name = nameOf(id);
    return name === '' || name === id ? whole : name;
  });
