import { caseTitle } from './case-titles';
import type { CaseRow } from '@duban/contracts/answers/cases';

const row = (
  process: string,
  processName: string,
  subject: string,
  listed: CaseRow['listed'] = {},
  number = 1,
): CaseRow => ({ process, processName, subject, listed, number, territoryName: '山西省长治市襄垣县' }) as CaseRow;

it.each([
  [row('household-monitoring', '防返贫监测', 'household:140423100:H1'), '监测户 H1'],
  [row('household-monitoring', '防返贫监测', 'household:140423100:H1', {}, 2), '监测户 H1（第 2 次监测）'],
  [row('county-listing', '挂牌督办', 'listing:140423', { round: 2 }), '长治市襄垣县 第 2 轮挂牌督办'],
  [row('township-scores', '乡镇考核打分', 'scores:140423100:2026-11', { month: '2026-11' }), '2026年11月乡镇考核打分'],
  [row('dispatch', '半月调度', 'dispatch:140423:2026-11-H1', { period: '2026-11-H1' }), '2026年11月上半月调度'],
  [row('problem', '问题整改', 'problem:140423100204'), '问题整改'],
])('%#', (one, title) => expect(caseTitle(one)).toBe(title));
