import { changeRegister } from '@duban/persistence/register-entries';
import { builtDeadline, builtWrite } from '@duban/persistence/case-rows-builder';
import type { CaseWrite } from '@duban/persistence/case-rows';
import { writeCase } from '@duban/persistence/write-case';
import { officeId, townshipOf, type OfficeId, type Territory } from '@duban/policy/base/office';
import type { CaseFile, LedgerRecord } from '@duban/policy/case/case';
import { scopeOfPlace } from '@duban/policy/case/scope';
import { absence, postingFile } from '@duban/policy/processes/cadre-posting/posting-builder';
import { builtSheet, threeCadres } from '@duban/policy/processes/duty-sheet/duty-builder';
import { helpedEpisode } from '@duban/policy/processes/household-monitoring/household-builder';
import { builtScores } from '@duban/policy/processes/monthly-assessment/month-builder';
import { handRegisters } from '@duban/policy/registers/hand-registers';
import type { HandRegister } from '@duban/policy/registers/register-rules';
import { dutyRows, type DutyRow } from '@duban/policy/settings/duty-rows';
import type { ApiAlone } from '../setup/api-alone';
import { entryOf } from './register-values';
import { tales } from './tales';

/** The village and the unit that look, and those whose things they must not see. All codes of others hold `FX`. */
export const ownVillage = '140423100204';
export const otherVillages = ['140423100201', '140423100202', '140423100205'];
export const ownUnit = 'dispatching-unit:1404:U07';
export const idleUnit = 'dispatching-unit:140423:U99';
export const foreignMark = /FX\d/;
const township = townshipOf(ownVillage);
const county = '140423';
const month = '2026-11';

interface Somebody {
  label: string;
  village: Territory;
  unit: OfficeId;
}
const own: Somebody = { label: 'OW', village: ownVillage, unit: ownUnit };
const other = (number: number): Somebody => ({
  label: `FX${number}`,
  village: otherVillages[number % otherVillages.length] ?? '',
  unit: `dispatching-unit:1404:FX${number}U`,
});

/** A file as if it spoke of somebody: their village, unit, and ids of people and households. */
function of<File>(file: File, { label, village, unit }: Somebody): File {
  const text = JSON.stringify(file)
    .replaceAll(/140423100\d{3}/g, village)
    .replaceAll(/dispatching-unit:1404:U\w+/g, unit)
    .replaceAll(/\b([CHWP])(\d+)\b/g, `${label}$1$2`);
  return JSON.parse(text) as File;
}

const taleOf = (resource: string): CaseFile => tales.find(([name]) => name === resource)?.[1] as CaseFile;

/** What somebody has in cases of their own. */
const casesOf = (who: Somebody): CaseFile[] => [
  of(helpedEpisode().file() as CaseFile, who),
  of(postingFile([absence('2026-11-10'), absence('2026-11-12')]) as CaseFile, who),
  of(taleOf('problems'), who),
  of(taleOf('interviews'), who),
];

/** A sheet of the township that its villages share, said the same number of things whoever is on it. */
function subsidies(others: readonly Somebody[]): CaseFile {
  const file = taleOf('subsidies');
  const claimOf = ({ label }: Somebody) => ({ worker: `${label}W1`, kind: 'transport' });
  const listed = (who: Somebody) => ({ ...claimOf(who), household: `${who.label}H1`, village: who.village });
  const applied = (who: Somebody) => ({ ...claimOf(who), by: 'self' });
  const bodies = [
    { entitled: [own, ...others].map(listed) },
    { applications: [applied(own)] },
    { applications: others.map(applied) },
    { decisions: others.map((who) => ({ ...claimOf(who), approved: true })) },
  ];
  const first = others[0]?.village ?? '';
  const said = [
    ['entitle', 'party-committee:140423100'],
    ['apply', `village-committee:${ownVillage}`],
    ['apply', `village-committee:${first}`],
    ['review', 'revitalization-bureau:140423'],
  ] as const;
  return {
    ...file,
    acts: said.map(([operation, office], index) => ({
      ...{ key: `subsidy ${index}`, operation, by: { office }, body: bodies[index] },
      ...{
        occurredOn: `2026-03-0${index + 3}`,
        sequence: index + 2,
        recordedAt: `2026-03-0${index + 3}T01:00:00.000Z`,
      },
    })),
  };
}

const cadreDuty = Object.entries(dutyRows as Record<string, DutyRow>).find(
  ([, { level, bound, measure }]) => level === 'township' && bound.who === 'cadre' && measure !== 'coverage',
)?.[0];

function townshipSheet(others: readonly Somebody[]): CaseFile {
  const [entry] = threeCadres();
  const roster = [own, ...others].map(({ label, village, unit }) => ({
    ...entry!,
    ...{ cadre: `${label}C1`, postingCase: `posting:${township}:${label}C1:1` as const, village, unit },
  }));
  const file = builtSheet({ roster }).file() as CaseFile;
  const done = (office: string, who: readonly Somebody[], index: number) => ({
    ...{ key: `done ${index}`, operation: 'recordAll', by: { office } },
    body: { records: who.map(({ label }) => ({ duty: cadreDuty, ower: `${label}C1`, note: `${label}C1办理` })) },
    ...{ occurredOn: '2026-11-12', sequence: index + 3, recordedAt: '2026-11-12T01:00:00.000Z' },
  });
  const more = [
    done(`village-party-secretary:${ownVillage}`, [own], 0),
    done(`village-party-secretary:${others[0]?.village ?? ''}`, others, 1),
    done(`party-committee:${township}`, others, 2),
  ];
  return { ...file, acts: [...file.acts, ...more] };
}

function countySheet(others: readonly Somebody[]): CaseFile {
  const file = builtSheet({ territory: county, cadence: 'two-months' }).file() as CaseFile;
  const units = [own, ...others].map(({ unit }) => ({ unit, from: '2025-06-01', to: null }));
  return {
    ...file,
    acts: file.acts.map((act) => (act.operation === 'unitsRead' ? { ...act, body: units } : act)),
  };
}

function scoreSheet(others: readonly Somebody[]): CaseFile {
  const file = builtScores().file() as CaseFile<{ cadres: object[] }>;
  const cadres = [own, ...others].map(({ label, unit }) => ({
    ...{ cadre: `${label}C1`, postingCase: `posting:${township}:${label}C1:1`, unit, role: 'member' },
  }));
  return { ...file, opening: { ...file.opening, cadres } };
}

/** A check of the province, which is nobody's below it to open, that names somebody, and what he answered in it (C-3.4, C-2.5). */
function checkOf({ label, village }: Somebody): CaseWrite {
  const named = { territory: village, period: month, owner: 'stationing-office:14', on: `${month}-06` };
  return builtWrite({
    snapshot: {
      ...{ caseId: 'inspection:14:flight-1', subject: 'inspection:14:flight-1', process: 'inspection' },
      ...{ territory: '14', scope: scopeOfPlace('14') },
    },
    records: [
      {
        table: 'register',
        key: 'finding/1',
        row: {
          ...{ ...named, kind: 'inspection-finding', state: 'stands' },
          body: { number: '1号', what: '干部不在岗', persons: [`${label}C1`] },
        },
      },
      {
        table: 'register',
        key: `quiz/${label}C1`,
        row: { ...named, kind: 'spot-quiz', state: 'some-wrong', body: { cadre: `${label}C1`, asked: 5, correct: 4 } },
      },
    ],
  });
}

/** Rankings, as a bulletin leaves them; candidates for criticism; a duty of a unit. */
async function writeRows({ dataSource }: ApiAlone, everybody: readonly Somebody[]): Promise<void> {
  const records = everybody.flatMap(({ label }, index): LedgerRecord[] =>
    [township, county].map((scope) => ({
      table: 'rank' as const,
      key: `${scope}:${month}:${label}C1`,
      row: { month, scope, cadre: `${label}C1`, total: 90 - index, rank: index + 1, low: index > 0 },
    })),
  );
  const assessment = {
    caseId: `assessment:${county}:2026-10`,
    process: 'monthly-assessment',
    territory: county,
  } as const;
  await writeCase(dataSource, builtWrite({ snapshot: assessment, records }));
  await writeCase(dataSource, checkOf(own));
  for (const { label, village, unit } of everybody) {
    const candidate = {
      area: township,
      deadline: 'identification',
      clause: 'A-2.1' as const,
      since: '2026-08-01',
      withdrawnOn: null,
    };
    await writeCase(
      dataSource,
      builtWrite({
        snapshot: {
          caseId: `household:${township}:${label}H8:1`,
          subject: `household:${township}:${label}H8`,
          listed: { village },
        },
        deadlines: [builtDeadline('identification', '2026-07-20')],
        candidates: [{ ...candidate, key: `${label} late`, office: `party-committee:${township}` }],
      }),
    );
    const interview = {
      caseId: `interview:${county}:${label}C8:1:late`,
      process: 'interview',
      territory: county,
    } as const;
    await writeCase(
      dataSource,
      builtWrite({
        snapshot: { ...interview, listed: { unit } },
        deadlines: [builtDeadline('feedback', '2026-07-20', { owner: unit })],
        candidates: [{ ...candidate, key: `${label} late`, office: unit, deadline: 'feedback' }],
      }),
    );
  }
}

export const entryIdOf = (kind: string, label: string, place: Territory): string => `${label}-${kind}-${place.length}`;

/** Everything a register may hold of somebody, at every level it is kept for that `places` has. */
async function enterRegisters(
  { dataSource }: ApiAlone,
  { label, unit }: Somebody,
  places: readonly Territory[],
  isKept: (register: HandRegister) => boolean = () => true,
): Promise<void> {
  for (const [kind, register] of Object.entries(handRegisters as Record<string, HandRegister>)) {
    const { levels, keptBy } = register;
    for (const place of isKept(register) ? places : []) {
      if (!levels.some((level) => lengths[level] === place.length)) continue;
      const office = keptBy.includes('dispatching-unit') ? unit : officeId(keptBy[0] ?? 'department', place);
      const body = entryOf(register, label);
      const entry = { id: entryIdOf(kind, label, place), kind, territory: place, on: '2026-05-01', body };
      const action = {
        entry,
        action: 'enter' as const,
        at: '2026-05-02T01:00:00.000Z',
        reason: null,
        bodyHash: '',
        line: 0,
      };
      const key = `${entry.id}/${place}`;
      await changeRegister(dataSource, { territory: county, kinds: [kind], key }, () => [
        { ...action, by: { office, person: null }, key },
      ]);
    }
  }
}

const lengths = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const;

/** Cases of larger places and of nobody's village or unit among those that look. */
const ofLargerPlaces = (): CaseFile[] =>
  tales.flatMap(([resource, file]) =>
    ['households', 'postings', 'problems', 'interviews', 'subsidies', 'duties', 'scores'].includes(resource)
      ? []
      : [of(file, other(1))],
  );

/** A township in which others have things, few or many of them; what is the village's and the unit's own is the same in both. */
export async function fillWorld(alone: ApiAlone, crowd: 'few' | 'many'): Promise<void> {
  const others = (crowd === 'few' ? [1] : [1, 2, 3, 4]).map(other);
  const shared = [subsidies(others), townshipSheet(others), countySheet(others), scoreSheet(others)];
  const cases = [...casesOf(own), ...others.flatMap(casesOf), ...shared, ...(crowd === 'many' ? ofLargerPlaces() : [])];
  for (const file of cases) await alone.cases.replay(file);
  await writeRows(alone, [own, ...others]);
  await enterRegisters(alone, own, [ownVillage, county]);
  await enterRegisters(alone, { ...other(9), label: 'FX9' }, [township]);
  for (const who of others) {
    await enterRegisters(alone, who, [who.village]);
    await enterRegisters(alone, who, [county], isKeptByUnits);
  }
}

/** Of a county a unit's entries are its own; those the county itself made are there once. */
const isKeptByUnits = ({ keptBy }: HandRegister): boolean => keptBy.includes('dispatching-unit');
