import type { Consequence } from '../../case/case';
import { caseId } from '../../case/case-id';
import { cityOf, countyOf, levelOf, type Territory } from '../../base/office';
import { addDays, addMonths, type CivilDate } from '../../dates/civil-date';
import { dutyDone } from '../duty-sheet/duty-done';
import { dutyRows, isInSeason, type DutyId } from '../../settings/duty-rows';
import { inspectionKinds } from './inspection-acts';
import { correctionEnd, type InspectionFacts, type InspectionFile } from './inspection-facts';

/** What the ledger is asked: who was drawn lately, and the counties of a city that follows up. */
export function questions({ opening, openedOn }: InspectionFile): Consequence[] {
  const { sample, follows, kind, territory } = opening;
  const ask = { kind: 'ask', clause: inspectionKinds[kind].clause, on: openedOn } as const;
  return [
    ...(sample === null || sample.excludeMonths === 0
      ? []
      : [
          {
            ...ask,
            question: 'drawn',
            key: 'drawn',
            operation: 'drawnRead',
            body: { territory, from: addMonths(openedOn, -sample.excludeMonths), to: openedOn },
          } as const,
        ]),
    ...(follows === null
      ? []
      : [
          {
            ...ask,
            question: 'places',
            key: 'places',
            operation: 'placesRead',
            body: { territory, from: openedOn, to: openedOn },
          } as const,
        ]),
  ];
}

/** A finding's id beyond its inspection. */
export const matterOf = (inspectionCase: string, finding: string): string =>
  `${inspectionCase.split(':').slice(1).join('-')}-${finding}`;

/** Findings become problems of the ledger, each at its place. */
export const problemsOf = ({ opening, caseId: own }: InspectionFile, { findings }: InspectionFacts): Consequence[] =>
  findings
    .filter(({ withdrawnOn }) => withdrawnOn === undefined)
    .map(({ id, place, list, what, persons = [], on }) => ({
      kind: 'start',
      process: 'problem',
      key: `problem:${id}`,
      clause: inspectionKinds[opening.kind].clause,
      on,
      caseId: caseId('problem', place, matterOf(own, id), 1),
      opening: {
        place,
        list,
        what,
        source: problemSource[opening.kind],
        reference: own,
        persons: [...persons],
        recurs: null,
        yuan: null,
        owner: null,
      },
      withdraw: 'withdraw',
    }));

const problemSource = {
  inspection: 'inspection',
  'flight-check': 'flight-check',
  'spot-quiz': 'check',
  'spot-check': 'spot-check',
  'follow-check': 'follow-check',
} as const;

/** The bulletin fulfils the office's duty, hands provincial findings to their cities, and may be corrected for a while. */
export function conclusion(file: InspectionFile, facts: InspectionFacts): Consequence[] {
  const { concluded } = facts;
  const end = correctionEnd(facts);
  if (concluded === undefined || end === undefined) return [];
  const { clause } = inspectionKinds[file.opening.kind];
  const over: Consequence = {
    kind: 'tell',
    key: `over@${end}`,
    clause,
    on: addDays(end, 1),
    caseId: file.caseId,
    operation: 'correctionsExpired',
    body: {},
  };
  return [...fulfilment(file, facts), ...followChecks(file, facts, concluded.occurredOn), over];
}

/** OBLIGATIONS D18: a check belongs to the period of its first day; its report may follow in the next. */
function fulfilment(file: InspectionFile, { settings, begunOn: on }: InspectionFacts): Consequence[] {
  const { kind, territory } = file.opening;
  const level = levelOf(territory);
  const duties: Partial<Record<string, DutyId>> = inspectionKinds[kind].duties;
  const duty = level === undefined ? undefined : duties[level];
  const terms = duty === undefined ? undefined : settings.duties[duty];
  if (on === undefined || duty === undefined || terms === undefined || !isInSeason(dutyRows[duty], on)) return [];
  return dutyDone(file, {
    duty,
    cadence: terms.cadence,
    territory,
    on,
    clause: inspectionKinds[kind].clause,
    key: 'done',
  });
}

/** C-3.4: 省级通报问题，市级负责举一反三，全程跟踪推动整改. */
function followChecks(file: InspectionFile, { findings }: InspectionFacts, on: CivilDate): Consequence[] {
  if (file.opening.kind !== 'flight-check' || levelOf(file.opening.territory) !== 'province') return [];
  const own = file.caseId.split(':').slice(2).join('-');
  return citiesOf(findings.filter(({ withdrawnOn }) => withdrawnOn === undefined)).map(([city, found]) => ({
    kind: 'start',
    process: 'inspection',
    key: `follow:${city}`,
    clause: 'C-3.4',
    on,
    caseId: caseId('inspection', city, `follow-${own}`, 1),
    opening: {
      territory: city,
      kind: 'follow-check',
      scope: city,
      plannedOn: on,
      note: null,
      sample: null,
      follows: {
        case: file.caseId,
        foundIn: [...new Set(found.map(({ place }) => countyOf(place)))],
        matters: found.map(({ id, what }) => `${id}．${what}`),
      },
    },
  }));
}

function citiesOf<One extends { place: Territory }>(findings: readonly One[]): [Territory, One[]][] {
  const cities = [...new Set(findings.map(({ place }) => cityOf(place)))].sort();
  return cities.map((city) => [city, findings.filter(({ place }) => cityOf(place) === city)]);
}
