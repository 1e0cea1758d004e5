import { processNames, type ProcessName } from '@duban/policy/case/case';
import { dutyRows, type DutyRow } from '@duban/policy/settings/duty-rows';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deadlineKind, meetingOperations, operationsMeeting } from './next-acts';
import { operationGroups } from './operation-groups';

const policy = join(__dirname, '../../policy/src');
const processes = Object.keys(processNames) as ProcessName[];

/** First words of the ids that a source file gives its deadlines; ids made wholly of variables are not among them. */
function kindsIn(text: string): string[] {
  const places = [/\bid: ([^\n]*)/g, /termDeadlines\(\w+, ([^\n]*)/g, /\.\.\.step\(('[a-z-]+')/g].flatMap((pattern) => [
    ...text.matchAll(pattern),
  ]);
  return places.flatMap(([, said = '']) =>
    [...said.matchAll(/['`]([a-z][a-z-]*)(?=[:#@$'`])/g)].map(([, kind = '']) => kind),
  );
}

const sources = readdirSync(policy, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.spec\.ts$|-sample\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(policy, name), 'utf8') }))
  .filter(
    ({ name, text }) => /\bDeadlineSpec\b|termDeadlines\(/.test(text) && !/^(dates|case|rectification)[/\\]/.test(name),
  );

describe('every deadline a process makes', () => {
  const known = new Set(processes.flatMap((process) => Object.keys(meetingOperations[process])));
  const found = sources.flatMap(({ name, text }) => kindsIn(text).map((kind) => [name, kind] as const));

  it('is found in the sources', () => expect(new Set(found.map(([, kind]) => kind)).size).toBeGreaterThan(20));

  it.each(found.filter(([, kind]) => kind !== 'posting'))('%s: %s has operations that meet it', (_, kind) =>
    expect(known).toContain(kind),
  );

  it('has no row that no source knows', () => {
    const made = new Set([...found.map(([, kind]) => kind), ...Object.keys(dutyRows)]);
    expect([...known].filter((kind) => !made.has(kind))).toEqual([]);
  });
});

describe('the table', () => {
  it.each(
    processes.flatMap((process) =>
      Object.entries(meetingOperations[process]).map(([kind, names]) => [process, kind, names] as const),
    ),
  )('%s, %s: names operations of the process: %j', (process, kind, names) =>
    expect(operationsMeeting(process, `${kind}:1`).map(({ name }) => name)).toEqual(names),
  );

  it('lets each office record the duties it owes', () => {
    const record = operationGroups.find(({ resource }) => resource === 'duties')?.operations['record'];
    const owing = (Object.values(dutyRows) as DutyRow[]).flatMap(({ bound }) =>
      bound.who === 'office' ? [bound.kind] : [],
    );
    expect(owing.filter((kind) => record?.by.every((grant) => grant.kind !== kind))).toEqual([]);
  });

  it.each([
    ['review:2', 'review'],
    ['verification#2@2026-11-20', 'verification'],
    ['bulletin', 'bulletin'],
    ['county-bulletin@2026-11~dispatching-unit:14:U01', 'county-bulletin'],
  ])('%s is a %s', (id, kind) => expect(deadlineKind(id)).toBe(kind));
});
