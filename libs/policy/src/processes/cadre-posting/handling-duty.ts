import { officeId, type OfficeId, type Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import type { AbsenceLadder } from './absence-ladder';
import type { HandlingPath } from './posting-acts';
import type { RankingLadder } from './ranking-ladder';

/** Clause C-3.7: organizational handling (组织处理) that one of the ladders calls for. It outlives the post (OBLIGATIONS D2). */
export interface HandlingDuty {
  /** Stable within the posting; the id of its deadline. */
  id: string;
  path: Exclude<HandlingPath, 'misconduct'>;
  owner: OfficeId;
  /** `null` while the notice before it is missing or undelivered. */
  calledOn: CivilDate | null;
  handledOn?: CivilDate;
  /** Leave approved afterwards took its ground away. */
  cancelledOn?: CivilDate;
}

interface Ladders {
  absence: AbsenceLadder;
  ranking: RankingLadder;
  unit: OfficeId;
  county: Territory;
}

/** 由派出单位召回，并给予组织处理: by the unit. Interviewed twice: by the organization department, which the clause leaves open. */
export const handlingDuties = ({ absence, ranking, unit, county }: Ladders): HandlingDuty[] => [
  ...absence.recalls.map(({ window, readyOn, handledOn, cancelledOn }) => ({
    id: window === 'posting' ? 'organizational-handling:absence' : `organizational-handling:absence:${window}`,
    path: 'absence' as const,
    owner: unit,
    calledOn: readyOn,
    ...(handledOn !== undefined && { handledOn }),
    ...(cancelledOn !== undefined && { cancelledOn }),
  })),
  ...ranking.rounds.map(({ calledOn, handledOn }, index) => ({
    id: index === 0 ? 'organizational-handling' : `organizational-handling:${index + 1}`,
    path: 'ranking' as const,
    owner: officeId('organization-department', county),
    calledOn,
    ...(handledOn !== undefined && { handledOn }),
  })),
];

/** Neither made nor fallen away; also while it waits for the notice before it. */
export const isOwed = ({ handledOn, cancelledOn }: HandlingDuty): boolean =>
  handledOn === undefined && cancelledOn === undefined;
