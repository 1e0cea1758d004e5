import { groundsWords } from './grounds-words';

it.each([
  ['2026-09、2026-10', false, '2026年9月、2026年10月排名靠后'],
  ['晋驻办〔2026〕7号', false, '被上级通报：晋驻办〔2026〕7号'],
  ['', true, '组织部决定约谈'],
  ['', false, '达到约谈条件'],
])('%s', (because, isByHand, words) => expect(groundsWords(because, isByHand)).toBe(words));
