import { heardBy, missed } from '../../case/case-builder';
import { builtDispatch, bureau, education, returnOf, system } from './dispatch-builder';

const [county, city] = ['leading-group-office:140423', 'leading-group-office:1404'] as const;
/** The bureau has reported on monitoring, the two departments of the other area have not. */
const halfReported = () => {
  const running = builtDispatch();
  running.say('fileReturn', '2026-11-14', returnOf('monitoring'), bureau);
  return running;
};

describe('OBLIGATIONS A-3.3: the half month is over', () => {
  it('A-3.3.a: the line of the department that has not reported stands open', () => {
    expect(missed(halfReported(), 'return:revitalization')).toBeUndefined();
    expect(missed(halfReported(), 'return:education')).toEqual(heardBy('2026-11-15', [education.office, county, city]));
  });

  it('A-3.3.f: a place lags, and the lead department that does nothing about it is heard of', () => {
    const running = halfReported();
    running.say('periodClosed', '2026-11-19', { until: '2026-11-18' }, system);
    expect(missed(running, 'supervise:monitoring')).toEqual(heardBy('2026-12-04', [bureau.office, county, city]));
  });
});
