import { parseCaseId } from '@duban/policy/case/case-id';
import { processList, type ProcessName } from '@duban/policy/case/process-list';
import { chineseMonth } from '@duban/policy/dates/civil-date';
import type { CaseRow } from '@duban/contracts/answers/cases';
import { periodWords } from './period-words';

/** What the console must know of the cases of a process; what they list is named in `listed-names.ts`. */
interface ProcessPage {
  /** The folder of its pages in the address; `cases` has one for whatever needs none of its own. */
  folder: string;
  /** What a case is called on its page and in lists. */
  title: (row: CaseRow) => string;
  /** Its subject is somebody or something told apart by an own id: ` H001`; nothing where a place has one case at a time. */
  hasOwnId?: true;
}

const own = ({ subject }: CaseRow): string => subject.split(':')[2] ?? '';
const listed = (row: CaseRow, name: string): string => String(row.listed[name] ?? '');
const place = ({ territoryName }: CaseRow): string => territoryName.replace(/^山西省(?=.)/, '');
const plain = (row: CaseRow): string => row.processName;
const ofMonth = (row: CaseRow): string => `${chineseMonth(listed(row, 'month'))}${row.processName}`;
const ofPeriod = (row: CaseRow): string => `${periodWords(listed(row, 'period'))}${row.processName}`;
const ofCadre = (row: CaseRow): string => `${row.processName} ${listed(row, 'cadre')}`;
const ofYear = (row: CaseRow): string => `${listed(row, 'year')}年${row.processName}`;
const ofEpisode = (row: CaseRow): string => `监测户 ${own(row)}${row.number > 1 ? `（第 ${row.number} 次监测）` : ''}`;

const processPages: Readonly<Record<ProcessName, ProcessPage>> = {
  'supervision-cycle': { folder: 'cycles', title: (row) => listed(row, 'title') || row.processName },
  'household-monitoring': { folder: 'households', title: ofEpisode, hasOwnId: true },
  'county-listing': {
    folder: 'listings',
    title: (row) => `${place(row)} 第 ${listed(row, 'round')} 轮挂牌督办`,
  },
  accountability: { folder: 'cases', title: (row) => `${place(row)} 问责追责` },
  'monthly-assessment': { folder: 'cases', title: ofMonth },
  'township-scores': { folder: 'cases', title: ofMonth },
  'cadre-posting': { folder: 'cadres', title: ofCadre, hasOwnId: true },
  interview: { folder: 'interviews', title: ofCadre, hasOwnId: true },
  'duty-book': { folder: 'cases', title: plain },
  'duty-sheet': { folder: 'cases', title: ofPeriod },
  dispatch: { folder: 'dispatches', title: (row) => `${periodWords(listed(row, 'period'))}调度` },
  'work-bulletin': { folder: 'bulletins', title: ofPeriod },
  'area-interview': { folder: 'interviews', title: plain },
  problem: { folder: 'problems', title: plain, hasOwnId: true },
  inspection: { folder: 'inspections', title: plain },
  'subsidy-campaign': { folder: 'subsidies', title: ofYear },
  contest: { folder: 'contests', title: ofYear },
};

const pageOf = (caseId: string): ProcessPage | undefined => {
  const process = parseCaseId(caseId)?.process;
  return process === undefined ? undefined : processPages[process];
};

/** What a case is called on its page and in lists. */
export const caseTitle = (row: CaseRow): string => processPages[row.process].title(row);

/** `household:140423100:H1:1` → `/households/household:140423100:H1:1`. */
export const pathOfCase = (caseId: string, act?: string): string =>
  `/${pageOf(caseId)?.folder ?? 'cases'}/${caseId}${act === undefined ? '' : `?act=${act}`}`;

/** Where the acts of a case are sent. */
export const resourceOf = (caseId: string): string => {
  const process = parseCaseId(caseId)?.process;
  return process === undefined ? 'cases' : processList[process].resource;
};

/** Which household, cadre or problem: ` H001`; nothing for cases that are one of their place. */
export function ownIdOf(caseId: string): string {
  const id = caseId.split(':')[2];
  return pageOf(caseId)?.hasOwnId === true && id !== undefined ? ` ${id}` : '';
}
