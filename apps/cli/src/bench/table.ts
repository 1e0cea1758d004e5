/** One figure of the benchmark as it is printed. */
export interface Row {
  what: string;
  ours: string;
  /** The bare workflow's, measured in the same run. */
  bare?: string;
  ratio?: number;
  goal?: string;
  isReached?: boolean;
}

/** The rows under their headings, columns aligned; Chinese characters count two. */
export function tableOf(rows: readonly Row[]): string {
  const headings = ['指标', '督办', '裸流程', '比值', '目标', ''];
  const cells = rows.map(({ what, ours, bare, ratio, goal, isReached }) => [
    what,
    ours,
    bare ?? '',
    ratio === undefined ? '' : ratio.toFixed(2),
    goal ?? '',
    isReached === undefined ? '' : isReached ? '达到' : '未达到',
  ]);
  const lines = [headings, ...cells];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  const rule = widths.map((width) => '─'.repeat(width));
  return [headings, rule, ...cells]
    .map((line) =>
      line
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const padded = (text: string, width: number): string => text + ' '.repeat(width - widthOf(text));

const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);

export const perSecond = (value: number): string => `${value.toFixed(1)} /s`;
export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
