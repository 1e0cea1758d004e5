import type { MovedDeadline } from '@duban/contracts/answers/policy';
import { confirmationWords, movedBy, movedByProcess, previewLines } from './preview-words';

const moved = (dueBefore: string, dueAfter: string, processName = '约谈'): MovedDeadline => ({
  caseId: 'c',
  processName,
  territoryName: '',
  deadline: 'd',
  what: '',
  dueBefore,
  dueAfter,
});
const preview = {
  cases: 10,
  moved: [
    moved('2026-12-06', '2026-12-11'),
    moved('2026-11-28', '2026-11-20', '问题整改'),
    moved('2026-11-20', '2026-11-27', '问题整改'),
  ],
  movedTotal: 3,
  unchanged: 7,
};

describe('what a change would move', () => {
  it('counts later and earlier, and what becomes or stops being overdue', () => {
    expect(previewLines(preview, '2026-11-26')).toEqual([
      '未结案件 10 件，其中 3 项期限会改变，7 项不变。',
      '推后 2 项，提前 1 项。',
      '有 1 项一经调整即成逾期。',
      '有 1 项不再逾期。',
    ]);
    expect(previewLines({ ...preview, moved: [], movedTotal: 0 }, '2026-11-26')).toEqual([
      '未结案件 10 件，没有期限会改变（7 项期限不变）。',
    ]);
    expect(previewLines({ ...preview, movedTotal: 900 }, '2026-11-26')[1]).toContain('列出的前 3 项中');
  });

  it('tells days and processes', () => {
    expect(preview.moved.map(movedBy)).toEqual(['推后 5 天', '提前 8 天', '推后 7 天']);
    expect(movedByProcess(preview.moved)).toEqual([
      { processName: '问题整改', count: 2 },
      { processName: '约谈', count: 1 },
    ]);
  });

  it('asks with numbers before saving', () => {
    expect(confirmationWords({ count: 2, version: 3, applyToOpen: true, preview })).toContain(
      '10 件未结案件一并改用新版：3 项期限改变日期，7 项不变',
    );
    expect(confirmationWords({ count: 2, version: 3, applyToOpen: false, preview })).toContain('仍按原来的版本办理');
  });
});
