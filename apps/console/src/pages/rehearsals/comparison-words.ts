import { basePolicy, settingOrigins } from '@duban/policy/settings/policy-set';
import { valueWords, differencesOf } from '../../parts/settings/setting-words';
import type { Comparison, PolicyChange } from '@duban/contracts/answers/rehearsals';

const signed = (difference: number): string => (difference > 0 ? `多 ${difference}` : `少 ${-difference}`);

/** What came out differently, in words: what presses first. */
export function comparisonLines({ counts, events }: Pick<Comparison, 'counts' | 'events'>): string[] {
  const pressing = ['overdue', 'refused', 'deadline-due', 'deadline-met', 'reminder'];
  const kinds = pressing.flatMap((kind) => counts.byKind.filter((one) => one.kind === kind && one.difference !== 0));
  const told = (one: Omit<Comparison['counts']['byKind'][number], 'kind'>): string =>
    `${one.name}${signed(one.difference)}（${one.left} → ${one.right}）`;
  const first =
    kinds.length === 0 ? '到期、办结、逾期的数量两边一样。' : `右边与左边相比：${kinds.map(told).join('，')}。`;
  const processes = counts.byProcess.filter(({ difference }) => difference !== 0).slice(0, 3);
  const { onlyLeft, onlyRight, moved, changed, same } = events;
  return [
    first,
    ...(processes.length === 0 ? [] : [`差别最大的流程：${processes.map(told).join('，')}。`]),
    `完全一样的 ${same} 件次；只有左边有 ${onlyLeft.total} 件次，只有右边有 ${onlyRight.total} 件次，日期移动 ${moved.total} 件次，同日内容不同 ${changed.total} 件次。`,
  ];
}

/** How things are taken for the same, in words. */
export const pairWords = ({ left, right }: Pick<Comparison, 'left' | 'right'>): string =>
  left.county === right.county
    ? '同一案件的同一事项放在一起比；日期不同的列入“日期移动”。'
    : '两次推演不是同一个县，逐项对比意义不大。';

/** Settings changed on one side or both, each with its value in words; what is not changed is as in force. */
export function changeLines({
  left,
  right,
}: {
  left: readonly PolicyChange[];
  right: readonly PolicyChange[];
}): { name: string; title: string; left: string; right: string }[] {
  const origins = settingOrigins(basePolicy.set) as Readonly<
    Record<string, { choices?: Readonly<Record<string, string>> }>
  >;
  const titles = new Map([...left, ...right].map(({ name, title }) => [name, title]));
  return [...titles].flatMap(([name, title]) => {
    const setting = { name, title, ...origins[name] };
    const words = (changes: readonly PolicyChange[]): string => {
      const change = changes.find((one) => one.name === name);
      if (change === undefined) return '按现行';
      const differences = differencesOf(setting, change.from, change.to);
      if (differences.length === 0) return '按现行';
      return differences[0]?.of === ''
        ? valueWords(setting, change.to)
        : differences.map(({ of, after }) => `${of} ${after}`).join('；');
    };
    const line = { name, title, left: words(left), right: words(right) };
    return line.left === line.right ? [] : [line];
  });
}
