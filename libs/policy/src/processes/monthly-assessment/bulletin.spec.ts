import { bulletinText, bulletinTitle, type BulletinContent } from './bulletin';

const content: BulletinContent = {
  county: '140423',
  month: '2026-11',
  number: '襄驻办〔2026〕9号',
  issuedOn: '2026-12-07',
  corrects: null,
  lines: [
    { cadre: 'C2', township: '140423101', task: 95, presence: 90.5, total: 93.2, rank: 1, townshipRank: 1, low: false },
    { cadre: 'C1', township: '140423100', task: 60, presence: 60, total: 60, rank: 2, townshipRank: 1, low: true },
  ],
  neutral: false,
  missing: ['140423102'],
  unscored: [{ cadre: 'C3', township: '140423102', reason: 'not-scored' }],
  units: ['dispatching-unit:1404:U07'],
};

describe('clause C-3.5: the bulletin as text', () => {
  it('carries number, month, ranks of county and townships, who is low, who is missing, who is 未考核, and to whom it is copied', () => {
    expect(bulletinText(content).split('\n')).toEqual([
      '襄驻办〔2026〕9号',
      '关于2026年11月驻村第一书记和工作队员考核情况的通报',
      '各乡镇党委，各有关派出单位：',
      expect.stringContaining('参加排队2人'),
      '一、县域排队',
      '第1名 〔C2〕 〔140423101〕 总分93.2（任务95.0，在岗90.5）',
      '第2名 〔C1〕 〔140423100〕 总分60.0（任务60.0，在岗60.0）',
      '二、各乡镇排队',
      '〔140423100〕：1.〔C1〕',
      '〔140423101〕：1.〔C2〕',
      '三、排名靠后人员',
      '〔C1〕。',
      '四、未按要求报送或未全部报送考核结果的乡镇',
      '〔140423102〕。',
      '五、未考核人员（不参加排队）',
      '〔C3〕 〔140423102〕 乡镇未评分',
      '抄送：〔dispatching-unit:1404:U07〕党委（党组）主要负责同志。',
      '〔140423〕驻村办',
      '2026年12月7日（周一）',
    ]);
  });

  it('numbers only the sections it has, and says why nobody is low in a neutral month', () => {
    const text = bulletinText({ ...content, neutral: true, missing: [] });
    expect(text).toContain('三、排名靠后人员\n本月参加排队人数不足');
    expect(text).toContain('四、未考核人员');
  });

  it('says what a correcting bulletin corrects', () => {
    const corrected = {
      ...content,
      number: '10号',
      corrects: { number: '9号', issuedOn: '2026-12-07' },
      correction: { cadre: 'C3', before: null, after: { cadre: 'C3', task: 80, presence: 81.5 }, reason: '乡镇补报' },
    };
    expect(bulletinTitle(corrected)).toContain('更正通报');
    expect(bulletinText(corrected)).toContain(
      '现对2026年12月7日（周一）印发的9号作如下更正：〔C3〕的得分由未考核更正为任务80.0，在岗81.5（乡镇补报）',
    );
  });
});
