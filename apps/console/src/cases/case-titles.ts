import { chineseMonth } from '@duban/policy/dates/civil-date';
import type { CaseRow } from './case-types';
import { periodWords } from './fact-names';

/** What a case is called on its page and in lists. */
export function caseTitle({ process, processName, facts, subject, territoryName, number }: CaseRow): string {
  const text = (name: string): string => String(facts[name] ?? '');
  const own = subject.split(':').slice(2);
  switch (process) {
    case 'household-monitoring':
      return `监测户 ${own[0] ?? ''}${number > 1 ? `（第 ${number} 次监测）` : ''}`;
    case 'county-listing':
      return `${territoryName.replace(/^山西省/, '')} 第 ${text('round')} 轮挂牌督办`;
    case 'accountability':
      return `${territoryName.replace(/^山西省/, '')} 问责追责`;
    case 'supervision-cycle':
      return text('title') || processName;
    case 'monthly-assessment':
    case 'township-scores':
      return `${chineseMonth(text('month'))}${processName}`;
    case 'dispatch':
      return `${periodWords(text('period'))}调度`;
    case 'duty-sheet':
    case 'work-bulletin':
      return `${periodWords(text('period'))}${processName}`;
    case 'cadre-posting':
    case 'interview':
      return `${processName} ${text('cadre')}`;
    case 'subsidy-campaign':
    case 'contest':
      return `${text('year')}年${processName}`;
    default:
      return processName;
  }
}
