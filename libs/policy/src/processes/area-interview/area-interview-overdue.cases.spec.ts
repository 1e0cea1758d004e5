import { buildCase, heardBy, missed } from '../../case/case-builder';
import { areaInterview } from './area-interview';

const province = 'leading-group-office:14';
const group = 'province-group:14';
const called = () =>
  buildCase(areaInterview, {
    caseId: 'area-interview:1404:party-committee:1',
    openedOn: '2026-11-12',
    opening: {
      office: 'party-committee:1404',
      clause: 'A-3.5',
      because: '政策落实不到位',
      source: null,
      invited: [],
      plannedOn: '2026-11-20',
      session: null,
      territory: '1404',
      previous: null,
    },
  });

describe('OBLIGATIONS A-3.5: the day passes', () => {
  it('A-3.5.a: and the talk was not held', () =>
    expect(missed(called(), 'interview')).toEqual(heardBy('2026-11-20', [province, group, group])));

  it('A-3.5.c: and who was talked to has not kept a commitment', () => {
    const running = called();
    const commitments = [{ id: 'K1', what: '完成监测户措施清零', due: '2026-12-10' }];
    running.say('hold', '2026-11-20', { minutes: '指出问题', attended: ['party-committee:1404'], commitments });
    expect(missed(running, 'commitment:K1')).toEqual(
      heardBy('2026-12-10', ['party-committee:1404', 'leading-group-office:1404', province]),
    );
  });
});
