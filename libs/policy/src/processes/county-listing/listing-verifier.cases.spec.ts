import fc from 'fast-check';
import { buildCase, codeOf } from '../../case/case-builder';
import type { CivilDate } from '../../dates/civil-date';
import { countyListing } from './county-listing';
import type { ProblemProgressBody } from './listing-acts';
import { listedOn, offices } from './listing-builder';

const team = 'inspection-team:14';
/** The county listed on 10 January 2026 with P1; everything is recorded later, in one sitting. */
const listing = () => {
  const { caseId, openedOn, opening } = listedOn('2026-01-10', { problems: [{ id: 'P1', what: '两村季节性缺水' }] });
  const running = buildCase(countyListing, { caseId, openedOn, opening, today: '2026-12-31' });
  const said = (operation: string, office: string, person?: string) => (on: CivilDate, body: object) =>
    running.say(operation, on, body, { office, ...(person !== undefined && { person }) });
  return {
    ...running,
    report: (on: CivilDate, more: Partial<ProblemProgressBody> = {}, office: string = offices.city, person?: string) =>
      said(
        'problemProgress',
        office,
        person,
      )(on, {
        problem: 'P1',
        rectified: true,
        note: '已完工',
        evidence: '现场照片',
        ...more,
      }),
    verify: (on: CivilDate, office: string, passed = true, person?: string) =>
      said('verifyProblem', office, person)(on, { problem: 'P1', passed, note: '现场核查' }),
    policy: (on: CivilDate, positive: boolean) =>
      said('policyFinding', offices.province)(on, { positive, note: '入户核实' }),
    accept: (on: CivilDate, passed: boolean) => said('acceptance', offices.province)(on, { passed }),
  };
};
const admitted = expect.objectContaining({ admitted: true, keep: true });

describe('case 34 (A-3.7.h, D8): the city reports for the county and verifies', () => {
  it('is admitted to the end, and the county is delisted', () => {
    const running = listing();
    expect(running.report('2026-03-01')).toEqual(admitted);
    expect(running.verify('2026-04-01', offices.city)).toEqual(admitted);
    expect(running.policy('2026-07-11', true)).toEqual(admitted);
    expect(running.accept('2026-07-12', true)).toEqual(admitted);
    expect(running.view()).toMatchObject({ stage: 'delisted', ended: { on: '2026-07-12' } });
  });

  it('is not verified by the person who typed the report, where persons are known', () => {
    const running = listing();
    running.report('2026-03-01', {}, offices.city, 'P7');
    expect(running.verify('2026-04-01', offices.city, true, 'P7')).toMatchObject({
      code: 'NOT_ALLOWED',
      detail: expect.stringContaining('由他人核查'),
    });
    expect(running.verify('2026-04-01', offices.city, true, 'P8')).toEqual(admitted);
  });
});

describe('case 35 (A-3.7.h, D8): the city did the work itself', () => {
  it.each(['leading-group-office:1404', 'party-committee:1404', 'department:1404:water'])(
    'done by %s it is verified by the province office, and the refusal says so',
    (rectifiedBy) => {
      const running = listing();
      running.report('2026-03-01', { rectifiedBy });
      expect(running.verify('2026-04-01', offices.city)).toMatchObject({
        code: 'NOT_ALLOWED',
        detail: expect.stringContaining('省级巩固衔接办'),
      });
      expect(running.verify('2026-04-01', offices.province)).toEqual(admitted);
    },
  );

  it('done by the province too, it is verified by the inspection team alone', () => {
    const running = listing();
    running.report('2026-03-01', { rectifiedBy: 'department:1404:water' });
    running.report('2026-03-02', { rectifiedBy: 'department:14:water' });
    expect(running.verify('2026-04-01', offices.province)).toMatchObject({
      code: 'NOT_ALLOWED',
      detail: expect.stringContaining('省级专项巡查组'),
    });
    expect(running.verify('2026-04-01', team)).toEqual(admitted);
  });

  it.each([
    ['inspection-team:14', '不承担整改'],
    ['leading-group-office:140429', '该县或其上级'],
    ['party-committee:1405', '该县或其上级'],
  ])('is not said to have been done by %s', (rectifiedBy, words) =>
    expect(listing().report('2026-03-01', { rectifiedBy })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'rectifiedBy',
      detail: expect.stringContaining(words),
    }),
  );
});

describe('case 36 (A-3.7.h): neither verified nor found unrectified', () => {
  it.each([true, false])('refuses the verdict %s, naming P1 and who may verify it', (passed) => {
    const running = listing();
    running.policy('2026-07-11', false);
    expect(running.accept('2026-07-12', passed)).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      detail: expect.stringContaining('P1（由市级巩固衔接办核查）'),
    });
  });

  it('names the province where the city did the work', () => {
    const running = listing();
    running.report('2026-03-01', { rectifiedBy: offices.city });
    expect(running.accept('2026-07-12', true)).toMatchObject({
      detail: expect.stringContaining('P1（由省级巩固衔接办、省级专项巡查组核查）'),
    });
  });

  it('found unrectified by the city on 13 July, a failed acceptance of 14 July is admitted', () => {
    const running = listing();
    running.policy('2026-07-11', false);
    expect(running.verify('2026-07-13', offices.city, false)).toEqual(admitted);
    expect(running.accept('2026-07-14', false)).toEqual(admitted);
  });
});

describe('RULES 2.grounds: an acceptance is never locked', () => {
  const doers = [undefined, offices.county, 'village-committee:140423100201', offices.city, 'department:1404:water'];
  const doer = fc.constantFrom(...doers, offices.cityParty, 'department:14:water', offices.province);
  const reporter = fc.constantFrom(offices.county, offices.countyParty, 'department:140423:water', offices.city);
  const report = fc.record({ day: fc.integer({ min: 10, max: 28 }), rectifiedBy: doer, by: reporter });

  it('whoever did the work and whoever reported it, somebody else may verify, and then a verdict is given', () =>
    fc.assert(
      fc.property(fc.array(report, { maxLength: 5 }), fc.boolean(), (reports, passed) => {
        const running = listing();
        for (const { day, rectifiedBy, by } of reports)
          expect(codeOf(running.report(`2026-02-${day}`, rectifiedBy === undefined ? {} : { rectifiedBy }, by))).toBe(
            'admitted',
          );
        const isReported = reports.length > 0;
        const verifiers = [offices.city, offices.province, team].filter(
          (office) =>
            countyListing.offer(running.file(), 'verifyProblem', { by: { office }, today: '2026-07-12' }).isOffered &&
            codeOf(running.verify('2026-07-12', office, passed && isReported)) === 'admitted',
        );
        const did = new Set(reports.map(({ rectifiedBy }) => rectifiedBy?.split(':')[1]));
        expect(verifiers).not.toEqual([]);
        expect(verifiers.filter((office) => office !== team && did.has(office.split(':')[1]))).toEqual([]);
        running.policy('2026-07-12', passed && isReported);
        expect(running.accept('2026-07-12', passed && isReported)).toEqual(admitted);
      }),
    ));
});
