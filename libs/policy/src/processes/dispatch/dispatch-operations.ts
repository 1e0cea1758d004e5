import { departments, departmentOf, type Department } from '../../base/departments';
import { levelOf, officeId, officeKindName, territoryOf, type OfficeId, type Territory } from '../../base/office';
import { policyAreaNames, type PolicyArea } from '../../base/policy-areas';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, office, operations, type OpeningRow, type Saying, type Situation } from '../../case/operation';
import { ofOfficeAbove } from '../../case/whose';
import { addDays, chineseDate } from '../../dates/civil-date';
import { periodOf } from '../../dates/natural-period';
import type { DispatchOpening, PlaceReturn, ReturnBody } from './dispatch-acts';
import { judgeLines } from './dispatch-confirm';
import type { Dispatch, DispatchFacts, DispatchFile, DispatchLine } from './dispatch-facts';

const clause = 'A-3.3';
type Now = Situation<Dispatch>;
type Judged = Admission | FieldRefusal;

/** A-4.3: the lead departments; their leading-group office may file for them. */
const leads = [
  office('department'),
  office('revitalization-bureau'),
  office('organization-department'),
  office('leading-group-office'),
];

/** A-3.3: dispatches begin with the book of their territory. */
export const dispatchOpenings = {
  begin: {
    clause,
    title: '开展半月调度',
    by: 'system',
    judge: ({ opening: { territory, period, from } }) => {
      if (periodOf('half-month', from).id !== period)
        return refuse('INVALID_INPUT', clause, `期次“${period}”与起始日期${chineseDate(from)}不符。`, 'period');
      const level = levelOf(territory);
      return level === 'province' || level === 'city' || level === 'county'
        ? admit()
        : refuse('INVALID_INPUT', clause, '半月调度在省、市、县三级开展。', 'territory');
    },
  },
} satisfies Record<string, OpeningRow<DispatchOpening>>;

const groupOffice = ({ opening }: DispatchFile): OfficeId => officeId('leading-group-office', opening.territory);

/** The returns an office answers for: of its level's departments the leading-group office's, else those of its own department. */
const ownLines = ({ file, facts: { lines }, by }: Now): DispatchLine[] =>
  by.office === groupOffice(file)
    ? [...lines]
    : lines.filter(({ department }) => department === departmentOf(by.office));

const ofOwnLevel = condition<Now>(
  'NOT_ALLOWED',
  ({ file, by }) =>
    territoryOf(by.office) === file.opening.territory
      ? undefined
      : `政策落实情况应由本级（${file.opening.territory}）牵头部门报送，当前单位不是本级单位。`,
  'A-4.3',
);
const leadsAnArea = condition<Now>(
  'NOT_ALLOWED',
  (now) =>
    ownLines(now).length > 0
      ? undefined
      : `应由牵头部门办理；当前单位（${officeKindName(now.by.office)}）没有牵头的政策领域。`,
  'A-4.3',
);
const keepsLines = condition<Now>(
  'NOT_ALLOWED',
  ({ file, facts: { ledger }, by }) =>
    by.office === groupOffice(file) || ledger.some(({ department }) => department === departmentOf(by.office))
      ? undefined
      : `应由牵头部门确认台账；当前单位（${officeKindName(by.office)}）本期没有应确认的政策。`,
  'A-4.3',
);
const ofLead = [ofOwnLevel, leadsAnArea];

const notClosed = condition<Now>('CLOSED_PERIOD', ({ facts: { isClosed, openUntil } }) =>
  isClosed
    ? `本期已于${chineseDate(openUntil)}截止并汇总上报；确需补报、更正的，请报上一级巩固衔接办说明理由重开。`
    : undefined,
);
const closed = condition<Now>('WRONG_STAGE', ({ facts: { isClosed, openUntil } }) =>
  isClosed ? undefined : `本期尚未截止（至${chineseDate(openUntil)}），可直接报送或更正。`,
);
const someUnfiled = condition<Now>('ALREADY_DONE', (now) =>
  ownLines(now).some(({ filed }) => filed === undefined)
    ? undefined
    : `应报送的${ownLines(now).length}个领域均已报送；需要修改的，请用“更正”并说明理由。`,
);
const someFiled = condition<Now>('WRONG_STAGE', (now) =>
  ownLines(now).some(({ filed }) => filed !== undefined) ? undefined : '本期尚未报送，请直接报送。',
);
const someRanked = condition<Now>('UNKNOWN_SUBJECT', ({ facts: { rankings } }) =>
  rankings.some(({ lines }) => lines.length > 0) ? undefined : '下级地区名册尚未读取，排队表中还没有地区。',
);

/** A-3.3: everything that can be said to a dispatch. */
export const dispatchOperations = operations<Dispatch>()({
  fileReturn: {
    clause,
    title: '报送本部门牵头政策的半月调度情况（逐地区）',
    by: leads,
    own: ofLead,
    when: [notClosed, someUnfiled],
    meets: ['return'],
    judge: (saying) => {
      const reporter = reporterFor(saying);
      if (typeof reporter === 'object') return reporter;
      const filed = filedBy(saying, reporter);
      return filed === undefined
        ? judgePlaces(saying)
        : refuse(
            'ALREADY_DONE',
            clause,
            `${named(reporter, saying.body.area)}已于${chineseDate(filed.on)}报送；需要修改的，请用“更正”并说明理由。`,
            'area',
          );
    },
    ledgerOnly: ['places.problems.what', 'places.problems.measure'],
  },
  correctReturn: {
    clause,
    title: '更正已报送的调度情况（原报送保留在时间线）',
    by: leads,
    own: ofLead,
    when: [notClosed, someFiled],
    judge: (saying) => {
      const reporter = reporterFor(saying);
      if (typeof reporter === 'object') return reporter;
      return filedBy(saying, reporter) === undefined
        ? refuse('WRONG_STAGE', clause, `${named(reporter, saying.body.area)}尚未报送，请直接报送。`, 'area')
        : judgePlaces(saying);
    },
    ledgerOnly: ['places.problems.what', 'places.problems.measure', 'reason'],
  },
  confirmLines: {
    clause,
    title: '逐项确认本部门政策落实台账',
    by: leads,
    own: [ofOwnLevel, keepsLines],
    when: [notClosed],
    meets: ['ledger'],
    judge: (saying) => judgeLines(saying, saying.by.office === groupOffice(saying.file)),
    ledgerOnly: ['lines.why'],
  },
  supervise: {
    clause,
    title: '登记对落后地区采取的针对性督导措施',
    by: leads,
    own: ofLead,
    when: [someRanked],
    meets: ['supervise'],
    judge: (saying) => {
      const reporter = reporterFor(saying);
      if (typeof reporter === 'object') return reporter;
      const { area, place } = saying.body;
      const ranking = saying.facts.rankings.find((one) => one.area === area);
      const line = ranking?.lines.find((one) => one.place === place);
      if (line === undefined)
        return refuse('UNKNOWN_SUBJECT', clause, `“${policyAreaNames[area]}”的排队表中没有${place}。`, 'place');
      const told = `${place}在“${policyAreaNames[area]}”中不属于落后地区，已作为工作记录登记。`;
      return admit(line.lagging ? {} : { told });
    },
    ledgerOnly: ['measure'],
  },
  reopen: {
    clause,
    title: '重开已截止的调度期次（上一级，说明理由）',
    by: [office('leading-group-office'), office('province-group', 'province')],
    own: [ofOfficeAbove(({ file }) => groupOffice(file), 'leading-group')],
    when: [closed],
    judge: ({ body: { until }, facts: { settings }, today }) => {
      const latest = addDays(today, settings.dutyReopenDays);
      const words = `重开的截止日应在${chineseDate(today)}至${chineseDate(latest)}之间，收到的是${chineseDate(until)}。`;
      return until < today || until > latest ? refuse('OUT_OF_RANGE', clause, words, 'until') : admit();
    },
    ledgerOnly: ['reason'],
  },
  placesRead: { by: 'system' },
  linesRead: { by: 'system' },
  periodClosed: { by: 'system' },
  periodSealed: { by: 'system' },
});

const named = (reporter: Department, area: PolicyArea): string =>
  `${departments[reporter]}部门的“${policyAreaNames[area]}”`;

const filedBy = (
  { facts, body }: Saying<Dispatch, 'fileReturn' | 'correctReturn'>,
  reporter: Department,
): DispatchLine['filed'] =>
  facts.lines.find(({ area, department }) => area === body.area && department === reporter)?.filed;

/** The department that reports: the office's own, or the one its leading-group office files for. */
function reporterFor({
  file,
  facts: { settings },
  by,
  body: { area, department },
}: Saying<Dispatch, 'fileReturn' | 'correctReturn' | 'supervise'>): Department | FieldRefusal {
  const leading = settings.dispatchLeads[area] ?? [];
  const expected =
    leading.length === 0
      ? '本级未指定牵头部门'
      : `应由${leading.map((one) => `${one}（${departments[one]}部门）`).join('、')}报送`;
  const isOffice = by.office === groupOffice(file);
  if (isOffice && department === undefined) {
    const words = `巩固衔接办代为登记时，应写明是哪个部门（department）；${expected}。`;
    return refuse('INVALID_INPUT', clause, words, 'department');
  }
  const own = departmentOf(by.office);
  if (!isOffice && department !== undefined && department !== own)
    return refuse('NOT_ALLOWED', 'A-4.3', '部门只能报送本部门牵头的政策。', 'department');
  const reporter = isOffice ? department : own;
  if (reporter !== undefined && leading.includes(reporter)) return reporter;
  const who = reporter === undefined ? officeKindName(by.office) : `${departments[reporter]}部门`;
  return refuse('NOT_ALLOWED', 'A-4.3', `“${policyAreaNames[area]}”${expected}，当前是${who}。`, 'area');
}

/** A return may leave out places; they stand in the table as not reported. */
function judgePlaces({ file, facts, body }: Saying<Dispatch, 'fileReturn' | 'correctReturn'>): Judged {
  return refusePlaces(file, facts, body.places) ?? tellMissing(facts, body);
}

function tellMissing({ places = [] }: DispatchFacts, body: ReturnBody): Admission {
  const missing = places.filter((place) => !body.places.some((one) => one.place === place));
  const told = `以下地区本次未填报，在排队表中列为“未报”：${missing.join('、')}。`;
  return admit(missing.length === 0 ? {} : { told, answer: { missing } });
}

function refusePlaces(
  { opening: { territory } }: DispatchFile,
  { places }: DispatchFacts,
  returned: readonly PlaceReturn[],
): FieldRefusal | undefined {
  const seen = new Set<Territory>();
  for (const [index, { place, figures }] of returned.entries()) {
    const field = `places.${index}.place`;
    if (!isDirectlyBelow(place, territory) || places?.includes(place) === false) {
      const known = places === undefined ? '' : `：${places.join('、')}`;
      return refuse('UNKNOWN_SUBJECT', clause, `应为本级直接管辖的地区${known}，收到${place}。`, field);
    }
    if (seen.has(place)) return refuse('INVALID_INPUT', clause, `每个地区只填一行，${place}出现了不止一次。`, field);
    seen.add(place);
    const names = figures.map(({ name }) => name);
    if (new Set(names).size < names.length)
      return refuse('INVALID_INPUT', clause, `同一地区的指标名称应不重复，${place}有重复。`, `places.${index}.figures`);
  }
  return undefined;
}

const isDirectlyBelow = (place: Territory, territory: Territory): boolean => {
  const levels = ['province', 'city', 'county', 'township'];
  return (
    place.startsWith(territory) && levels.indexOf(levelOf(place) ?? '') === levels.indexOf(levelOf(territory) ?? '') + 1
  );
};
