import type { EChartsCoreOption } from 'echarts/core';
import type { ChartTheme } from './chart-theme';

/** One row of figures over the same places on the axis. Series differ by shape, dash or pattern, not by colour alone. */
export interface ChartSeries {
  name: string;
  kind: 'line' | 'bar';
  values: readonly number[];
  colour: 'green' | 'yellow' | 'red' | 'grey' | 'blue';
  dash?: 'solid' | 'dashed' | 'dotted';
  symbol?: 'circle' | 'triangle' | 'rect' | 'diamond';
  /** Bars of one stack stand upon each other. */
  stack?: string;
}

/** What a chart shows; its table shows the same. */
export interface SeriesFigure {
  /** What stands on the axis: 周, 月. */
  axis: string;
  places: readonly { short: string; long: string }[];
  series: readonly ChartSeries[];
  unit: string;
}

/** The figure as ECharts wants it, in the colours of the page, without movement. */
export function chartOption(
  { places, series, unit }: SeriesFigure,
  theme: ChartTheme,
  isNarrow = false,
): EChartsCoreOption {
  const text = { color: theme.inkSoft, fontFamily: theme.font, fontSize: theme.size };
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: 12, top: isNarrow ? 56 : 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 22, textStyle: { ...text, color: theme.ink } },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: theme.panel,
      borderColor: theme.line,
      textStyle: { ...text, color: theme.ink },
      valueFormatter: (value: unknown) => `${String(value)} ${unit}`,
      axisPointer: { lineStyle: { color: theme.inkSoft }, shadowStyle: { color: theme.line, opacity: 0.4 } },
    },
    xAxis: {
      type: 'category',
      data: places.map(({ short }) => short),
      axisLabel: { ...text, hideOverlap: true },
      axisLine: { lineStyle: { color: theme.inkSoft } },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: theme.line } } },
    series: series.map((one) => ({
      name: one.name,
      type: one.kind,
      data: [...one.values],
      itemStyle: { color: theme[one.colour], ...(one.kind === 'bar' && { borderColor: theme.panel, borderWidth: 1 }) },
      ...(one.kind === 'line' && {
        lineStyle: { width: 2, type: one.dash ?? 'solid', color: theme[one.colour] },
        symbol: one.symbol ?? 'circle',
        symbolSize: 7,
      }),
      ...(one.kind === 'bar' && { barMaxWidth: 22 }),
      ...(one.stack !== undefined && { stack: one.stack }),
    })),
  };
}
