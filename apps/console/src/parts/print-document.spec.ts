import { partsOf } from './print-document';

const number = '襄驻办〔2026〕7号';
const title = '关于快问快答情况的通报';

it('number, title and signature are not said twice', () => {
  const text = [number, title, '电话抽查一人', '未发现问题。', '襄垣县驻村办', '2026年11月26日（周四）'].join('\n');
  expect(partsOf({ number, title, text })).toEqual({
    number,
    title,
    lines: ['电话抽查一人', '未发现问题。'],
    signature: ['襄垣县驻村办', '2026年11月26日（周四）'],
  });
});

it('a text without a signature is all body', () =>
  expect(partsOf({ number: '报1', title: '报告', text: '一\n二' })).toMatchObject({
    lines: ['一', '二'],
    signature: [],
  }));
