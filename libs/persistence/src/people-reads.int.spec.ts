import type { DataSource } from 'typeorm';
import { builtEntry, builtWrite } from './case-rows-builder';
import type { CaseRow } from './cases';
import { attendanceOf, monitoredOf, rollOf, rosterOf, unitsOf } from './records';
import { changeRegister } from './register-entries';
import type { Part } from './seen-rows';
import { closeTestSchema, openTestSchema } from './test-schema';
import { writeCase } from './write-case';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestSchema();
});
afterAll(() => closeTestSchema(dataSource));

describe('who is on post and who is monitored', () => {
  const span = { from: '2026-11-01', to: '2026-11-30' };
  const caseId = 'posting:140423100:C1:1';
  const unit = 'dispatching-unit:1404:U07';
  const posted = { cadre: 'C1', unit, role: 'member' };
  const day = (on: string, night = false) => ({ on, mark: 'on-post', night });
  const sheet = (village: string, days: object[]) => ({
    table: 'register' as const,
    key: `attendance/2026-11/${village}`,
    row: {
      ...{ kind: 'attendance' as const, territory: village, period: '2026-11', owner: null, on: '2026-11-20' },
      ...{ state: 'marked', body: { cadre: 'C1', days: days as never } },
    },
  });
  const stay = (key: string, township: string, from: string, to: string | null) => ({
    table: 'posting' as const,
    key,
    row: { ...posted, township, village: `${township}201`, from, to },
  });

  beforeAll(async () => {
    await writeCase(
      dataSource,
      builtWrite({
        snapshot: { caseId, process: 'cadre-posting', subject: 'posting:140423100:C1' },
        entries: [builtEntry(1, { key: 'posted' })],
        records: [
          stay(`${caseId}@2026-07-01`, '140423100', '2026-07-01', '2026-11-17'),
          stay(caseId, '140423101', '2026-11-18', null),
          sheet('140423100201', [day('2026-11-16', true), day('2026-11-17')]),
          sheet('140423101201', [day('2026-11-18')]),
        ],
      }),
    );
    const monitored = (subject: string, listed: CaseRow['listed'], endedOn: string | null) =>
      builtWrite({
        snapshot: {
          caseId: `household:140423102:${subject}:1`,
          territory: '140423102',
          subject: `household:140423102:${subject}`,
          listed: { village: '140423102201', ...listed },
          ended: endedOn === null ? null : { on: endedOn, outcome: 'eliminated', outcomeName: '风险消除' },
        },
        entries: [builtEntry(1, { key: subject })],
      });
    for (const write of [
      monitored('M1', { identifiedOn: '2026-11-20' }, null),
      monitored('M2', { identifiedOn: '2026-03-01' }, '2026-10-31'),
      monitored('M3', { identifiedOn: null }, null),
      monitored('M4', { identifiedOn: '2026-12-01' }, null),
    ])
      await writeCase(dataSource, write);
  });

  it('a move leaves him on both townships’ rosters, each with its days and all his stays', async () => {
    const stays = [
      { from: '2026-07-01', to: '2026-11-17' },
      { from: '2026-11-18', to: null },
    ];
    expect(await rosterOf(dataSource, '140423100', span)).toMatchObject([{ cadre: 'C1', to: '2026-11-17', stays }]);
    expect(await rosterOf(dataSource, '140423101', span)).toMatchObject([{ from: '2026-11-18', to: null, stays }]);
    expect(await rosterOf(dataSource, '140423100', { from: '2026-12-01', to: '2026-12-31' })).toEqual([]);
  });

  it('units are told village by village', async () =>
    expect(await unitsOf(dataSource, '140423', span)).toEqual([
      { unit, village: '140423100201', from: '2026-07-01', to: '2026-11-17' },
      { unit, village: '140423101201', from: '2026-11-18', to: null },
    ]));

  it('the marked days of a span are read by posting, in whatever village', async () => {
    const days = [day('2026-11-17'), day('2026-11-18')];
    for (const township of ['140423100', '140423101'])
      expect(await attendanceOf(dataSource, township, { from: '2026-11-17', to: '2026-11-22' })).toEqual([
        { cadre: 'C1', postingCase: caseId, days },
      ]);
    expect(await attendanceOf(dataSource, '140423102', span)).toEqual([]);
  });

  it('a village sees what was marked in it, a unit what was marked of whom it sent', async () => {
    const marked = async (part: Part) =>
      (await attendanceOf(dataSource, '140423100', span, part)).map(({ days }) => days.map(({ on }) => on));
    expect(await marked({ village: '140423100201' })).toEqual([['2026-11-16', '2026-11-17']]);
    expect(await marked({ village: '140423101201' })).toEqual([]);
    expect(await marked({ unit })).toEqual([['2026-11-16', '2026-11-17', '2026-11-18']]);
    expect(await marked({ unit: 'dispatching-unit:1404:U08' })).toEqual([]);
  });

  it('monitored are the identified whose episode had not ended before the span', async () =>
    expect(await monitoredOf(dataSource, '140423102', span)).toEqual([
      { household: 'M1', village: '140423102201', from: '2026-11-20', to: null },
    ]));

  it('a village’s roll of households is read by the days they stood on it', async () => {
    const village = '140423102201';
    const enter = (id: string, body: Record<string, string>) => ({
      entry: { id, kind: 'household-roll', territory: village, on: '2026-11-01', body },
      ...{ action: 'enter' as const, at: '2026-11-01T00:00:00.000Z', reason: null, key: 'roll', bodyHash: '', line: 0 },
      by: { office: 'party-committee:140423102', person: null },
    });
    const entries = [
      enter('e1', { household: 'H2', from: '2026-01-01' }),
      enter('e2', { household: 'H1', from: '2026-01-01' }),
      enter('e3', { household: 'H3', from: '2026-01-01', to: '2026-11-10' }),
      enter('e4', { household: 'H4', from: '2026-01-01', to: '2026-10-31' }),
      enter('e5', { household: 'H5', from: '2026-12-01' }),
    ].map((one, line) => ({ ...one, line }));
    await changeRegister(dataSource, { territory: '140423', kinds: ['household-roll'], key: 'roll' }, () => entries);
    expect(await rollOf(dataSource, '140423102', span)).toEqual([
      { village, from: '2026-01-01', to: '2026-11-10', households: ['H3'] },
      { village, from: '2026-01-01', to: null, households: ['H1', 'H2'] },
    ]);
    expect(await rollOf(dataSource, '140423100', span)).toEqual([]);
  });
});
