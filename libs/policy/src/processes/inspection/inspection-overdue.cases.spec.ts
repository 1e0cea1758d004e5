import { buildCase, heardBy, missed } from '../../case/case-builder';
import { inspection } from './inspection';
import type { InspectionOpening } from './inspection-acts';

const built = (opening: Pick<InspectionOpening, 'territory' | 'kind' | 'follows'>) =>
  buildCase(inspection, {
    caseId: `inspection:${opening.territory}:${opening.kind}:1`,
    openedOn: '2026-11-10',
    opening: { scope: opening.territory, plannedOn: '2026-11-10', note: null, sample: null, ...opening },
  });

describe('OBLIGATIONS C-3.4: the day passes', () => {
  it('C-3.4.e: and the bulletin of a check that has begun was not issued', () => {
    const check = built({ territory: '140423', kind: 'flight-check', follows: null });
    check.say('begin', '2026-11-10', {}, { office: 'stationing-office:140423' });
    expect(missed(check, 'report')).toEqual(
      heardBy('2026-11-25', ['stationing-office:140423', 'stationing-office:1404', 'stationing-office:14']),
    );
  });

  it('C-3.4.f: and the city has not looked at its other counties', () => {
    const follows = { case: 'inspection:14:flight-check:1' as const, foundIn: ['140423'], matters: ['F1．措施未落实'] };
    const check = built({ territory: '1404', kind: 'follow-check', follows });
    check.say('placesRead', '2026-11-10', [{ place: '140423' }, { place: '140425' }], { office: 'system' });
    expect(missed(check, 'check:140425')).toEqual(
      heardBy('2026-12-10', ['stationing-office:1404', 'stationing-office:14', 'province-group:14']),
    );
  });
});
