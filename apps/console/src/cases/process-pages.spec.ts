import { caseTitle, ownIdOf, pathOfCase, resourceOf } from './process-pages';
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

it('a case is found under the folder of its process, its acts under the resource', () => {
  expect(pathOfCase('posting:140423100:C1:1', 'visit')).toBe('/cadres/posting:140423100:C1:1?act=visit');
  expect(pathOfCase('duties:140423100:2026-11')).toBe('/cases/duties:140423100:2026-11');
  expect(resourceOf('posting:140423100:C1:1')).toBe('postings');
  expect([pathOfCase('nothing'), resourceOf('nothing')]).toEqual(['/cases/nothing', 'cases']);
});

it('households and cadres are told by their own ids, a place’s dispatch is not', () => {
  expect(ownIdOf('household:140423100:H001:1')).toBe(' H001');
  expect(ownIdOf('dispatch:140423:2026-11-H2')).toBe('');
});
