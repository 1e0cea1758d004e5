import { processNames, type CaseView, type ProcessName } from '@duban/policy/case/case';
import { builtOpenings, type BuiltOpening } from '@duban/policy/manifest/openings-builder';
import { rulesOf } from '@duban/policy/manifest/processes';
import { builtDispatch } from '@duban/policy/processes/dispatch/dispatch-builder';
import { builtSheet } from '@duban/policy/processes/duty-sheet/duty-builder';
import { helpedEpisode } from '@duban/policy/processes/household-monitoring/household-builder';
import { listedOn } from '@duban/policy/processes/county-listing/listing-builder';
import { builtAssessment, builtScores } from '@duban/policy/processes/monthly-assessment/month-builder';
import { postingFile } from '@duban/policy/processes/cadre-posting/posting-builder';
import { issuedBulletin } from '@duban/policy/processes/work-bulletin/work-bulletin-builder';
import { listedNames, listedWords } from './listed-names';

/** A case as it was opened, with nothing done yet: what it is opened with is all its listed fields need. */
const openedView = (process: ProcessName): CaseView => {
  const found: BuiltOpening | undefined = new Map(Object.entries(builtOpenings)).get(process);
  if (found === undefined) throw new Error(`nothing built of ${process}`);
  const common = { openedBy: { office: 'leading-group-office:14' }, acts: [], undelivered: [] };
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
