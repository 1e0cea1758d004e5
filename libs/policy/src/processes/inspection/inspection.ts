import type { CaseView, Consequence, NoticeSpec, ProcessRules } from '../../case/case';
import { caseId } from '../../case/case-id';
import { cityOf, countyOf, isWithin, levelOf, officeId, type OfficeId, type Territory } from '../../base/office';
import { admit, refuse, type Verdict } from '../../base/verdict';
import { addDays, addMonths, isCivilDate, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { dutyDone } from '../duty-sheet/duty-done';
import type { DutyId } from '../../settings/duty-rows';
import { inspectionKinds, type InspectionOpening } from './inspection-acts';
import { allCheckedOn, isHeldBy, readInspection, type InspectionFacts, type InspectionFile } from './inspection-facts';
import { judgeInspection } from './inspection-judge';
import { inspectionRecords, inspectionText, inspectionTitle } from './inspection-report';

/** Stages of an inspection. */
export const inspectionStages = {
  planned: '已计划',
  drawn: '已抽取样本',
  running: '检查中',
  'following-up': '举一反三排查中',
  concluded: '已印发通报',
  settled: '已办结',
  cancelled: '已取消',
} as const;
export type InspectionStage = keyof typeof inspectionStages;

/** C-3.4, C-2.5: inspections, flight checks and quizzes; unannounced, with a sample anybody can draw again, every finding a problem of the ledger. */
export const inspection: ProcessRules<InspectionOpening> = {
  process: 'inspection',
  judgeOpening,
  judge: judgeInspection,
  view,
};

function judgeOpening(opening: InspectionOpening, openedOn: CivilDate): Verdict {
  const { kind, territory, scope, plannedOn, sample } = opening;
  const { clause, name } = inspectionKinds[kind];
  if (!isHeldBy(opening)) return refuse('NOT_ALLOWED', clause, `${name}不由这一级（${territory}）组织。`, 'kind');
  if (!isWithin(scope, territory))
    return refuse('UNKNOWN_SUBJECT', clause, `检查范围应在本级（${territory}）之内，收到${scope}。`, 'scope');
  if (!isCivilDate(plannedOn) || plannedOn < openedOn)
    return refuse('OUT_OF_RANGE', clause, `计划日期应不早于${openedOn}，收到的是${plannedOn}。`, 'plannedOn');
  if (sample === null) return admit();
  const ids = new Set(sample.frame.map(({ id }) => id));
  if (ids.size < sample.frame.length)
    return refuse('INVALID_INPUT', clause, '抽样名单中的编号应不重复。', 'sample.frame');
  return sample.size <= ids.size
    ? admit()
    : refuse('OUT_OF_RANGE', clause, `样本数应不多于抽样名单（${ids.size}），收到的是${sample.size}。`, 'sample.size');
}

function view(file: InspectionFile): CaseView {
  const facts = readInspection(file);
  const stage = stageOf(file, facts);
  const { opening } = file;
  return {
    stage,
    stageName: inspectionStages[stage],
    deadlines: opening.follows === null ? inspectionDeadlines(file, facts) : checkDeadlines(file, facts),
    consequences: [...questions(file), ...problemsOf(file, facts), ...conclusion(file, facts)],
    notices: noticesOf(file, facts),
    records: inspectionRecords(file, facts, stage),
    listed: {
      kind: opening.kind,
      scope: opening.scope,
      plannedOn: opening.plannedOn,
      begunOn: facts.begunOn ?? null,
      drawn: facts.draw?.drawn.length ?? 0,
      findings: facts.findings.length,
      number: facts.concluded?.body.number ?? null,
    },
    ...endOf(file, facts),
  };
}

function stageOf(file: InspectionFile, facts: InspectionFacts): InspectionStage {
  if (facts.cancelled !== undefined) return 'cancelled';
  if (isExpired(file)) return 'settled';
  if (file.opening.follows !== null)
    return allCheckedOn(facts, file.openedOn) === undefined ? 'following-up' : 'settled';
  if (facts.concluded !== undefined) return 'concluded';
  if (facts.begunOn !== undefined) return 'running';
  return facts.draw === undefined ? 'planned' : 'drawn';
}

const isExpired = ({ acts }: InspectionFile): boolean =>
  acts.some(({ operation }) => operation === 'correctionsExpired');

function endOf(file: InspectionFile, facts: InspectionFacts): Pick<CaseView, 'ended'> {
  const stage = stageOf(file, facts);
  const checked = file.opening.follows === null ? undefined : allCheckedOn(facts, file.openedOn);
  const on = facts.cancelled?.occurredOn ?? checked ?? (isExpired(file) ? correctionEnd(facts) : undefined);
  return on === undefined ? {} : { ended: { on, outcome: stage, outcomeName: inspectionStages[stage] } };
}

/** What was planned is begun, what was begun is reported on. */
function inspectionDeadlines(
  { opening, openedOn }: InspectionFile,
  { office, begunOn, concluded, cancelled, settings }: InspectionFacts,
): DeadlineSpec[] {
  const { clause, name } = inspectionKinds[opening.kind];
  const common = {
    clause,
    rollover: 'none',
    owner: office,
    line: opening.kind === 'inspection' ? 'leading-group' : 'stationing',
    ladder: 'default',
  } as const;
  const begin: DeadlineSpec = {
    ...common,
    id: 'begin',
    what: `开展${name}`,
    trigger: openedOn,
    triggerWhat: '制定检查计划',
    period: { until: opening.plannedOn },
    ...(begunOn !== undefined
      ? { metOn: begunOn }
      : cancelled !== undefined && { dropped: { on: cancelled.occurredOn, reason: cancelled.body.reason } }),
  };
  if (begunOn === undefined) return [begin];
  const report: DeadlineSpec = {
    ...common,
    id: 'report',
    what: `印发${name}情况通报`,
    trigger: begunOn,
    triggerWhat: '检查开始',
    period: { days: settings.inspectionReportDays, unit: 'natural' },
    decisions: ['inspectionReportDays'],
    ...(concluded !== undefined && { metOn: concluded.occurredOn }),
  };
  return [begin, report];
}

/** C-3.4: the city looks at each of its other counties. */
const checkDeadlines = (
  { openedOn }: InspectionFile,
  { office, toCheck = [], checked, settings }: InspectionFacts,
): DeadlineSpec[] =>
  toCheck.map((county) => {
    const done = checked.get(county)?.on;
    return {
      id: `check:${county}`,
      clause: 'C-3.4',
      what: `对〔${county}〕举一反三排查`,
      trigger: openedOn,
      triggerWhat: '省级通报问题',
      period: { days: settings.followCheckDays, unit: 'natural' },
      rollover: 'none',
      owner: office,
      line: 'stationing',
      ladder: 'default',
      decisions: ['followCheckDays'],
      ...(done !== undefined && { metOn: done }),
    };
  });

function questions({ opening, openedOn }: InspectionFile): Consequence[] {
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

/** Findings become problems of the ledger, each at its place. */
const problemsOf = ({ opening, caseId: own }: InspectionFile, { findings }: InspectionFacts): Consequence[] =>
  findings
    .filter(({ withdrawnOn }) => withdrawnOn === undefined)
    .map(({ id, place, list, what, persons = [], on }) => ({
      kind: 'start',
      process: 'problem',
      key: `problem:${id}`,
      clause: inspectionKinds[opening.kind].clause,
      on,
      caseId: caseId('problem', place, `${own.split(':').slice(1).join('-')}-${id}`, 1),
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

const correctionEnd = ({ publications, settings }: InspectionFacts): CivilDate | undefined => {
  const last = publications.at(-1);
  return last === undefined ? undefined : addDays(last.issuedOn, settings.dutyReopenDays);
};

/** The bulletin fulfils the office's duty, hands provincial findings to their cities, and may be corrected for a while. */
function conclusion(file: InspectionFile, facts: InspectionFacts): Consequence[] {
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
  return [...fulfilment(file, facts, concluded.occurredOn), ...followChecks(file, facts, concluded.occurredOn), over];
}

function fulfilment(file: InspectionFile, { settings }: InspectionFacts, on: CivilDate): Consequence[] {
  const { kind, territory } = file.opening;
  const level = levelOf(territory);
  const duties: Partial<Record<string, DutyId>> = inspectionKinds[kind].duties;
  const duty = level === undefined ? undefined : duties[level];
  const terms = duty === undefined ? undefined : settings.duties[duty];
  if (duty === undefined || terms === undefined) return [];
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

/** Nothing is said to anybody before the bulletin is out. */
function noticesOf(file: InspectionFile, facts: InspectionFacts): NoticeSpec[] {
  const { follows, kind, territory } = file.opening;
  const { clause } = inspectionKinds[kind];
  if (follows !== null) {
    const text = `省级通报的问题：${follows.matters.join('；')}。请对其余各县举一反三排查，全程跟踪推动整改。`;
    return [
      {
        key: 'follow',
        clause,
        on: file.openedOn,
        to: facts.office,
        kind: 'order',
        title: '省级飞行检查通报问题：举一反三、跟踪整改',
        text,
      },
    ];
  }
  return facts.publications.flatMap((publication, index) =>
    recipientsOf(facts, territory).map((to) => ({
      key: `bulletin:${index}>${to}`,
      clause,
      on: publication.issuedOn,
      to,
      kind: 'copy',
      title: inspectionTitle(file, publication),
      text: inspectionText(file, facts, publication),
    })),
  );
}

/** The party committees of the places where something was found, and of the level below the inspecting office. */
function recipientsOf({ findings }: InspectionFacts, territory: Territory): OfficeId[] {
  const below = { 2: 4, 4: 6, 6: 9 }[territory.length] ?? 9;
  return [
    ...new Set(findings.map(({ place }) => officeId('party-committee', place.slice(0, Math.min(below, place.length))))),
  ].sort();
}
