import { ActsService } from '@duban/api/acts/acts.service';
import { groupOf, operationGroups } from '@duban/contracts/operation-groups';
import * as scope from '@duban/policy/case/scope';
import { rulesOf } from '@duban/policy/manifest/processes';
import { startApiAlone, type ApiAlone } from '../setup/api-alone';
import { isWrong, rowOf, walkActs, type Answered, type Part } from './acts-walk';
import { walkOpenings } from './openings-walk';
import { tales } from './tales';
import { ownOf, ownOpeningOf } from './whose';

jest.mock('@duban/policy/case/scope', () => {
  const real = jest.requireActual<typeof scope>('@duban/policy/case/scope');
  return { ...real, isInScope: jest.fn(real.isInScope) };
});
const { isInScope } = jest.requireActual<typeof scope>('@duban/policy/case/scope');

let alone: ApiAlone;
let acts: ActsService;
beforeAll(async () => {
  alone = await startApiAlone();
  alone.cases.records = false;
  acts = alone.app.get(ActsService);
}, 60_000);
afterEach(() => {
  jest.restoreAllMocks();
  jest.mocked(scope.isInScope).mockImplementation(isInScope);
});
afterAll(() => alone.stop(), 60_000);

async function all(asked: AsyncGenerator<Answered>): Promise<Answered[]> {
  const answers: Answered[] = [];
  for await (const one of asked) answers.push(one);
  return answers;
}
const walked = (part?: Part): Promise<Answered[]> => all(walkActs({ acts, cases: alone.cases }, part));
const opened = (part?: Part): Promise<Answered[]> => all(walkOpenings(acts, part));
const shown = ({ resource, name, office, person, about, right, words }: Answered): string =>
  `${resource}.${name} ${about} ${office} ${person}: ${right ? 'right' : 'not right'}, heard ${words}`;
const refusedOf = (answers: readonly Answered[]): number =>
  answers.filter(({ heard }) => heard === 'refused by right').length;

describe('who may act, and who may open', () => {
  it('acts: as the rows say, whoever asks for whatever in whosever case', async () => {
    const answers = await walked();
    const refused = refusedOf(answers);
    process.stdout.write(`办理权限遍历：${answers.length} 对，其中应拒绝 ${refused} 对\n`);
    expect(answers.filter(isWrong).map(shown)).toEqual([]);
    expect(answers.length).toBeGreaterThan(45_000);
    expect(answers.length - refused).toBeGreaterThan(1_500);
  }, 240_000);

  it('openings: the same, for the own place, that beside it, and one far away', async () => {
    const answers = await opened();
    const refused = refusedOf(answers);
    process.stdout.write(`立案权限遍历：${answers.length} 对，其中应拒绝 ${refused} 对\n`);
    expect(answers.filter(isWrong).map(shown)).toEqual([]);
    expect(answers.length).toBeGreaterThan(20_000);
    expect(answers.length - refused).toBeGreaterThan(1_000);
  }, 240_000);

  it('is told a second time of every row that says whose, and of no other', () => {
    const told = new Set(tales.map(([resource]) => resource));
    const rows = operationGroups
      .filter(({ resource }) => told.has(resource))
      .flatMap((group) =>
        Object.keys(group.operations).flatMap((name) =>
          rowOf(group, name).own === undefined ? [] : [`${group.resource}.${name}`],
        ),
      );
    expect(rows.sort()).toEqual(Object.keys(ownOf).sort());
    const openings = operationGroups.flatMap(({ resource, process, opening }) => {
      const row = opening === undefined ? undefined : rulesOf(process).openings[opening.name];
      return row?.own === undefined ? [] : [`${resource}.${opening?.name}`];
    });
    expect(openings.sort()).toEqual(Object.keys(ownOpeningOf).sort());
  });

  it('is asked of every group with operations of its own', () => {
    const told = new Set(tales.map(([resource]) => resource));
    const untold = operationGroups.filter(({ resource, operations }) => !told.has(resource) && hasOwnRows(operations));
    expect(untold.map(({ resource }) => resource)).toEqual([]);
  });
});

/** Sending notices again is said to every case alike. */
const hasOwnRows = (operations: object): boolean => Object.keys(operations).some((name) => name !== 'redeliver');

/** In these stories everybody may who is granted it and whose the case is: the field they name decides, or nobody else is granted it. */
const isIdle = new Set([
  'households.correct',
  'work-bulletins.confirmSolved',
  'postings.withdrawNaming',
  'inspections.checkCounty',
  'cycles.start',
]);
const ofRows = (table: object): string[] => Object.keys(table).filter((row) => !isIdle.has(row));

describe('a planted hole is found, and nothing else', () => {
  it.each(ofRows(ownOf))('%s, for whoever is granted it', async (row) => {
    const [resource = '', name = ''] = row.split('.');
    const group = groupOf(resource)!;
    jest.replaceProperty(rulesOf(group.process).operations, name, { ...rowOf(group, name), own: [] } as never);
    const wrong = (await walked({ resource, name })).filter(isWrong);
    expect(new Set(wrong.map((one) => `${one.name} ${one.right}`))).toEqual(new Set([`${name} false`]));
  });

  it.each(ofRows(ownOpeningOf))('opening %s, for whoever is granted it', async (row) => {
    const [resource = '', name = ''] = row.split('.');
    const { openings } = rulesOf(groupOf(resource)!.process);
    jest.replaceProperty(openings, name, { ...openings[name], own: [] } as never);
    const wrong = (await opened({ resource })).filter(isWrong);
    expect(new Set(wrong.map((one) => `${one.name} ${one.right}`))).toEqual(new Set([`${name} false`]));
  });

  // Of others, who is outside is known by the place in the case's id, and is not let in that far.
  it.each(['households', 'postings', 'duties'])('a case of %s that were everybody’s', async (resource) => {
    jest.mocked(scope.isInScope).mockReturnValue(true);
    const wrong = (await walked({ resource, withoutOwn: true })).filter(isWrong);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.filter(({ right }) => right)).toEqual([]);
  });
});
