import { helpedEpisode } from '@duban/policy/processes/household-monitoring/household-builder';
import { postingFile } from '@duban/policy/processes/cadre-posting/posting-builder';
import type { CaseFile } from '@duban/policy/case/case';
import { startApiAlone, type ApiAlone } from '../setup/api-alone';

const reporter = 'village-committee:140423100201';
const other = 'village-committee:140423100204';

let alone: ApiAlone;
beforeAll(async () => {
  alone = await startApiAlone();
  await alone.cases.replay(helpedEpisode().file() as CaseFile);
  await alone.cases.replay(postingFile([]) as CaseFile);
}, 60_000);
afterAll(() => alone.stop(), 60_000);

const report = (office: string, householdId: string) =>
  alone.post(office, 'households', {
    ...{ householdId, village: office.split(':')[1], kind: 'marginal', source: 'self-report' },
    occurredOn: '2026-11-20',
  });

describe('what another has under way', () => {
  it('a household: its own village hears that it is open, another that it has none of that id, and nothing of the case', async () => {
    expect(await report(reporter, 'H1')).toMatchObject({ status: 409, body: { code: 'ALREADY_DONE' } });
    const answer = await report(other, 'H1');
    expect(answer).toMatchObject({ status: 404, body: { code: 'UNKNOWN_SUBJECT' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/尚未终止|household:|140423100201/);
    expect((await report(other, 'H2')).status).toBe(201);
  });

  it('is open for the offices above, who see it', async () => {
    const answer = await alone.post('party-committee:140423100', 'households', {
      ...{ householdId: 'H1', village: '140423100201', kind: 'marginal', source: 'self-report' },
      occurredOn: '2026-11-20',
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'ALREADY_DONE' } });
  });

  it.each([
    'cases/household:140423100:H1:1',
    'cases/household:140423100:H1:1/timeline',
    'cases/household:140423100:H1:1/verification',
    'cases/household:140423100:H1:1/acts',
    'cases/household:140423100:H1:1/deadlines/identification/explanation',
    'cases/posting:140423100:C1:1',
  ])('a village reads %s as if it were not there', async (path) => {
    const [found, unknown] = [
      await alone.get(other, path),
      await alone.get(other, path.replace(/:[HC]1:1/, ':NONE:1')),
    ];
    expect(found.status).toBe(404);
    expect(JSON.stringify(found.body).replaceAll(/:[HC]1:1/g, ':NONE:1')).toBe(JSON.stringify(unknown.body));
  });
});

it.each([
  'constructor:14',
  'party-committee:99',
  'village-committee:14',
  'province-group:140423',
  'department:140423100:water',
])('%s is nobody', async (office) => {
  const answer = await alone.post('leading-group-office:14', 'dev/tokens', { office });
  expect(answer).toMatchObject({ status: 404, body: { code: 'UNKNOWN_SUBJECT' } });
});

it.each(['dispatching-unit:14:U01', 'department:14:water', 'leading-group-office:1404', 'party-committee:14'])(
  '%s changes no policy set',
  async (office) => {
    const change = { changes: { householdReviewDays: 1 }, reason: '试行', applyToOpen: true };
    expect(await alone.post(office, 'policy-sets', change)).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED' },
    });
  },
);

it('a unit reads and changes nothing of a register but what it made', async () => {
  const [own, another] = ['dispatching-unit:1404:U07', 'dispatching-unit:1404:U08'];
  const body = { territory: '140423', leader: 'L1', department: 'D1', unit: own };
  const kinds = await alone.get(own, 'registers');
  expect(kinds.status).toBe(200);
  const entered = await alone.post(own, 'registers/unit-assignment', body);
  const fields = JSON.stringify(entered.body);
  expect([entered.status, fields]).toEqual([201, expect.any(String)]);
  const [id] = entered.body['entries'] as string[];
  const path = `registers/unit-assignment/${id}`;
  expect((await alone.get(own, `${path}/history`)).status).toBe(200);
  expect((await alone.get(another, `${path}/history`)).status).toBe(404);
  for (const [act, said] of [
    ['correct', { ...body, reason: '代为更正' }],
    ['withdraw', { reason: '代为撤销' }],
  ] as const)
    expect(await alone.post(another, `${path}/${act}`, said)).toMatchObject({
      status: 404,
      body: { code: 'UNKNOWN_SUBJECT' },
    });
  expect((await alone.post(own, `${path}/withdraw`, { reason: '录入有误' })).status).toBe(200);
});
