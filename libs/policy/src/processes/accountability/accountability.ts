import { officeId, provinceOf, type OfficeId } from '../../base/office';
import type { CaseView, Consequence, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { chineseDate } from '../../dates/civil-date';
import {
  accountabilityGroundKinds,
  accountabilityOutcomes,
  type AccountabilityEnded,
  type AccountabilityGround,
} from './accountability-acts';
import {
  readAccountability,
  type Accountability,
  type AccountabilityFacts,
  type AccountabilityFile,
} from './accountability-facts';
import { accountabilityOpenings, accountabilityOperations } from './accountability-operations';

/** Clause: accountability (问责追责) against a county and its responsible leaders. The clause sets no date, so none is owed. */
export const accountability = processOf<Accountability, CaseView>({
  process: 'accountability',
  openings: accountabilityOpenings,
  operations: accountabilityOperations,
  read: readAccountability,
  scope: ({ opening }) => scopeOfPlace(opening.county),
  view,
});

/** Where a procedure stands. */
export const accountabilityStages = {
  'pending-confirmation': '待省级确认',
  open: '问责追责中',
  ended: '已办结',
} as const;

/** Every way a procedure ends: its outcome, not confirmed by the province, or taken back with the acceptance it followed from. */
export const accountabilityEndings = {
  ...accountabilityOutcomes,
  declined: '省级不予启动',
  withdrawn: '因验收更正撤回',
} as const;

function view(file: AccountabilityFile, facts: AccountabilityFacts): CaseView {
  const stage = facts.ended !== undefined ? 'ended' : facts.startedOn === undefined ? 'pending-confirmation' : 'open';
  return {
    stage,
    stageName: accountabilityStages[stage],
    deadlines: [],
    consequences: tellListing(file, facts),
    notices: noticesOf(file, facts),
    records: [],
    listed: {
      county: file.opening.county,
      listing: file.opening.listing,
      round: facts.round,
      grounds: facts.grounds.length,
      liaisonLeaders: facts.leaders.length,
      pendingConfirmation: stage === 'pending-confirmation',
      startedOn: facts.startedOn ?? null,
      timeLimit: '方案未规定办结时限',
    },
    ...(facts.ended === undefined
      ? {}
      : { ended: { ...facts.ended, outcomeName: accountabilityEndings[facts.ended.outcome] } }),
  };
}

function tellListing(file: AccountabilityFile, { ended, grounds }: AccountabilityFacts): Consequence[] {
  if (ended === undefined) return [];
  const body: AccountabilityEnded = {
    caseId: file.caseId,
    outcome: ended.outcome,
    grounds: grounds.map(({ id }) => id),
  };
  return [
    {
      kind: 'tell',
      key: 'ended',
      clause: 'A-3.7',
      on: ended.on,
      caseId: file.opening.listing,
      operation: 'accountabilityEnded',
      body,
    },
  ];
}

function noticesOf(file: AccountabilityFile, facts: AccountabilityFacts): NoticeSpec[] {
  const isStarted = facts.startedOn !== undefined;
  const joined = facts.grounds.filter(({ id }) => !file.opening.grounds.some((first) => first.id === id));
  return [
    ...(file.opening.pendingConfirmation ? [askConfirmation(file)] : []),
    ...(isStarted ? [...authorities(file), ...concerned(file, facts)].map((to) => tellStart(file, facts, to)) : []),
    ...(isStarted ? joined.flatMap((ground) => authorities(file).map((to) => tellGround(file, ground, to))) : []),
    ...tellEnd(file, facts),
  ];
}

const authorities = ({ opening }: AccountabilityFile): OfficeId[] => [
  officeId('discipline-commission', provinceOf(opening.county)),
  officeId('organization-department', provinceOf(opening.county)),
];

/** The county, and the offices of the leaders with joint liability. */
const concerned = ({ opening }: AccountabilityFile, { leaders }: AccountabilityFacts): OfficeId[] => [
  ...new Set([officeId('party-committee', opening.county), ...leaders.map(({ office }) => office).sort()]),
];

const askConfirmation = ({ openedOn, opening }: AccountabilityFile): NoticeSpec => ({
  key: 'pending-confirmation',
  clause: 'A-3.7',
  on: openedOn,
  to: officeId('leading-group-office', provinceOf(opening.county)),
  kind: 'warning',
  title: '问责追责待省级确认',
  text: `〔${opening.county}〕${accountabilityGroundKinds['relisted-within-months']}（${chineseDate(opening.startedOn)}），按本办设定视为连续两次挂牌督办。请确认是否启动问责追责程序。`,
});

const tellStart = (
  { opening }: AccountabilityFile,
  { startedOn = opening.startedOn, grounds }: AccountabilityFacts,
  to: OfficeId,
): NoticeSpec => ({
  key: `started>${to}`,
  clause: 'A-3.7',
  on: startedOn,
  to,
  kind: 'inform',
  title: '启动问责追责程序',
  text: `〔${opening.county}〕连续两次挂牌督办（${accountabilityGroundKinds[grounds[0]?.kind ?? 'failed-acceptance']}），自${chineseDate(startedOn)}起启动问责追责程序；${leaderWords(grounds)}方案未规定办结时限。`,
});

const tellGround = (
  { opening }: AccountabilityFile,
  ground: AccountabilityFacts['grounds'][number],
  to: OfficeId,
): NoticeSpec => ({
  key: `ground:${ground.id}>${to}`,
  clause: 'A-3.7',
  on: ground.on,
  to,
  kind: 'inform',
  title: '问责追责增加依据',
  text: `〔${opening.county}〕${accountabilityGroundKinds[ground.kind]}（第${ground.round}轮，${chineseDate(ground.on)}），并入正在办理的问责追责程序；${leaderWords([ground])}`,
});

/** [D liaison-leaders]: who is jointly liable, and who had been leader before in the same round, with the days. */
function leaderWords(grounds: readonly AccountabilityGround[]): string {
  const liable = [...new Set(grounds.flatMap(({ leaders }) => leaders).map(({ person }) => person))];
  const earlier = grounds.flatMap(({ earlierLeaders }) => earlierLeaders);
  const jointly =
    liable.length === 0 ? '届满之日没有包联领导在任。' : `包联领导（编号${liable.join('、')}）承担连带责任。`;
  const before = earlier.map(({ person, days }) => `${person}（${days}天）`).join('、');
  return earlier.length === 0 ? jointly : `${jointly}本轮此前曾任包联领导的：${before}，供研究责任时参考。`;
}

function tellEnd(file: AccountabilityFile, facts: AccountabilityFacts): NoticeSpec[] {
  const { ended, startedOn } = facts;
  if (ended === undefined || startedOn === undefined) return [];
  return [
    ...authorities(file),
    ...concerned(file, facts),
    officeId('leading-group-office', provinceOf(file.opening.county)),
  ].map((to) => ({
    key: `ended>${to}`,
    clause: 'A-3.7',
    on: ended.on,
    to,
    kind: 'inform',
    title: '问责追责程序办结',
    text: `〔${file.opening.county}〕问责追责程序已于${chineseDate(ended.on)}办结：${accountabilityEndings[ended.outcome]}。`,
  }));
}
