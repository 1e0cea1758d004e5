import { heardBy, missed } from '../../case/case-builder';
import { issuedBulletin } from './work-bulletin-builder';

describe('OBLIGATIONS A-3.4: thirty days after the criticism', () => {
  it('A-3.4.d: nobody has followed it up', () =>
    expect(missed(issuedBulletin(), 'follow-up:C1:1')).toEqual(
      heardBy('2026-12-20', ['leading-group-office:140423', 'leading-group-office:1404', 'leading-group-office:14']),
    ));
});
