import { actsOf } from '../../case/act-order';
import type { CaseView, Consequence, LedgerRecord, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { isTerritory, officeId } from '../../base/office';
import { addDays, chineseDate, laterOf, monthOf } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { type mentionSides } from './work-bulletin-acts';
import {
  isUnsolved,
  readWorkBulletin,
  type BulletinLine,
  type WorkBulletin,
  type WorkBulletinFacts,
  type WorkBulletinFile,
} from './work-bulletin-facts';
import { workBulletinOpenings, workBulletinOperations } from './work-bulletin-operations';
import { workBulletinText, workBulletinTitle } from './work-bulletin-text';
import { periodNameOf } from '../../dates/natural-period';

/** Stages of a bulletin. */
export const workBulletinStages = {
  drafting: '待编发',
  'following-up': '已印发，跟进整改',
  settled: '已印发',
  'not-issued': '未编发',
} as const;

/** the leading-group office praises and criticises areas and departments each month, and follows the criticised up until solved. */
export const workBulletin = processOf<WorkBulletin, CaseView>({
  process: 'work-bulletin',
  openings: workBulletinOpenings,
  operations: workBulletinOperations,
  read: readWorkBulletin,
  scope: ({ opening }) => scopeOfPlace(opening.territory),
  view,
});

function view(file: WorkBulletinFile, facts: WorkBulletinFacts): CaseView {
  const stage = stageOf(facts);
  const [first] = facts.publications;
  return {
    stage,
    stageName: workBulletinStages[stage],
    deadlines: followUpDeadlines(file, facts),
    consequences: [
      ...questions(file, facts),
      ...(first === undefined ? [] : [dutyDone(file, first.issuedOn)]),
      ...expiry(file, facts),
    ],
    notices: noticesOf(file, facts),
    records: [...bulletinRecords(file, facts), ...lineRecords(file, facts)],
    listed: {
      territory: file.opening.territory,
      period: file.opening.period,
      candidates: facts.candidates.length,
      number: first?.number ?? null,
      issuedOn: first?.issuedOn ?? null,
      praised: facts.lines.filter(({ side }) => side === 'praise').length,
      criticised: facts.lines.filter(({ side }) => side === 'criticism').length,
      unsolved: facts.lines.filter(isUnsolved).length,
    },
    ...(facts.isOver
      ? {
          ended: {
            on: addDays(facts.settledUntil ?? file.opening.to, 1),
            outcome: stage,
            outcomeName: first === undefined ? '未编发，已存档' : '问题均已解决，已存档',
          },
        }
      : {}),
  };
}

function stageOf({ publications, lines, isOver }: WorkBulletinFacts): keyof typeof workBulletinStages {
  if (publications.length === 0) return isOver ? 'not-issued' : 'drafting';
  return lines.some(isUnsolved) ? 'following-up' : 'settled';
}

/** Every so many days each criticised area or department is followed up again, until the matter is solved. */
function followUpDeadlines(
  file: WorkBulletinFile,
  { settings, lines, publications }: WorkBulletinFacts,
): DeadlineSpec[] {
  const [issued] = publications;
  if (issued === undefined) return [];
  return lines
    .filter(({ side }) => side === 'criticism')
    .flatMap((line) => {
      const ends = [issued.issuedOn, ...line.followUps.map(({ on }) => on)];
      return ends.flatMap((trigger, index): DeadlineSpec[] => {
        const met = [
          ...line.followUps.slice(index, index + 1).map(({ on }) => on),
          ...(line.solved === undefined ? [] : [line.solved.on]),
        ].sort()[0];
        const isAfterSolving = line.solved !== undefined && index > 0 && trigger >= line.solved.on;
        if (isAfterSolving) return [];
        return [
          {
            id: `follow-up:${line.id}:${index + 1}`,
            clause: 'A-3.4',
            what: `对〔${line.subject}〕开展督查指导、跟进服务（${line.id}）`,
            trigger,
            triggerWhat: index === 0 ? '通报批评' : '上一次跟进',
            period: { days: settings.bulletinFollowUpDays, unit: 'natural' },
            rollover: 'none',
            owner: officeId('leading-group-office', file.opening.territory),
            line: 'leading-group',
            ladder: 'default',
            decisions: ['bulletinFollowUpDays'],
            ...(met !== undefined
              ? { metOn: met }
              : line.withdrawnOn !== undefined && { dropped: { on: line.withdrawnOn, reason: '通报批评已更正撤销' } }),
          },
        ];
      });
    });
}

/** Candidates are collected when it begins, once more when the period before has been closed, and whenever the office asks. */
function questions(
  { openedOn, opening, acts }: WorkBulletinFile,
  { publications, settings }: WorkBulletinFacts,
): Consequence[] {
  const ask = (key: string, on: string): Consequence => ({
    kind: 'ask',
    question: 'candidates',
    key,
    clause: 'A-3.4',
    on,
    operation: 'candidatesRead',
    body: { territory: opening.territory, from: opening.data.from, to: opening.data.to },
  });
  const isIssued = publications.length > 0;
  const later = addDays(opening.from, settings.dutyCloseDays + 1);
  const again = actsOf(acts, 'collect').map(({ sequence, occurredOn }) => ask(`candidates#${sequence}`, occurredOn));
  return [
    ask('candidates', openedOn),
    ...(isIssued ? [] : [ask('candidates-closed', laterOf(later, openedOn))]),
    ...again,
  ];
}

const dutyDone = ({ opening, caseId }: WorkBulletinFile, on: string): Consequence => ({
  kind: 'tell',
  key: 'issued',
  clause: 'A-3.4',
  on,
  caseId: opening.sheet,
  operation: 'dutyDone',
  body: { duty: opening.duty, period: opening.period, evidence: caseId },
});

const expiry = ({ caseId }: WorkBulletinFile, { settledUntil }: WorkBulletinFacts): Consequence[] =>
  settledUntil === undefined
    ? []
    : [
        {
          kind: 'tell',
          key: `over@${settledUntil}`,
          clause: 'A-3.4',
          on: addDays(settledUntil, 1),
          caseId,
          operation: 'correctionsExpired',
          body: {},
        },
      ];

const nameOf = ({ opening }: WorkBulletinFile): string => periodNameOf(opening.period, opening.from);

function noticesOf(file: WorkBulletinFile, { publications, candidates }: WorkBulletinFacts): NoticeSpec[] {
  const { territory } = file.opening;
  const [first] = publications;
  const ready: NoticeSpec[] =
    candidates.length === 0 || first !== undefined
      ? []
      : [
          {
            key: 'candidates',
            clause: 'A-3.4',
            on: file.openedOn,
            to: officeId('leading-group-office', territory),
            kind: 'inform',
            title: `${nameOf(file)}通报的候选名单已归集（${candidates.length}项）`,
            text: `依据上期已封账的数据归集：表扬${sideOf(candidates, 'praise')}项，批评${sideOf(candidates, 'criticism')}项。请核实后编发，至${chineseDate(file.opening.to)}前印发。`,
          },
        ];
  return [
    ...ready,
    ...publications.flatMap((publication, index) =>
      copiesOf(file, publication, index, index === 0 ? [] : (publications[index - 1]?.lines ?? [])),
    ),
  ];
}

const sideOf = (candidates: readonly { side: string }[], side: keyof typeof mentionSides): number =>
  candidates.filter((one) => one.side === side).length;

/** Everybody named gets the bulletin; of a correcting one, whose line it changes. */
function copiesOf(
  file: WorkBulletinFile,
  publication: WorkBulletinFacts['publications'][number],
  index: number,
  before: readonly BulletinLine[],
): NoticeSpec[] {
  const changed = publication.lines.filter(
    (line) => JSON.stringify(line) !== JSON.stringify(before.find(({ id }) => id === line.id)),
  );
  return [...new Set(changed.map(({ subject }) => subject))].map((subject) => ({
    key: `copy:${index}:${subject}`,
    clause: 'A-3.4',
    on: publication.issuedOn,
    to: isTerritory(subject) ? officeId('party-committee', subject) : subject,
    kind: 'copy',
    title: workBulletinTitle(nameOf(file), publication),
    text: workBulletinText(file, nameOf(file), publication),
  }));
}

const bulletinRecords = (file: WorkBulletinFile, { publications }: WorkBulletinFacts): LedgerRecord[] =>
  publications.map((publication, index) => ({
    table: 'bulletin',
    key: index === 0 ? 'issue' : `correct:${index}`,
    row: {
      number: publication.number,
      month: monthOf(file.opening.from),
      scope: file.opening.territory,
      issuedOn: publication.issuedOn,
      corrects: publication.corrects,
      title: workBulletinTitle(nameOf(file), publication),
      text: workBulletinText(file, nameOf(file), publication),
    },
  }));

const lineRecords = (file: WorkBulletinFile, { publications, lines }: WorkBulletinFacts): LedgerRecord[] =>
  lines.map(({ id, side, subject, what, followUps, solved, withdrawnOn }) => ({
    table: 'register',
    key: `line/${id}`,
    row: {
      kind: 'work-bulletin',
      territory: isTerritory(subject) ? subject : file.opening.territory,
      period: file.opening.period,
      owner: isTerritory(subject) ? null : subject,
      on: publications[0]?.issuedOn ?? file.openedOn,
      state:
        withdrawnOn !== undefined
          ? 'withdrawn'
          : side === 'praise'
            ? 'praised'
            : solved === undefined
              ? 'criticised'
              : 'solved',
      body: {
        line: id,
        number: publications[0]?.number ?? '',
        what,
        followUps: followUps.length,
        solvedOn: solved?.on ?? null,
      },
    },
  }));
