import type { CaseFile } from '../../case/case';
import { countyListing } from './county-listing';
import type { ListingOpening } from './listing-acts';
import { rectified, verified, asAct, listedOn, offices, withActs, type BuiltAct } from './listing-builder';

const today = '2028-12-31';
const judge = (file: CaseFile<ListingOpening>, ...act: BuiltAct) => countyListing.judge(file, asAct(act), today);
const view = countyListing.view;
const refusedWith = (code: string, field?: string) =>
  expect.objectContaining({ admitted: false, code, ...(field === undefined ? {} : { field }) });
const admitted = expect.objectContaining({ admitted: true, keep: true });
const repeated = expect.objectContaining({ admitted: true, keep: false, told: expect.any(String) });

const march = listedOn('2026-03-10');

describe('clause A-3.7: rectified, evidenced, verified by another', () => {
  const done = { problem: 'P1', rectified: true, note: '已完工', evidence: '验收单' };
  const doneByCity = { ...done, rectifiedBy: offices.city };

  it('needs evidence', () => {
    const body = { problem: 'P1', rectified: true, note: '已完工' };
    expect(judge(march, '2026-05-02', 'problemProgress', body, offices.county)).toEqual(
      refusedWith('CONDITIONS_NOT_MET', 'evidence'),
    );
  });

  it('does not keep progress that finishes nothing', () => {
    const body = { problem: 'P1', rectified: false, note: '施工中' };
    expect(judge(march, '2026-05-02', 'problemProgress', body, offices.county)).toMatchObject({
      admitted: true,
      keep: false,
    });
  });

  it('cannot be verified as rectified before it was reported so', () => {
    expect(judge(march, ...verified('2026-05-02', 'P1', true))).toEqual(refusedWith('CONDITIONS_NOT_MET', 'passed'));
    expect(judge(march, ...verified('2026-05-02', 'P1', false))).toEqual(admitted);
    const later = withActs(march, rectified('2026-05-03', 'P1'));
    expect(judge(later, ...verified('2026-05-02', 'P1', true))).toEqual(refusedWith('CONDITIONS_NOT_MET', 'passed'));
    expect(judge(later, ...verified('2026-05-03', 'P1', true))).toEqual(admitted);
  });

  it('is not verified by the office that did the work', () => {
    const byCity = withActs(march, ['2026-05-01', 'problemProgress', doneByCity, offices.city]);
    expect(judge(byCity, ...verified('2026-05-02', 'P1', true))).toEqual(refusedWith('NOT_ALLOWED', 'problem'));
    expect(judge(byCity, ...verified('2026-05-02', 'P2', false))).toEqual(admitted);
  });

  it('is not verified by whoever did everything on the list, but for days before', () => {
    const everythingOn = (on: string) =>
      withActs(
        march,
        [on, 'problemProgress', doneByCity, offices.city],
        [on, 'problemProgress', { ...doneByCity, problem: 'P2' }, offices.city],
      );
    expect(judge(everythingOn('2026-05-01'), ...verified('2026-04-30', 'P1', false))).toEqual(admitted);
    expect(judge(everythingOn('2026-03-10'), ...verified('2026-05-02', 'P1', false))).toEqual(
      expect.objectContaining({ code: 'NOT_ALLOWED', detail: expect.stringContaining('均由本级实施') }),
    );
  });

  it('is nothing to be reported or verified while no problem is listed', () => {
    const bare = listedOn('2026-03-10', { problems: [] });
    expect(judge(bare, ...rectified('2026-05-02', 'P1'))).toEqual(refusedWith('UNKNOWN_SUBJECT'));
    expect(judge(bare, ...verified('2026-05-02', 'P1', false))).toEqual(refusedWith('UNKNOWN_SUBJECT'));
  });

  it('is verified by the province where the city rectified, and only there', () => {
    const byCity = withActs(march, rectified('2026-05-01', 'P2'), [
      '2026-05-01',
      'problemProgress',
      doneByCity,
      offices.city,
    ]);
    for (const office of [offices.province, 'inspection-team:14']) {
      const [on, operation, body] = verified('2026-05-02', 'P1', true);
      expect(judge(byCity, on, operation, body, office)).toEqual(admitted);
      expect(judge(byCity, on, operation, { ...done, problem: 'P2', passed: true }, office)).toEqual(
        refusedWith('NOT_ALLOWED', 'problem'),
      );
      expect(judge(march, on, operation, body, office)).toEqual(refusedWith('NOT_ALLOWED'));
    }
  });

  it('is not verified by the person who reported it, under whatever office', () => {
    const said = (act: BuiltAct, person: string) => {
      const plain = asAct(act);
      return { ...plain, by: { ...plain.by, person } };
    };
    const file = {
      ...march,
      acts: [{ ...said(rectified('2026-05-01', 'P1'), 'P7'), sequence: 2, recordedAt: '2026-05-01T01:00:00.000Z' }],
    };
    const verify = (person: string) =>
      countyListing.judge(file, said(verified('2026-05-02', 'P1', true), person), today);
    expect(verify('P7')).toEqual(refusedWith('NOT_ALLOWED', 'problem'));
    expect(verify('P8')).toEqual(admitted);
  });

  it('tells the second officer who verifies the same', () => {
    const file = withActs(march, rectified('2026-05-01', 'P1'), verified('2026-05-02', 'P1', true));
    expect(judge(file, ...verified('2026-05-03', 'P1', true))).toEqual(repeated);
    expect(judge(file, ...verified('2026-05-03', 'P1', false))).toEqual(admitted);
  });
});

describe('clause A-3.6: repeatedly unrectified', () => {
  const once = withActs(march, verified('2026-05-02', 'P1', false));
  const suggestions = (file: CaseFile<ListingOpening>) => view(file).notices.filter(({ clause }) => clause === 'A-3.6');

  it('suggests accountability to the inspection team and the province at the second failed verification', () => {
    expect(suggestions(once)).toEqual([]);
    const twice = withActs(once, verified('2026-06-02', 'P1', false), verified('2026-06-03', 'P2', false));
    expect(suggestions(twice).map(({ to, on }) => [to, on])).toEqual([
      ['inspection-team:14', '2026-06-02'],
      ['leading-group-office:14', '2026-06-02'],
    ]);
    expect(view(twice).listed['repeatedlyUnrectified']).toBe(1);
  });

  it('suggests it at as many as the office has set', () => {
    const twice = withActs(once, verified('2026-06-02', 'P1', false));
    const choosing = (times: number) => ({
      ...twice,
      policy: { ...twice.policy, changes: { failedVerificationsForSuggestion: times } },
    });
    expect([1, 2, 3].map((times) => suggestions(choosing(times)).map(({ on }) => on))).toEqual([
      ['2026-05-02', '2026-05-02'],
      ['2026-06-02', '2026-06-02'],
      [],
    ]);
  });

  it('does not count the same finding twice on one day', () => {
    expect(judge(once, ...verified('2026-05-02', 'P1', false))).toEqual(repeated);
    expect(judge(once, ...verified('2026-05-03', 'P1', false))).toEqual(admitted);
  });
});
