import { civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const township = 'party-committee:140423100';
const today = civilDateOf(new Date().toISOString());

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(() => system.stop(), 60_000);

it('says who is calling', async () => {
  expect(await system.get(township, 'me')).toMatchObject({
    status: 200,
    body: { office: township, officeName: '古韩镇党委', territoryName: '山西省长治市襄垣县古韩镇', person: null, today, isSample: true },
  });
});
