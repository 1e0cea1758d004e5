import type { NoticeSpec } from '../../case/case';
import { officeId } from '../../base/office';
import { addDays, chineseDate, type CivilDate } from '../../dates/civil-date';
import { periodsWithin } from '../../dates/natural-period';
import { subsidyKinds, type SubsidyKind } from './subsidy-acts';
import {
  lastDay,
  payerOf,
  standingIn,
  unpaidOn,
  type SubsidyFile,
  type SubsidyLine,
  type VillageClaims,
} from './subsidy-facts';

/** The first of each month, and every Monday of November. */
export function listDays({ opening, openedOn }: Pick<SubsidyFile, 'opening' | 'openedOn'>): CivilDate[] {
  const months = periodsWithin('month', { from: `${opening.year}-01-01`, to: `${opening.year}-11-30` }).map(
    ({ from }) => from,
  );
  const weeks = periodsWithin('week', { from: `${opening.year}-11-01`, to: `${opening.year}-11-30` }).map(
    ({ from }) => from,
  );
  const november = weeks.filter((day) => day.startsWith(`${opening.year}-11`));
  return [...new Set([...months, ...november])].filter((day) => day > openedOn).sort();
}

/** What follows from a village's claims, made once: they never change, others take their place. */
export function ofVillage<Value>(make: (file: SubsidyFile, claims: VillageClaims) => Value) {
  const made = new WeakMap<VillageClaims, { value: Value }>();
  return (file: SubsidyFile, claims: VillageClaims): Value => {
    const known = made.get(claims) ?? { value: make(file, claims) };
    made.set(claims, known);
    return known.value;
  };
}

/** Who is entitled and has not applied, to the village committee: only where somebody is missing. */
export const missingLists = ofVillage((file, claims): NoticeSpec[] => {
  const standing = standingIn(claims);
  return listDays(file).flatMap((on) => {
    const missing = standing.filter(
      ({ entitledOn, appliedOn }) => entitledOn < on && (appliedOn === undefined || appliedOn >= on),
    );
    return missing.length === 0 ? [] : [missingList(file, claims, { on, missing })];
  });
});

const missingList = (
  file: SubsidyFile,
  { village }: VillageClaims,
  { on, missing }: { on: CivilDate; missing: readonly SubsidyLine[] },
): NoticeSpec => ({
  key: `missing:${village}@${on}`,
  clause: 'B-2.2.2',
  on,
  to: officeId('village-committee', village),
  kind: 'inform',
  title: `应申请未申请补贴补助名单（${missing.length}项）`,
  text: `${missing.map(({ worker, kind }) => `〔${worker}〕${subsidyKinds[kind].name}`).join('、')}。请逐人联系，在外不便的可由亲属、村乡干部、驻村干部、劳务机构代办，${chineseDate(lastDay(file))}前发放到位。`,
});

/** So many names in one list; all of them stand in the campaign's count of each village. */
const mostNames = 100;

/** The day after the last, then each Monday of December. */
function unpaidDays(file: SubsidyFile): CivilDate[] {
  const first = addDays(lastDay(file), 1);
  const weeks = periodsWithin('week', { from: first, to: `${file.opening.year}-12-31` }).map(({ from }) => from);
  return [first, ...weeks.filter((day) => day > first)].filter((day) => day > file.openedOn);
}

const unpaidIn = ofVillage((file, claims) => {
  const standing = standingIn(claims);
  return new Map(unpaidDays(file).map((on) => [on, unpaidOn(standing, lastDay(file), on)]));
});

/** 应发尽发: who is still unpaid after the last day, by name, to who pays. */
export const unpaidLists = (file: SubsidyFile, villages: readonly VillageClaims[]): NoticeSpec[] =>
  unpaidDays(file).flatMap((on) => {
    const unpaid = villages.flatMap((claims) => unpaidIn(file, claims).get(on) ?? []);
    return (Object.keys(subsidyKinds) as SubsidyKind[]).flatMap((kind) => {
      const lines = unpaid.filter((line) => line.kind === kind);
      return lines.length === 0 ? [] : [unpaidList(file, kind, { on, lines })];
    });
  });

function unpaidList(
  file: SubsidyFile,
  kind: SubsidyKind,
  { on, lines }: { on: CivilDate; lines: readonly SubsidyLine[] },
): NoticeSpec {
  const names = lines
    .slice(0, mostNames)
    .map(({ worker, appliedOn }) => `〔${worker}〕${appliedOn === undefined ? '（未申请）' : ''}`);
  const others = lines.length > mostNames ? `等${lines.length}人，其余见各村发放台账` : '';
  return {
    key: `unpaid:${kind}@${on}`,
    clause: 'B-2.2.2',
    on,
    to: payerOf(kind, file.opening.township),
    kind: 'warning',
    title: `${subsidyKinds[kind].name}应发未发名单（${lines.length}人）`,
    text: `应于${chineseDate(lastDay(file))}前发放到位，至${chineseDate(on)}仍未发放：${names.join('、')}${others}。请尽快发放；迟发的照常登记，并记为逾期。`,
  };
}
