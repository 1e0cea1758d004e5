import type { Territory } from '../../base/office';

/** B-2.2.2, B-2.3.4: what is paid to people who work away from home, and which department reviews and pays it. */
export const subsidyKinds = {
  transport: { name: '一次性交通补贴', department: 'revitalization' },
  retention: { name: '稳岗补助', department: 'human-resources' },
} as const;
export type SubsidyKind = keyof typeof subsidyKinds;

/** B-2.3.4: who hands an application in: oneself, or by proxy (委托代办). */
export const applicants = {
  self: '本人',
  relative: '亲属',
  'village-cadre': '村干部',
  'township-cadre': '乡镇干部',
  'stationed-cadre': '驻村干部',
  'labour-agency': '劳务输出机构',
  'grid-member': '网格员',
} as const;
export type Applicant = keyof typeof applicants;

/** One township's subsidies of a year. */
export type SubsidyOpening = { township: Territory; year: string };

/** Whom it concerns; people and households by surrogate ids. */
export interface Claim {
  worker: string;
  kind: SubsidyKind;
}

export interface EntitleBody {
  entitled: (Claim & { household: string; village: Territory })[];
}

export interface DisentitleBody extends Claim {
  reason: string;
}

export interface ApplyBody {
  applications: (Claim & {
    by: Applicant;
    /** Who acts as proxy: needed unless it is oneself. */
    proxy?: string | undefined;
  })[];
}

export interface ReviewBody {
  decisions: (Claim & { approved: boolean; reason?: string | undefined })[];
}

export interface PayBody {
  payments: (Claim & { yuan: number })[];
}

export interface CorrectPaymentBody extends Claim {
  yuan: number;
  reason: string;
}

/** Everything that can be said to a campaign, with its body. */
export interface SubsidyBodies {
  entitle: EntitleBody;
  disentitle: DisentitleBody;
  apply: ApplyBody;
  review: ReviewBody;
  pay: PayBody;
  correctPayment: CorrectPaymentBody;
  periodSealed: object;
}
