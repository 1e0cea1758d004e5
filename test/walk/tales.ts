import type { CaseFile, KeptAct } from '@duban/policy/case/case';
import { processList } from '@duban/policy/case/process-list';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { builtOpenings, builtSeed, type BuiltOpening } from '@duban/policy/manifest/openings-builder';
import {
  absence,
  candidate,
  postingFile,
  recall,
  reminder,
} from '@duban/policy/processes/cadre-posting/posting-builder';
import { contestOpening, methodsOf, scoresBy } from '@duban/policy/processes/contest/contest-builder';
import { builtDispatch } from '@duban/policy/processes/dispatch/dispatch-builder';
import { builtSheet } from '@duban/policy/processes/duty-sheet/duty-builder';
import { helpedEpisode, safe } from '@duban/policy/processes/household-monitoring/household-builder';
import { builtScores, rosterOf } from '@duban/policy/processes/monthly-assessment/month-builder';
import { issuedBulletin } from '@duban/policy/processes/work-bulletin/work-bulletin-builder';
import { basePolicy } from '@duban/policy/settings/policy-set';

type Step = [on: string, operation: string, office: string, body?: unknown];
interface Story extends BuiltOpening {
  resource: string;
  steps: Step[];
}

const province = 'leading-group-office:14';
const city = 'leading-group-office:1404';
const stationing = 'stationing-office:140423';
const township = 'party-committee:140423100';
const bureau = 'revitalization-bureau:140423';
const contestScores = {
  office: scoresBy(methodsOf.office, contestOpening, 80),
  department: scoresBy(methodsOf.department, contestOpening, 80),
};
const claim = { worker: 'W1', kind: 'transport' };

const postingActs = [
  absence('2026-07-10'),
  reminder('2026-07-10', '2026-07-11'),
  absence('2026-08-03'),
  recall('2026-08-20'),
  candidate('2026-08-25'),
];

const begun = (process: keyof typeof builtOpenings): Omit<Story, 'steps'> => ({
  resource: processList[process].resource,
  ...builtOpenings[process],
});

export const stories: readonly Story[] = [
  {
    ...begun('problem'),
    steps: [
      [
        '2026-11-03',
        'reportUpward',
        'village-committee:140423100204',
        { department: 'department:140423:water', report: '需改造管网' },
      ],
      [
        '2026-11-04',
        'plan',
        'department:140423:water',
        { measure: '改造管网', responsible: 'C001', due: '2026-11-20' },
      ],
      ['2026-11-21', 'renew', stationing, { due: '2026-12-01', reason: '汛情影响' }],
      ['2026-11-25', 'rectified', 'village-committee:140423100204', { what: '已改造', evidence: '照片' }],
      ['2026-11-26', 'verify', stationing, { passed: false, note: '未到位' }],
      ['2026-11-28', 'rectified', 'village-committee:140423100204', { what: '已改造', evidence: '照片' }],
      ['2026-11-29', 'verify', stationing, { passed: true, note: '到位' }],
      ['2026-12-20', 'returned', stationing, { what: '再次缺水' }],
    ],
  },
  {
    ...begun('inspection'),
    steps: [
      ['2026-11-10', 'draw', 'stationing-office:14', { seed: builtSeed }],
      ['2026-11-10', 'begin', 'stationing-office:14', {}],
      [
        '2026-11-11',
        'find',
        'stationing-office:14',
        { id: 'F1', place: '140423100201', list: 'monitoring-help', what: '措施未落实' },
      ],
      ['2026-11-12', 'conclude', 'stationing-office:14', { number: '晋驻办〔2026〕9号', summary: '发现一个问题' }],
      [
        '2026-11-14',
        'withdrawFinding',
        'stationing-office:14',
        { number: '晋驻办〔2026〕10号', finding: 'F1', reason: '查证不实' },
      ],
    ],
  },
  {
    ...begun('area-interview'),
    steps: [
      ['2026-11-13', 'postpone', province, { plannedOn: '2026-11-21', reason: '汛情' }],
      [
        '2026-11-20',
        'hold',
        'province-group:14',
        {
          minutes: '指出问题',
          attended: ['party-committee:1404'],
          commitments: [{ id: 'K1', what: '清零', due: '2026-12-10' }],
        },
      ],
      ['2026-12-11', 'renewCommitment', province, { commitment: 'K1', due: '2026-12-20', reason: '尚未完成' }],
      [
        '2026-12-15',
        'reportCommitment',
        'party-committee:1404',
        { commitment: 'K1', what: '已完成', evidence: '台账' },
      ],
      ['2026-12-16', 'verifyCommitment', province, { commitment: 'K1', kept: true, note: '核查' }],
    ],
  },
  {
    ...begun('subsidy-campaign'),
    steps: [
      ['2026-03-05', 'entitle', township, { entitled: [{ ...claim, household: 'H1', village: '140423100204' }] }],
      ['2026-03-06', 'apply', 'village-committee:140423100204', { applications: [{ ...claim, by: 'self' }] }],
      ['2026-03-08', 'review', bureau, { decisions: [{ ...claim, approved: true }] }],
      ['2026-03-10', 'pay', bureau, { payments: [{ ...claim, yuan: 600 }] }],
      ['2026-03-12', 'correctPayment', bureau, { ...claim, yuan: 500, reason: '金额有误' }],
    ],
  },
  {
    ...begun('contest'),
    steps: [
      ['2026-10-01', 'scoreAll', province, { scores: contestScores.office }],
      ['2026-10-02', 'scoreAll', 'department:14:agriculture', { scores: contestScores.department }],
      ['2026-10-03', 'correct', province, { ...contestScores.office[0], score: 90, reason: '误填' }],
      ['2026-11-20', 'publish', province, { number: '晋巩固衔接办〔2026〕30号' }],
      [
        '2026-11-22',
        'correct',
        province,
        { ...contestScores.office[0], score: 91, reason: '误填', number: '晋巩固衔接办〔2026〕31号' },
      ],
    ],
  },
  {
    ...begun('accountability'),
    steps: [
      ['2026-10-08', 'confirm', province, {}],
      [
        '2026-11-08',
        'outcome',
        'discipline-commission:14',
        {
          outcome: 'criticism',
          against: [
            { party: 'county', what: '批评' },
            { party: 'L1', what: '批评' },
          ],
          reason: '整改不力',
        },
      ],
    ],
  },
  {
    ...begun('interview'),
    steps: [
      ['2027-02-08', 'hold', 'organization-department:140423', {}],
      ['2027-02-09', 'feedback', 'organization-department:140423', { note: '已约谈' }],
    ],
  },
  {
    resource: 'listings',
    caseId: 'listing:140423:1',
    openedOn: '2026-01-05',
    opening: {
      county: '140423',
      grounds: [{ kind: 'national-exam', what: '国考反馈', source: null, confirms: null }],
      problems: [{ id: 'P1', what: '缺水', area: null }],
      liaisonLeaders: [{ person: 'L1', office: 'party-committee:1404' }],
      previous: null,
    },
    steps: [
      [
        '2026-02-01',
        'problemProgress',
        'party-committee:140423',
        { problem: 'P1', rectified: true, note: '已改', evidence: '照片' },
      ],
      ['2026-02-05', 'verifyProblem', city, { problem: 'P1', passed: true, note: '到位' }],
      ['2026-03-01', 'policyFinding', province, { positive: true, note: '到位' }],
      ['2026-07-10', 'acceptance', province, { passed: true }],
    ],
  },
  {
    resource: 'assessments',
    caseId: 'assessment:140423:2026-11',
    openedOn: '2026-11-01',
    opening: { county: '140423', month: '2026-11', cycle: 'cycle:14:2026' },
    steps: [
      ['2026-11-03', 'issueTaskList', stationing, { items: [{ what: '走访' }] }],
      ['2026-12-01', 'rosterRead', 'system', rosterOf('140423100', 1, 2)],
      ['2026-12-04', 'wait', stationing, { reason: '催报', until: '2026-12-06' }],
      ['2026-12-20', 'issueBulletin', stationing, { number: '襄驻办〔2026〕12号', withoutMissing: true }],
    ],
  },
  {
    ...begun('supervision-cycle'),
    steps: [
      ['2026-02-01', 'addCounty', province, { county: '140425' }],
      ['2026-03-01', 'close', province, { reason: '提前结束' }],
    ],
  },
];

/** A case of each process with a history, from which others are made by taking off its end and saying more. */
export const tales: readonly (readonly [resource: string, file: CaseFile])[] = [
  ...stories.map((story) => [story.resource, told(story)] as const),
  ['households', signedEpisode()],
  ['postings', postingFile(postingActs) as CaseFile],
  ['work-bulletins', issuedBulletin().file() as CaseFile],
  ['scores', builtScores().file() as CaseFile],
  ['duties', builtSheet({ places: ['140423100201', '140423100202'] }).file() as CaseFile],
  ['dispatches', builtDispatch().file() as CaseFile],
];

/** A household that somebody has signed for, to be looked at again by somebody else. */
function signedEpisode(): CaseFile {
  const episode = helpedEpisode();
  episode.say('signElimination', '2027-02-01', safe, { office: 'village-committee:140423100201', person: 'C1' });
  return episode.file() as CaseFile;
}

function told({ steps, resource: _, ...beginning }: Story): CaseFile {
  return {
    ...beginning,
    openedBy: { office: 'system' },
    policy: basePolicy,
    calendar: chinaCalendar,
    undelivered: [],
    acts: steps.map(([occurredOn, operation, office, body], index): KeptAct => ({
      key: `${operation}@${occurredOn}`,
      operation,
      occurredOn,
      by: { office, person: `P-${office}` },
      body,
      sequence: index + 2,
      recordedAt: `${occurredOn}T01:00:00.000Z`,
    })),
  };
}
