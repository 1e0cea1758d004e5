import type { CaseView, Consequence, LedgerRecord, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { officeId } from '../../base/office';
import { addDays, chineseDate, monthOf, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { settingsOf } from '../../settings/policy-set';
import { contestContents, contestMethods } from '../../base/contest-parts';
import {
  readContest,
  type Contest,
  type ContestFacts,
  type ContestFile,
  type ContestPublication,
} from './contest-facts';
import { evaluationsOf, lackingEvaluations } from './contest-departments';
import { contestOpenings, contestOperations } from './contest-operations';
import type { ContestLine } from './contest-ranking';

/** Stages of a contest. */
export const contestStages = { scoring: '评分中', published: '已公布排名', settled: '已存档' } as const;

/** A-3.1: the contest (大比拼): four methods over four contents, weighed into one ranking. */
export const contest = processOf<Contest, CaseView>({
  process: 'contest',
  openings: contestOpenings,
  operations: contestOperations,
  read: readContest,
  scope: ({ opening }) => scopeOfPlace(opening.province),
  view,
});

function view(file: ContestFile, facts: ContestFacts): CaseView {
  const stage = facts.isOver ? 'settled' : facts.publications.length > 0 ? 'published' : 'scoring';
  const end = correctionEnd(file, facts);
  return {
    stage,
    stageName: contestStages[stage],
    deadlines: [publishDeadline(file, facts)],
    consequences: end === undefined ? [] : [expiry(file, end)],
    notices: noticesOf(file, facts),
    records: [...bulletins(file, facts), ...rankRows(file, facts)],
    listed: {
      year: file.opening.year,
      counties: file.opening.counties.length,
      keyCounties: facts.keyCounties.length,
      scores: facts.scores.size,
      departments: facts.evaluators.length,
      departmentsLacking: lackingEvaluations(file.opening.counties, facts.evaluators, facts.scores).length,
      complete: facts.lines.filter(({ missing }) => missing === 0).length,
      number: facts.publications[0]?.number ?? null,
    },
    ...(facts.isOver && end !== undefined
      ? { ended: { on: addDays(end, 1), outcome: 'published', outcomeName: '已公布排名，更正期已过' } }
      : {}),
  };
}

/** A-0: the campaign ends with its year. */
const publishDeadline = (
  { opening, openedOn }: ContestFile,
  { publications: [first] }: ContestFacts,
): DeadlineSpec => ({
  id: 'publish',
  clause: 'A-3.1',
  what: '完成大比拼并公布排名',
  trigger: openedOn,
  triggerWhat: '开展大比拼',
  period: { until: `${opening.year}-12-31` },
  rollover: 'none',
  owner: officeId('leading-group-office', opening.province),
  line: 'leading-group',
  ladder: 'default',
  ...(first !== undefined && { metOn: first.issuedOn }),
});

function correctionEnd({ policy }: ContestFile, { publications }: ContestFacts): CivilDate | undefined {
  const last = publications.at(-1);
  return last === undefined ? undefined : addDays(last.issuedOn, settingsOf(policy).dutyReopenDays);
}

const expiry = ({ caseId }: ContestFile, end: CivilDate): Consequence => ({
  kind: 'tell',
  key: `over@${end}`,
  clause: 'A-3.1',
  on: addDays(end, 1),
  caseId,
  operation: 'correctionsExpired',
  body: {},
});

const titleOf = ({ opening }: ContestFile, { corrects }: ContestPublication): string =>
  `${opening.year}年巩固衔接大比拼排名${corrects === null ? '通报' : '更正通报'}`;

/** The ranking as text, with its weights printed. Counties stand as `〔code〕`. */
function textOf(
  file: ContestFile,
  { membershipSource, keyCounties }: ContestFacts,
  publication: ContestPublication,
): string {
  const { contestMethodWeights, contestContentWeights } = settingsOf(file.policy);
  const weights = [
    ...Object.entries(contestMethods).map(([id, name]) => `${name}${contestMethodWeights[id as 'daily']}`),
    ...Object.entries(contestContents).map(([id, name]) => `${name}${contestContentWeights[id as 'duty']}`),
  ];
  return [
    publication.number,
    titleOf(file, publication),
    ...(publication.corrects === null
      ? []
      : [`对${publication.corrects}更正如下（${publication.reason ?? ''}），以本通报为准：`]),
    `权重：${weights.join('、')}；非重点帮扶县不作实地核查，其余各项按比例折算。重点帮扶县${keyCounties.length}个（名单来源：${membershipSource}）。`,
    ...publication.lines.map(({ rank, county, total, missing }) =>
      rank === null ? `未排名 〔${county}〕（缺${missing}项）` : `第${rank}名 〔${county}〕 ${total?.toFixed(1)}分`,
    ),
    `〔${file.opening.province}〕巩固衔接办`,
    chineseDate(publication.issuedOn),
  ].join('\n');
}

const bulletins = (file: ContestFile, facts: ContestFacts): LedgerRecord[] =>
  facts.publications.map((publication, index) => ({
    table: 'bulletin',
    key: index === 0 ? 'publish' : `correct:${index}`,
    row: {
      number: publication.number,
      month: monthOf(publication.issuedOn),
      scope: file.opening.province,
      issuedOn: publication.issuedOn,
      corrects: publication.corrects,
      title: titleOf(file, publication),
      text: textOf(file, facts, publication),
    },
  }));

/** Each county hears its own place, its parts, and what would have changed its rank. */
const noticesOf = (file: ContestFile, facts: ContestFacts): NoticeSpec[] =>
  facts.publications.flatMap((publication, index) =>
    file.opening.counties.map((county) => ({
      key: `rank:${index}>${county}`,
      clause: 'A-3.1',
      on: publication.issuedOn,
      to: officeId('party-committee', county),
      kind: 'inform' as const,
      title: titleOf(file, publication),
      text: placeText(publication.lines.find((line) => line.county === county)),
    })),
  );

function placeText(line: ContestLine | undefined): string {
  if (line?.rank === null || line?.rank === undefined) return '本县未参加本次排名。';
  const parts = line.parts.map(
    ({ method, content, score, weight }) =>
      `${contestMethods[method]}·${contestContents[content]}${score}分（权重${(weight * 100).toFixed(1)}%）`,
  );
  const chances = line.chances.map(
    ({ method, content, points, newRank }) =>
      `${contestMethods[method]}·${contestContents[content]}多得${points}分可列第${newRank}名`,
  );
  return `第${line.rank}名，总分${line.total?.toFixed(1)}。各项得分：${parts.join('、')}。${chances.length === 0 ? '' : `若有一项提高：${chances.join('；')}。`}`;
}

/** The breakdown of each county, once published; the last is a ground the province may list for (A-3.7). */
function rankRows(file: ContestFile, { publications, evaluators, scores }: ContestFacts): LedgerRecord[] {
  const last = publications.at(-1);
  if (last === undefined) return [];
  const worst = Math.max(...last.lines.map(({ rank }) => rank ?? 0));
  const ranked = last.lines.filter(({ rank }) => rank !== null).length;
  const row = (line: ContestLine): LedgerRecord => ({
    table: 'register',
    key: `rank/${line.county}`,
    row: {
      kind: 'contest',
      territory: line.county,
      period: file.opening.year,
      owner: null,
      on: last.issuedOn,
      state: line.rank === null ? 'unranked' : 'ranked',
      body: {
        rank: line.rank,
        of: ranked,
        total: line.total,
        isKey: line.isKey,
        parts: line.parts.map(({ method, content, score, weight }) => ({
          method,
          content,
          score,
          weight: Math.round(weight * 10_000) / 10_000,
          ...(method === 'departments' && {
            departments: evaluationsOf(evaluators, scores, { county: line.county, content }).map((one) => ({ ...one })),
          }),
        })),
        chances: line.chances.map((chance) => ({ ...chance })),
      },
    },
  });
  const ground = ({ county, rank, total }: ContestLine): LedgerRecord => ({
    table: 'register',
    key: `ground/${county}`,
    row: {
      kind: 'ground',
      territory: county,
      period: file.opening.year,
      owner: null,
      on: last.issuedOn,
      state: 'proposed',
      body: {
        kind: 'last-in-ranking',
        what: `${file.opening.year}年大比拼第${rank}名（共${ranked}个县），${total?.toFixed(1)}分`,
        source: file.caseId,
      },
    },
  });
  return [
    ...last.lines.map(row),
    ...last.lines
      .filter(({ rank }) => ranked >= settingsOf(file.policy).dispatchMinimumRanked && rank === worst && worst > 1)
      .map(ground),
  ];
}
