import { kindOf, provinceOf, territoryOf } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import type { Actor } from '../../case/case';
import { condition, type DayBound, type Saying, type Situation } from '../../case/operation';
import { lastTerm, type Report } from '../../case/term-history';
import { addDays, chineseDate, type CivilDate } from '../../dates/civil-date';
import type { AreaInterview, CommitmentStanding } from './area-interview-facts';

type Now = Situation<AreaInterview>;
type OfCommitment = 'reportCommitment' | 'verifyCommitment' | 'renewCommitment';
type Said<Name extends keyof AreaInterview['bodies']> = Saying<AreaInterview, Name>;

export const held = condition<Now>('WRONG_STAGE', ({ facts }) =>
  facts.held === undefined ? '约谈尚未进行，没有承诺事项。' : undefined,
);
export const withCommitments = condition<Now>('UNKNOWN_SUBJECT', ({ facts: { commitments } }) =>
  commitments.length > 0 ? undefined : '本次约谈没有承诺事项。',
);
export const withOpenCommitments = condition<Now>('ALREADY_DONE', ({ facts }) =>
  openOf(facts).length > 0 ? undefined : '承诺事项均已核实完成。',
);

const openOf = ({ commitments }: Now['facts']): CommitmentStanding[] =>
  commitments.filter(({ closedOn }) => closedOn === undefined);

/** The interviewed, for a city or county any of its offices that may report; or the province's office for it. */
export const byInterviewed = condition<Now>('NOT_ALLOWED', ({ file: { opening }, by: { office } }) => {
  const { office: interviewed, territory } = opening;
  const isOfInterviewed =
    office === interviewed ||
    (kindOf(interviewed) === 'party-committee' && territoryOf(office) === territoryOf(interviewed));
  const isProvincial =
    ['province-group', 'leading-group-office'].includes(kindOf(office)) &&
    territoryOf(office) === provinceOf(territory);
  return isOfInterviewed || isProvincial
    ? undefined
    : `承诺事项的完成情况应由被约谈单位〔${interviewed}〕报告，或由省级办公室代为登记。`;
});

/** Not by the office that recorded the last report, nor by a person who recorded any. */
const isOwnReport = (reports: readonly Report[], { office, person }: Actor): boolean =>
  reports.at(-1)?.by.office === office || (person !== undefined && reports.some(({ by }) => by.person === person));

export const reportedBySomebodyElse = condition<Now>('NOT_ALLOWED', ({ facts, by }) => {
  const open = openOf(facts);
  return open.length === 0 || open.some(({ reports }) => !isOwnReport(reports, by))
    ? undefined
    : '未核实的承诺事项均由本单位（本人）登记完成，应由其他单位核实。';
});

export const sinceHeld = ({ file, facts }: Now): DayBound | undefined =>
  facts.held === undefined ? undefined : { on: facts.held.occurredOn, what: '约谈之日', clause: file.opening.clause };

/** A date is set anew once it has passed, or as soon as the commitment has been found not kept. */
export function sinceRenewable(now: Now): DayBound | undefined {
  const [first] = openOf(now.facts)
    .map((commitment) => ({ commitment, on: renewableOn(now, commitment) }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  if (first === undefined || first.commitment.failures.length > 0) return sinceHeld(now);
  const { clause } = now.file.opening;
  return { on: first.on, what: '期限届满之次日', why: tooEarly(first.commitment), code: 'TOO_EARLY', clause };
}

const renewableOn = ({ file, facts }: Now, commitment: CommitmentStanding): CivilDate =>
  commitment.failures.length > 0 ? (facts.held?.occurredOn ?? file.openedOn) : addDays(lastTerm(commitment).due, 1);

const tooEarly = (commitment: CommitmentStanding): string =>
  `${commitment.id}的期限是${chineseDate(lastTerm(commitment).due)}，尚未逾期，也未核实为未完成，不重新限期`;

export function judgeReport(said: Said<'reportCommitment'>): Admission | FieldRefusal {
  const { id, closedOn } = namedIn(said) ?? {};
  if (id === undefined) return refuseUnknown(said);
  return closedOn === undefined
    ? admit()
    : admit({ keep: false, told: `${id}已于${chineseDate(closedOn)}核实完成，本次报告作为补充记录。` });
}

export function judgeVerification(said: Said<'verifyCommitment'>): Admission | FieldRefusal {
  const { body, by, on, file } = said;
  const { clause } = file.opening;
  const commitment = namedIn(said);
  if (commitment === undefined) return refuseUnknown(said);
  if (commitment.closedOn !== undefined) return refuseClosed(said, commitment);
  const reports = commitment.reports.filter((report) => report.on <= on);
  if (body.kept && reports.length === 0)
    return refuse('CONDITIONS_NOT_MET', clause, `${commitment.id}尚未报告完成并附佐证，不能核实为完成。`, 'kept');
  const words = `${commitment.id}由本单位（本人）登记完成，应由其他单位核实。`;
  return isOwnReport(reports, by) || isOwnReport(commitment.reports, by)
    ? refuse('NOT_ALLOWED', clause, words, 'commitment')
    : admit();
}

export function judgeRenewal(said: Said<'renewCommitment'>): Admission | FieldRefusal {
  const { body, on, file } = said;
  const { clause } = file.opening;
  const commitment = namedIn(said);
  if (commitment === undefined) return refuseUnknown(said);
  if (commitment.closedOn !== undefined) return refuseClosed(said, commitment);
  if (on < renewableOn(said, commitment)) return refuse('TOO_EARLY', clause, `${tooEarly(commitment)}。`, 'commitment');
  const words = `新的期限应晚于${chineseDate(on)}，收到的是${chineseDate(body.due)}。`;
  return body.due > on ? admit() : refuse('OUT_OF_RANGE', clause, words, 'due');
}

const namedIn = ({ facts, body }: Said<OfCommitment>): CommitmentStanding | undefined =>
  facts.commitments.find(({ id }) => id === body.commitment);

function refuseUnknown({ file, facts, body }: Said<OfCommitment>): FieldRefusal {
  const ids = facts.commitments.map(({ id }) => id).join('、');
  const words = `应为承诺事项的编号：${ids}，收到${body.commitment}。`;
  return refuse('UNKNOWN_SUBJECT', file.opening.clause, words, 'commitment');
}

function refuseClosed({ file }: Said<OfCommitment>, { id, closedOn }: CommitmentStanding): FieldRefusal {
  const words = `${id}已于${chineseDate(closedOn ?? '')}核实完成。`;
  return refuse('ALREADY_DONE', file.opening.clause, words, 'commitment');
}
