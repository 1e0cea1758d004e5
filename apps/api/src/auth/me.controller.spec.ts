import { callerOf, type Caller } from './caller';
import { MeController } from './me.controller';

const lateInTheEvening = { now: () => '2026-11-30T16:30:00.000Z' };
const me = (office: string, person?: string) =>
  new MeController(lateInTheEvening, true).me(callerOf(office, person) as Caller);

it('names the office, its place and its person, and the civil day of the api’s clock', () =>
  expect(me('party-committee:140423100', 'P7')).toEqual({
    office: 'party-committee:140423100',
    officeName: '古韩镇党委',
    kind: 'party-committee',
    kindName: '党委',
    level: 'township',
    levelName: '乡镇',
    territory: '140423100',
    territoryName: '山西省长治市襄垣县古韩镇',
    person: 'P7',
    today: '2026-12-01',
    isDemo: true,
  }));

it('knows an office without a person', () =>
  expect(me('dispatching-unit:1404:U07')).toMatchObject({ officeName: '派出单位U07', person: null, level: 'city' }));
