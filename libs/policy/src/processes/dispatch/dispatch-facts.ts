import { actsOf } from '../../case/act-order';
import type { CaseFile } from '../../case/case';
import type { Department } from '../../base/departments';
import type { Territory } from '../../base/office';
import { addDays, laterOf, type CivilDate } from '../../dates/civil-date';
import { settingsOf, type Settings } from '../../settings/policy-set';
import type { DispatchBodies, DispatchOpening, ReturnBody, SuperviseBody } from './dispatch-acts';
import { ledgerLinesOf, type LedgerLine } from './dispatch-ledger';
import { rankOverall, rankPlaces, type PlaceLine } from './dispatch-ranking';
import { reporterOf } from './dispatch-reporter';
import type { PolicyArea } from '../../base/policy-areas';

export type DispatchFile = CaseFile<DispatchOpening, DispatchBodies>;

/** What the rules of a dispatch are about. */
export interface Dispatch {
  opening: DispatchOpening;
  facts: DispatchFacts;
  bodies: DispatchBodies;
}

/** One department's duty to report on one area, and what it reported. */
export interface DispatchLine {
  area: PolicyArea;
  department: Department;
  filed?: { on: CivilDate; body: ReturnBody };
}

export interface AreaRanking {
  area: PolicyArea;
  lines: readonly PlaceLine[];
}

/** a dispatch read in the order of its dates. */
export interface DispatchFacts {
  settings: Settings;
  /** The places directly below, from the directory; `undefined` before they were read. */
  places: readonly Territory[] | undefined;
  lines: readonly DispatchLine[];
  /** The policies of the departments' ledgers. */
  ledger: readonly LedgerLine[];
  rankings: readonly AreaRanking[];
  overall: readonly PlaceLine[];
  supervised: readonly (SuperviseBody & { department: Department; on: CivilDate })[];
  /** Until when returns are taken: the day after is that of the closing. */
  openUntil: CivilDate;
  isClosed: boolean;
  isSealed: boolean;
  /** How often it has been closed: 1, and once more after each reopening. */
  closings: number;
}

/** All that is known of a dispatch. */
export function readDispatch(file: DispatchFile): DispatchFacts {
  const settings = settingsOf(file.policy);
  const places = actsOf(file.acts, 'placesRead')
    .at(-1)
    ?.body.map(({ place }) => place);
  const lines = linesOf(settings, file);
  const known =
    places ?? [...new Set(lines.flatMap(({ filed }) => filed?.body.places.map(({ place }) => place) ?? []))].sort();
  const rankings = areasOf(lines).map((area) => ({ area, lines: rankPlaces(known, returnsOf(lines, area), settings) }));
  const supervised = actsOf(file.acts, 'supervise').flatMap(({ by, body, occurredOn }) => {
    const department = reporterOf(by, body);
    return department === undefined ? [] : [{ ...body, department, on: occurredOn }];
  });
  return {
    settings,
    places,
    lines,
    ledger: ledgerLinesOf(file, settings),
    rankings,
    overall: rankOverall(
      known,
      rankings.map((one) => one.lines),
      settings,
    ),
    supervised,
    ...closingOf(file, settings),
  };
}

function linesOf({ dispatchLeads }: Settings, { acts }: DispatchFile): DispatchLine[] {
  const filed = new Map<string, { on: CivilDate; body: ReturnBody }>();
  for (const { by, body, occurredOn } of actsOf(acts, 'fileReturn', 'correctReturn')) {
    const key = `${body.area}/${reporterOf(by, body)}`;
    filed.set(key, { on: filed.get(key)?.on ?? occurredOn, body });
  }
  return Object.entries(dispatchLeads).flatMap(([area, departments]) =>
    departments.map((department) => {
      const own = filed.get(`${area}/${department}`);
      return { area: area as PolicyArea, department, ...(own !== undefined && { filed: own }) };
    }),
  );
}

function closingOf(
  { opening, acts }: DispatchFile,
  { dispatchGraceDays }: Settings,
): Pick<DispatchFacts, 'openUntil' | 'isClosed' | 'isSealed' | 'closings'> {
  const first = addDays(opening.to, dispatchGraceDays);
  const openUntil = actsOf(acts, 'reopen').reduce((last, { body }) => laterOf(last, body.until), first);
  const closed = actsOf(acts, 'periodClosed').map(({ body }) => body.until);
  return {
    openUntil,
    isClosed: closed.includes(openUntil),
    isSealed: actsOf(acts, 'periodSealed').length > 0,
    closings: closed.length,
  };
}

const areasOf = (lines: readonly DispatchLine[]): PolicyArea[] => [...new Set(lines.map(({ area }) => area))];
const returnsOf = (lines: readonly DispatchLine[], area: PolicyArea) =>
  lines.flatMap((line) => (line.area === area ? (line.filed?.body.places ?? []) : []));
