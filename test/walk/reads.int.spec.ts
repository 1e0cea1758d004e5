import { startApiAlone, type ApiAlone } from '../setup/api-alone';
import type { Answer } from '../setup/sender';
import { asksOf, namedIn, reads, type Ask, type Named } from './read-asks';
import { fillWorld, foreignMark, idleUnit, otherVillages, ownUnit, ownVillage } from './read-world';

/** What everybody may read, and why. Nothing else may show what belongs to others. */
const isPublic: Readonly<Record<string, string>> = {
  'divisions.list': '行政区划代码和名称是公开的（GB/T 2260）',
  'development.offices': '示例单位名录：登录前选择单位',
  'bulletins.list': '已印发的通报：A-3.4 通报，C-3.5 以县驻村办文件印发',
  'inspections.sample': 'A-3.6：抽样记录随通报全文公布，任何人可以复核',
  'public.sampleCommitments': 'A-3.6：只公布承诺值，不含地区、单位',
  'persons.get': '按编号查询的人：答的只是所问编号的姓名',
};
/** The number of entries of a case's record is part of what proves it whole, and of a shared sheet it counts all of them. */
const isProof: readonly string[] = ['cases.verify'];

const village = `village-committee:${ownVillage}`;
const readers = [village, ownUnit, idleUnit];

interface Heard {
  ask: Ask;
  reader: string;
  few: Answer;
  many: Answer;
}

let few: ApiAlone;
let many: ApiAlone;
let named: Named;
const asks: Ask[] = [];
/** By reader and path, what was answered in the world with few others and in that with many. */
const heard = new Map<string, Heard>();

beforeAll(async () => {
  [few, many] = await Promise.all([startApiAlone(), startApiAlone()]);
  await fillWorld(few, 'few');
  await fillWorld(many, 'many');
  named = await namedIn(many.dataSource);
  asks.push(...reads.flatMap((route) => asksOf(route, named)));
  for (const reader of readers)
    for (let from = 0; from < asks.length; from += atOnce)
      await Promise.all(asks.slice(from, from + atOnce).map((ask) => hear(reader, ask)));
}, 240_000);
afterAll(async () => {
  await few.stop();
  await many.stop();
}, 60_000);

const atOnce = 8;

async function hear(reader: string, ask: Ask): Promise<void> {
  const [one, other] = await Promise.all([few.get(reader, ask.path), many.get(reader, ask.path)]);
  heard.set(`${reader} ${ask.path}`, { ask, reader, few: one, many: other });
}

const answers = (reader: string) => [...heard.values()].filter((one) => one.reader === reader);
/** What an answer says of others: their marks, and their villages where it was not asked for by their code. */
const foreignIn = ({ ask, many: { body } }: Heard): string | undefined => {
  const places = otherVillages.filter((place) => !ask.path.includes(place));
  return new RegExp(`.{0,60}(${[foreignMark.source, ...places].join('|')}).{0,40}`).exec(JSON.stringify(body))?.[0];
};
/** What proves a record whole covers the entries of all who share it: their numbers and hashes. The instant of asking is what it is. */
const shown = ({ body }: Answer): string =>
  JSON.stringify(body)
    .replaceAll(/"(hash)":"[0-9a-f]{64}"/g, '"$1":"…"')
    .replaceAll(/"(asOf)":"[^"]*"/g, '"$1":"…"')
    .replaceAll(/"(sequence)":\d+/g, '"$1":"…"');

describe('what a village and a unit read', () => {
  it('is every route, each in every form', () => {
    expect(new Set(asks.map(({ operationId }) => operationId)).size).toBe(reads.length);
    expect(heard.size).toBeGreaterThan(4_000);
    process.stdout.write(
      `读取遍历：${reads.length} 个接口，${asks.length} 种问法，${readers.length} 个单位，${heard.size} 次\n`,
    );
  });

  it.each(readers)('%s: holds nothing of others', (reader) => {
    const leaks = answers(reader)
      .filter(({ ask, many: { status } }) => status === 200 && isPublic[ask.operationId] === undefined)
      .flatMap((one) => {
        const found = foreignIn(one);
        return found === undefined ? [] : [`${one.ask.operationId} ${one.ask.path}: ${found}`];
      });
    expect(leaks).toEqual([]);
  });

  it.each(readers)('%s: is the same however many things others have, every count and total', (reader) => {
    const differing = answers(reader)
      .filter(({ ask }) => isPublic[ask.operationId] === undefined && !isProof.includes(ask.operationId))
      .filter(({ few: one, many: other }) => one.status !== other.status || shown(one) !== shown(other))
      .map(
        ({ ask, few: one, many: other }) =>
          `${ask.path} ${one.status} ${shown(one).slice(0, 900)} ≠ ${other.status} ${shown(other).slice(0, 900)}`,
      );
    expect(differing).toEqual([]);
  });

  it.each(readers)('%s: leads to nothing that it may not open', async (reader) => {
    const links = new Set(
      answers(reader).flatMap(({ ask, many: { status, body } }) =>
        status === 200 && isPublic[ask.operationId] === undefined ? caseIdsIn(body) : [],
      ),
    );
    const closed: string[] = [];
    for (const id of links) if ((await many.get(reader, `cases/${id}`)).status !== 200) closed.push(id);
    expect(closed).toEqual([]);
  });

  it('beside a score a village reads what a check of the province found, without the case that is not its to open', () => {
    const path = 'score-sheets/evidence?township=140423100&month=2026-11';
    expect(heard.get(`${village} ${path}`)?.many.body['items']).toMatchObject([
      { cadre: 'OWC1', findings: [{ caseId: null, number: '1号' }], quizzes: [{ caseId: null, correct: 4 }] },
    ]);
  });

  it.each([
    'cases?limit=100',
    'deadlines?limit=100',
    'duties?limit=100',
    'allowances?month=2026-11',
    'registers/absence?limit=100',
    'rankings?scope=140423100&month=2026-11',
    'candidates?',
    'statistics/forecast?',
  ])('is something, for who has it, and nothing for a unit that has posted nobody: %s', (path) => {
    const itemsFor = (reader: string) => heard.get(`${reader} ${path}`)?.many.body['items'] as unknown[];
    // Whatever of the unit falls due lies behind it; the village's problem does not.
    const ofUnit = path.startsWith('statistics') || path.includes('scope=') ? 0 : 1;
    expect(itemsFor(village).length).toBeGreaterThan(0);
    expect(itemsFor(ownUnit)?.length ?? 0).toBeGreaterThanOrEqual(ofUnit);
    expect(itemsFor(idleUnit) ?? []).toEqual([]);
  });

  it('counts nothing for a unit that has posted nobody', () => {
    const ofLedger = answers(idleUnit).filter(
      ({ ask, many: { status } }) =>
        status === 200 && !isSaidToAll.has(ask.operationId) && !(ask.operationId in isPublic),
    );
    const counted = ofLedger.flatMap(({ ask, many: { body } }) =>
      numbersIn(body).some((number) => number !== 0) ? [ask.path] : [],
    );
    expect(new Set(ofLedger.map(({ ask }) => ask.operationId)).size).toBeGreaterThan(15);
    expect(counted).toEqual([]);
  });

  it('makes exceptions of routes that there are', () => {
    const known = reads.map(({ operationId }) => operationId);
    expect([...Object.keys(isPublic), ...isProof, ...isSaidToAll].filter((id) => !known.includes(id))).toEqual([]);
  });
});

/** What stands in the plans, the policy set and the forms, and says nothing of anybody's cases. */
const isSaidToAll = new Set([
  'clauses.list',
  'clauses.get',
  'clauses.coverage',
  'policySets.list',
  'duties.catalogue',
  'registers.catalogue',
  'rehearsals.whatIfs',
]);

/** Numbers of an answer, but for what the policy set gives and the days until a date of the calendar. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'weights' || name === 'daysLeft' ? [] : numbersIn(part),
  );
}

/** Cases that an answer names, wherever. */
function caseIdsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'caseId' && typeof part === 'string' && !part.startsWith('register:') ? [part] : caseIdsIn(part),
  );
}
