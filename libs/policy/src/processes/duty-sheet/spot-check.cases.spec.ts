import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildCase } from '../../case/case-builder';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { inspection } from '../inspection/inspection';
import { builtSheet, rowOf, system, type Sheet } from './duty-builder';

const stationing = { office: 'stationing-office:14' };
const duty = 'selection-spot-check';
const provinceYear = (cycle?: { from: CivilDate; to: CivilDate }): Sheet =>
  builtSheet({ territory: '14', cadence: 'year', on: '2026-01-01', ...(cycle !== undefined && { cycle }) });

/** A spot check begun on a day and concluded a week later, as it tells the sheet. */
function checked(sheet: Sheet, begunOn: CivilDate): void {
  const check = buildCase(inspection, {
    caseId: 'inspection:14:spot-check:1',
    openedOn: begunOn,
    opening: {
      territory: '14',
      kind: 'spot-check',
      scope: '14',
      plannedOn: begunOn,
      note: null,
      sample: null,
      follows: null,
    },
  });
  check.say('begin', begunOn, {}, stationing);
  check.say('conclude', addDays(begunOn, 7), { number: '晋驻办〔2026〕8号', summary: '暗访抽查' }, stationing);
  for (const one of check.view().consequences)
    if (one.kind === 'tell' && one.operation === 'dutyDone') sheet.say('dutyDone', one.on, one.body, system);
}
const lineOf = (sheet: Sheet) => rowOf(sheet, `${duty}@2026`);

describe('case 54 (C-2.1.l, D18): the province’s spot check counts from 1 June to 31 July', () => {
  it.each(['2026-01-10', '2026-05-31', '2026-08-01'])('begun on %s: the line stands open', (begunOn) => {
    const sheet = provinceYear();
    checked(sheet, begunOn);
    expect(lineOf(sheet)).toMatchObject({ owner: stationing.office, due: '2026-07-31', fulfilled: 0, missing: 1 });
  });

  it.each(['2026-06-01', '2026-07-31'])('begun on %s: done in time, though the report follows later', (begunOn) => {
    const sheet = provinceYear();
    checked(sheet, begunOn);
    expect(lineOf(sheet)).toMatchObject({ fulfilled: 1, late: 0, missing: 0, lines: [{ doneOn: begunOn }] });
  });

  it('entered by hand for another day it is refused, naming the days', () => {
    const verdict = provinceYear().say('record', '2026-08-01', { duty }, stationing);
    expect(verdict).toMatchObject({
      code: 'OUT_OF_RANGE',
      clause: 'C-2.1',
      detail: expect.stringContaining('应在2026年6月1日（周一）至2026年7月31日（周五）开展'),
    });
  });

  it('a cycle begun after it owes it first next year', () =>
    expect(lineOf(provinceYear({ from: '2026-08-01', to: '2026-12-31' }))).toBeUndefined());

  it('whatever the day', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 350 }), (days) => {
        const begunOn = addDays('2026-01-01', days);
        const sheet = provinceYear();
        checked(sheet, begunOn);
        expect([begunOn, lineOf(sheet)?.missing]).toEqual([
          begunOn,
          begunOn >= '2026-06-01' && begunOn <= '2026-07-31' ? 0 : 1,
        ]);
      }),
      { numRuns: 120 },
    ));
});

describe('(C-3.4, D18) a check belongs to the period of its first day', () => {
  it('a flight check begun on 30 October and reported in November counts for September and October', () => {
    const check = buildCase(inspection, {
      caseId: 'inspection:14:flight-check:1',
      openedOn: '2026-10-30',
      opening: {
        territory: '14',
        kind: 'flight-check',
        scope: '14',
        plannedOn: '2026-10-30',
        note: null,
        sample: null,
        follows: null,
      },
    });
    check.say('begin', '2026-10-30', {}, stationing);
    check.say('conclude', '2026-11-06', { number: '晋驻办〔2026〕12号', summary: '通报' }, stationing);
    expect(check.view().consequences.filter(({ key }) => key === 'done')).toMatchObject([
      { on: '2026-10-30', caseId: 'duties:14:2026-M09-10', body: { period: '2026-M09-10' } },
    ]);
  });
});
