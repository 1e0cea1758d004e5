import { buildCase, heardBy, missed } from '../../case/case-builder';
import { interview } from './interview';

const owner = 'organization-department:140423';
const ordered = () =>
  buildCase(interview, {
    caseId: 'interview:140423:C1:1:2026-10+2026-11',
    openedOn: '2026-12-04',
    opening: {
      county: '140423',
      cadre: 'C1',
      posting: 'posting:140423100:C1:1',
      unit: 'dispatching-unit:1404:U07',
      key: '2026-10+2026-11',
      because: { months: ['2026-10', '2026-11'], bulletins: [] },
      orderedOn: '2026-12-04',
    },
  });

describe('OBLIGATIONS C-3.7: the day passes', () => {
  it('C-3.7.f: and the talk was not held', () =>
    expect(missed(ordered(), 'interview')).toEqual(
      heardBy('2026-12-14', [owner, 'stationing-office:140423', 'stationing-office:1404']),
    ));

  it('C-3.7.h: and the unit was not told of the talk', () => {
    const running = ordered();
    running.say('hold', '2026-12-10');
    expect(missed(running, 'feedback')).toEqual(
      heardBy('2026-12-13', [owner, 'stationing-office:140423', 'stationing-office:1404']),
    );
  });
});
