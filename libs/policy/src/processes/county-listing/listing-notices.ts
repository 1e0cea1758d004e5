import type { ClauseId } from '../../base/clauses/clauses';
import { accountabilityGroundKinds } from '../accountability/accountability-acts';
import type { NoticeSpec } from '../../case/case';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import { listingGroundKinds, type ListingGround, type ListingOpening } from './listing-acts';
import type { ListingFacts, ListingFile } from './listing-facts';
import { isLeaderOn, type LeaderTerm } from './listing-leaders';
import { findingOf, repeatedlyUnrectifiedOn, type ListedProblem } from './listing-problems';
import { settingsOf } from '../../settings/policy-set';
import type { Round } from './listing-rounds';
import { cityOf, officeId, provinceOf, type OfficeId } from '../../base/office';

/** Clauses A-3.7, A-4.1 and A-3.6: what the county, its responsible leaders, the city and the inspection team are told. */
export function noticesOf(file: ListingFile, facts: ListingFacts): NoticeSpec[] {
  return [
    ...facts.rounds.flatMap((round) => [...orderCounty(file, facts, round), ...tellLeaders(file, facts, round)]),
    ...facts.leaders.filter(({ namedOn }) => namedOn > file.openedOn).flatMap((leader) => tellLeader(file, leader)),
    ...facts.grounds.filter(({ key }) => !key.startsWith('opening-')).flatMap((ground) => tellGround(file, ground)),
    ...facts.problems
      .filter(({ id }) => !file.opening.problems.some((first) => first.id === id))
      .flatMap((problem) => tellProblem(file, problem)),
    ...facts.problems.flatMap((problem) => suggestAccountability(file, problem)),
    ...(facts.delistedOn === undefined ? [] : tellDelisting(file, facts, facts.delistedOn)),
  ];
}

/** Clause B-3.3 lists for serious consequences of the work on plan B, clause A-3.7 for all else. */
export const clauseOf = (grounds: readonly ListingGround[]): ClauseId =>
  grounds.every(({ kind }) => kind === 'plan-b-serious') ? 'B-3.3' : 'A-3.7';

const officesOfCounty = ({ county }: ListingOpening): OfficeId[] => [
  officeId('party-committee', county),
  officeId('leading-group-office', county),
];

const leadersOn = ({ leaders }: ListingFacts, on: CivilDate): LeaderTerm[] => leaders.filter(isLeaderOn(on));

const officesOf = (leaders: readonly LeaderTerm[]): OfficeId[] =>
  [...new Set(leaders.map(({ office }) => office))].sort();

function orderCounty(file: ListingFile, facts: ListingFacts, round: Round): NoticeSpec[] {
  const problems = facts.problems.filter(
    (problem) => problem.listedOn <= round.from && findingOf(problem, round, round.from) !== 'verified',
  );
  const list = problems.map(({ id, what }, index) => `${index + 1}．（${id}）${what}`).join('；');
  const reasons =
    round.round === 1
      ? `挂牌依据：${file.opening.grounds.map(groundText).join('；')}。`
      : `${accountabilityGroundKinds['failed-acceptance']}。`;
  return officesOfCounty(file.opening).map((to) => ({
    key: `listed:${round.round}@${round.from}>${to}`,
    clause: round.round === 1 ? clauseOf(file.opening.grounds) : 'A-3.7',
    on: round.from,
    to,
    kind: 'order',
    title: round.round === 1 ? '挂牌督办通知' : `再次挂牌督办通知（第${round.round}轮）`,
    text: `本县自${chineseDate(round.from)}起${round.round === 1 ? '' : '再次'}挂牌督办。${reasons}问题清单：${list === '' ? '暂无，发现后补入' : list}。请逐项整改、留存佐证并报核查；${chineseDate(round.acceptanceFrom)}起进行摘牌验收。`,
  }));
}

function tellLeaders(file: ListingFile, facts: ListingFacts, round: Round): NoticeSpec[] {
  const joint =
    round.round === 1 ? '未通过摘牌验收再次挂牌的，包联领导承担连带责任。' : '连续两次挂牌督办，包联领导承担连带责任。';
  const leaders = leadersOn(facts, round.from);
  return officesOf(leaders).map((to) => {
    const persons = leaders.filter(({ office }) => office === to).map(({ person }) => person);
    return {
      key: `leaders:${round.round}@${round.from}>${to}`,
      clause: 'A-4.1',
      on: round.from,
      to,
      kind: 'order',
      title: '挂牌督办县包联领导督导责任告知',
      text: `〔${file.opening.county}〕自${chineseDate(round.from)}起${round.round === 1 ? '' : '再次'}挂牌督办。包联领导（编号${persons.join('、')}）应对该县政策落实进行督导、检查。${joint}`,
    };
  });
}

const tellLeader = ({ opening }: ListingFile, { person, office, from, to, namedOn }: LeaderTerm): NoticeSpec[] => [
  {
    key: `leader:${person}@${from ?? ''}-${to ?? ''}>${office}`,
    clause: 'A-4.1',
    on: namedOn,
    to: office,
    kind: 'order',
    title: '挂牌督办县包联领导任职告知',
    text: `〔${opening.county}〕正在挂牌督办。包联领导（编号${person}）${from === null ? '' : `自${chineseDate(from)}起`}${to === null ? '' : `至${chineseDate(to)}`}包联该县，应对该县政策落实进行督导、检查；未通过摘牌验收再次挂牌的，挂牌周期届满之日在任的包联领导承担连带责任。`,
  },
];

const tellGround = (file: ListingFile, ground: ListingFacts['grounds'][number]): NoticeSpec[] =>
  officesOfCounty(file.opening).map((to) => ({
    key: `ground:${ground.key}>${to}`,
    clause: clauseOf([ground]),
    on: ground.on,
    to,
    kind: 'order',
    title: '挂牌督办增列依据',
    text: `挂牌期间新发现：${groundText(ground)}。并入本次挂牌督办，不另起周期；所列问题请一并整改。`,
  }));

const tellProblem = (file: ListingFile, problem: ListedProblem): NoticeSpec[] =>
  officesOfCounty(file.opening).map((to) => ({
    key: `problem:${problem.id}>${to}`,
    clause: 'A-3.7',
    on: problem.listedOn,
    to,
    kind: 'order',
    title: '挂牌督办问题清单增列问题',
    text: `问题清单增列（${problem.id}）${problem.what}。请整改、留存佐证并报核查。`,
  }));

function suggestAccountability(file: ListingFile, problem: ListedProblem): NoticeSpec[] {
  const settings = settingsOf(file.policy);
  const on = repeatedlyUnrectifiedOn(problem, settings);
  if (on === undefined) return [];
  const province = provinceOf(file.opening.county);
  return [officeId('inspection-team', province), officeId('leading-group-office', province)].map((to) => ({
    key: `accountability-suggestion:${problem.id}@${on}>${to}`,
    clause: 'A-3.6',
    on,
    to,
    kind: 'warning',
    title: '问责建议：挂牌问题屡次整改不到位',
    text: `〔${file.opening.county}〕挂牌问题（${problem.id}）截至${chineseDate(on)}已${settings.failedVerificationsForSuggestion}次核查整改不到位，属屡次整改不到位，请研究提出问责建议。`,
  }));
}

function tellDelisting(file: ListingFile, facts: ListingFacts, on: CivilDate): NoticeSpec[] {
  const { round } = facts.current;
  const leaders = officesOf(leadersOn(facts, on));
  const city = officeId('leading-group-office', cityOf(file.opening.county));
  return [...new Set([...officesOfCounty(file.opening), city, ...leaders])].map((to) => ({
    key: `delisted@${on}>${to}`,
    clause: 'A-3.7',
    on,
    to,
    kind: 'inform',
    title: '摘牌通知',
    text: `〔${file.opening.county}〕第${round}轮挂牌督办已通过摘牌验收，自${chineseDate(on)}起摘牌。已启动的问责追责程序不因摘牌终止。`,
  }));
}

const groundText = ({ kind, what, source }: ListingGround): string =>
  `${listingGroundKinds[kind]}：${what}${typeof source !== 'string' ? '' : `（${source}）`}`;
