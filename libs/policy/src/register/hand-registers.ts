import { levelOf, officeKinds, type Level, type OfficeKind } from '../case/office';
import { admit, refuse, type Verdict } from '../case/verdict';
import { chineseDate } from '../dates/civil-date';
import { groundRegisters } from './ground-registers';
import { moneyRegisters } from './money-registers';
import { postRegisters } from './post-registers';
import type { HandRegister, RegisterEntry, RegisterView } from './register-rules';
import { simpleRegisters } from './simple-registers';
import { tradeRegisters } from './trade-registers';
import { workshopRegisters } from './workshop-registers';

/** Every register kept by hand, by the name it has in URLs and scenarios. */
export const handRegisters = {
  ...simpleRegisters,
  ...groundRegisters,
  ...moneyRegisters,
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
    return refuse('INVALID_INPUT', register.clause, `“${register.title}”按${names}登记，收到的地区是${entry.territory}。`, 'territory');
  }
  if (entry.on > view.today)
    return refuse('FUTURE_DATE', register.clause, `发生日期应不晚于今天（${chineseDate(view.today)}），收到的是${chineseDate(entry.on)}。`, 'occurredOn');
  return register.judge?.(entry, view) ?? admit();
}

const levelNames = { province: '省', city: '市', county: '县', township: '乡镇', village: '村' } as const;

/** Who keeps a register, in Chinese. */
export const keepersOf = ({ keptBy, keptAt = [] }: HandRegister): string =>
  `${keptAt.map((level) => `${levelNames[level]}级`).join('、')}${keptBy.map((kind) => officeKinds[kind]).join('、')}`;

/** Does an office of this kind and level keep it? */
export const isKeptBy = ({ keptBy, keptAt }: HandRegister, kind: OfficeKind, level: Level): boolean =>
  keptBy.includes(kind) && (keptAt === undefined || keptAt.includes(level));
