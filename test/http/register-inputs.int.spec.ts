import { civilDateOf } from '@duban/policy/dates/civil-date';
import { handRegisters } from '@duban/policy/registers/hand-registers';
import type { Field, HandRegister } from '@duban/policy/registers/register-rules';
import type { Level } from '@duban/policy/base/office';
import { startLiveSystem, type Answer, type LiveSystem } from '../setup/live-system';

const today = civilDateOf(new Date().toISOString());
const year = today.slice(0, 4);
const inspection = 'inspection:14:inspection:1';
const places: Record<Level, string> = {
  province: '14',
  city: '1404',
  county: '140423',
  township: '140423100',
  village: '140423100204',
};
type Body = Record<string, unknown>;

/** What a sound entry holds where a rule asks for more than a value of the field's type. */
const sound: Partial<Record<string, Body>> = {
  'declined-ground': { caseId: inspection, key: 'ground/F1' },
  'award-per-mu': { award: 'orchard', mu: 2, yuan: 3600 },
  'courtyard-award': { yuan: 1500 },
  'unit-duty': { village: places.village },
  'post-holder': { age: 40, from: `${year}-01-01` },
  workshop: { base: true },
  'workshop-reward': { absorbed: 10, yuan: 8000 },
  'office-ranking': { subject: places.township },
};
/** Entries that may not be made twice, under whatever key, and the answer to the second. */
const once: Record<string, string> = {
  'declined-ground': 'ALREADY_DONE',
  membership: 'ALREADY_DONE',
  'courtyard-award': 'OUT_OF_RANGE',
  'purchase-unit': 'ALREADY_DONE',
  'welfare-post': 'ALREADY_DONE',
  'post-holder': 'CONDITIONS_NOT_MET',
  'post-pay': 'ALREADY_DONE',
  workshop: 'ALREADY_DONE',
  'workshop-workers': 'ALREADY_DONE',
  'workshop-reward': 'ALREADY_DONE',
  'village-sheet': 'ALREADY_DONE',
  'household-roll': 'ALREADY_DONE',
};

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
  const team = 'inspection-team:14';
  await system.post(team, 'inspections', { territory: '14', kind: 'inspection', scope: '14', plannedOn: today });
  const say = (what: string, body: object = {}) => system.post(team, `inspections/${inspection}/${what}`, body);
  await say('begin');
  await say('find', { id: 'F1', place: places.village, list: 'livelihood', what: '政策未落实', isGround: true });
  expect((await say('conclude', { number: '晋督〔2026〕9号', summary: '一处政策未落实' })).status).toBe(200);
}, 90_000);
afterAll(() => system.stop(), 60_000);

const registers = Object.entries(handRegisters as Record<string, HandRegister>).map(([kind, register]) => ({
  kind,
  register,
}));
const levelsOf = ({ levels }: HandRegister): Level =>
  (['county', 'village', 'township', 'province'] as const).find((level) => levels.includes(level)) ?? 'county';
const valueOf = ({ type, choices = {} }: Field): unknown =>
  ({
    text: '内容',
    count: 10,
    number: 10,
    yuan: 10,
    date: today,
    month: today.slice(0, 7),
    year,
    truth: true,
    code: 'X1',
    place: places.village,
  })[type as never] ?? Object.keys(choices)[0];
const bodyOf = (kind: string, register: HandRegister): Body => ({
  territory: places[levelsOf(register)],
  ...Object.fromEntries(
    Object.entries(register.fields).flatMap(([name, field]) =>
      field.optional === true ? [] : [[name, field.unit === true ? 'U07' : valueOf(field)]],
    ),
  ),
  ...sound[kind],
});
const keeperOf = ({ keptBy, keptAt = ['county'] }: HandRegister): string =>
  `${keptBy[0]}:${places[keptAt[0] as Level]}${keptBy[0] === 'dispatching-unit' ? ':U07' : ''}`;
let turn = 0;
const enter = (kind: string, body: Body, by = keeperOf(handRegisters[kind as never])): Promise<Answer> =>
  system.post(by, `registers/${kind}`, body, { 'idempotency-key': `turn-${(turn += 1)}` });
const without = (body: Body, field: string): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
const fieldsOf = ({ fields }: HandRegister, ...types: Field['type'][]) =>
  Object.entries(fields).filter(([, { type }]) => types.includes(type));

/** Clear: a code of the closed set, the register's clause, the field, and Chinese words without a library's own. */
async function refused(sent: Promise<Answer>, { clause }: HandRegister, code: string, field?: string): Promise<void> {
  const { status, body } = await sent;
  const words = String(body['detail']);
  const plan = clause.slice(0, 1);
  expect({ field, code: body['code'], at: body['field'], plan: String(body['clause']).slice(0, 1), words }).toEqual({
    field,
    code,
    at: field ?? body['field'],
    plan,
    words: expect.stringMatching(/[一-鿿]/),
  });
  expect(words).not.toMatch(/invalid|expected|undefined|\bNaN\b|too_|填写有误，请核对/i);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
}

describe.each(registers)('$register.clause over HTTP: $kind', ({ kind, register }) => {
  const body = bodyOf(kind, register);
  const with_ = (more: Body) => enter(kind, { ...body, ...more });

  it('names the field that is missing, and the one nobody knows', async () => {
    await refused(enter(kind, without(body, 'territory')), register, 'INVALID_INPUT', 'territory');
    for (const [name, { optional }] of Object.entries(register.fields))
      if (optional !== true) await refused(enter(kind, without(body, name)), register, 'INVALID_INPUT', name);
    await refused(with_({ colour: 'red' }), register, 'INVALID_INPUT', 'colour');
  });

  it('refuses negative and absurd amounts', async () => {
    for (const [name, { signed }] of fieldsOf(register, 'count', 'number', 'yuan')) {
      if (signed !== true) await refused(with_({ [name]: -1 }), register, 'INVALID_INPUT', name);
      for (const absurd of [1e15, -1e15, '许多'])
        await refused(with_({ [name]: absurd }), register, 'INVALID_INPUT', name);
    }
    for (const [name] of fieldsOf(register, 'count'))
      await refused(with_({ [name]: 1.5 }), register, 'INVALID_INPUT', name);
    for (const [part, whole] of Object.entries(register.parts ?? {}))
      await refused(with_({ [whole]: 1, [part]: 2 }), register, 'OUT_OF_RANGE');
  });

  it('refuses what is no value of its field', async () => {
    const wrong: Partial<Record<Field['type'], unknown>> = {
      text: '',
      date: `${year}-13-01`,
      month: `${year}-13`,
      year: '26',
      truth: '是',
      code: '甲 乙',
      choice: 'moon',
    };
    for (const [name, { type }] of Object.entries(register.fields))
      if (wrong[type] !== undefined) await refused(with_({ [name]: wrong[type] }), register, 'INVALID_INPUT', name);
    for (const [name] of fieldsOf(register, 'text'))
      await refused(with_({ [name]: '长'.repeat(501) }), register, 'INVALID_INPUT', name);
  });

  it('refuses another office, another territory and another level', async () => {
    await refused(enter(kind, body, 'discipline-commission:140423'), register, 'NOT_ALLOWED');
    const elsewhere = register.keptAt === undefined ? `140429${places[levelsOf(register)].slice(6)}` : '150423';
    await refused(with_({ territory: elsewhere }), register, 'UNKNOWN_SUBJECT', 'territory');
    await refused(with_({ territory: '140423999' }), register, 'UNKNOWN_SUBJECT', 'territory');
    const level = (['county', 'township', 'village'] as const).find((one) => !register.levels.includes(one));
    if (level !== undefined) await refused(with_({ territory: places[level] }), register, 'INVALID_INPUT', 'territory');
  });

  it('refuses days, months and years to come', async () => {
    await refused(with_({ occurredOn: '2099-01-01' }), register, 'FUTURE_DATE', 'occurredOn');
    for (const [name] of fieldsOf(register, 'year'))
      await refused(with_({ [name]: '2099' }), register, 'FUTURE_DATE', name);
    for (const [name] of fieldsOf(register, 'month'))
      await refused(with_({ [name]: '2099-01' }), register, 'FUTURE_DATE', name);
    for (const [name, { past }] of fieldsOf(register, 'date'))
      if (past === true) await refused(with_({ [name]: '2099-01-01' }), register, 'FUTURE_DATE', name);
  });

  it('takes a sound entry, once where it knows the same again', async () => {
    expect(await enter(kind, body)).toMatchObject({ status: 201 });
    const again = enter(kind, body);
    if (once[kind] === undefined) expect((await again).status).toBe(201);
    else await refused(again, register, once[kind]);
  });
});

it('RULES 9.corrections: a unit enters for itself, and hears that it should have', async () => {
  const ofUnit = registers.filter(
    ({ register }) => keeperOf(register).startsWith('dispatching-unit') && register.fields['unit']?.unit === true,
  );
  expect(ofUnit.map(({ kind }) => kind)).toEqual(['unit-assignment', 'plan-goals']);
  for (const { kind, register } of ofUnit)
    await refused(enter(kind, { ...bodyOf(kind, register), unit: 'U08' }), register, 'NOT_ALLOWED', 'unit');
});
