import { heardBy, missed } from '../../case/case-builder';
import { organization, township, unit, cityStationing, countyStationing } from './posting-builder';
import { absentTwice, postingCase, type PostingCase } from './posting-case';

const absentOnce = (): PostingCase => {
  const posting = postingCase();
  posting.asks('absence', '2026-08-03', {});
  return posting;
};
const recalled = (): PostingCase => {
  const posting = absentTwice();
  posting.asks('recall', '2026-08-12', { reason: '两次无故脱岗', path: 'absence' });
  return posting;
};

describe('OBLIGATIONS C-3.7, C-2.1: the day passes', () => {
  it('C-3.7.b: and the township has not reminded him', () =>
    expect(missed(absentOnce(), 'reminder:2026-08-03')).toEqual(
      heardBy('2026-08-06', [township, countyStationing, cityStationing]),
    ));

  it('C-3.7.d: and the unit has not recalled him', () =>
    expect(missed(absentTwice(), 'recall')).toEqual(heardBy('2026-08-15', [unit, organization, organization])));

  it('C-3.7.e: and the unit has not handled it', () =>
    expect(missed(absentTwice(), 'organizational-handling:absence')).toEqual(
      heardBy('2026-08-20', [unit, cityStationing, 'stationing-office:14']),
    ));

  it('C-2.1.m: and the stationing office has not recalled who failed the check', () =>
    expect(missed(postingCase({ opening: { bornOn: '1970-07-01' } }), 'recall')).toEqual(
      heardBy('2026-07-06', [cityStationing, organization, organization]),
    ));

  it('C-2.1.n: and the unit has not sent a newcomer', () =>
    expect(missed(recalled(), 'replacement')).toEqual(
      heardBy('2026-08-17', [unit, cityStationing, 'stationing-office:14']),
    ));
});
