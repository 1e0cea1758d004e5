import { callerOf, type Caller } from '@duban/api/auth/caller';
import type { RegistersService } from '@duban/api/registers/registers.service';
import { changeRegister } from '@duban/persistence/register-entries';
import { handRegisters } from '@duban/policy/registers/hand-registers';
import type { HandRegister } from '@duban/policy/registers/register-rules';
import type { DataSource } from 'typeorm';
import { existing, heardAt, nobody, type Answered } from './acts-walk';
import { officesAround } from './offices';
import { entryOf } from './register-values';
import { isGrantedTo, levelOf, officeOf, type Office } from './whose';

/** The registers as they are before anything is planted in them. */
const registers = Object.entries({ ...(handRegisters as Record<string, HandRegister>) });
export const registerNames = registers.map(([kind]) => kind);

const village = '140423100204';
/** Own and beside it, at each level a register may be kept for. */
const placesOf: Readonly<Record<string, readonly [own: string, beside: string]>> = {
  village: [village, '140423100205'],
  township: ['140423100', '140423101'],
  county: ['140423', '140403'],
  city: ['1404', '1401'],
  province: ['14', '14'],
};
const units = ['dispatching-unit:1404:U07', 'dispatching-unit:1404:U1', 'dispatching-unit:14:U1'];
/** Of the departments of a place, which keep the same registers, one. */
const offices = existing(officesAround(village, units).map(({ office }) => office))
  .map(officeOf)
  .filter(({ kind, part }) => kind !== 'department' || part === 'water');

/** What an office would enter: a dispatching unit names itself. */
const bodyOf = (register: HandRegister, { id, kind }: Office): ReturnType<typeof entryOf> => {
  const units = Object.entries(register.fields).filter(([, { unit }]) => unit === true && kind === 'dispatching-unit');
  return { ...entryOf(register), ...Object.fromEntries(units.map(([name]) => [name, id])) };
};

interface Entry {
  id: string;
  place: string;
  madeBy: Office;
}

const keeps = ({ keptBy, keptAt }: HandRegister, office: Office): boolean =>
  isGrantedTo(
    keptBy.flatMap((kind) => (keptAt ?? [levelOf(office)]).map((level) => ({ kind, level }))),
    office,
  );
const holds = (office: Office, place: string): boolean => place.startsWith(office.place);
/** RULES 9.corrections: whoever made it, or a keeper of a larger place above that office; units only their own. */
const mayChange = (register: HandRegister, office: Office, { place, madeBy }: Entry): boolean =>
  keeps(register, office) &&
  holds(office, place) &&
  (madeBy.id === office.id ||
    (office.kind !== 'dispatching-unit' && madeBy.place !== office.place && madeBy.place.startsWith(office.place)));

/** The register's smallest places: where most offices meet. */
const smallest = ({ levels }: HandRegister): readonly [string, string] =>
  placesOf[
    ['village', 'township', 'county', 'city', 'province'].find((level) => levels.includes(level as never)) ?? ''
  ] ?? ['', ''];

/** Entries of the own place by its smallest and its largest keeper, and one of the place beside it. */
function entriesOf(kind: string, register: HandRegister): Entry[] {
  const [own, beside] = smallest(register);
  const above = (place: string): Office[] =>
    offices
      .filter((office) => keeps(register, office) && holds(office, place))
      .sort((a, b) => b.place.length - a.place.length);
  const makers = above(own);
  const [first] = makers;
  const last = makers.at(-1);
  const [neighbour] = above(beside);
  return [
    ...(first === undefined ? [] : [{ id: `${kind}-first`, place: own, madeBy: first }]),
    ...(last === undefined || last === first ? [] : [{ id: `${kind}-last`, place: own, madeBy: last }]),
    ...(neighbour === undefined ? [] : [{ id: `${kind}-beside`, place: beside, madeBy: neighbour }]),
  ];
}

/** Puts the entries there that the walk is about. */
export async function enterAll(dataSource: DataSource): Promise<void> {
  for (const [kind, register] of registers)
    for (const { id, place, madeBy } of entriesOf(kind, register)) {
      const entry = { id, kind, territory: place, on: '2026-05-01', body: bodyOf(register, madeBy) };
      const action = {
        entry,
        action: 'enter' as const,
        at: '2026-05-02T01:00:00.000Z',
        reason: null,
        key: id,
        bodyHash: '',
      };
      await changeRegister(dataSource, { territory: place, kinds: [kind], key: id }, () => [
        { ...action, by: { office: madeBy.id, person: null }, line: 0 },
      ]);
    }
}

/** Everything that can be done to a register: entering here and beside, correcting, withdrawing and moving what somebody entered. */
export async function* walkRegisters(
  service: RegistersService,
  only?: { kind?: string; name: string },
): AsyncGenerator<Answered> {
  for (const [kind, register] of registers) {
    if (only?.kind !== undefined && only.kind !== kind) continue;
    const [own, beside] = smallest(register);
    const reason = '录入有误';
    for (const office of offices) {
      const body = bodyOf(register, office);
      const asked = (raw: object) => ({ kind, caller: callerOf(office.id) as Caller, raw, key: undefined });
      const asks = [
        ...[...new Set([own, beside])].map((place) => ({
          name: 'enter',
          about: place,
          right: keeps(register, office) && holds(office, place),
          ask: () => service.enter(asked({ ...body, territory: place })),
        })),
        ...entriesOf(kind, register).flatMap((entry) => {
          const right = mayChange(register, office, entry);
          const to = entry.place === own ? beside : own;
          const correct = (territory: string) => () => service.correct(entry.id, asked({ ...body, territory, reason }));
          return [
            { name: 'correct', about: entry.id, right, ask: correct(entry.place) },
            { name: 'move', about: `${entry.id} → ${to}`, right: right && holds(office, to), ask: correct(to) },
            {
              name: 'withdraw',
              about: entry.id,
              right,
              ask: () => service.withdraw(entry.id, asked({ reason })),
            },
          ];
        }),
      ];
      for (const { ask, ...pair } of asks.filter(({ name }) => only === undefined || only.name === name))
        yield { resource: kind, office: office.id, person: nobody, ...pair, ...(await heardAt(ask)) };
    }
  }
}
