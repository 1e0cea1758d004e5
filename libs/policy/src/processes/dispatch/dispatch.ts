import type { CaseView, Consequence, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { departmentOffice, departments, type Department } from '../../base/departments';
import { policyLineNames } from '../../base/policy-lines';
import { officeId } from '../../base/office';
import { addDays, chineseDate, laterOf, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { readDispatch, type Dispatch, type DispatchFacts, type DispatchFile } from './dispatch-facts';
import { byDepartment, departmentLines, periodBefore, unconfirmedBy, type LedgerLine } from './dispatch-ledger';
import { dispatchOpenings, dispatchOperations } from './dispatch-operations';
import { dispatchRecords, periodName, reportText, reportTitle } from './dispatch-report';
import { policyAreaNames } from '../../base/policy-areas';
import type { Settings } from '../../settings/policy-set';

/** Stages of a dispatch. */
export const dispatchStages = { open: '调度报送中', closed: '已汇总上报', sealed: '已存档' } as const;

/** A-3.3 (with A-4.3): each half month the lead departments of one level report on the policies they lead, and the places are ranked. */
export const dispatch = processOf<Dispatch, CaseView>({
  process: 'dispatch',
  openings: dispatchOpenings,
  operations: dispatchOperations,
  read: readDispatch,
  scope: ({ opening }) => scopeOfPlace(opening.territory),
  view,
});

function view(file: DispatchFile, facts: DispatchFacts): CaseView {
  const stage = facts.isSealed ? 'sealed' : facts.isClosed ? 'closed' : 'open';
  const missing = facts.lines.filter(({ filed }) => filed === undefined).length;
  const unconfirmed = unconfirmedBy(facts.ledger).reduce((sum, [, lines]) => sum + lines.length, 0);
  const unsaid = [
    ...(missing > 0 ? [`${missing}项未报`] : []),
    ...(unconfirmed > 0 ? [`台账${unconfirmed}项未确认`] : []),
  ];
  const outcome =
    unsaid.length > 0
      ? { outcome: 'incomplete', outcomeName: `存档，${unsaid.join('，')}` }
      : { outcome: 'complete', outcomeName: '存档，全部报送' };
  return {
    stage,
    stageName: dispatchStages[stage],
    deadlines: [...returnDeadlines(file, facts), ...ledgerDeadlines(file, facts), ...superviseDeadlines(file, facts)],
    consequences: [askPlaces(file), ...askLines(file, facts), ...closings(file, facts)],
    notices: [...callsForReturns(file, facts), ...unconfirmedNotices(file, facts), ...reports(file, facts)],
    records: dispatchRecords(file, facts),
    listed: {
      territory: file.opening.territory,
      period: file.opening.period,
      owed: facts.lines.length,
      filed: facts.lines.length - missing,
      missing,
      policies: facts.ledger.length,
      unconfirmed,
      lagging: facts.overall.filter(({ lagging }) => lagging).length,
    },
    ...(facts.isSealed ? { ended: { on: sealedOn(facts), ...outcome } } : {}),
  };
}

const sealedOn = ({ openUntil, settings }: DispatchFacts): CivilDate => addDays(openUntil, settings.dutyReopenDays);

/** One deadline for each department, whatever number of areas it leads. */
const returnDeadlines = (file: DispatchFile, facts: DispatchFacts): DeadlineSpec[] =>
  byDepartment(facts.lines).map(([department, lines]) =>
    departmentDeadline(file, facts, department, {
      id: `return:${department}`,
      what: `报送${periodName(file)}政策落实调度情况（${lines.length}个领域）`,
      decision: 'dispatchLeads',
      done: lines.map(({ filed }) => filed?.on),
      missed: '未报的记入台账',
    }),
  );

/** A-3.3: 建立政策落实情况台账: one deadline for each department, whatever number of policies its ledger has. */
const ledgerDeadlines = (file: DispatchFile, facts: DispatchFacts): DeadlineSpec[] =>
  byDepartment(facts.ledger).map(([department, lines]) =>
    departmentDeadline(file, facts, department, {
      id: `ledger:${department}`,
      what: `逐项确认${periodName(file)}政策落实台账（${lines.length}项政策）`,
      decision: 'ledgerLineCadence',
      done: lines.map(({ confirmedOn }) => confirmedOn),
      missed: '未确认的记入台账',
    }),
  );

/** What a department owes for the period, line by line. */
interface OwedByDepartment {
  id: string;
  what: string;
  /** By which of its choices the office has said who owes it, or how often. */
  decision: keyof Settings & string;
  /** The day of each line, where it is done. */
  done: readonly (CivilDate | undefined)[];
  /** What becomes of lines that are not done when the period is put away. */
  missed: string;
}

/** A-3.3: 每半月: due with the period, and met with the last of its lines. */
function departmentDeadline(
  file: DispatchFile,
  facts: DispatchFacts,
  department: Department,
  { id, what, decision, done, missed }: OwedByDepartment,
): DeadlineSpec {
  const { opening, openedOn } = file;
  const [first, ...others] = done.flatMap((on) => on ?? []);
  const isWhole = first !== undefined && others.length === done.length - 1;
  return {
    id,
    clause: 'A-3.3',
    what,
    trigger: opening.from,
    triggerWhat: `${periodName(file)}开始`,
    period: { until: opening.to },
    rollover: 'none',
    owner: departmentOffice(department, opening.territory),
    line: 'leading-group',
    ladder: 'default',
    startedOn: laterOf(openedOn, opening.from),
    announced: 'together',
    decisions: [decision],
    ...(isWhole
      ? { metOn: laterOf(first, ...others) }
      : facts.isSealed && { dropped: { on: sealedOn(facts), reason: `本期已存档，${missed}` } }),
  };
}

/** A-3.3: 对政策落实不到位的地方，相关行业部门采取针对性措施: the area's first lead sees to it once the table is closed. */
function superviseDeadlines(file: DispatchFile, facts: DispatchFacts): DeadlineSpec[] {
  if (facts.closings === 0) return [];
  return facts.rankings.flatMap(({ area, lines }) => {
    const lagging = lines.filter(({ lagging: isLagging }) => isLagging).map(({ place }) => place);
    const [lead] = facts.settings.dispatchLeads[area] ?? [];
    if (lagging.length === 0 || lead === undefined) return [];
    const done = lagging.map((place) => facts.supervised.find((one) => one.area === area && one.place === place)?.on);
    const whole = done.every((on) => on !== undefined) ? laterOf(...(done as [CivilDate])) : undefined;
    return [
      {
        id: `supervise:${area}`,
        clause: 'A-3.3',
        what: `对${lagging.map((place) => `〔${place}〕`).join('、')}采取针对性督导措施（${policyAreaNames[area]}）`,
        trigger: addDays(facts.openUntil, 1),
        triggerWhat: `${periodName(file)}调度排队落后`,
        period: { days: facts.settings.superviseLaggingDays, unit: 'natural' },
        rollover: 'none',
        owner: departmentOffice(lead, file.opening.territory),
        line: 'leading-group',
        ladder: 'default',
        decisions: ['superviseLaggingDays', 'dispatchMinimumRanked'],
        ...(whole !== undefined
          ? { metOn: whole }
          : facts.isSealed && { dropped: { on: sealedOn(facts), reason: '本期已存档，未采取措施的记入台账' } }),
      } satisfies DeadlineSpec,
    ];
  });
}

const askPlaces = ({ opening, openedOn }: DispatchFile): Consequence => ({
  kind: 'ask',
  question: 'places',
  key: 'places',
  clause: 'A-3.3',
  on: openedOn,
  operation: 'placesRead',
  body: { territory: opening.territory, from: opening.from, to: opening.to },
});

/** The ledger is carried forward from the half month before: as it stands when this one begins, and once more when the other is closed. */
function askLines(file: DispatchFile, { settings, ledger }: DispatchFacts): Consequence[] {
  if (ledger.length === 0) return [];
  const { territory, from } = file.opening;
  const before = periodBefore(file);
  const days = new Set([file.openedOn, laterOf(file.openedOn, addDays(from, settings.dispatchGraceDays + 1))]);
  return [...days].map((on) => ({
    kind: 'ask',
    question: 'policy-lines',
    key: `policy-lines@${on}`,
    clause: 'A-3.3',
    on,
    operation: 'linesRead',
    body: { territory, from: before.from, to: before.to },
  }));
}

/** Some days after the half month the table is closed and reported, once it is known which places stand in it; later it is put away. */
function closings({ caseId }: DispatchFile, facts: DispatchFacts): Consequence[] {
  const self = { kind: 'tell', clause: 'A-3.3', caseId } as const;
  const { openUntil } = facts;
  if (facts.places === undefined) return [];
  return [
    {
      ...self,
      key: `closed@${openUntil}`,
      on: addDays(openUntil, 1),
      operation: 'periodClosed',
      body: { until: openUntil },
    },
    { ...self, key: `sealed@${openUntil}`, on: sealedOn(facts), operation: 'periodSealed', body: {} },
  ];
}

/** One message to each department instead of one for each area. */
const callsForReturns = (file: DispatchFile, facts: DispatchFacts): NoticeSpec[] =>
  byDepartment(facts.lines).map(([department, lines]) => ({
    key: `call:${department}`,
    clause: 'A-3.3',
    on: laterOf(file.openedOn, file.opening.from),
    to: departmentOffice(department, file.opening.territory),
    kind: 'inform',
    title: `${periodName(file)}政策落实调度（${lines.length}个领域）`,
    text: `请${departments[department]}部门于${chineseDate(file.opening.to)}前报送：${lines.map(({ area }) => policyAreaNames[area]).join('、')}。逐地区填报落实情况、指标完成数和存在问题。${ledgerCall(facts.ledger.filter((line) => line.department === department))}`,
  }));

/** Who has not confirmed a policy of its ledger is told which, once late entries are over. */
const unconfirmedNotices = (file: DispatchFile, facts: DispatchFacts): NoticeSpec[] =>
  facts.isClosed
    ? unconfirmedBy(facts.ledger).map(([department, lines]) => ({
        key: `unconfirmed:${department}:${facts.closings}`,
        clause: 'A-3.3',
        on: addDays(facts.openUntil, 1),
        to: departmentOffice(department, file.opening.territory),
        kind: 'inform',
        title: `${periodName(file)}政策落实台账未确认（${lines.length}项）`,
        text: `${departmentLines([department, lines])}截至${chineseDate(facts.openUntil)}未确认，已列入调度报告；没有的填0，没有变化的确认沿用上期。`,
      }))
    : [];

/** 把调度结果报本级巩固衔接领导小组办公室. */
const reports = (file: DispatchFile, facts: DispatchFacts): NoticeSpec[] =>
  facts.isClosed
    ? [
        {
          key: `report:${facts.closings}`,
          clause: 'A-3.3',
          on: addDays(facts.openUntil, 1),
          to: officeId('leading-group-office', file.opening.territory),
          kind: 'inform',
          title: reportTitle(file, facts),
          text: reportText(file, facts),
        },
      ]
    : [];

const ledgerCall = (lines: readonly LedgerLine[]): string =>
  lines.length === 0 ? '' : `同时逐项确认台账：${lines.map(({ policy }) => policyLineNames[policy]).join('、')}。`;
