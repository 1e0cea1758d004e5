import { planA } from './clauses-plan-a';
import { planB } from './clauses-plan-b';
import { planC } from './clauses-plan-c';
import type { ClauseText } from './clause-text';

/** In the order of the document. */
const texts = [...planA, ...planB, ...planC] as const;

/** `A-2.1`, `B-3.2`, `C-2.end`: plan, part, item. Decisions of the office cite the clause they fill in. */
export type ClauseId = (typeof texts)[number]['id'];

/** The three action plans and the letter that forwards them, with the names citations use. */
export const plans = {
  A: '《推动巩固拓展脱贫攻坚成果同乡村振兴有效衔接政策落实到位专项行动方案》',
  B: '《强化监测对象产业就业帮扶专项行动方案》',
  C: '《干部驻村真帮实扶专项行动方案》',
  letter: '襄乡振组办发〔2023〕17号',
} as const;
export type Plan = keyof typeof plans;

/** A clause of the catalogue. */
export interface Clause extends ClauseText {
  id: ClauseId;
  sameAs?: ClauseId;
  plan: Plan;
  /** Does it oblige somebody, and is it not already counted with another clause? */
  obliges: boolean;
}

/** RULES 10: every clause of the three plans in the order of the document. */
export const clauses: readonly Clause[] = texts.map((text) => ({
  ...(text as ClauseText & Pick<Clause, 'id' | 'sameAs'>),
  plan: planOf(text.id),
  obliges: !('whyNot' in text),
}));

const clausesById: ReadonlyMap<ClauseId, Clause> = new Map(clauses.map((clause) => [clause.id, clause]));

/** Is there a clause of this id? */
export const isClauseId = (id: string): id is ClauseId => clausesById.has(id as ClauseId);

/** The clause of an id; an unknown id is a mistake of the caller. */
export function clauseOf(id: ClauseId): Clause {
  const clause = clausesById.get(id);
  if (clause === undefined) throw new Error(`没有编号为“${id}”的条款`);
  return clause;
}

/** As documents cite it: 《干部驻村真帮实扶专项行动方案》三（五）. */
export function citation(id: ClauseId): string {
  const { plan } = clauseOf(id);
  return plan === 'letter' ? plans.letter : `${plans[plan]}${placeOf(id.slice(2))}`;
}

const numerals = ['引言', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function placeOf(place: string): string {
  const [part = '', item, point = ''] = place.split('.');
  const numeral = numerals[Number(part)] ?? '';
  if (item === undefined) return numeral;
  return item === 'end' ? `${numeral}末段` : `${numeral}（${numerals[Number(item)] ?? ''}）${point}`;
}

function planOf(id: ClauseId): Plan {
  const letter = id.slice(0, 1);
  return letter === 'A' || letter === 'B' || letter === 'C' ? letter : 'letter';
}
