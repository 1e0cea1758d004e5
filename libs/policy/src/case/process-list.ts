/** What every layer must know of a process before it knows its rules. */
interface ProcessRow {
  /** What its cases are called, in Chinese. */
  title: string;
  /** First part of its case ids, which are also the ids of their workflows: `household:140423100:H1:1`. */
  idPrefix: string;
  /** Plural, in the URL and in scenarios: `households.identify`. */
  resource: string;
  /** Cases about one subject follow one another, and the last part of their ids counts them. */
  isNumbered: boolean;
}

/**
 * Every process there is. A new one gets its row here; from then on the compiler names each place that has nothing to say of it yet: its
 * rules (`manifest/processes.ts`), the forms of its bodies (`operation-groups.ts` in contracts), its page (`process-pages.ts` in the console).
 */
export const processList = {
  'supervision-cycle': { title: '督办周期', idPrefix: 'cycle', resource: 'cycles', isNumbered: false },
  'household-monitoring': { title: '防返贫监测', idPrefix: 'household', resource: 'households', isNumbered: true },
  'county-listing': { title: '挂牌督办', idPrefix: 'listing', resource: 'listings', isNumbered: true },
  accountability: {
    title: '问责追责',
    idPrefix: 'accountability',
    resource: 'accountabilities',
    isNumbered: false,
  },
  'monthly-assessment': { title: '月度考核', idPrefix: 'assessment', resource: 'assessments', isNumbered: false },
  'township-scores': { title: '乡镇考核打分', idPrefix: 'scores', resource: 'scores', isNumbered: false },
  'cadre-posting': { title: '驻村任职', idPrefix: 'posting', resource: 'postings', isNumbered: true },
  interview: { title: '约谈', idPrefix: 'interview', resource: 'interviews', isNumbered: false },
  'duty-book': { title: '履职总台账', idPrefix: 'duty-book', resource: 'duty-books', isNumbered: false },
  'duty-sheet': { title: '履职台账', idPrefix: 'duties', resource: 'duties', isNumbered: false },
  dispatch: { title: '半月调度', idPrefix: 'dispatch', resource: 'dispatches', isNumbered: false },
  'work-bulletin': {
    title: '政策落实情况通报',
    idPrefix: 'work-bulletin',
    resource: 'work-bulletins',
    isNumbered: false,
  },
  'area-interview': {
    title: '约谈提醒',
    idPrefix: 'area-interview',
    resource: 'area-interviews',
    isNumbered: true,
  },
  problem: { title: '问题整改', idPrefix: 'problem', resource: 'problems', isNumbered: true },
  inspection: { title: '督导检查', idPrefix: 'inspection', resource: 'inspections', isNumbered: true },
  'subsidy-campaign': { title: '补贴补助发放', idPrefix: 'subsidies', resource: 'subsidies', isNumbered: false },
  contest: { title: '大比拼', idPrefix: 'contest', resource: 'contests', isNumbered: false },
} as const satisfies Record<string, ProcessRow>;

/** The name of a process; it runs through every layer. */
export type ProcessName = keyof typeof processList;
/** `<beginning>:<territory>:<subject…>`, made by `caseId`; also the id of the case's workflow. */
export type CaseId = `${(typeof processList)[ProcessName]['idPrefix']}:${string}`;

type Column<Name extends keyof ProcessRow> = { readonly [P in ProcessName]: (typeof processList)[P][Name] };

/** One column of the list, by process. */
export const columnOf = <Name extends keyof ProcessRow>(name: Name): Column<Name> =>
  Object.fromEntries(Object.entries(processList).map(([process, row]) => [process, row[name]])) as Column<Name>;

/** What the cases of each process are called. */
export const processNames = columnOf('title');
