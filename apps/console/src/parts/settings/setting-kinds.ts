import type { Setting } from '@duban/contracts/answers/policy';
import type { Settings } from '@duban/policy/settings/policy-set';
import { faultOf } from '@duban/policy/settings/setting-limits';

/** How a setting is asked for. */
export type SettingKind =
  | { kind: 'integer'; least: number; most: number; unit: string }
  | { kind: 'share' }
  | { kind: 'truth' }
  | { kind: 'time' }
  | { kind: 'choice' | 'several'; choices: Readonly<Record<string, string>> }
  | { kind: 'duties' | 'leads' | 'ladders' | 'tiers' | 'contest-methods' | 'contest-contents' };

const tables: Readonly<Record<string, SettingKind>> = {
  duties: { kind: 'duties' },
  dispatchLeads: { kind: 'leads' },
  ladders: { kind: 'ladders' },
  workshopRewardTiers: { kind: 'tiers' },
  contestMethodWeights: { kind: 'contest-methods' },
  contestContentWeights: { kind: 'contest-contents' },
};

/** The kind of a setting, told from what the policy itself would say of a value that cannot be. */
export function kindOf({ name, title, choices }: Pick<Setting, 'name' | 'title' | 'choices'>): SettingKind {
  const table = tables[name];
  if (table !== undefined) return table;
  const limit = faultOf(name as keyof Settings, null) ?? '';
  if (limit.includes('true')) return { kind: 'truth' };
  if (choices !== undefined) return { kind: limit.startsWith('应至少选一项') ? 'several' : 'choice', choices };
  const [, least, most] = /^应为(\d+)至(\d+)之间的整数$/.exec(limit) ?? [];
  if (least !== undefined) return { kind: 'integer', least: Number(least), most: Number(most), unit: unitOf(title) };
  return limit.startsWith('应为0至1') ? { kind: 'share' } : { kind: 'time' };
}

const units: readonly (readonly [RegExp, string])[] = [
  [/元/, '元'],
  [/周岁/, '周岁'],
  [/天数$/, '天'],
  [/月数$/, '个月'],
  [/年数$/, '年'],
  [/人数$/, '人'],
  [/地区数$/, '个'],
  [/次数$/, '次'],
  [/截止日$/, '日'],
];

/** What a number counts, by the name of the setting. */
export const unitOf = (title: string): string => units.find(([ending]) => ending.test(title))?.[1] ?? '';

/** What a setting may be, in words. */
export function limitWords(setting: Pick<Setting, 'name' | 'title' | 'choices'>): string {
  const kind = kindOf(setting);
  switch (kind.kind) {
    case 'integer':
      return `${kind.least.toLocaleString('zh-CN')}—${kind.most.toLocaleString('zh-CN')} ${kind.unit}`.trim();
    case 'share':
      return '0%—100%';
    case 'time':
      return '00:00—23:59';
    case 'truth':
      return '是或否';
    case 'choice':
      return Object.values(kind.choices).join('；');
    case 'several':
      return '至少一项，可以多选';
    case 'contest-methods':
    case 'contest-contents':
      return '每项 0%—100%，合计 100%';
    case 'duties':
      return '每项选定周期，数量 0—1,000,000（0 为不要求）';
    case 'leads':
      return '每个领域列出牵头部门，可以不止一个';
    case 'ladders':
      return '每级写明距期限的天数（到期前为负）和提醒对象';
    case 'tiers':
      return '人数起点由小到大，每人金额不为负';
  }
}

/** What is wrong with a value, for people: without the names that programs use. */
export const faultWords = (name: string, value: unknown): string | undefined =>
  faultOf(name as keyof Settings, value)
    ?.replace(/（[a-z]+）/g, '')
    .replace(/（[a-z]+，/g, '（');
