import { kindOf, levelOf, territoryOf } from '@duban/policy/base/office';
import { isInScope } from '@duban/policy/case/scope';
import { rulesOf } from '@duban/policy/manifest/processes';
import { parseCaseId } from '@duban/policy/case/case-id';
import type { CaseFile } from '@duban/policy/case/case';
import { builtSheet } from '@duban/policy/processes/duty-sheet/duty-builder';
import type { ProcessRules } from '@duban/policy/case/process';
import { tales } from './tales';

const sheets = (['month', 'two-months', 'quarter', 'year'] as const).map(
  (cadence) => ['duties', builtSheet({ territory: '140423', cadence }).file() as CaseFile] as const,
);
const told = [...tales, ...sheets].flatMap(([resource, whole]) =>
  [...whole.acts.keys(), whole.acts.length].map(
    (length) => [`${resource} ${whole.caseId} @${length}`, { ...whole, acts: whole.acts.slice(0, length) }] as const,
  ),
);
const rulesFor = ({ caseId }: CaseFile): ProcessRules => rulesOf(parseCaseId(caseId)!.process);
const isSmall = (office: string): boolean =>
  kindOf(office) === 'dispatching-unit' || levelOf(territoryOf(office)) === 'village';

it.each(told)('%s: a unit or village that owes something in it may open it', (_, file) => {
  const rules = rulesFor(file);
  const owers = rules.view(file).deadlines.map(({ owner }) => owner);
  expect(owers.filter((owner) => isSmall(owner) && !isInScope(rules.scope(file), owner))).toEqual([]);
});

it.each(told)('%s: where many villages or units share it, it says so, and they see their part', (_, file) => {
  const rules = rulesFor(file);
  const { villages, units } = rules.scope(file);
  const isOfMany = units.length > 1 || villages.some((place) => place.length < 12);
  expect(isOfMany && !rules.isShared).toBe(false);
});

it('units and villages owe something in some of them', () => {
  const owers = told.flatMap(([, file]) =>
    rulesFor(file)
      .view(file)
      .deadlines.map(({ owner }) => owner),
  );
  expect(owers.filter(isSmall).length).toBeGreaterThan(5);
});
