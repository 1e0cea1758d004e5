import { bulletinText, type BulletinContent } from '@duban/policy/processes/monthly-assessment/bulletin';
import { paperOf } from './bulletin-paper';

const content: BulletinContent = {
  ...{
    county: '140423',
    month: '2026-09',
    number: '襄驻办〔2026〕9号',
    issuedOn: '2026-10-08',
    corrects: null,
    neutral: false,
    missing: ['140423100'],
    unscored: [],
  },
  lines: [
    { cadre: 'C1', township: '140423100', task: 90, presence: 80, total: 86, rank: 1, townshipRank: 1, low: false },
  ],
  units: ['dispatching-unit:140423:U01'],
};

it('takes a bulletin apart as it is laid out', () => {
  const paper = paperOf(bulletinText(content));
  expect(paper).toMatchObject({
    number: '襄驻办〔2026〕9号',
    title: '关于2026年9月驻村第一书记和工作队员考核情况的通报',
    addressee: '各乡镇党委，各有关派出单位：',
  });
  expect(paper.body.filter(({ isHeading }) => isHeading).map(({ text }) => text.slice(0, 2))).toEqual([
    '一、',
    '二、',
    '三、',
    '四、',
  ]);
  expect(paper.copies).toBe('抄送：〔dispatching-unit:140423:U01〕党委（党组）主要负责同志。');
  expect(paper.signature).toEqual(['〔140423〕驻村办', '2026年10月8日（周四）']);
});

it('loses no line, with copies and without', () => {
  for (const units of [content.units, []]) {
    const text = bulletinText({ ...content, units });
    const { number, title, addressee, body, copies, signature } = paperOf(text);
    expect(
      [
        number,
        title,
        addressee,
        ...body.map((line) => line.text),
        ...(copies === '' ? [] : [copies]),
        ...signature,
      ].join('\n'),
    ).toBe(text);
  }
});
