import { heardBy, missed } from '../../case/case-builder';
import { builtAssessment, builtScores } from './month-builder';

const [county, city, province] = [
  'stationing-office:140423',
  'stationing-office:1404',
  'stationing-office:14',
] as const;

describe('OBLIGATIONS C-3.5: the 5th passes', () => {
  it('C-3.5.a: and the month’s task list was not issued', () =>
    expect(missed(builtAssessment(), 'task-list')).toEqual(heardBy('2026-11-05', [county, city, province])));

  it('C-3.5.b: and a township has not scored', () =>
    expect(missed(builtScores(), 'scores')).toEqual(
      heardBy('2026-12-07', ['party-committee:140423100', county, city]),
    ));

  it('C-3.5.c, d: and no bulletin with the county’s ranking was issued', () =>
    expect(missed(builtAssessment(), 'bulletin')).toEqual(heardBy('2026-12-07', [county, city, province])));
});
