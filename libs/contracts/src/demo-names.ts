const surnames = [...'王李张刘陈杨赵郭韩梁武任马段申牛常崔连史秦冯路苗'];
const firsts = [...'建志海永文国晓俊丽红玉秀春明爱卫新瑞'];
const seconds = [...'军平伟强峰东华斌亮刚芳霞燕琴珍梅萍娟'];

/** An invented name for an index, without repetition below 7,776: surnames and given names are common ones and belong to nobody in particular. */
export const demoName = (index: number): string =>
  part(surnames, index) +
  part(firsts, Math.floor(index / 24) + index * 5) +
  part(seconds, Math.floor(index / 432) + index * 7);

const part = (from: readonly string[], index: number): string => from[index % from.length] ?? '';
