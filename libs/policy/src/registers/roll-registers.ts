import { refuse, type Refusal } from '../base/verdict';
import { chineseDate } from '../dates/civil-date';
import { code, maybe, pastDate, text } from './register-fields';
import { textOf, type HandRegister, type RegisterEntry, type RegisterView } from './register-rules';

const clause = 'C-2.3';

/** C-2.3: every household of a village, by its number: the list that 每季度遍访1次所有农户 is counted from. */
export const rollRegisters = {
  'household-roll': {
    title: '农户花名册',
    clause,
    levels: ['village'],
    keptBy: ['party-committee', 'village-party-secretary', 'village-committee'],
    keptAt: ['township', 'village'],
    fields: {
      household: code('户编号'),
      from: pastDate('入册日期'),
      to: maybe(pastDate('出册日期')),
      why: maybe(text('出册原因')),
    },
    judge: judgeHousehold,
    totals: (entries, year) => [
      { name: '在册农户', unit: '户', value: standingAt(entries, year), before: standingAt(entries, before(year)) },
    ],
  },
} as const satisfies Record<string, HandRegister>;

/** A household stands on one village's roll at a time, and not after it went. */
function judgeHousehold(entry: RegisterEntry, { entries }: RegisterView): Refusal | undefined {
  const [household, from, to] = [textOf(entry, 'household'), textOf(entry, 'from'), textOf(entry, 'to')];
  if (to !== '' && to < from) {
    const words = `出册日期应不早于入册日期（${chineseDate(from)}），收到的是${chineseDate(to)}。`;
    return refuse('OUT_OF_RANGE', clause, words, 'to');
  }
  // A county's roll is long: nothing is made of an entry before its household is the one that is looked for.
  const other = entries.find(
    (one) => one.body['household'] === household && one.kind === entry.kind && areTogether(one, entry),
  );
  if (other === undefined) return undefined;
  const words = `户编号${household}自${chineseDate(textOf(other, 'from'))}起已在〔${other.territory}〕花名册中，一户只在一个村的册；迁走的，请先在原村登记出册日期。`;
  return refuse('ALREADY_DONE', clause, words, 'household');
}

const areTogether = (one: RegisterEntry, other: RegisterEntry): boolean =>
  textOf(one, 'from') <= lastDay(other) && textOf(other, 'from') <= lastDay(one);

const lastDay = (entry: RegisterEntry): string => textOf(entry, 'to') || '9999-12-31';
const before = (year: string): string => String(Number(year) - 1);

/** At the end of a year; nothing where there was no roll yet. */
function standingAt(entries: readonly RegisterEntry[], year: string): number | null {
  const day = `${year}-12-31`;
  const known = entries.filter((entry) => textOf(entry, 'from') <= day);
  return known.length === 0 ? null : known.filter((entry) => lastDay(entry) >= day).length;
}
