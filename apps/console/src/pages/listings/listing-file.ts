import { actsOf } from '@duban/policy/case/act-order';
import type { Act } from '@duban/policy/case/case';
import { cityOf, officeId, provinceOf, type OfficeId, type Territory } from '@duban/policy/base/office';
import { chineseDate, daysBetween, type CivilDate } from '@duban/policy/dates/civil-date';
import { countyListing } from '@duban/policy/processes/county-listing/county-listing';
import {
  listingGroundKinds,
  type PolicyFindingBody,
  type ProblemProgressBody,
  type VerifyProblemBody,
} from '@duban/policy/processes/county-listing/listing-acts';
import { readListing, type ListingFacts, type ListingFile } from '@duban/policy/processes/county-listing/listing-facts';
import {
  findingOf,
  repeatedlyUnrectifiedOn,
  type ListedProblem,
} from '@duban/policy/processes/county-listing/listing-problems';
import type { LeaderTerm } from '@duban/policy/processes/county-listing/listing-leaders';
import { isOfRound, type Round } from '@duban/policy/processes/county-listing/listing-rounds';
import { settingsOf } from '@duban/policy/settings/policy-set';
import type { TimelineEntry } from '@duban/contracts/answers/cases';
import { bodyOf } from '../../cases/timeline';

type File = ListingFile;

/** How a problem of the list stands in this round. */
export const problemStates = {
  verified: { name: '已核查销号', colour: 'green' },
  unrectified: { name: '核查整改不到位', colour: 'red' },
  reported: { name: '已报整改，待核查', colour: 'yellow' },
  rectifying: { name: '整改中', colour: 'blue' },
  untouched: { name: '尚未报送整改', colour: 'grey' },
} as const;
export type ProblemState = keyof typeof problemStates;

export interface ProblemStep {
  on: CivilDate;
  sequence: number;
  byName: string;
  kind: 'progress' | 'rectified' | 'verified';
  what: string;
  note: string;
  evidence: string | null;
  /** Who did the work, where it was not the county. */
  doneBy: OfficeId | null;
}

export interface ShownProblem {
  id: string;
  what: string;
  area: string | null;
  listedOn: CivilDate;
  state: ProblemState;
  evidence: readonly string[];
  repeatedlySince: CivilDate | null;
  history: readonly ProblemStep[];
}

/** Clause: the problem list with evidence, verification and everything said of each problem. */
export function problemsOf(file: File, entries: readonly TimelineEntry[], today: CivilDate): ShownProblem[] {
  const facts = readListing(file);
  const settings = settingsOf(file.policy);
  return facts.problems.map((problem) => {
    const history = historyOf(problem.id, entries);
    return {
      id: problem.id,
      what: problem.what,
      area: problem.area ?? null,
      listedOn: problem.listedOn,
      state: stateOf(problem, facts.current, history, today),
      evidence: history.flatMap(({ evidence }) => evidence ?? []),
      repeatedlySince: repeatedlyUnrectifiedOn(problem, settings) ?? null,
      history,
    };
  });
}

function stateOf(
  problem: ListedProblem,
  round: Round,
  history: readonly ProblemStep[],
  today: CivilDate,
): ProblemState {
  const finding = findingOf(problem, round, today);
  if (finding === 'verified') return 'verified';
  const sinceVerified = history.slice(history.findLastIndex(({ kind }) => kind === 'verified') + 1);
  if (sinceVerified.some(({ kind }) => kind === 'rectified')) return 'reported';
  if (finding === 'unrectified') return 'unrectified';
  return history.length > 0 ? 'rectifying' : 'untouched';
}

const inOrder = (one: { on: CivilDate; sequence: number }, other: { on: CivilDate; sequence: number }): number =>
  one.on === other.on ? one.sequence - other.sequence : one.on < other.on ? -1 : 1;

const historyOf = (problem: string, entries: readonly TimelineEntry[]): ProblemStep[] =>
  entries.flatMap((entry) => stepOf(problem, entry) ?? []).sort(inOrder);

function stepOf(problem: string, entry: TimelineEntry): ProblemStep | undefined {
  if (entry.kind !== 'act' || !['problemProgress', 'verifyProblem'].includes(entry.name)) return undefined;
  const body = bodyOf<ProblemProgressBody | VerifyProblemBody>(entry);
  if (body.problem !== problem) return undefined;
  const common = { on: entry.occurredOn, sequence: entry.sequence, byName: entry.byName, note: body.note };
  if ('passed' in body)
    return {
      ...common,
      kind: 'verified',
      what: body.passed ? '核查：整改到位，销号' : '核查：整改不到位',
      evidence: null,
      doneBy: null,
    };
  return {
    ...common,
    kind: body.rectified ? 'rectified' : 'progress',
    what: body.rectified ? '报送：已整改到位' : '报送：整改进展',
    evidence: body.evidence ?? null,
    doneBy: body.rectifiedBy ?? null,
  };
}

/** RULES 2.grounds: whose work it may have been; the county's where nothing is said. */
export const rectifiersOf = (county: Territory): { value: OfficeId; title: string }[] => [
  { value: officeId('leading-group-office', county), title: '被挂牌的县' },
  { value: officeId('leading-group-office', cityOf(county)), title: '市级' },
  { value: officeId('leading-group-office', provinceOf(county)), title: '省级' },
];

export interface ShownRound {
  round: number;
  from: CivilDate;
  acceptanceFrom: CivilDate;
  heldOn: CivilDate | null;
  outcome: string;
  note: string | null;
  colour: 'green' | 'red' | 'blue';
}

/** Clause: every half-year of the listing and how it ended. */
export const roundsOf = (file: File): ShownRound[] =>
  readListing(file).rounds.map(({ round, from, acceptanceFrom, acceptance }) => ({
    note: acceptance === undefined ? null : noteOf(file, round),
    round,
    from,
    acceptanceFrom,
    heldOn: acceptance?.on ?? null,
    outcome: acceptance === undefined ? '进行中' : acceptance.passed ? '通过验收，摘牌' : '未通过验收，再次挂牌',
    colour: acceptance === undefined ? 'blue' : acceptance.passed ? 'green' : 'red',
  }));

/** What was said at the round's acceptance: acceptances count one a round, in the order of their days. */
function noteOf({ acts }: File, round: number): string | null {
  const held = actsOf(acts, 'acceptance')[round - 1];
  return held?.body.note ?? null;
}

export interface ShownGround {
  key: string;
  kind: string;
  what: string;
  source: string | null;
  on: CivilDate;
}

export const groundsOf = (file: File): ShownGround[] =>
  readListing(file).grounds.map(({ key, kind, what, source, on }) => ({
    key,
    kind: listingGroundKinds[kind],
    what,
    source: source ?? null,
    on,
  }));

export interface PolicyFinding {
  on: CivilDate;
  byName: string;
  positive: boolean;
  note: string;
  isOfThisRound: boolean;
}

/** Clause: findings on how policies are carried out, latest first. */
export function policyFindingsOf(file: File, entries: readonly TimelineEntry[]): PolicyFinding[] {
  const { current } = readListing(file);
  return entries
    .filter(({ kind, name }) => kind === 'act' && name === 'policyFinding')
    .map((entry) => ({
      on: entry.occurredOn,
      byName: entry.byName,
      ...bodyOf<PolicyFindingBody>(entry),
      isOfThisRound: isOfRound(current, entry.occurredOn),
    }))
    .sort((one, other) => (one.on < other.on ? 1 : -1));
}

export interface AcceptanceLine {
  what: string;
  standing: string;
  isMet: boolean;
}

export interface AcceptanceSheet {
  round: number;
  lines: AcceptanceLine[];
  /** Whether this verdict could be given today, in the words of the rules where it could not. */
  verdicts: { title: string; isPossible: boolean; why: string | null }[];
}

/** Clause: the acceptance sheet: what is met, what is missing, and what the province could conclude today. */
export function acceptanceSheetOf(file: File, today: CivilDate): AcceptanceSheet {
  const facts = readListing(file);
  return {
    round: facts.current.round,
    lines: [
      timeLine(facts.current, today),
      ...facts.problems.map((problem) => problemLine(problem, facts.current, today)),
      policyLine(facts),
    ],
    verdicts: [verdictOf(file, true, today), verdictOf(file, false, today)],
  };
}

function timeLine({ acceptanceFrom }: Round, today: CivilDate): AcceptanceLine {
  const missing = daysBetween(today, acceptanceFrom);
  const standing =
    missing > 0 ? `${chineseDate(acceptanceFrom)}满，还有 ${missing} 天` : `${chineseDate(acceptanceFrom)}已满`;
  return { what: '挂牌周期已满', standing, isMet: missing <= 0 };
}

const findingNames = { verified: '已核查销号', unrectified: '经核查整改不到位', unexamined: '本轮尚未核查' } as const;

function problemLine(problem: ListedProblem, round: Round, today: CivilDate): AcceptanceLine {
  const finding = findingOf(problem, round, today);
  return {
    what: `问题（${problem.id}）${problem.what}`,
    standing: findingNames[finding],
    isMet: finding === 'verified',
  };
}

function policyLine({ policyFindings, current }: ListingFacts): AcceptanceLine {
  const last = policyFindings.filter(({ on }) => isOfRound(current, on)).at(-1);
  const standing =
    last === undefined ? '本轮尚未认定' : `${chineseDate(last.on)}认定为${last.positive ? '到位' : '不到位'}`;
  return { what: '政策落实情况认定为到位', standing, isMet: last?.positive === true };
}

function verdictOf(file: File, passed: boolean, today: CivilDate): AcceptanceSheet['verdicts'][number] {
  const by = { office: officeId('leading-group-office', provinceOf(file.opening.county)) };
  const act: Act = { key: 'looking-ahead', operation: 'acceptance', occurredOn: today, by, body: { passed } };
  const verdict = countyListing.judge(file, act, today);
  return {
    title: passed ? '通过，摘牌' : '不通过，再次挂牌',
    isPossible: verdict.admitted,
    why: verdict.admitted ? null : verdict.detail,
  };
}

/** [D liaison-leaders]: 2026年6月1日至2026年7月10日; nothing where both ends are open. */
export const termWords = ({ from, to }: LeaderTerm): string =>
  [from === null ? '' : `${chineseDate(from)}起`, to === null ? '' : `至${chineseDate(to)}`].join('');

/** The next free number of the problem list: P4. */
export function nextProblemId(problems: readonly { id: string }[]): string {
  const numbers = problems.map(({ id }) => Number(/^P(\d+)$/.exec(id)?.[1] ?? 0));
  return `P${Math.max(problems.length, ...numbers) + 1}`;
}
