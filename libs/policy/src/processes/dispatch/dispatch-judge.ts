import type { Act } from '../../case/case';
import { departments, departmentOf, type Department } from '../../base/departments';
import { kindOf, levelOf, officeAbove, officeId, officeKindName, territoryOf, type Territory } from '../../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';
import { addDays, chineseDate, type CivilDate } from '../../dates/civil-date';
import type { PlaceReturn, ReopenDispatchBody, ReturnBody, SuperviseBody } from './dispatch-acts';
import { readDispatch, type DispatchFacts, type DispatchFile } from './dispatch-facts';
import { policyAreaNames, type PolicyArea } from '../../base/policy-areas';

const clause = 'A-3.3';

/** A-3.3: everything that can be said to a dispatch. */
export function judgeDispatch(file: DispatchFile, act: Act, today: CivilDate): Verdict {
  switch (act.operation) {
    case 'fileReturn':
    case 'correctReturn':
      return judgeReturn(file, readDispatch(file), act as Act<ReturnBody>);
    case 'supervise':
      return judgeSupervision(file, readDispatch(file), act as Act<SuperviseBody>);
    case 'reopen':
      return judgeReopening(file, readDispatch(file), act as Act<ReopenDispatchBody>, today);
    case 'placesRead':
    case 'periodClosed':
    case 'periodSealed':
      return act.by.office === 'system' ? admit() : refuse('NOT_ALLOWED', clause, '本项由系统按期登记，不由单位办理。');
    default:
      return refuse('INVALID_INPUT', clause, `半月调度没有“${act.operation}”这一事项。`, 'operation');
  }
}

function judgeReturn(file: DispatchFile, facts: DispatchFacts, act: Act<ReturnBody>): Verdict {
  const { opening } = file;
  if (facts.isClosed) {
    return refuse(
      'CLOSED_PERIOD',
      clause,
      `本期已于${chineseDate(facts.openUntil)}截止并汇总上报；确需补报、更正的，请报上一级巩固衔接办说明理由重开。`,
    );
  }
  const reporter = reporterFor(file, facts, act);
  if (typeof reporter === 'object') return reporter;
  if (act.occurredOn < opening.from) {
    return refuse(
      'BEFORE_BEGINNING',
      clause,
      `本期自${chineseDate(opening.from)}起，填报日期是${chineseDate(act.occurredOn)}。`,
      'occurredOn',
    );
  }
  const filed = facts.lines.find(({ area, department }) => area === act.body.area && department === reporter)?.filed;
  const name = `${departments[reporter]}部门的“${policyAreaNames[act.body.area]}”`;
  if (act.operation === 'fileReturn' && filed !== undefined) {
    return refuse(
      'ALREADY_DONE',
      clause,
      `${name}已于${chineseDate(filed.on)}报送；需要修改的，请用“更正”并说明理由。`,
      'area',
    );
  }
  if (act.operation === 'correctReturn' && filed === undefined)
    return refuse('WRONG_STAGE', clause, `${name}尚未报送，请直接报送。`, 'area');
  return refusePlaces(file, facts, act.body.places) ?? tellMissing(facts, act);
}

/** The department that reports: the office's own, or the one its leading-group office files for. */
function reporterFor(
  { opening }: DispatchFile,
  { settings }: DispatchFacts,
  { by, body }: Act<{ area: PolicyArea; department?: Department | undefined }>,
): Department | Refusal {
  const { office } = by;
  const leads = settings.dispatchLeads[body.area] ?? [];
  const expected =
    leads.length === 0
      ? '本级未指定牵头部门'
      : `应由${leads.map((one) => `${one}（${departments[one]}部门）`).join('、')}报送`;
  if (office === 'system' || territoryOf(office) !== opening.territory) {
    return refuse(
      'NOT_ALLOWED',
      'A-4.3',
      `“${policyAreaNames[body.area]}”应由本级牵头部门报送，当前单位不是本级单位。`,
    );
  }
  const isOffice = office === officeId('leading-group-office', opening.territory);
  if (isOffice && body.department === undefined)
    return refuse(
      'INVALID_INPUT',
      clause,
      `巩固衔接办代为登记时，应写明是哪个部门（department）；${expected}。`,
      'department',
    );
  const own = departmentOf(office);
  if (!isOffice && body.department !== undefined && body.department !== own)
    return refuse('NOT_ALLOWED', 'A-4.3', '部门只能报送本部门牵头的政策。', 'department');
  const reporter = isOffice ? body.department : own;
  if (reporter === undefined || !leads.includes(reporter)) {
    return refuse(
      'NOT_ALLOWED',
      'A-4.3',
      `“${policyAreaNames[body.area]}”${expected}，当前是${reporter === undefined ? officeKindName(office) : `${departments[reporter]}部门`}。`,
      'area',
    );
  }
  return reporter;
}

function refusePlaces(
  { opening: { territory } }: DispatchFile,
  { places }: DispatchFacts,
  returned: readonly PlaceReturn[],
): Refusal | undefined {
  const seen = new Set<Territory>();
  for (const [index, { place, figures }] of returned.entries()) {
    const field = `places.${index}.place`;
    if (!isDirectlyBelow(place, territory) || places?.includes(place) === false) {
      return refuse(
        'UNKNOWN_SUBJECT',
        clause,
        `应为本级直接管辖的地区${places === undefined ? '' : `：${places.join('、')}`}，收到${place}。`,
        field,
      );
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

/** A return may leave out places; they stand in the table as not reported. */
function tellMissing({ places = [] }: DispatchFacts, { body }: Act<ReturnBody>): Verdict {
  const missing = places.filter((place) => !body.places.some((one) => one.place === place));
  return admit(
    missing.length === 0
      ? {}
      : { told: `以下地区本次未填报，在排队表中列为“未报”：${missing.join('、')}。`, answer: { missing } },
  );
}

function judgeSupervision(file: DispatchFile, facts: DispatchFacts, act: Act<SuperviseBody>): Verdict {
  const reporter = reporterFor(file, facts, act);
  if (typeof reporter === 'object') return reporter;
  const { area, place } = act.body;
  const line = facts.rankings.find((one) => one.area === area)?.lines.find((one) => one.place === place);
  if (line === undefined)
    return refuse('UNKNOWN_SUBJECT', clause, `“${policyAreaNames[area]}”的排队表中没有${place}。`, 'place');
  return admit(
    line.lagging ? {} : { told: `${place}在“${policyAreaNames[area]}”中不属于落后地区，已作为工作记录登记。` },
  );
}

function judgeReopening(
  { opening }: DispatchFile,
  { isClosed, openUntil, settings }: DispatchFacts,
  { body, by }: Act<ReopenDispatchBody>,
  today: CivilDate,
): Verdict {
  if (!isClosed)
    return refuse('WRONG_STAGE', clause, `本期尚未截止（至${chineseDate(openUntil)}），可直接报送或更正。`);
  const above = officeAbove(officeId('leading-group-office', opening.territory), 'leading-group');
  if (by.office !== above) {
    return refuse(
      'NOT_ALLOWED',
      clause,
      `已截止的期次只能由上一级（${above}）说明理由重开，当前单位是${by.office === 'system' ? '系统' : officeKindName(kindOf(by.office))}。`,
    );
  }
  const latest = addDays(today, settings.dutyReopenDays);
  if (body.until < today || body.until > latest) {
    return refuse(
      'OUT_OF_RANGE',
      clause,
      `重开的截止日应在${chineseDate(today)}至${chineseDate(latest)}之间，收到的是${chineseDate(body.until)}。`,
      'until',
    );
  }
  return admit();
}
