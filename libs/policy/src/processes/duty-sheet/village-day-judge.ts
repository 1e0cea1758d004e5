import { kindOf, levelOf, officeKindName, isWithin, territoryOf } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, type Saying, type Situation } from '../../case/operation';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import type { DutySheet, SheetFacts } from './duty-facts';
import { householdsUnknown, villagesOfHouseholds } from './duty-lists';
import { deedsOf, dutiesServed, takesDays, type VillageDayBody } from './village-day';
import { dayKey, isPostedTo } from './village-day-facts';

const clause = 'C-3.1';
type Said = Saying<DutySheet, 'villageDay'>;

/** Days are said to the month they lie in, whatever other sheets they serve. */
export const takesVillageDays = condition<Situation<DutySheet>>('WRONG_STAGE', ({ file: { opening } }) =>
  takesDays(opening)
    ? undefined
    : '村当日工作在乡镇的月度履职台账登记，按季、按年的职责由系统自动计入；本台账不直接登记。',
);

/** RULES 9.corrections: a secretary says his own village's days, the township those of its villages; who is named was there, and a household is the village's. */
export function judgeVillageDay(saying: Said): Admission | FieldRefusal {
  const { facts, body, on } = saying;
  return (
    refuseVillage(saying) ??
    refuseDayOutside(facts, on) ??
    refuseOthersDay(saying) ??
    refuseCadres(facts, body, on) ??
    refuseHouseholds(facts, body) ??
    admitDay(saying)
  );
}

function refuseVillage({ file, by: { office }, body: { village } }: Said): FieldRefusal | undefined {
  const { territory } = file.opening;
  if (levelOf(village) !== 'village' || !isWithin(village, territory))
    return refuse('UNKNOWN_SUBJECT', clause, `应为〔${territory}〕的村，收到的是${village}。`, 'village');
  if (kindOf(office) !== 'village-party-secretary' || territoryOf(office) === village) return undefined;
  const words = `村党组织书记只登记本村的工作，收到的是〔${village}〕；其他村的由该村或乡镇党委登记。`;
  return refuse('NOT_ALLOWED', clause, words, 'village');
}

function refuseDayOutside({ span: { from, to } }: SheetFacts, on: CivilDate): FieldRefusal | undefined {
  if (from <= on && on <= to) return undefined;
  const words = `本台账登记${chineseDate(from)}至${chineseDate(to)}的工作，收到的是${chineseDate(on)}，请在当月的台账登记。`;
  return refuse('OUT_OF_RANGE', clause, words, 'occurredOn');
}

/** What the township said stands until it says otherwise. */
function refuseOthersDay({ facts, by: { office }, body: { village }, on }: Said): FieldRefusal | undefined {
  const before = standingDay(facts, village, on);
  if (before === undefined || before.by === office || kindOf(office) === 'party-committee') return undefined;
  const words = `${chineseDate(on)}本村的工作已由乡镇党委登记，应由其更正，当前单位是${officeKindName(office)}。`;
  return refuse('NOT_ALLOWED', clause, words, 'village');
}

const standingDay = ({ days }: SheetFacts, village: string, on: CivilDate) =>
  days.find((day) => day.by !== 'system' && dayKey(day.body.village, day.on) === dayKey(village, on));

/** Whom the roster knows elsewhere is refused; whom it does not know yet may have come just now, and is looked up. */
function refuseCadres({ people }: SheetFacts, body: VillageDayBody, on: CivilDate): FieldRefusal | undefined {
  const { village } = body;
  for (const { cadre, field } of cadresNamed(body)) {
    const entries = people.cadres.filter((entry) => entry.cadre === cadre);
    if (entries.length === 0 || entries.some((entry) => isPostedTo(entry, village, on))) continue;
    const there = people.cadres.filter((entry) => isPostedTo(entry, village, on)).map((entry) => `〔${entry.cadre}〕`);
    const words = `〔${cadre}〕${chineseDate(on)}不在本村驻村；当日在本村驻村的有：${[...new Set(there)].join('、') || '无'}。`;
    return refuse('UNKNOWN_SUBJECT', clause, words, field);
  }
  return undefined;
}

/** Everybody named, with the field he is named in; nobody twice in the same. */
function cadresNamed({ visits = [], meetings = [] }: VillageDayBody): { cadre: string; field: string }[] {
  const named = (cadres: readonly string[], field: string) =>
    cadres.map((cadre, at) => ({ cadre, field: `${field}.${at}` }));
  return [
    ...visits.flatMap(({ by }, index) => named(by, `visits.${index}.by`)),
    ...meetings.flatMap(({ attended }, index) => named(attended, `meetings.${index}.attended`)),
  ];
}

function refuseHouseholds({ people }: SheetFacts, body: VillageDayBody): FieldRefusal | undefined {
  const { village, visits = [] } = body;
  const known = villagesOfHouseholds(people);
  for (const [index, { household }] of visits.entries()) {
    const field = `visits.${index}.household`;
    if (visits.findIndex((visit) => visit.household === household) < index)
      return refuse('INVALID_INPUT', 'C-2.3', `户编号${household}重复填写，每户每天只填一次。`, field);
    const villages = known.get(household) ?? [village];
    const [other] = villages;
    if (villages.includes(village)) continue;
    const words = `户编号${household}是〔${other}〕的农户，不在本村的农户花名册和监测户名单中，应由该村登记。`;
    return refuse('UNKNOWN_SUBJECT', 'C-2.3', words, field);
  }
  return undefined;
}

function admitDay({ facts, body, on }: Said): Admission | FieldRefusal {
  const deeds = deedsOf(body);
  const before = standingDay(facts, body.village, on);
  if (deeds.length === 0 && before === undefined)
    return refuse(
      'INVALID_INPUT',
      clause,
      '当日没有可登记的工作：应有走访、会议或村大喇叭宣讲中的至少一项。',
      'visits',
    );
  const cadres = [...new Set(cadresNamed(body).map(({ cadre }) => cadre))].filter(
    (cadre) => !facts.people.cadres.some((entry) => entry.cadre === cadre),
  );
  const households = householdsUnknown(facts.people, body);
  const told = [
    ...(before === undefined ? [] : [`${chineseDate(on)}此前的登记已由本次的代替，原记录保留在时间线。`]),
    ...(cadres.length === 0 ? [] : [`在岗花名册中没有${named(cadres)}，已登记并重新核对花名册。`]),
    ...(households.length === 0
      ? []
      : [`农户花名册和监测户名单中没有${named(households)}，已登记并重新读取名单；请先补登花名册，在册后计入。`]),
  ];
  const serves = [...new Set(deeds.flatMap((deed) => dutiesServed(deed, facts.settings)))];
  return admit({ answer: { serves }, ...(told.length > 0 && { told: told.join('') }) });
}

const named = (ids: readonly string[]): string => ids.map((id) => `〔${id}〕`).join('、');
