import { processNames, type CaseView, type ProcessName } from '@duban/policy/case/case';
import type { CaseId } from '@duban/policy/case/process-list';
import { rulesOf } from '@duban/policy/manifest/processes';
import { builtDispatch } from '@duban/policy/processes/dispatch/dispatch-builder';
import { builtSheet } from '@duban/policy/processes/duty-sheet/duty-builder';
import { helpedEpisode } from '@duban/policy/processes/household-monitoring/household-builder';
import { listedOn } from '@duban/policy/processes/county-listing/listing-builder';
import { builtAssessment, builtScores } from '@duban/policy/processes/monthly-assessment/month-builder';
import { postingFile } from '@duban/policy/processes/cadre-posting/posting-builder';
import { issuedBulletin } from '@duban/policy/processes/work-bulletin/work-bulletin-builder';
import { listedNames, listedWords } from './listed-names';

/** A case of each process as it was opened, with nothing done yet: what it is opened with is all its listed fields need. */
const openings: Partial<Record<ProcessName, { caseId: CaseId; opening: object }>> = {
  'supervision-cycle': {
    caseId: 'cycle:14:2026',
    opening: { province: '14', year: 2026, title: '百日攻坚', counties: ['140423'] },
  },
  accountability: {
    caseId: 'accountability:140423:1-1',
    opening: {
      county: '140423',
      listing: 'listing:140423:1',
      round: 2,
      grounds: [],
      pendingConfirmation: false,
      startedOn: '2026-07-01',
    },
  },
  interview: {
    caseId: 'interview:140423:C1:1:2026-12',
    opening: {
      county: '140423',
      cadre: 'C1',
      posting: 'posting:140423100:C1:1',
      unit: 'dispatching-unit:1404:U07',
      key: '2026-12',
      because: { months: ['2026-11'], bulletins: [] },
      orderedOn: '2026-07-01',
    },
  },
  'duty-book': {
    caseId: 'duty-book:140423:2026',
    opening: { territory: '140423', from: '2026-07-01', to: '2026-12-31', cycle: 'cycle:14:2026' },
  },
  'area-interview': {
    caseId: 'area-interview:1404:party-committee:1',
    opening: {
      office: 'party-committee:1404',
      clause: 'A-3.5',
      because: '进度落后',
      plannedOn: '2026-07-10',
      invited: [],
      territory: '1404',
      source: null,
      session: null,
      previous: null,
      cycles: [],
    },
  },
  problem: {
    caseId: 'problem:140423100204:1',
    opening: {
      place: '140423100204',
      list: 'skills',
      what: '政策不熟',
      source: 'check',
      reference: null,
      persons: [],
      recurs: null,
      yuan: null,
      owner: null,
    },
  },
  inspection: {
    caseId: 'inspection:14:flight-check:1',
    opening: {
      territory: '14',
      kind: 'flight-check',
      scope: '1404',
      plannedOn: '2026-07-10',
      note: null,
      sample: null,
      follows: null,
      cycles: [],
    },
  },
  'subsidy-campaign': { caseId: 'subsidies:140423100:2026', opening: { township: '140423100', year: '2026' } },
  contest: {
    caseId: 'contest:14:2026',
    opening: {
      province: '14',
      year: '2026',
      title: '大比拼',
      counties: ['140423'],
      keyCounties: [],
      membershipSource: '名单',
    },
  },
};

const openedView = (process: ProcessName): CaseView => {
  const found = openings[process];
  if (found === undefined) throw new Error(`nothing built of ${process}`);
  const common = { openedOn: '2026-07-01', openedBy: { office: 'leading-group-office:14' }, acts: [], undelivered: [] };
  const terms = { policy: { set: 'shanxi-2023', version: 1, changes: {} }, calendar: { version: 'none', years: {} } };
  return rulesOf(process).view({ ...common, ...terms, ...found });
};

const built: Partial<Record<ProcessName, () => CaseView>> = {
  'household-monitoring': () => helpedEpisode().view(),
  'county-listing': () => rulesOf('county-listing').view(listedOn('2026-03-10')),
  'monthly-assessment': () => rulesOf('monthly-assessment').view(builtAssessment().file()),
  'township-scores': () => rulesOf('township-scores').view(builtScores().file()),
  'cadre-posting': () => rulesOf('cadre-posting').view(postingFile([])),
  'duty-sheet': () => rulesOf('duty-sheet').view(builtSheet().file()),
  dispatch: () => rulesOf('dispatch').view(builtDispatch().file()),
  'work-bulletin': () => rulesOf('work-bulletin').view(issuedBulletin().file()),
};

const book = { place: () => '古韩镇', office: () => '襄垣县驻村办' };

describe.each(Object.keys(processNames) as ProcessName[])('listed fields of %s', (process) => {
  const { listed } = (built[process] ?? (() => openedView(process)))();

  it('have names', () => expect(Object.keys(listed).filter((key) => !(key in listedNames[process]))).toEqual([]));

  it('read as words: no value of letters alone is left', () => {
    const shown = Object.entries(listed).flatMap(([key, value]) => {
      const name = listedNames[process][key];
      return name === undefined || name.isElsewhere || name.names === 'case' || /编号/.test(name.title)
        ? []
        : [listedWords(name, value, book) ?? ''];
    });
    expect(shown.filter((text) => /^[a-z][a-z:-]+/.test(text))).toEqual([]);
  });
});

it.each([
  [true, '是'],
  [null, null],
  ['', null],
  ['2026-07-05', '2026年7月5日（周日）'],
  ['2026-07', '2026年7月'],
  [3, '3'],
] as const)('%s reads %s', (value, words) => expect(listedWords({ title: '某项' }, value, book)).toBe(words));
