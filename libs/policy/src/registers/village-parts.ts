import type { ClauseId } from '../base/clauses/clauses';
import { addToMonth, firstDayOf, lastDayOf, monthOf, type CivilDate } from '../dates/civil-date';
import type { Span } from '../dates/natural-period';
import { count, maybe, truth } from './register-fields';
import type { Field } from './register-rules';

/** By when a part of a village's sheet has to be said anew, in months. */
const partPeriods = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
export type PartPeriod = keyof typeof partPeriods;

/** What is wrong with a part: it is not done or not there, there are still some, or there are none. */
export type PartFault = 'is-not-so' | 'are-some' | 'are-none';

/** One thing a township's monthly sheet of a village says. */
export interface VillagePart {
  /** Rows of OBLIGATIONS.md. */
  obligations: readonly string[];
  clause: ClauseId;
  name: string;
  period: PartPeriod;
  fault: PartFault;
}

const part = (
  clause: ClauseId,
  letters: string,
  name: string,
  period: PartPeriod,
  fault: PartFault = 'is-not-so',
): VillagePart => ({ obligations: letters.split(' ').map((one) => `${clause}.${one}`), clause, name, period, fault });

/** OBLIGATIONS D25: the parts of the sheet, each with the period in which it has to be said. */
export const villageParts = {
  cleaned: part('A-2.8', 'f', '已开展村庄清洁行动', 'month'),
  rubbish: part('A-2.8', 'g', '已清理农村生活垃圾', 'month'),
  ponds: part('A-2.8', 'h', '已清理村内沟塘', 'month'),
  manure: part('A-2.8', 'i', '已清理畜禽养殖粪污', 'month'),
  unseparated: part('A-2.8', 'k', '尚未人畜分离户数', 'month', 'are-some'),
  governance: part('A-2.8', 'n', '推行积分制、清单制、数字化治理或网格化管理', 'year'),
  selections: part('A-2.8', 'q', '已开展星级文明户、美丽庭院、好媳妇、好公婆等创建评比', 'year'),
  lectures: part('A-3.2', 'e', '已开办政策讲堂或农民学堂', 'half-year'),
  publicity: part('A-3.2', 'g', '有政策宣传栏和大喇叭', 'year'),
  courtyards: part('B-2.1.1', 'a', '发展微菜园、非遗工坊、特色民宿、休闲农庄的户数', 'half-year', 'are-none'),
  partyAffairs: part('C-2.7', 'c', '已公开党务', 'quarter'),
  villageAffairs: part('C-2.7', 'd', '已公开村务', 'quarter'),
  finances: part('C-2.7', 'e', '已公开财务', 'quarter'),
  bodies: part('C-2.7', 'h', '村级各类组织健全', 'half-year'),
  lodging: part('C-2.7', 'j', '驻村干部待遇和食宿办公有保障', 'half-year'),
} as const satisfies Record<string, VillagePart>;
export type VillagePartId = keyof typeof villageParts;

export const villagePartIds = Object.keys(villageParts) as VillagePartId[];

/** A field of the sheet for each part; what is said every month is always filled in, the rest when it has changed or its period asks for it. */
export const villagePartFields = Object.fromEntries(
  villagePartIds.map((id): [VillagePartId, Field] => {
    const { name, period, fault }: VillagePart = villageParts[id];
    const field = fault === 'is-not-so' ? truth(name) : count(name);
    return [id, period === 'month' ? field : maybe(field)];
  }),
);

/** The last period of so many months that was over before a day. */
export function periodOverBefore(today: CivilDate, period: PartPeriod): Span {
  const months = partPeriods[period];
  const month = monthOf(today);
  const begun = Number(month.slice(5)) - 1;
  const from = addToMonth(month, -(begun % months) - months);
  return { from: firstDayOf(from), to: lastDayOf(addToMonth(from, months - 1)) };
}

/** 2026年7月至9月. */
export const wordsOfSpan = ({ from, to }: Span): string => {
  const [year, first] = from.split('-');
  const last = to.slice(5, 7);
  return first === last ? `${year}年${Number(first)}月` : `${year}年${Number(first)}月至${Number(last)}月`;
};
