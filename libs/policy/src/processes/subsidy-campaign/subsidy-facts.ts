import type { CaseFile, KeptActOf } from '../../case/case';
import { departmentOffice } from '../../base/departments';
import { countyOf, levelOf, territoryOf, type OfficeId, type Territory } from '../../base/office';
import type { ReadingByActs } from '../../case/process';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { settingsOf, type Settings } from '../../settings/policy-set';
import { subsidyKinds, type Claim, type SubsidyBodies, type SubsidyKind, type SubsidyOpening } from './subsidy-acts';

export type SubsidyFile = CaseFile<SubsidyOpening, SubsidyBodies>;

/** What the rules of a campaign are about. */
export interface SubsidyCampaign {
  opening: SubsidyOpening;
  facts: SubsidyFacts;
  bodies: SubsidyBodies;
}

/** One person's claim to one subsidy, as it stands. */
export interface SubsidyLine extends Claim {
  household: string;
  village: Territory;
  entitledOn: CivilDate;
  appliedOn?: CivilDate;
  approvedOn?: CivilDate;
  refusedOn?: CivilDate;
  paidOn?: CivilDate;
  yuan?: number;
  withdrawnOn?: CivilDate;
}

/** The claims of one village's people, in the order they were first listed. Never changed: an act makes those of the villages it concerns anew. */
export interface VillageClaims {
  village: Territory;
  lines: ReadonlyMap<string, SubsidyLine>;
}

/** B-2.3.4: a campaign read in the order of recording, in which each act was judged: somebody may be listed on a later day than the application. */
export interface SubsidyFacts {
  settings: Settings;
  villages: ReadonlyMap<Territory, VillageClaims>;
  /** Its year has ended. */
  isSealed: boolean;
  /** Nothing that was applied for in its year is still to be reviewed or paid either. */
  isOver: boolean;
}

export const keyOf = ({ worker, kind }: Claim): string => `${worker}/${kind}`;

/** B-2.2.2: 11月底前应发尽发. */
export const lastDay = ({ opening }: Pick<SubsidyFile, 'opening'>): CivilDate => `${opening.year}-11-30`;

/** Who reviews and pays. */
export const payerOf = (kind: SubsidyKind, township: Territory): OfficeId =>
  departmentOffice(subsidyKinds[kind].department, countyOf(township));

/** A person's claim to a subsidy, whatever village it is of. */
export function lineUnder({ villages }: Pick<SubsidyFacts, 'villages'>, claim: Claim): SubsidyLine | undefined {
  const key = keyOf(claim);
  for (const { lines } of villages.values()) {
    const line = lines.get(key);
    if (line !== undefined) return line;
  }
  return undefined;
}

/** Those entitled and not withdrawn. */
export const standingIn = ({ lines }: VillageClaims): SubsidyLine[] =>
  [...lines.values()].filter(({ withdrawnOn }) => withdrawnOn === undefined);

export const hasStanding = (
  { villages }: Pick<SubsidyFacts, 'villages'>,
  isSo: (line: SubsidyLine) => boolean,
): boolean => {
  for (const { lines } of villages.values())
    for (const line of lines.values()) if (line.withdrawnOn === undefined && isSo(line)) return true;
  return false;
};

/** Every claim that stands, village by village. */
export const claimsOf = (file: SubsidyFile): SubsidyLine[] =>
  [...readingSubsidies.whole(file.acts, file).villages.values()].flatMap(standingIn);

/** All that is known of a campaign, and what one act more makes of it. */
export const readingSubsidies: ReadingByActs<SubsidyCampaign> = {
  whole: (acts, { policy }) =>
    taken({ settings: settingsOf(policy), villages: new Map(), isSealed: false, isOver: false }, acts),
  step: (facts, act) => taken(facts, [act]),
};

function taken(facts: SubsidyFacts, acts: readonly KeptActOf<SubsidyBodies>[]): SubsidyFacts {
  const changing = new ChangingClaims(facts);
  for (const act of acts) take(changing, act);
  const isSealed = facts.isSealed || acts.some(({ operation }) => operation === 'periodSealed');
  const villages = changing.villages();
  return { ...facts, villages, isSealed, isOver: isSealed && !hasStanding({ villages }, isPending) };
}

/** Claims under change: villages that nothing is said of stay as they are. */
class ChangingClaims {
  private readonly changed = new Map<Territory, Map<string, SubsidyLine>>();

  constructor(private readonly before: Pick<SubsidyFacts, 'villages'>) {}

  enter(line: SubsidyLine): void {
    const known = this.villageOf(line);
    if (known !== undefined && known !== line.village) this.of(known).delete(keyOf(line));
    this.of(line.village).set(keyOf(line), line);
  }

  change(claim: Claim, more: (line: SubsidyLine) => SubsidyLine): void {
    const village = this.villageOf(claim);
    if (village === undefined) return;
    const lines = this.of(village);
    const line = lines.get(keyOf(claim));
    if (line !== undefined) lines.set(keyOf(claim), more(line));
  }

  villages(): ReadonlyMap<Territory, VillageClaims> {
    const villages = new Map(this.before.villages);
    for (const [village, lines] of this.changed) villages.set(village, { village, lines });
    return villages;
  }

  private villageOf(claim: Claim): Territory | undefined {
    const key = keyOf(claim);
    for (const [village, lines] of this.changed) if (lines.has(key)) return village;
    for (const [village, { lines }] of this.before.villages)
      if (!this.changed.has(village) && lines.has(key)) return village;
    return undefined;
  }

  private of(village: Territory): Map<string, SubsidyLine> {
    const known = this.changed.get(village) ?? new Map(this.before.villages.get(village)?.lines);
    this.changed.set(village, known);
    return known;
  }
}

function take(claims: ChangingClaims, act: KeptActOf<SubsidyBodies>): void {
  const on = act.occurredOn;
  switch (act.operation) {
    case 'entitle':
      for (const one of act.body.entitled) claims.enter({ ...one, entitledOn: on });
      return;
    case 'disentitle':
      return claims.change(act.body, (line) => ({ ...line, withdrawnOn: on }));
    case 'apply':
      for (const one of act.body.applications)
        claims.change(one, ({ refusedOn: _again, ...line }) => ({ ...line, appliedOn: on }));
      return;
    case 'review':
      for (const one of act.body.decisions)
        claims.change(one, (line) => ({ ...line, ...(one.approved ? { approvedOn: on } : { refusedOn: on }) }));
      return;
    case 'pay':
      for (const one of act.body.payments) claims.change(one, (line) => ({ ...line, paidOn: on, yuan: one.yuan }));
      return;
    case 'correctPayment': {
      const { yuan } = act.body;
      return claims.change(act.body, (line) => ({ ...line, yuan }));
    }
    case 'periodSealed':
      return;
  }
}

/** A village acts for its own people and sees their claims alone; other offices those of the whole township. */
export const isOf = (village: Territory, office: OfficeId): boolean =>
  levelOf(territoryOf(office)) !== 'village' || territoryOf(office) === village;

/** Neither paid nor refused: somebody has still to do something. */
export const isOpen = ({ paidOn, refusedOn }: SubsidyLine): boolean => paidOn === undefined && refusedOn === undefined;
/** Applied for and still to be reviewed or paid: this holds the campaign open beyond its year. */
export const isPending = (line: SubsidyLine): boolean => line.appliedOn !== undefined && isOpen(line);
/** [D subsidy-payment]: by when it is paid: by the last day where it was applied for by then, later ones within days of the approval. */
export const payableUntil = (
  { appliedOn, approvedOn }: SubsidyLine,
  last: CivilDate,
  { subsidyPaymentDays }: Settings,
): CivilDate =>
  appliedOn === undefined || appliedOn <= last || approvedOn === undefined
    ? last
    : addDays(approvedOn, subsidyPaymentDays);
/** Entitled by the last day, and neither paid nor refused by a later one: named. */
export const unpaidOn = (standing: readonly SubsidyLine[], last: CivilDate, day: CivilDate): SubsidyLine[] =>
  day <= last
    ? []
    : standing.filter(({ entitledOn, appliedOn, paidOn, refusedOn }) => {
        const isOwed = entitledOn <= last && (appliedOn === undefined || appliedOn <= last);
        return isOwed && (paidOn === undefined || paidOn > day) && (refusedOn === undefined || refusedOn > day);
      });
/** 应申请未申请. */
export const isMissing = ({ appliedOn }: SubsidyLine): boolean => appliedOn === undefined;
