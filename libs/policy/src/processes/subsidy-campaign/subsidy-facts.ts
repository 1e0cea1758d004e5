import type { CaseFile, KeptAct } from '../../case/case';
import { departmentOffice } from '../../base/departments';
import { countyOf, type OfficeId, type Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import { settingsOf, type Settings } from '../../settings/policy-set';
import {
  subsidyKinds,
  type ApplyBody,
  type Claim,
  type CorrectPaymentBody,
  type DisentitleBody,
  type EntitleBody,
  type PayBody,
  type ReviewBody,
  type SubsidyKind,
  type SubsidyOpening,
} from './subsidy-acts';

export type SubsidyFile = CaseFile<SubsidyOpening>;

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
  return {
    settings: settingsOf(file.policy),
    lines,
    standing: [...lines.values()].filter(({ withdrawnOn }) => withdrawnOn === undefined),
    isOver: file.acts.some(({ operation }) => operation === 'periodSealed'),
  };
}

function take(lines: Map<string, SubsidyLine>, { operation, body, occurredOn: on }: KeptAct): void {
  const change = (claim: Claim, more: (line: SubsidyLine) => SubsidyLine): void => {
    const line = lines.get(keyOf(claim));
    if (line !== undefined) lines.set(keyOf(claim), more(line));
  };
  switch (operation) {
    case 'entitle':
      for (const one of (body as EntitleBody).entitled) lines.set(keyOf(one), { ...one, entitledOn: on });
      return;
    case 'disentitle':
      return change(body as DisentitleBody, (line) => ({ ...line, withdrawnOn: on }));
    case 'apply':
      for (const one of (body as ApplyBody).applications)
        change(one, ({ refusedOn: _again, ...line }) => ({ ...line, appliedOn: on }));
      return;
    case 'review':
      for (const one of (body as ReviewBody).decisions)
        change(one, (line) => ({ ...line, ...(one.approved ? { approvedOn: on } : { refusedOn: on }) }));
      return;
    case 'pay':
      for (const one of (body as PayBody).payments) change(one, (line) => ({ ...line, paidOn: on, yuan: one.yuan }));
      return;
    case 'correctPayment':
      return change(body as CorrectPaymentBody, (line) => ({ ...line, yuan: (body as CorrectPaymentBody).yuan }));
  }
}

/** Neither paid nor refused: somebody has still to do something. */
export const isOpen = ({ paidOn, refusedOn }: SubsidyLine): boolean => paidOn === undefined && refusedOn === undefined;
/** 应申请未申请. */
export const isMissing = ({ appliedOn }: SubsidyLine): boolean => appliedOn === undefined;
