import type { CaseView, Consequence, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { departmentOffice, departments, type Department } from '../../base/departments';
import { officeId } from '../../base/office';
import { addDays, chineseDate, laterOf, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import {
  readDispatch,
  type Dispatch,
  type DispatchFacts,
  type DispatchFile,
  type DispatchLine,
} from './dispatch-facts';
import { dispatchOpenings, dispatchOperations } from './dispatch-operations';
import { dispatchRecords, periodName, reportText, reportTitle } from './dispatch-report';
import { policyAreaNames } from '../../base/policy-areas';

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
  const outcome =
    missing > 0
      ? { outcome: 'incomplete', outcomeName: `存档，${missing}项未报` }
      : { outcome: 'complete', outcomeName: '存档，全部报送' };
  return {
    stage,
    stageName: dispatchStages[stage],
    deadlines: [...returnDeadlines(file, facts), ...superviseDeadlines(file, facts)],
    consequences: [askPlaces(file), ...closings(file, facts)],
    notices: [...callsForReturns(file, facts), ...reports(file, facts)],
    records: dispatchRecords(file, facts),
    listed: {
      territory: file.opening.territory,
      period: file.opening.period,
      owed: facts.lines.length,
      filed: facts.lines.length - missing,
      missing,
      lagging: facts.overall.filter(({ lagging }) => lagging).length,
    },
    ...(facts.isSealed ? { ended: { on: sealedOn(facts), ...outcome } } : {}),
  };
}

const sealedOn = ({ openUntil, settings }: DispatchFacts): CivilDate => addDays(openUntil, settings.dutyReopenDays);

/** One deadline for each department, whatever number of areas it leads. */
function returnDeadlines(file: DispatchFile, facts: DispatchFacts): DeadlineSpec[] {
  const { opening, openedOn } = file;
  return departmentsOf(facts).map(([department, lines]) => {
    const done = lines.flatMap(({ filed }) => filed?.on ?? []);
    const [first, ...others] = done;
    return {
      id: `return:${department}`,
      clause: 'A-3.3',
      what: `报送${periodName(file)}政策落实调度情况（${lines.length}个领域）`,
      trigger: opening.from,
      triggerWhat: `${periodName(file)}开始`,
      period: { until: opening.to },
      rollover: 'none',
      owner: departmentOffice(department, opening.territory),
      line: 'leading-group',
      ladder: 'default',
      startedOn: laterOf(openedOn, opening.from),
      announced: 'together',
      decisions: ['dispatchLeads'],
      ...(first !== undefined && done.length === lines.length && { metOn: laterOf(first, ...others) }),
      ...(done.length < lines.length &&
        facts.isSealed && { dropped: { on: sealedOn(facts), reason: '本期已存档，未报的记入台账' } }),
    };
  });
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
  departmentsOf(facts).map(([department, lines]) => ({
    key: `call:${department}`,
    clause: 'A-3.3',
    on: laterOf(file.openedOn, file.opening.from),
    to: departmentOffice(department, file.opening.territory),
    kind: 'inform',
    title: `${periodName(file)}政策落实调度（${lines.length}个领域）`,
    text: `请${departments[department]}部门于${chineseDate(file.opening.to)}前报送：${lines.map(({ area }) => policyAreaNames[area]).join('、')}。逐地区填报落实情况、指标完成数和存在问题。`,
  }));

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

function departmentsOf({ lines }: DispatchFacts): [Department, DispatchLine[]][] {
  const known = [...new Set(lines.map(({ department }) => department))];
  return known.map((department) => [department, lines.filter((line) => line.department === department)]);
}
