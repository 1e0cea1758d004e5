import { RegistersService } from '@duban/api/registers/registers.service';
import type * as entries from '@duban/persistence/register-entries';
import { officeKinds } from '@duban/policy/base/office';
import { handRegisters, type HandRegisterKind } from '@duban/policy/registers/hand-registers';
import * as whose from '@duban/policy/registers/register-whose';
import { startApiAlone, type ApiAlone } from '../setup/api-alone';
import { isWrong, type Answered } from './acts-walk';
import { enterAll, registerNames, walkRegisters } from './registers-walk';

/** What is decided is not recorded: everything is asked of the same entries. */
jest.mock('@duban/persistence/register-entries', () => {
  const real = jest.requireActual<typeof entries>('@duban/persistence/register-entries');
  const changeRegister: typeof real.changeRegister = async (dataSource, scope, decide) => {
    if (!global.isDry) return real.changeRegister(dataSource, scope, decide);
    const decided: readonly entries.RegisterAction[][] = [];
    await real
      .changeRegister(dataSource, scope, (standing) => {
        (decided as entries.RegisterAction[][]).push([...decide(standing)]);
        throw new Error('decided');
      })
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== 'decided') throw error;
      });
    return { entries: [], bodyHash: decided[0]?.[0]?.bodyHash ?? '' };
  };
  return { ...real, changeRegister };
});
jest.mock('@duban/policy/registers/register-whose', () => {
  const real = jest.requireActual<typeof whose>('@duban/policy/registers/register-whose');
  return { ...real, refuseForeignEntry: jest.fn(real.refuseForeignEntry) };
});
const { refuseForeignEntry } = jest.requireActual<typeof whose>('@duban/policy/registers/register-whose');

declare global {
  var isDry: boolean;
}

let alone: ApiAlone;
let service: RegistersService;
beforeAll(async () => {
  alone = await startApiAlone();
  service = alone.app.get(RegistersService);
  global.isDry = false;
  await enterAll(alone.dataSource);
  global.isDry = true;
}, 60_000);
afterEach(() => {
  jest.restoreAllMocks();
  jest.mocked(whose.refuseForeignEntry).mockImplementation(refuseForeignEntry);
});
afterAll(() => alone.stop(), 60_000);

async function walked(only?: { kind?: string; name: string }): Promise<Answered[]> {
  const answers: Answered[] = [];
  for await (const one of walkRegisters(service, only)) answers.push(one);
  return answers;
}
const shown = ({ resource, name, office, about, right, words }: Answered): string =>
  `${resource} ${name} ${about} ${office}: ${right ? 'right' : 'not right'}, heard ${words}`;

describe('who enters, corrects, withdraws and moves', () => {
  it('in every register, own and others’ entries, here and beside', async () => {
    const answers = await walked();
    const refused = answers.filter(({ heard }) => heard === 'refused by right').length;
    process.stdout.write(
      `台账权限遍历：${registerNames.length} 个台账，${answers.length} 对，其中应拒绝 ${refused} 对\n`,
    );
    expect(answers.filter(isWrong).map(shown)).toEqual([]);
    expect(answers.length).toBeGreaterThan(30_000);
    expect(answers.length - refused).toBeGreaterThan(1_500);
    for (const name of ['enter', 'correct', 'withdraw', 'move'])
      expect([name, answers.some((one) => one.name === name && one.right)]).toEqual([name, true]);
  }, 240_000);
});

describe('a planted hole is found', () => {
  it('where an entry were everybody’s to change', async () => {
    jest.mocked(whose.refuseForeignEntry).mockReturnValue(undefined);
    const wrong = (await walked({ name: 'withdraw' })).filter(isWrong);
    expect(wrong.filter(({ right }) => right)).toEqual([]);
    // Of a register that a single office of each place keeps, whoever else is let in is stopped by kind.
    expect(new Set(wrong.map(({ resource }) => resource)).size).toBeGreaterThan(registerNames.length / 2);
  }, 120_000);

  it.each(registerNames)('where everybody kept %s', async (kind) => {
    const keptBy = Object.keys(officeKinds);
    const register = handRegisters[kind as HandRegisterKind];
    jest.replaceProperty(handRegisters as Record<string, unknown>, kind, { ...register, keptBy, keptAt: undefined });
    const wrong = (await walked({ kind, name: 'enter' })).filter(isWrong);
    expect(new Set(wrong.map(({ right }) => right))).toEqual(new Set([false]));
  });
});
