import type { Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import type { AsksCycles, CyclesReadBody } from '../duty-sheet/duty-done';
import type { DutyId } from '../../settings/duty-rows';
import type { ProblemList } from '../problem/problem-acts';
import type { RosterEntry } from '../cadre-posting/roster';
import type { FrameUnit } from './sample';

/** What is inspected, by whom it is asked and which recurring duty of the inspecting office it fulfils. */
export const inspectionKinds = {
  inspection: {
    name: '专项巡查',
    clause: 'A-3.6',
    office: 'inspection-team',
    duties: { province: 'province-inspection' },
  },
  'flight-check': {
    name: '飞行检查',
    clause: 'C-3.4',
    office: 'stationing-office',
    duties: { province: 'province-flight-check', city: 'city-flight-check', county: 'county-flight-check' },
  },
  'spot-quiz': { name: '快问快答', clause: 'C-2.5', office: 'stationing-office', duties: { county: 'spot-quiz' } },
  'spot-check': {
    name: '选派交接暗访抽查',
    clause: 'C-2.1',
    office: 'stationing-office',
    duties: { province: 'selection-spot-check' },
  },
  'follow-check': { name: '举一反三排查', clause: 'C-3.4', office: 'stationing-office', duties: {} },
} as const satisfies Record<
  string,
  { name: string; clause: string; office: string; duties: Partial<Record<'province' | 'city' | 'county', DutyId>> }
>;
export type InspectionKind = keyof typeof inspectionKinds;

/** The sample as it is committed to: the frame is known, the seed only by its hash. */
export type SampleCommitment = {
  seedHash: string;
  frame: FrameUnit[];
  size: number;
  /** Who was drawn within so many months before is left out; 0 leaves out nobody. */
  excludeMonths: number;
};

/** A planned sample; those planned before there was a public list of commitments do not stand in it. */
export type PlannedSample = SampleCommitment & { isListed?: true | undefined };

/** C-3.4, C-2.5: an inspection is planned; nobody but the inspecting office's own level sees it. */
export interface PlanInspectionBody {
  /** Territory of the inspecting office. */
  territory: Territory;
  kind: InspectionKind;
  /** What is inspected: a part of the territory, or all of it. */
  scope: Territory;
  plannedOn: CivilDate;
  note?: string | undefined;
  sample?: SampleCommitment | undefined;
}

export interface InspectionOpening extends AsksCycles {
  territory: Territory;
  kind: InspectionKind;
  scope: Territory;
  plannedOn: CivilDate;
  note: string | null;
  sample: PlannedSample | null;
  /** C-3.4: the province's inspection whose findings the city follows up. */
  follows: { case: string; foundIn: Territory[]; matters: string[] } | null;
}

/** Reveals the seed; the sample follows from it. */
export interface DrawBody {
  seed: string;
  publicValue?: string | undefined;
}

/** C-3.4: 到事到人: one matter found, where, and whom it concerns by surrogate id. */
export interface FindBody {
  id: string;
  place: Territory;
  list: ProblemList;
  what: string;
  persons?: string[] | undefined;
  /** C-3.7: the matter of another bulletin that this one repeats; named in both, it counts once. */
  repeats?: string | undefined;
  /** Policy not in place, found by a provincial inspection: a ground for listing the county. */
  isGround?: boolean | undefined;
}

/** C-2.5: one cadre's answers. */
export interface QuizResult {
  cadre: string;
  asked: number;
  correct: number;
}

export interface QuizBody {
  results: QuizResult[];
}

/** C-3.4: 印发暗访情况通报. */
export interface ConcludeBody {
  number: string;
  summary: string;
}

/** A finding that does not stand; the bulletin is corrected and its problem withdrawn. */
export interface WithdrawFindingBody {
  number: string;
  finding: string;
  reason: string;
}

export interface CancelInspectionBody {
  reason: string;
}

/** C-3.4: 市级负责举一反三: one of the city's counties was looked at for the same matters. */
export interface CheckCountyBody {
  county: Territory;
  found: number;
  what: string;
}

/** Everything that can be said to an inspection, with its body. */
export interface InspectionBodies {
  draw: DrawBody;
  begin: Record<string, never>;
  find: FindBody;
  recordQuiz: QuizBody;
  conclude: ConcludeBody;
  withdrawFinding: WithdrawFindingBody;
  cancel: CancelInspectionBody;
  checkCounty: CheckCountyBody;
  /** What the ledger answered: who was drawn lately, and the counties of the city. */
  drawnRead: string[];
  rosterRead: RosterEntry[];
  placesRead: { place: Territory }[];
  cyclesRead: CyclesReadBody;
  correctionsExpired: object;
}
