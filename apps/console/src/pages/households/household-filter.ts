import { householdKinds } from '@duban/policy/processes/household-monitoring/household-acts';
import { householdStages } from '@duban/policy/processes/household-monitoring/household-stage';
import type { Asked } from '@duban/contracts/answers/routes';
import type { DeadlineState } from '@duban/policy/dates/deadline';

/** What the list is narrowed to. */
export interface HouseholdFilter {
  territory: string | null;
  stage: string;
  /** `watched=true`. */
  fact: string;
  kind: string;
  /** States of deadlines; with any of them the list is one of deadlines, soonest first. */
  deadline: string;
  ended: 'false' | 'true' | 'all';
  q: string;
}

export const noFilter: HouseholdFilter = {
  territory: null,
  stage: '',
  fact: '',
  kind: '',
  deadline: '',
  ended: 'false',
  q: '',
};

export const stageChoices = Object.entries(householdStages).map(([value, title]) => ({ value, title }));

export const factChoices = [
  { value: 'watched=true', title: '重点关注户' },
  { value: 'longTerm=true', title: '长期跟踪监测' },
  { value: 'lacksDevelopmentMeasure=true', title: '尚缺开发式帮扶措施' },
  { value: 'greenChannel=true', title: '走绿色通道' },
  { value: 'settlement=true', title: '住集中安置区' },
];

export const kindChoices = Object.entries(householdKinds).map(([value, title]) => ({ value, title }));

export const deadlineChoices = [
  { value: 'overdue', title: '逾期' },
  { value: 'due-today', title: '今日到期' },
  { value: 'near', title: '临近' },
  { value: 'overdue,due-today,near,open', title: '全部未办结，先到期在前' },
  { value: 'suspended', title: '中止' },
];

const process = 'household-monitoring';

/** Households are kept by township; a village is one of their facts. */
export function casesQuery({ territory, stage, fact, kind, ended, q }: HouseholdFilter): Asked<'/cases'> {
  const isVillage = territory?.length === 12;
  return {
    process,
    territory: isVillage ? territory.slice(0, 9) : territory,
    stage,
    fact: [isVillage ? `village=${territory}` : '', kind === '' ? '' : `kind=${kind}`, fact].filter(Boolean),
    ended: ended === 'all' ? undefined : ended === 'true',
    q: q.trim(),
  };
}

export const deadlinesQuery = ({ territory, deadline }: HouseholdFilter): Asked<'/deadlines'> => ({
  process,
  territory: territory?.slice(0, 9),
  state: deadline === '' ? [] : (deadline.split(',') as DeadlineState[]),
});

/** The filter as the address carries it, so that a list can be linked to and come back to. */
export const filterIn = (query: Readonly<Record<string, unknown>>): HouseholdFilter => {
  const text = (name: keyof HouseholdFilter): string => (typeof query[name] === 'string' ? query[name] : '');
  const ended = text('ended');
  return {
    territory: text('territory') || null,
    stage: text('stage'),
    fact: text('fact'),
    kind: text('kind'),
    deadline: text('deadline'),
    ended: ended === 'true' || ended === 'all' ? ended : 'false',
    q: text('q'),
  };
};

export const addressOf = (filter: HouseholdFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) =>
      value === null || value === '' || (name === 'ended' && value === 'false') ? [] : [[name, String(value)]],
    ),
  );
