import { missed, buildCase } from '../../case/case-builder';
import { countyListing } from './county-listing';
import { listedOn, offices } from './listing-builder';

describe('OBLIGATIONS A-3.7: the half-year of a listing passes', () => {
  it('A-3.7.g: and 30 days later no acceptance was held', () => {
    const { caseId, openedOn, opening } = listedOn('2026-03-10');
    expect(missed(buildCase(countyListing, { caseId, openedOn, opening }), 'acceptance:1')).toMatchObject({
      owner: offices.province,
      due: '2026-10-10',
      overdueFrom: '2026-10-11',
    });
  });
});
