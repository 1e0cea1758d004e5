import { builtDeadline, builtWrite } from '@duban/persistence/case-rows-builder';
import { writeCase } from '@duban/persistence/write-case';
import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const county = 'leading-group-office:140423';
const caseId = 'household:140423100:MANY:1';
const today = civilDateOf(new Date().toISOString());

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
  const due = addDays(today, -10);
  const met = Array.from({ length: 230 }, (_, index) => builtDeadline(`met-${index}`, due, { metOn: due }));
  const open = ['a', 'b', 'c'].map((id) => builtDeadline(`open-${id}`, addDays(today, 90)));
  const snapshot = { caseId, subject: 'household:140423100:MANY' };
  await writeCase(system.dataSource, builtWrite({ snapshot, deadlines: [...met, ...open] }));
}, 60_000);
afterAll(() => system.stop(), 60_000);

const idsIn = (items: unknown): string[] => (items as { id: string }[]).map(({ id }) => id);

describe('a case with more deadlines than are answered at once', () => {
  it('comes with those that run, and says how many more there are', async () => {
    const { body } = await system.get(county, `cases/${caseId}`);
    expect(idsIn(body['deadlines'])).toEqual(['open-a', 'open-b', 'open-c']);
    expect(body['moreDeadlines']).toBe(230);
  });

  it('answers all of them page by page', async () => {
    const ids: string[] = [];
    let after = '';
    do {
      const { body } = await system.get(county, `cases/${caseId}/deadlines?limit=100${after}`);
      expect(body).toMatchObject({ total: 233 });
      ids.push(...idsIn(body['items']));
      after = body['next'] === null ? '' : `&after=${String(body['next'])}`;
    } while (after !== '');
    expect(new Set(ids).size).toBe(233);
    expect(ids.slice(-3)).toEqual(['open-a', 'open-b', 'open-c']);
  });

  it('is nobody else’s to read', async () =>
    expect((await system.get('leading-group-office:140425', `cases/${caseId}/deadlines`)).status).toBe(404));
});
