import { levelOf, officeKinds, type Level, type OfficeKind } from '../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../base/verdict';
import { chineseDate, monthOf, type CivilDate } from '../dates/civil-date';
import { awardRegisters } from './award-registers';
import { creditRegisters } from './credit-registers';
import { fundRegisters } from './fund-registers';
import { groundRegisters } from './ground-registers';
import { industryRegisters } from './industry-registers';
import { leaderRegisters } from './leader-registers';
import { policyRegisters } from './policy-registers';
import { postRegisters } from './post-registers';
import {
  numberOf,
  textOf,
  type FieldType,
  type HandRegister,
  type RegisterEntry,
  type RegisterView,
} from './register-rules';
import { rollRegisters } from './roll-registers';
import { stationingRegisters } from './stationing-registers';
import { tradeRegisters } from './trade-registers';
import { villageRegisters } from './village-registers';
import { workshopRegisters } from './workshop-registers';

/** Every register kept by hand, by the name it has in URLs and scenarios. */
export const handRegisters = {
  ...policyRegisters,
  ...leaderRegisters,
  ...villageRegisters,
  ...industryRegisters,
  ...stationingRegisters,
  ...rollRegisters,
  ...groundRegisters,
  ...fundRegisters,
  ...creditRegisters,
  ...awardRegisters,
  ...tradeRegisters,
  ...postRegisters,
  ...workshopRegisters,
} as const satisfies Record<string, HandRegister>;
export type HandRegisterKind = keyof typeof handRegisters;

export const handRegister = (kind: string): HandRegister | undefined =>
  Object.hasOwn(handRegisters, kind) ? handRegisters[kind as HandRegisterKind] : undefined;

/** May it be entered, or stand so after a correction? `view` holds the other entries of its county, itself left out. */
export function judgeEntry(entry: RegisterEntry, view: RegisterView): Verdict {
  const register = handRegister(entry.kind);
  if (register === undefined) return refuse('UNKNOWN_SUBJECT', 'A-3.3', `没有“${entry.kind}”这一台账。`);
  const level = levelOf(entry.territory);
  if (level === undefined || !register.levels.includes(level)) {
    const names = register.levels.map((one) => levelNames[one]).join('、');
    return refuse(
      'INVALID_INPUT',
      register.clause,
      `“${register.title}”按${names}登记，收到的地区是${entry.territory}。`,
      'territory',
    );
  }
  if (entry.on > view.today)
    return refuse(
      'FUTURE_DATE',
      register.clause,
      `发生日期应不晚于今天（${chineseDate(view.today)}），收到的是${chineseDate(entry.on)}。`,
      'occurredOn',
    );
  return (
    refuseNotYet(register, entry, view.today) ??
    refuseExcess(register, entry) ??
    register.judge?.(entry, view) ??
    admit()
  );
}

/** What is recorded has happened: no month or date to come; a year may be the next one, for which money is given already. */
function refuseNotYet({ clause, fields }: HandRegister, entry: RegisterEntry, today: CivilDate): Refusal | undefined {
  const latest: Partial<Record<FieldType, string>> = {
    month: monthOf(today),
    year: String(Number(today.slice(0, 4)) + 1),
  };
  for (const [field, { name, type, past }] of Object.entries(fields)) {
    const last = past === true ? today : latest[type];
    const value = textOf(entry, field);
    if (last !== undefined && value > last)
      return refuse('FUTURE_DATE', clause, `${name}应不晚于${last}，收到的是${value}。`, field);
  }
  return undefined;
}

function refuseExcess({ clause, fields, parts = {} }: HandRegister, entry: RegisterEntry): Refusal | undefined {
  const found = Object.entries(parts).find(([part, whole]) => numberOf(entry, part) > numberOf(entry, whole));
  if (found === undefined) return undefined;
  const [part, whole] = found;
  const words = `${fields[part]?.name}应不多于${fields[whole]?.name}（${numberOf(entry, whole)}），收到的是${numberOf(entry, part)}。`;
  return refuse('OUT_OF_RANGE', clause, words, part);
}

const levelNames = { province: '省', city: '市', county: '县', township: '乡镇', village: '村' } as const;

/** Who keeps a register, in Chinese. */
export const keepersOf = ({ keptBy, keptAt = [] }: HandRegister): string =>
  `${keptAt.map((level) => `${levelNames[level]}级`).join('、')}${keptBy.map((kind) => officeKinds[kind]).join('、')}`;

/** Does an office of this kind and level keep it? */
export const isKeptBy = ({ keptBy, keptAt }: HandRegister, kind: OfficeKind, level: Level): boolean =>
  keptBy.includes(kind) && (keptAt === undefined || keptAt.includes(level));
