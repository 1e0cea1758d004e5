import type { Actor } from '../../case/case';
import { buildCase, type BuiltCase } from '../../case/case-builder';
import type { Settings } from '../../settings/policy-set';
import { dispatch } from './dispatch';
import { levelOf, type Level } from '../../base/office';
import { policiesOf, policyLine, type PolicyLineId } from '../../base/policy-lines';
import { departmentOffice, departments, type Department } from '../../base/departments';
import type { DispatchOpening, PlaceReturn, PolicyLineBody, ReturnBody } from './dispatch-acts';

export const bureau: Actor = { office: 'revitalization-bureau:140423' };
export const education: Actor = { office: 'department:140423:education' };
export const system: Actor = { office: 'system' };
export const townships = ['140423100', '140423101', '140423102', '140423103', '140423104', '140423105'];

/** Two areas with one and two leads: enough to see how a table comes together. */
export const fewLeads: Partial<Settings> = {
  dispatchLeads: { monitoring: ['revitalization'], guarantees: ['education', 'water'] },
};

/** 襄垣县's first half of November 2026, with six townships read from the directory. */
export function builtDispatch(changes: Partial<Settings> = fewLeads, territory = '140423'): BuiltCase<DispatchOpening> {
  const opening: DispatchOpening = {
    territory,
    period: '2026-11-H1',
    from: '2026-11-01',
    to: '2026-11-15',
    book: `duty-book:${territory}:2026`,
  };
  const running = buildCase(dispatch, {
    caseId: `dispatch:${territory}:2026-11-H1`,
    openedOn: '2026-11-01',
    opening,
    changes,
  });
  running.say(
    'placesRead',
    '2026-11-01',
    (territory === '140423' ? townships : placesOf(territory)).map((place) => ({ place })),
    system,
  );
  return running;
}

const placesOf = (city: string): string[] => ['03', '23', '25', '26', '27', '28'].map((county) => city + county);

/** One figure of a place: so many of a hundred. */
export const placeAt = (place: string, done: number, more: Partial<PlaceReturn> = {}): PlaceReturn => ({
  place,
  state: 'advancing',
  figures: [{ name: '应落实户', done, of: 100 }],
  ...more,
});

/** A return in which the townships stand at 90, 80, 70 …. */
export const returnOf = (
  area: ReturnBody['area'],
  places = townships.map((place, index) => placeAt(place, 90 - index * 10)),
): ReturnBody => ({
  area,
  summary: '政策按计划推进',
  places,
});

/** All lines of a department's ledger at a level, with nothing lacking. */
export const confirmedLines = (department: Department, level: Level | undefined = 'county'): PolicyLineBody[] =>
  policiesOf(department, level).map((policy) =>
    'none' in policyLine(policy).figures ? { policy, none: 0 } : { policy, of: 10, done: 10 },
  );

/** every department it names. */
export const wholeLedgers = Object.keys(departments) as Department[];

/** The plan's own leads: every department confirms every line of its ledger but that of one policy. */
export function allLinesBut(policy?: PolicyLineId, territory = '140423'): BuiltCase<DispatchOpening> {
  const running = builtDispatch({}, territory);
  for (const department of wholeLedgers) {
    const lines = confirmedLines(department, levelOf(territory)).filter((line) => line.policy !== policy);
    if (lines.length > 0)
      running.say('confirmLines', '2026-11-12', { lines }, { office: departmentOffice(department, territory) });
  }
  return running;
}
