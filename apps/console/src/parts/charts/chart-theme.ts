/** Colours and type of a chart, as the page has them now. */
export interface ChartTheme {
  ink: string;
  inkSoft: string;
  line: string;
  panel: string;
  green: string;
  yellow: string;
  red: string;
  grey: string;
  blue: string;
  font: string;
  size: number;
}

export function readTheme(): ChartTheme {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: value('ink'),
    inkSoft: value('ink-soft'),
    line: value('line'),
    panel: value('panel'),
    green: value('green'),
    yellow: value('yellow'),
    red: value('red'),
    grey: value('grey'),
    blue: value('blue'),
    font: value('el-font-family'),
    size: Number.parseFloat(style.fontSize) - 1,
  };
}

/** Calls back when light becomes dark or the type larger; returns how to stop. */
export function onAppearance(change: () => void): () => void {
  const observer = new MutationObserver(change);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'data-font'] });
  return () => observer.disconnect();
}
