import { asRead, nameOfOffice, placeName, placePath } from './place-names';

beforeAll(async () => {
  placeName('14');
  await new Promise((resolve) => setTimeout(resolve, 500));
});

it.each([
  ['责任单位：party-committee:140423100。请督办。', '责任单位：古韩镇党委。请督办。'],
  ['派出单位 dispatching-unit:1404:U07 须补派', '派出单位 派出单位U07 须补派'],
  ['140423县第1轮挂牌督办', '襄垣县第1轮挂牌督办'],
  ['案件household:140423100:H1:1', '案件household:140423100:H1:1'],
  ['2026年11月26日 08:30', '2026年11月26日 08:30'],
  ['已于 2026-11-21 由 party-committee:140423100 办结', '已于2026年11月21日（周六）由 古韩镇党委 办结'],
])('%s reads %s', (text, named) => expect(asRead(text)).toBe(named));

it('tells a village that no list names by its township', () => {
  expect(placeName('140423100999')).toBe('古韩镇所属村（代码 140423100999）');
  expect(placePath('140423100')).toBe('襄垣县古韩镇');
  expect(nameOfOffice('stationing-office:140423')).toBe('襄垣县驻村办');
});
