import type { CaseFile, KeptAct } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type { ListingOpening } from './listing-acts';
import type { ListingFile } from './listing-facts';

/** Offices of one county, for examples in specs. */
export const offices = {
  province: 'leading-group-office:14',
  city: 'leading-group-office:1404',
  county: 'leading-group-office:140423',
  countyParty: 'party-committee:140423',
  cityParty: 'party-committee:1404',
} as const;

/** A listing opened on a day with problems P1 and P2 and the leaders L1 and L2. */
export const listedOn = (openedOn: CivilDate, opening: Partial<ListingOpening> = {}, changes = {}): ListingFile => ({
  caseId: 'listing:140423:1',
  openedOn,
  openedBy: { office: offices.province },
  opening: {
    county: '140423',
    grounds: [{ kind: 'national-exam', what: '国考反馈饮水安全问题' }],
    problems: [
      { id: 'P1', what: '两村季节性缺水' },
      { id: 'P2', what: '公益岗位虚设' },
    ],
    liaisonLeaders: [
      { person: 'L1', office: offices.cityParty },
      { person: 'L2', office: offices.cityParty },
    ],
    previous: null,
    ...opening,
  },
  policy: { set: 'shanxi-2023', version: 1, changes },
  calendar: { version: 'built', years: {} },
  acts: [],
  undelivered: [],
});

/** An act as a spec writes it: day, operation, body, office. */
export type BuiltAct = readonly [on: CivilDate, operation: string, body?: unknown, office?: string];

/** The file with further acts, recorded in this order; a spec writes what the rules of its process know. */
export function withActs<File extends CaseFile>(file: File, ...acts: readonly BuiltAct[]): File {
  const said = acts.map((act, index): KeptAct => ({
    ...asAct(act),
    sequence: file.acts.length + index + 1,
    recordedAt: `${act[0]}T01:00:00.000Z`,
  }));
  return { ...file, acts: [...file.acts, ...said] };
}

/** The same as a plain act, for `judge`. */
export const asAct = ([on, operation, body = {}, office = offices.province]: BuiltAct): Omit<
  KeptAct,
  'sequence' | 'recordedAt'
> => ({
  key: `${on}/${operation}/${JSON.stringify(body)}`,
  operation,
  occurredOn: on,
  by: { office: office as KeptAct['by']['office'] },
  body,
});

/** What offices say of a problem, of policies, and at an acceptance. */
export const rectified = (on: CivilDate, problem: string): BuiltAct => [
  on,
  'problemProgress',
  { problem, rectified: true, note: '已完工', evidence: '验收单' },
  offices.county,
];
export const verified = (on: CivilDate, problem: string, passed: boolean): BuiltAct => [
  on,
  'verifyProblem',
  { problem, passed, note: '现场核查' },
  offices.city,
];
export const policy = (on: CivilDate, positive: boolean): BuiltAct => [
  on,
  'policyFinding',
  { positive, note: '入户核实' },
];
export const accepted = (on: CivilDate, passed: boolean): BuiltAct => [on, 'acceptance', { passed }];

/** P1 and P2 put right and verified in a month, policies in place; or none of it. */
export const putRight = (month: string): BuiltAct[] => [
  rectified(`${month}-01`, 'P1'),
  rectified(`${month}-02`, 'P2'),
  verified(`${month}-03`, 'P1', true),
  verified(`${month}-04`, 'P2', true),
  policy(`${month}-05`, true),
];
export const foundWanting = (month: string): BuiltAct[] => [
  verified(`${month}-03`, 'P1', false),
  verified(`${month}-04`, 'P2', false),
  policy(`${month}-05`, false),
];
