import { refuse, type Refusal } from '../base/verdict';
import { moneyOffices } from './register-keepers';
import { choice, code, maybe, number, truth, year, yuan } from './register-fields';
import { isSo, numberOf, sumOf, textOf, yearly, type HandRegister, type RegisterEntry } from './register-rules';

/** B-2.3.3: what is awarded for each mu, in yuan. */
export const awardsPerMu = {
  'cool-vegetables': { name: '新发展夏秋冷凉蔬菜', yuan: 100 },
  'new-greenhouse': { name: '新建日光温室', yuan: 30_000 },
  'rebuilt-greenhouse': { name: '改造老旧温室', yuan: 20_000 },
  orchard: { name: '新建标准化果园、改造中低产果园', yuan: 1_800 },
  potato: { name: '新建加工型马铃薯基地', yuan: 1_000 },
  herbs: { name: '新建中药材（药茶）标准化基地、良种繁育基地', yuan: 600 },
  farmland: { name: '耕地地力保护（确权颁证到位）', yuan: 67 },
  soybean: { name: '种植大豆', yuan: 20 },
  oil: { name: '种植油料', yuan: 10 },
} as const;
export type AwardPerMu = keyof typeof awardsPerMu;

const names = (table: Readonly<Record<string, { name: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(table).map(([id, { name }]) => [id, name]));

/** B-2.3.3: awards by the mu, each exactly the clause’s rate. */
export const awardRegisters = {
  'award-per-mu': {
    title: '按亩奖补发放',
    clause: 'B-2.3.3',
    levels: ['village', 'township'],
    keptBy: [...moneyOffices, 'village-committee'],
    fields: {
      year: year(),
      household: code('户编号'),
      award: choice('奖补', names(awardsPerMu)),
      mu: number('亩数'),
      yuan: yuan('发放金额'),
      titled: maybe(truth('确权颁证到位')),
    },
    judge: awardRefusal,
    totals: (entries, of) =>
      Object.entries(awardsPerMu).map(([award, { name }]) =>
        yearly(
          entries.filter((one) => textOf(one, 'award') === award),
          of,
          name,
          '元',
          (own) => sumOf(own, 'yuan'),
        ),
      ),
  },
} satisfies Record<string, HandRegister>;

function awardRefusal(entry: RegisterEntry): Refusal | undefined {
  const award = awardsPerMu[textOf(entry, 'award') as AwardPerMu];
  if (textOf(entry, 'award') === 'farmland' && !isSo(entry, 'titled')) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'B-2.3.3',
      '耕地地力保护补贴的对象是确权颁证到位、拥有承包权的种地农户，应确认（titled）。',
      'titled',
    );
  }
  const due = Math.round(numberOf(entry, 'mu') * award.yuan * 100) / 100;
  return numberOf(entry, 'yuan') === due
    ? undefined
    : refuse(
        'OUT_OF_RANGE',
        'B-2.3.3',
        `${award.name}每亩${award.yuan}元，${numberOf(entry, 'mu')}亩应为${due}元，收到的是${numberOf(entry, 'yuan')}元。`,
        'yuan',
      );
}
