import { departments } from '@duban/policy/base/departments';
import { contestContents, contestMethods } from '@duban/policy/base/contest-parts';
import { cadences } from '@duban/policy/dates/natural-period';
import { policyAreaNames } from '@duban/policy/base/policy-areas';
import { occasions } from '@duban/policy/settings/duty-bound';
import { dutyRow, measures, type DutyTerms } from '@duban/policy/settings/duty-rows';
import type { RungRule } from '@duban/policy/dates/ladder';
import type { Setting } from '@duban/contracts/answers/policy';
import { kindOf } from './setting-kinds';

export const ladderNames: Readonly<Record<string, string>> = {
  default: '一般期限',
  acceptance: '摘牌验收',
  weekly: '按周的职责',
};
export const receiverNames: Readonly<Record<RungRule['to'], string>> = {
  responsible: '责任人',
  head: '欠办单位负责人',
  above: '上一级单位',
  'above-again': '再上一级单位',
};
const levels = { province: '省', city: '市', county: '县', township: '乡镇' } as const;

/** 0.1 → 10%. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** Who owes a duty and what: 县：研究驻村帮扶工作. */
export function dutyName(id: string): string {
  const row = dutyRow(id);
  if (row === undefined) return id;
  const senders =
    row.bound.who === 'unit' && row.bound.levels.length < 3
      ? `（${row.bound.levels.map((level) => levels[level as 'city']).join('、')}派出单位）`
      : '';
  return `${levels[row.level]}：${row.what}${senders}`;
}

/** 每月 2 次; coverage is whole or not owed at all. */
export function termsWords(id: string, { cadence, amount }: DutyTerms): string {
  const measure = dutyRow(id)?.measure ?? 'times';
  if (amount === 0) return '不要求';
  const occasion = dutyRow(id)?.occasions;
  const often = occasion === undefined ? cadences[cadence] : occasions[occasion];
  if (measure === 'coverage') return `${often}全覆盖`;
  return `${often} ${amount.toLocaleString('zh-CN')} ${measures[measure]}`;
}

/** 到期前3天提醒责任人. */
export function rungWords({ days, to, criticism }: RungRule): string {
  const when = days < 0 ? `到期前${-days}天` : days === 0 ? '到期当天' : `逾期${days}天`;
  return `${when}提醒${receiverNames[to]}${criticism === true ? '，列入通报批评备选' : ''}`;
}

/** A value in words: one line, or a line for each row of a table, each with what it is of. */
export function valueLines(
  setting: Pick<Setting, 'name' | 'title' | 'choices'>,
  value: unknown,
): { of: string; words: string }[] {
  const kind = kindOf(setting);
  const table = (
    names: Readonly<Record<string, string>>,
    words: (one: never, id: string) => string,
  ): { of: string; words: string }[] =>
    Object.entries((value ?? {}) as Record<string, never>).map(([id, one]) => ({
      of: names[id] ?? id,
      words: words(one, id),
    }));
  switch (kind.kind) {
    case 'integer':
      return [{ of: '', words: `${Number(value).toLocaleString('zh-CN')} ${kind.unit}`.trim() }];
    case 'share':
      return [{ of: '', words: percent(Number(value)) }];
    case 'truth':
      return [{ of: '', words: value === true ? '是' : '否' }];
    case 'choice':
    case 'several':
      return [
        {
          of: '',
          words: [value]
            .flat()
            .map((one) => kind.choices[String(one)] ?? String(one))
            .join('、'),
        },
      ];
    case 'time':
      return [{ of: '', words: String(value) }];
    case 'duties':
      return Object.entries((value ?? {}) as Record<string, DutyTerms>).map(([id, terms]) => ({
        of: dutyName(id),
        words: termsWords(id, terms),
      }));
    case 'leads':
      return table(
        policyAreaNames,
        (leads: readonly (keyof typeof departments)[]) => leads.map((lead) => departments[lead]).join('、') || '无',
      );
    case 'ladders':
      return table(ladderNames, (rungs: readonly RungRule[]) => rungs.map(rungWords).join('；') || '不提醒');
    case 'tiers':
      return (value as { from: number; yuan: number }[]).map(({ from, yuan }) => ({
        of: `${from} 人起`,
        words: `每人 ${yuan.toLocaleString('zh-CN')} 元`,
      }));
    case 'contest-methods':
      return table(contestMethods, percent);
    case 'contest-contents':
      return table(contestContents, percent);
  }
}

/** A value on one line. */
export const valueWords = (setting: Pick<Setting, 'name' | 'title' | 'choices'>, value: unknown): string =>
  valueLines(setting, value)
    .map(({ of, words }) => (of === '' ? words : `${of} ${words}`))
    .join('；');

export interface Difference {
  of: string;
  before: string;
  after: string;
}

/** What a change changes: of a table, its changed rows alone. */
export function differencesOf(
  setting: Pick<Setting, 'name' | 'title' | 'choices'>,
  before: unknown,
  after: unknown,
): Difference[] {
  const [old, next] = [before, after].map(
    (value) => new Map(valueLines(setting, value).map(({ of, words }) => [of, words])),
  );
  return [...new Set([...(old?.keys() ?? []), ...(next?.keys() ?? [])])].flatMap((of) => {
    const [was, is] = [old?.get(of) ?? '无', next?.get(of) ?? '无'];
    return was === is ? [] : [{ of, before: was, after: is }];
  });
}
