import type { Claim, Claims } from '../claim';
import { claim, openLine, partly, piece, rules, tests } from '../claim-rows';

const bulletins: Claim = {
  ...openLine('county-bulletin', 'A-3.4.a: the bulletin of the county, of the city, of the province'),
  takeOut: [{ duty: 'county-bulletin' }, { duty: 'city-bulletin' }, { duty: 'province-bulletin' }],
};
const visits: Claim = {
  ...openLine(
    'upper-unit-visit',
    'C-3.2.e–k: visits of a unit’s head, and of three leaders of upper and of county units',
  ),
  takeOut: [{ duty: 'unit-head-visit' }, { duty: 'upper-unit-visit' }, { duty: 'county-unit-visit' }],
};
const heads = (head: string) => piece(rules.dutyRowMakers, head);
const partyHead = heads("'party-head': '党委主要负责同志',");
const governmentHead = heads("'government-head': '政府主要负责同志'");
const unmarked = tests(
  'duty-sheet',
  'five-days.cases.spec.ts',
  'case 43 (C-3.6.h, D9): working days of November unmarked',
);
const unmarkedDays = claim(
  '每日考勤：未登记的工作日逐人点名',
  unmarked('are named to the secretary and to T1, on the day after the last week was read'),
  piece('processes/duty-sheet/duty-attendance.ts', 'if (missing.size === 0) return [];', 'return [];'),
);
const meetings = partly(
  openLine('village-meetings', 'C-2.7.f: village-meetings@2026-11'),
  '没有召开会议的月份填0即算完成，未核对会议是否召开。',
);
const inCharge = heads("'leader-in-charge': '分管领导',");
const forVillage = heads("'leader-for-village': '包村领导',");
const department = heads("'department-head': '承办部门负责人',");
const festivals = tests(
  'duty-sheet',
  'care-visits.cases.spec.ts',
  'case 78 (C-3.6.i, j, D22): 中秋 2026, holiday 25–27 Sep',
);
const festivalVisit = festivals('nobody came: the line stands open by the name of C1, for himself and for his family');
const struck = tests(
  'duty-sheet',
  'care-visits.cases.spec.ts',
  'case 78 (C-3.6.k, D22): C1 falls gravely ill on 10 Nov 2026',
);
const unitYear = '@2026~dispatching-unit:140423:U07';

/** Recurring duties: nobody did it, and the line of who owes it stands open. */
export const claimsOfDuties: Claims = {
  'A-2.1.b': {
    ...openLine('visit-all', 'A-2.1.b: monitored households every month, all households every quarter'),
    takeOut: [{ duty: 'visit-monitored' }, { duty: 'visit-all' }],
  },
  'A-2.7.b': partly(openLine('five-days', 'C-3.3.f: five-days@2026-W46'), '是否全脱产尚未核对。'),
  'A-3.4.a': bulletins,
  'A-3.6.b': openLine('province-inspection', 'B-3.3.d: province-inspection@2026-Q4'),
  'A-4.1.c': openLine('liaison-supervision', 'A-4.1.c: liaison-supervision@2026-Q4~party-committee:1404'),
  'A-4.4.c': visits,
  'A-4.4.e': openLine('visit-monitored', 'C-2.3.a: visit-monitored@2026-11'),
  'B-3.1.g': openLine('visit-monitored', 'C-2.3.a: visit-monitored@2026-11'),
  'B-3.3.b': bulletins,
  'B-3.3.c': openLine('province-interview', 'B-3.3.c: province-interview@2026-M11-12'),
  'B-3.3.d': openLine('province-inspection', 'B-3.3.d: province-inspection@2026-Q4'),
  'C-2.1.l': openLine('selection-spot-check', 'C-2.1.l: selection-spot-check@2026'),
  'C-2.2.b': openLine('county-training', 'C-2.2.b: county-training@2026'),
  'C-2.2.c': partly(
    openLine('province-training', 'C-2.2.c: province-training@2026'),
    '未按人列出应参训而未参训的人员。',
  ),
  'C-2.2.d': partly(openLine('city-training', 'C-2.2.d: city-training@2026'), '未按人列出应参训而未参训的人员。'),
  'C-2.2.e': openLine('training', 'C-2.2.e: training@2026'),
  'C-2.2.f': openLine('daily-training', 'C-2.2.f: daily-training@2026-11'),
  'C-2.2.g': openLine('spot-quiz', 'C-2.5.d: spot-quiz@2026-11'),
  'C-2.3.a': openLine('visit-monitored', 'C-2.3.a: visit-monitored@2026-11'),
  'C-2.3.b': openLine('visit-all', 'C-2.3.b: visit-all@2026-Q4'),
  'C-2.4.j': openLine('province-sales-help', 'C-2.4.j: province-sales-help@2026~dispatching-unit:14:U01'),
  'C-2.4.k': openLine('city-sales-help', 'C-2.4.k: city-sales-help@2026~dispatching-unit:1404:U04'),
  'C-2.4.l': openLine('county-sales-help', 'C-2.4.l: county-sales-help@2026~dispatching-unit:140423:U07'),
  'C-2.5.d': openLine('spot-quiz', 'C-2.5.d: spot-quiz@2026-11'),
  'C-2.5.i': openLine('broadcast', 'C-2.5.i: broadcast@2026-W46'),
  'C-2.6.a': partly(
    openLine('work-plan', 'C-2.6.a: work-plan@2026~dispatching-unit:140423:U07'),
    '按单位核对，未按每个帮扶村分列；年底到期，未按3月31日。',
  ),
  'C-2.6.d': visits,
  'C-2.7.f': meetings,
  'C-3.1.d': openLine('county-study', 'C-3.1.d: county-study@2026-M11-12'),
  'C-3.1.e': openLine('township-study', 'C-3.1.e: township-study@2026-11'),
  'C-3.1.f': openLine('county-covert-visit', 'C-3.1.f: county-covert-visit@2026-M11-12', partyHead),
  'C-3.1.g': openLine('county-covert-visit', 'C-3.1.g: county-covert-visit@2026-M11-12', governmentHead),
  'C-3.1.h': openLine('township-covert-visit', 'C-3.1.h: township-covert-visit@2026-11', partyHead),
  'C-3.1.i': openLine('township-covert-visit', 'C-3.1.i: township-covert-visit@2026-11', governmentHead),
  'C-3.1.k': partly(unmarkedDays, '未登记的日期到月末才点名，未按周核对。'),
  'C-3.2.a': openLine('unit-study', 'C-3.2.a: unit-study@2026-M11-12~dispatching-unit:140423:U07'),
  'C-3.2.b': partly(
    openLine('unit-study', 'C-3.2.a: unit-study@2026-M11-12~dispatching-unit:140423:U07'),
    '与研究帮扶工作合为一项，未单独标明是否听取了汇报。',
  ),
  'C-3.2.e': openLine('unit-head-visit', 'C-3.2.e: unit-head-visit@2026~dispatching-unit:140423:U07'),
  'C-3.2.f': openLine('upper-unit-visit', 'C-3.2.f: upper-unit-visit@2026-M11-12~dispatching-unit:14:U01', inCharge),
  'C-3.2.g': openLine(
    'upper-unit-visit',
    'C-3.2.g: upper-unit-visit@2026-M11-12~dispatching-unit:1404:U04',
    forVillage,
  ),
  'C-3.2.h': openLine(
    'upper-unit-visit',
    'C-3.2.h: upper-unit-visit@2026-M11-12~dispatching-unit:1404:U04',
    department,
  ),
  'C-3.2.i': openLine('county-unit-visit', 'C-3.2.i: county-unit-visit@2026-11~dispatching-unit:140423:U07', inCharge),
  'C-3.2.j': openLine(
    'county-unit-visit',
    'C-3.2.j: county-unit-visit@2026-11~dispatching-unit:140423:U07',
    forVillage,
  ),
  'C-3.2.k': openLine(
    'county-unit-visit',
    'C-3.2.k: county-unit-visit@2026-11~dispatching-unit:140423:U07',
    department,
  ),
  'C-3.3.c': unmarkedDays,
  'C-3.3.f': openLine('five-days', 'C-3.3.f: five-days@2026-W46'),
  'C-3.3.g': openLine('four-nights', 'C-3.3.g: four-nights@2026-W46'),
  'C-3.3.h': meetings,
  'C-3.3.i': openLine('work-meeting', 'C-3.3.i: work-meeting@2026-W46'),
  'C-3.4.b': openLine('province-flight-check', 'C-3.4.b: province-flight-check@2026-M11-12'),
  'C-3.4.c': openLine('city-flight-check', 'C-3.4.c: city-flight-check@2026-M11-12'),
  'C-3.4.d': openLine('county-flight-check', 'C-3.4.d: county-flight-check@2026-11'),
  'C-3.6.e': openLine('health-check', `C-3.6.e: health-check${unitYear}`),
  'C-3.6.f': openLine('insurance', `C-3.6.f: insurance${unitYear}`),
  'C-3.6.i': { by: '重大节日走访慰问驻村干部', test: festivalVisit, takeOut: [{ duty: 'festival-visit' }] },
  'C-3.6.j': claim(
    '重大节日走访慰问驻村干部家属',
    festivals('names whom it is still owed to: the family'),
    heads("covers: 'cadre-and-family',"),
  ),
  'C-3.6.k': claim(
    '重大变故或突发重大疾病探望慰问期限',
    struck('the seven days pass and U has not come: it is heard of on the days of the ladder'),
    heads("occasions: 'misfortunes',"),
  ),
};
