import type { CaseRow, TimelineEntry } from '@duban/contracts/answers/cases';
import { choicesIn, countersOf, ladderEntries } from './posting-acts';

const act = (name: string, occurredOn: string, body: object = {}): TimelineEntry =>
  ({ kind: 'act', name, occurredOn, detail: { body } }) as unknown as TimelineEntry;
const entries = [
  act('absence', '2026-11-09'),
  act('absence', '2026-11-05'),
  act('recordReminder', '2026-11-06', { absenceOn: '2026-11-05' }),
  act('approveLeaveAfterwards', '2026-11-10', { absenceOn: '2026-11-09' }),
  act('lowMonth', '2026-10-08', { month: '2026-09', bulletin: '襄驻办〔2026〕9号' }),
  act('lowMonth', '2026-11-05', { month: '2026-10', bulletin: '襄驻办〔2026〕10号' }),
  act('notLowMonth', '2026-11-08', { month: '2026-10' }),
  act('namedInSuperiorBulletin', '2026-11-01', { matter: 'M1', bulletin: '长驻办〔2026〕2号' }),
  act('namedInSuperiorBulletin', '2026-11-01', { matter: 'M2', bulletin: '长驻办〔2026〕3号' }),
  act('withdrawNaming', '2026-11-02', { matter: 'M2' }),
];

it('offers only what still counts', () => {
  const choices = choicesIn(entries);
  expect(choices['recordReminder']?.['absenceOn']).toEqual([
    { value: '2026-11-05', title: '2026年11月5日（周四）（已提醒）' },
  ]);
  expect(choices['withdrawNaming']?.['matter']?.map(({ value }) => value)).toEqual(['M1']);
  expect(choices['orderInterview']?.['because.months']).toEqual([{ value: '2026-09', title: '2026年9月' }]);
  expect(choicesIn([])).toEqual({});
});

it('tells the facts behind the ladders by their days', () => {
  expect(ladderEntries(entries).map(({ words }) => words)).toEqual([
    '2026年9月考核排名靠后（襄驻办〔2026〕9号）',
    '被上级通报：长驻办〔2026〕2号',
    '被上级通报：长驻办〔2026〕3号',
    '撤销误登的上级通报',
    '无故脱岗',
    '2026年10月考核排名靠后（襄驻办〔2026〕10号）',
    '乡镇党委就2026年11月5日（周四）脱岗予以提醒',
    '2026年10月经更正不再靠后',
    '无故脱岗',
    '2026年11月9日（周一）脱岗事后补假，不再计算',
  ]);
});

it('counts by the facts and the settings of the posting', () => {
  const row = { listed: { absences: 1, lowRun: 2, namedInBulletins: 0, interviewsHeld: 1 } } as unknown as CaseRow;
  const settings = {
    absencesForRecall: 2,
    lowMonthsForInterview: 2,
    superiorBulletinsForInterview: 2,
    interviewsForHandling: 2,
  };
  const { absence, ranking } = countersOf(row, settings);
  expect([...absence, ...ranking].map(({ count, needed }) => count >= needed)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});
