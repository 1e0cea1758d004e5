import { civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type Answer, type LiveSystem } from '../setup/live-system';

const today = civilDateOf(new Date().toISOString());
const team = 'inspection-team:14';
const province = 'leading-group-office:14';
const inspection = 'inspection:14:inspection:1';
const kept = { caseId: inspection, key: 'ground/F1' };
const unwanted = { caseId: inspection, key: 'ground/F2' };

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 90_000);
afterAll(() => system.stop(), 60_000);

const itemsOf = (answer: Answer) => answer.body['items'] as Record<string, unknown>[];
const open = async () =>
  itemsOf(await system.get(province, 'listings/grounds?county=140423')).map(({ confirms }) => confirms);
const decline = (by: string, ground: object, more: object = {}) =>
  system.post(by, 'registers/declined-ground', { territory: '140423', ...ground, why: '已在县级整改到位', ...more });
const list = (county: string, confirms: object, headers?: Record<string, string>) =>
  system.post(
    province,
    'listings',
    {
      county,
      grounds: [{ kind: 'policy-not-in-place', what: '政策未落实', confirms }],
      problems: [{ id: 'P1', what: '两村季节性缺水' }],
      liaisonLeaders: [{ person: 'L001', office: 'party-committee:1404' }],
    },
    headers,
  );
const refused = (answer: Answer, code: string, field?: string) =>
  expect(answer.body).toMatchObject({
    code,
    clause: 'A-3.7',
    detail: expect.stringMatching(/[一-鿿]/),
    ...(field !== undefined && { field }),
  });

describe('A-3.7 over HTTP: grounds for listing', () => {
  it('are proposed by an inspection of the province once its bulletin is out', async () => {
    const say = (what: string, body: object = {}) => system.post(team, `inspections/${inspection}/${what}`, body);
    expect(
      (await system.post(team, 'inspections', { territory: '14', kind: 'inspection', scope: '14', plannedOn: today }))
        .status,
    ).toBe(201);
    expect((await say('begin')).status).toBe(200);
    for (const id of ['F1', 'F2'])
      expect(
        (await say('find', { id, place: '140423100204', list: 'livelihood', what: '政策未落实', isGround: true }))
          .status,
      ).toBe(200);
    expect((await say('conclude', { number: '晋督〔2026〕9号', summary: '两处政策未落实' })).status).toBe(200);
    expect(await open()).toEqual([kept, unwanted]);
  });

  it('are declined by the province alone, with a reason', async () => {
    expect((await decline('leading-group-office:140423', unwanted)).body).toMatchObject({
      code: 'NOT_ALLOWED',
      clause: 'A-3.7',
    });
    expect((await decline(province, unwanted, { why: '' })).body).toMatchObject({
      code: 'INVALID_INPUT',
      clause: 'A-3.7',
    });
    refused(await decline(province, { ...unwanted, key: 'ground/F3' }), 'UNKNOWN_SUBJECT', 'key');
    refused(await decline(province, unwanted, { territory: '140429' }), 'UNKNOWN_SUBJECT', 'key');
    expect((await decline(province, unwanted)).status).toBe(201);
    refused(await decline(province, unwanted, { why: '再次登记' }), 'ALREADY_DONE', 'key');
  });

  it('declined leave the open list, stay readable with who, when and why, and are not confirmed', async () => {
    expect(await open()).toEqual([kept]);
    const declined = {
      declined: {
        on: today,
        office: province,
        officeName: expect.stringContaining('巩固衔接办'),
        why: '已在县级整改到位',
      },
    };
    expect(itemsOf(await system.get(province, 'listings/grounds?state=declined'))).toMatchObject([
      { confirms: unwanted, ...declined },
    ]);
    refused(await list('140423', unwanted), 'CONDITIONS_NOT_MET', 'grounds.0.confirms');
  });

  it('that nobody proposed for the county are not confirmed', async () => {
    refused(await list('140423', { ...kept, key: 'ground/F9' }), 'UNKNOWN_SUBJECT', 'grounds.0.confirms');
    refused(await list('140429', kept), 'UNKNOWN_SUBJECT', 'grounds.0.confirms');
  });

  it('open are confirmed once; the same opening sent again is answered as before', async () => {
    const key = { 'idempotency-key': 'list-for-F1' };
    expect((await list('140423', kept, key)).status).toBe(201);
    expect((await list('140423', kept, key)).body).toMatchObject({ caseId: 'listing:140423:1' });
    expect(await open()).toEqual([]);
    refused(await decline(province, kept), 'ALREADY_DONE', 'key');
  });

  it('are open again when the decline is taken back', async () => {
    const [ground] = itemsOf(await system.get(province, 'listings/grounds?state=declined'));
    const { id } = ground?.['declined'] as { id: string };
    expect(
      (await system.post(province, `registers/declined-ground/${id}/withdraw`, { reason: '复查后认为应当采纳' }))
        .status,
    ).toBe(200);
    expect(await open()).toEqual([unwanted]);
    const added = { kind: 'policy-not-in-place', what: '又一处政策未落实', confirms: unwanted };
    expect((await system.post(province, 'listings/listing:140423:1/add-ground', added)).status).toBe(200);
    expect(await open()).toEqual([]);
    refused(
      await system.post(province, 'listings/listing:140423:1/add-ground', {
        ...added,
        what: '第三处',
        confirms: { ...kept, key: 'x' },
      }),
      'UNKNOWN_SUBJECT',
      'confirms',
    );
  });
});
