import { chartOption, type SeriesFigure } from './chart-option';
import type { ChartTheme } from './chart-theme';

const theme: ChartTheme = {
  ...{
    ink: '#111',
    inkSoft: '#444',
    line: '#ccc',
    panel: '#fff',
    green: '#0a0',
    yellow: '#aa0',
    red: '#a00',
    grey: '#888',
    blue: '#00a',
  },
  font: 'sans',
  size: 13,
};
const figure: SeriesFigure = {
  axis: '周',
  unit: '项',
  places: [
    { short: '11.2', long: '11月2日—11月8日' },
    { short: '11.9', long: '11月9日—11月15日' },
  ],
  series: [
    { name: '逾期', kind: 'line', values: [3, 4], colour: 'red', dash: 'dashed', symbol: 'triangle' },
    { name: '按期办结', kind: 'bar', values: [5, 6], colour: 'green', stack: '办结' },
  ],
};

describe('a chart of series', () => {
  const option = chartOption(figure, theme) as {
    xAxis: { data: string[] };
    series: Record<string, unknown>[];
    animation: boolean;
  };

  it('shows the figures in the colours of the page, each series with a form of its own', () => {
    expect(option.xAxis.data).toEqual(['11.2', '11.9']);
    expect(option.series).toEqual([
      expect.objectContaining({
        type: 'line',
        data: [3, 4],
        symbol: 'triangle',
        lineStyle: { width: 2, type: 'dashed', color: '#a00' },
      }),
      expect.objectContaining({ type: 'bar', data: [5, 6], stack: '办结' }),
    ]);
  });

  it('does not move', () => {
    expect(option.animation).toBe(false);
  });
});
