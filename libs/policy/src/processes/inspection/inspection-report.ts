import type { Json } from '../../base/json';
import type { LedgerRecord } from '../../case/case';
import { countyOf, levelOf } from '../../base/office';
import { chineseDate, monthOf } from '../../dates/civil-date';
import { problemLists } from '../problem/problem-acts';
import { commitmentOf } from './commitment';
import { inspectionKinds } from './inspection-acts';
import type { Finding, InspectionFacts, InspectionFile, Publication } from './inspection-facts';

/** The inspection's rows: itself, the record of its sample, quiz results, published findings that name somebody, and grounds for listing. All but findings and grounds stay in the inspecting office's territory. */
export function inspectionRecords(file: InspectionFile, facts: InspectionFacts, stage: string): LedgerRecord[] {
  return [
    inspectionRow(file, facts, stage),
    ...sampleRow(file, facts),
    ...quizRows(file, facts),
    ...bulletins(file, facts),
    ...findingRows(facts),
    ...groundRows(file, facts),
  ];
}

export const inspectionTitle = ({ opening }: InspectionFile, { corrects }: Pick<Publication, 'corrects'>): string =>
  `关于${inspectionKinds[opening.kind].name}情况的${corrects === null ? '通报' : '更正通报'}`;

/** C-3.4: 到事到人通报问题; persons stand as `〔id〕`, names are put in where the reader may see them. */
export function inspectionText(file: InspectionFile, facts: InspectionFacts, publication: Publication): string {
  const standing = facts.findings.filter(
    ({ withdrawnOn }) => withdrawnOn === undefined || withdrawnOn > publication.issuedOn,
  );
  const quiz = [...facts.quiz.values()];
  return [
    publication.number,
    inspectionTitle(file, publication),
    ...(publication.corrects === null
      ? [facts.concluded?.body.summary ?? '']
      : [`对${publication.corrects}更正如下（${publication.reason ?? ''}），以本通报为准：`]),
    ...(quiz.length === 0
      ? []
      : [
          `抽查驻村干部${quiz.length}人：${quiz.map(({ cadre, asked, correct }) => `〔${cadre}〕答对${correct}/${asked}`).join('、')}。`,
        ]),
    ...(standing.length === 0 ? ['未发现问题。'] : standing.map(lineOf)),
    `〔${facts.office}〕`,
    chineseDate(publication.issuedOn),
  ].join('\n');
}

const lineOf = ({ id, place, list, what, persons = [] }: Finding): string =>
  `${id}．〔${place}〕（${problemLists[list]}）${what}${persons.length === 0 ? '' : `；责任人：${persons.map((person) => `〔${person}〕`).join('、')}`}`;

const inspectionRow = ({ opening, openedOn }: InspectionFile, facts: InspectionFacts, stage: string): LedgerRecord => ({
  table: 'register',
  key: 'inspection',
  row: {
    kind: 'inspection',
    territory: opening.territory,
    period: openedOn.slice(0, 4),
    owner: facts.office,
    on: facts.begunOn ?? opening.plannedOn,
    state: stage,
    body: {
      kind: opening.kind,
      scope: opening.scope,
      findings: facts.findings.length,
      number: facts.concluded?.body.number ?? null,
    },
  },
});

/** Published before: hash of the seed, frame, who is left out; after: seed and sample. Whoever has the row can draw again. */
function sampleRow(
  { caseId, opening, openedOn }: InspectionFile,
  { office, draw, excluded }: InspectionFacts,
): LedgerRecord[] {
  if (opening.sample === null) return [];
  const { seedHash, frame, size, excludeMonths, isListed } = opening.sample;
  const opened: Record<string, Json> =
    draw === undefined ? {} : { seed: draw.seed, publicValue: draw.publicValue, drawn: [...draw.drawn] };
  const listed: Record<string, Json> =
    isListed === true ? { commitment: commitmentOf({ caseId, ...opening.sample }), excludeMonths } : {};
  return [
    {
      table: 'register',
      key: 'sample',
      row: {
        kind: 'inspection-sample',
        territory: opening.territory,
        period: openedOn.slice(0, 4),
        owner: office,
        on: draw?.on ?? openedOn,
        state: draw === undefined ? 'committed' : 'drawn',
        body: {
          ...listed,
          seedHash,
          frame: frame.map(({ id, stratum }) => ({ id, stratum })),
          excluded: [...(excluded ?? [])],
          size,
          ...opened,
        },
      },
    },
  ];
}

const quizRows = ({ opening }: InspectionFile, { quiz, begunOn, office }: InspectionFacts): LedgerRecord[] =>
  [...quiz.values()].map(({ cadre, asked, correct }) => ({
    table: 'register',
    key: `quiz/${cadre}`,
    row: {
      kind: 'spot-quiz',
      territory: opening.territory,
      period: monthOf(begunOn ?? opening.plannedOn),
      owner: office,
      on: begunOn ?? opening.plannedOn,
      state: correct === asked ? 'all-correct' : 'some-wrong',
      body: { cadre, asked, correct },
    },
  }));

const bulletins = (file: InspectionFile, facts: InspectionFacts): LedgerRecord[] =>
  facts.publications.map((publication, index) => ({
    table: 'bulletin',
    key: index === 0 ? 'conclude' : `correct:${index}`,
    row: {
      number: publication.number,
      month: monthOf(publication.issuedOn),
      scope: file.opening.territory,
      issuedOn: publication.issuedOn,
      corrects: publication.corrects,
      title: inspectionTitle(file, publication),
      text: inspectionText(file, facts, publication),
    },
  }));

/** C-3.4: 到事到人: what was found about stationed cadres, from its publication on, for who scores them (C-3.5). */
const findingRows = ({ findings, concluded, office }: InspectionFacts): LedgerRecord[] =>
  concluded === undefined
    ? []
    : findings
        .filter(({ persons = [] }) => persons.length > 0)
        .map(({ id, place, what, persons = [], on, withdrawnOn }) => ({
          table: 'register',
          key: `finding/${id}`,
          row: {
            kind: 'inspection-finding',
            territory: place,
            period: monthOf(on),
            owner: office,
            on,
            state: withdrawnOn === undefined ? 'stands' : 'withdrawn',
            body: { number: concluded.body.number, what, persons: [...persons] },
          },
        }));

/** A-3.7: 省考和督查巡查发现的政策落实不到位; proposed once it is published. */
const groundRows = (file: InspectionFile, { findings, concluded }: InspectionFacts): LedgerRecord[] =>
  findings
    .filter(
      ({ isGround, withdrawnOn, place }) =>
        isGround === true &&
        withdrawnOn === undefined &&
        concluded !== undefined &&
        levelOf(place) !== undefined &&
        levelOf(place) !== 'city',
    )
    .map(({ id, place, what, on }) => ({
      table: 'register',
      key: `ground/${id}`,
      row: {
        kind: 'ground',
        territory: countyOf(place),
        period: on.slice(0, 4),
        owner: null,
        on: concluded?.occurredOn ?? on,
        state: 'proposed',
        body: { kind: 'policy-not-in-place', what, source: file.caseId },
      },
    }));
