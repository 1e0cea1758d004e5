import type { CaseFile, KeptActOf } from '../../case/case';
import { departmentOffice } from '../../base/departments';
import { countyOf, levelOf, territoryOf, type OfficeId, type Territory } from '../../base/office';
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

/** B-2.3.4: a campaign read in the order of recording, in which each act was judged: somebody may be listed on a later day than the application. */
export interface SubsidyFacts {
  settings: Settings;
  lines: ReadonlyMap<string, SubsidyLine>;
  /** Those entitled and not withdrawn. */
  standing: readonly SubsidyLine[];
  isOver: boolean;
}

export const keyOf = ({ worker, kind }: Claim): string => `${worker}/${kind}`;

/** B-2.2.2: 11月底前应发尽发. */
export const lastDay = ({ opening }: Pick<SubsidyFile, 'opening'>): CivilDate => `${opening.year}-11-30`;

/** Who reviews and pays. */
export const payerOf = (kind: SubsidyKind, township: Territory): OfficeId =>
  departmentOffice(subsidyKinds[kind].department, countyOf(township));

/** All that is known of a campaign. */
export function readSubsidies(file: SubsidyFile): SubsidyFacts {
  const lines = new Map<string, SubsidyLine>();
  for (const act of file.acts) take(lines, act);
  const standing = [...lines.values()].filter(({ withdrawnOn }) => withdrawnOn === undefined);
  return {
    settings: settingsOf(file.policy),
    lines,
    standing,
    isOver: file.acts.some(({ operation }) => operation === 'periodSealed') && !standing.some(isPending),
  };
}

function take(lines: Map<string, SubsidyLine>, act: KeptActOf<SubsidyBodies>): void {
  const on = act.occurredOn;
  const change = (claim: Claim, more: (line: SubsidyLine) => SubsidyLine): void => {
    const line = lines.get(keyOf(claim));
    if (line !== undefined) lines.set(keyOf(claim), more(line));
  };
  switch (act.operation) {
    case 'entitle':
      for (const one of act.body.entitled) lines.set(keyOf(one), { ...one, entitledOn: on });
      return;
    case 'disentitle':
      return change(act.body, (line) => ({ ...line, withdrawnOn: on }));
    case 'apply':
      for (const one of act.body.applications)
        change(one, ({ refusedOn: _again, ...line }) => ({ ...line, appliedOn: on }));
      return;
    case 'review':
      for (const one of act.body.decisions)
        change(one, (line) => ({ ...line, ...(one.approved ? { approvedOn: on } : { refusedOn: on }) }));
      return;
    case 'pay':
      for (const one of act.body.payments) change(one, (line) => ({ ...line, paidOn: on, yuan: one.yuan }));
      return;
    case 'correctPayment': {
      const { yuan } = act.body;
      return change(act.body, (line) => ({ ...line, yuan }));
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
/** Entitled by the last day, and neither paid nor refused on a later one: named. */
export const unpaidOn = ({ standing }: SubsidyFacts, last: CivilDate, day: CivilDate): SubsidyLine[] =>
  day <= last
    ? []
    : standing.filter(({ entitledOn, appliedOn, paidOn, refusedOn }) => {
        const isOwed = entitledOn <= last && (appliedOn === undefined || appliedOn <= last);
        return isOwed && (paidOn === undefined || paidOn > day) && (refusedOn === undefined || refusedOn > day);
      });
/** 应申请未申请. */
export const isMissing = ({ appliedOn }: SubsidyLine): boolean => appliedOn === undefined;
