import type { ProcessName } from '@duban/policy/case/case';
import { chineseMonth } from '@duban/policy/dates/civil-date';
import type { CaseRow } from '@duban/contracts/answers/cases';
import { periodWords } from './fact-names';

const own = ({ subject }: CaseRow): string => subject.split(':')[2] ?? '';
const fact = ({ listed }: CaseRow, name: string): string => String(listed[name] ?? '');
const place = ({ territoryName }: CaseRow): string => territoryName.replace(/^山西省(?=.)/, '');
const ofMonth = (row: CaseRow): string => `${chineseMonth(fact(row, 'month'))}${row.processName}`;
const ofPeriod = (row: CaseRow): string => `${periodWords(fact(row, 'period'))}${row.processName}`;
const ofCadre = (row: CaseRow): string => `${row.processName} ${fact(row, 'cadre')}`;
const ofYear = (row: CaseRow): string => `${fact(row, 'year')}年${row.processName}`;

const titles: Readonly<Partial<Record<ProcessName, (row: CaseRow) => string>>> = {
  'household-monitoring': (row) => `监测户 ${own(row)}${row.number > 1 ? `（第 ${row.number} 次监测）` : ''}`,
  'county-listing': (row) => `${place(row)} 第 ${fact(row, 'round')} 轮挂牌督办`,
  accountability: (row) => `${place(row)} 问责追责`,
  'supervision-cycle': (row) => fact(row, 'title') || row.processName,
  'monthly-assessment': ofMonth,
  'township-scores': ofMonth,
  dispatch: (row) => `${periodWords(fact(row, 'period'))}调度`,
  'duty-sheet': ofPeriod,
  'work-bulletin': ofPeriod,
  'cadre-posting': ofCadre,
  interview: ofCadre,
  'subsidy-campaign': ofYear,
  contest: ofYear,
};

/** What a case is called on its page and in lists. */
export const caseTitle = (row: CaseRow): string => titles[row.process as ProcessName]?.(row) ?? row.processName;
