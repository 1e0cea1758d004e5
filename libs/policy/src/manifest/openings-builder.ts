import type { ProcessName } from '../case/case';
import type { CaseId } from '../case/process-list';
import type { CivilDate } from '../dates/civil-date';
import { contestOpening } from '../processes/contest/contest-builder';
import { sha256 } from '../processes/inspection/sha256';

/** A case as it is begun, before anything is said to it. */
export interface BuiltOpening {
  caseId: CaseId;
  openedOn: CivilDate;
  opening: object;
}

/** What the sample of the built inspection is drawn from. */
export const builtSeed = 'seed-known-to-the-office-only';

/** A case of each process that its own builder does not make, as it is begun. */
export const builtOpenings = {
  problem: {
    caseId: 'problem:140423100204:1',
    openedOn: '2026-11-02',
    opening: {
      place: '140423100204',
      list: 'monitoring-help',
      what: '措施未落实',
      source: 'check',
      reference: null,
      persons: [],
      recurs: null,
      yuan: null,
      owner: null,
    },
  },
  inspection: {
    caseId: 'inspection:14:flight-check:1',
    openedOn: '2026-11-03',
    opening: {
      territory: '14',
      kind: 'flight-check',
      scope: '14',
      plannedOn: '2026-11-10',
      note: null,
      follows: null,
      sample: {
        seedHash: sha256(builtSeed),
        frame: [
          { id: 'V1', stratum: 'a' },
          { id: 'V2', stratum: 'a' },
        ],
        size: 1,
        excludeMonths: 0,
      },
    },
  },
  'area-interview': {
    caseId: 'area-interview:1404:party-committee:1',
    openedOn: '2026-11-12',
    opening: {
      office: 'party-committee:1404',
      clause: 'A-3.5',
      because: '落实不到位',
      source: null,
      invited: [],
      plannedOn: '2026-11-20',
      session: null,
      territory: '1404',
      previous: null,
    },
  },
  'subsidy-campaign': {
    caseId: 'subsidies:140423100:2026',
    openedOn: '2026-03-02',
    opening: { township: '140423100', year: '2026' },
  },
  contest: {
    caseId: 'contest:14:2026',
    openedOn: '2026-03-01',
    opening: contestOpening,
  },
  accountability: {
    caseId: 'accountability:140423:1-1',
    openedOn: '2026-09-20',
    opening: {
      county: '140423',
      listing: 'listing:140423:1',
      round: 1,
      grounds: [
        {
          id: 'relisting',
          kind: 'relisted-within-months',
          round: 1,
          on: '2026-09-20',
          leaders: [{ person: 'L1', office: 'party-committee:1404' }],
          earlierLeaders: [],
        },
      ],
      pendingConfirmation: true,
      startedOn: '2026-09-20',
    },
  },
  interview: {
    caseId: 'interview:140423:C1:1:2026-12',
    openedOn: '2027-02-05',
    opening: {
      county: '140423',
      cadre: 'C1',
      posting: 'posting:140423100:C1:1',
      unit: 'dispatching-unit:1404:U07',
      key: '2026-12',
      because: { months: ['2026-12'], bulletins: [] },
      orderedOn: '2027-02-05',
    },
  },
  'supervision-cycle': {
    caseId: 'cycle:14:2026',
    openedOn: '2026-01-05',
    opening: { province: '14', year: 2026, title: '行动', counties: ['140423'] },
  },
  'duty-book': {
    caseId: 'duty-book:140423:2026',
    openedOn: '2026-07-01',
    opening: { territory: '140423', from: '2026-07-01', to: '2026-12-31', cycle: 'cycle:14:2026' },
  },
} satisfies Partial<Record<ProcessName, BuiltOpening>>;
