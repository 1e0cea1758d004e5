import { civilDateOf, type CivilDate, type Instant } from '../../dates/civil-date';
import type { FrameUnit } from './sample';
import { sha256 } from './sha256';

/** Everything of a plan that must not change once it is committed to. */
export interface CommittedPlan {
  caseId: string;
  /** SHA-256 of the seed. */
  seedHash: string;
  frame: readonly FrameUnit[];
  size: number;
  excludeMonths: number;
}

/** what everybody may see of a planned sample: says nothing of place, kind or office to who has not the plan. */
export interface PublicCommitment {
  commitment: string;
  recordedOn: CivilDate;
}

/** A copy of the public list, and the instant it was given out. */
export interface CommitmentList {
  asOf: Instant;
  items: readonly PublicCommitment[];
}

/** SHA-256 over the plan, its frame in the order of the ids. */
export const commitmentOf = (plan: CommittedPlan): string => sha256(canonicalText(plan));

const canonicalText = ({ caseId, seedHash, frame, size, excludeMonths }: CommittedPlan): string => {
  const units = [...frame].sort((one, other) => (one.id < other.id ? -1 : 1)).map(({ id, stratum }) => [id, stratum]);
  return JSON.stringify(['duban-sample-1', caseId, seedHash.toLowerCase(), size, excludeMonths, units]);
};

/** What an outsider checks: the commitment is that of the published plan, and stood in the public list before the draw. */
export function verifyCommitment(
  record: CommittedPlan & { commitment: string; drawnAt: Instant },
  lists: readonly CommitmentList[],
): { faults: string[] } {
  const recomputed = commitmentOf(record);
  const faults =
    recomputed === record.commitment ? [] : [`按记录重新计算的承诺值是${recomputed}，记录所载的是${record.commitment}`];
  return { faults: lists.length === 0 ? faults : [...faults, ...faultsOfLists(record, lists)] };
}

/** A copy given out before the draw proves it by itself; a later one by the day it names. */
function faultsOfLists(
  { commitment, drawnAt }: { commitment: string; drawnAt: Instant },
  lists: readonly CommitmentList[],
): string[] {
  const found = lists.flatMap(({ asOf, items }) =>
    items.filter((item) => item.commitment === commitment).map(({ recordedOn }) => ({ asOf, recordedOn })),
  );
  const [first] = found;
  if (first === undefined) return ['公开的承诺名单中没有这一承诺值'];
  const drawnOn = civilDateOf(drawnAt);
  if (found.some(({ asOf, recordedOn }) => Date.parse(asOf) < Date.parse(drawnAt) || recordedOn < drawnOn)) return [];
  return first.recordedOn > drawnOn
    ? [`承诺于${first.recordedOn}登记，晚于抽取之日${drawnOn}`]
    : [`承诺与抽取在同一日（${drawnOn}），名单又是抽取之后保存的，不能证明承诺在先`];
}
