import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { findOffice, officesOf, upsertOffices } from './directory';
import { forgetPerson, getPerson, putPerson } from './persons';
import { policyVersionOf, policyVersionsOf, savePolicyVersion } from './policy-versions';
import { closeTestSchema, openTestSchema } from './test-schema';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestSchema();
});
afterAll(() => closeTestSchema(dataSource));

describe('the directory of offices', () => {
  it('knows offices by id, territory and kind, and takes a new name', async () => {
    const township = { id: 'party-committee:140423100', name: '古韩镇党委' };
    await upsertOffices(dataSource, [township, township, { id: 'stationing-office:140423', name: '襄垣县驻村办' }]);
    await upsertOffices(dataSource, [{ ...township, name: '中共古韩镇委员会' }]);
    expect(await findOffice(dataSource, township.id)).toEqual({ id: township.id, name: '中共古韩镇委员会' });
    expect(await findOffice(dataSource, 'party-committee:140423199')).toBeNull();
    expect((await officesOf(dataSource, { territory: '140423' })).map(({ id }) => id)).toEqual([
      'stationing-office:140423',
      township.id,
    ]);
    expect((await officesOf(dataSource, { kind: 'party-committee' })).map(({ id }) => id)).toEqual([township.id]);
  });
});

describe('persons behind surrogate ids', () => {
  const key = randomBytes(32);
  const person = { name: '张三', idNumber: '140423199001011234' };

  it('are readable with the key only', async () => {
    await putPerson(dataSource, key, 'P1', person);
    expect(await getPerson(dataSource, key, 'P1')).toEqual(person);
    await expect(getPerson(dataSource, randomBytes(32), 'P1')).rejects.toThrow('sealed with key');
    const [row] = await dataSource.query(`SELECT sealed FROM persons WHERE id = 'P1'`);
    expect(row.sealed.length).toBeGreaterThan(person.idNumber.length);
    expect(row.sealed.toString('latin1')).not.toContain(person.idNumber);
  });

  it('cannot be swapped, changed or read once forgotten', async () => {
    await putPerson(dataSource, key, 'P2', { name: '李四', idNumber: null });
    await dataSource.query(`UPDATE persons SET sealed = (SELECT sealed FROM persons WHERE id = 'P1') WHERE id = 'P2'`);
    await expect(getPerson(dataSource, key, 'P2')).rejects.toThrow();
    await forgetPerson(dataSource, 'P1');
    expect(await getPerson(dataSource, key, 'P1')).toBeNull();
  });
});

describe('policy versions', () => {
  const version = {
    set: 'shanxi-2023',
    version: 2,
    changes: { nearDays: 5 },
    title: '本县口径',
    savedBy: 'leading-group-office:140423',
    savedAt: '2026-07-01T01:00:00.000Z',
  };

  it('are saved once and never change', async () => {
    expect(await savePolicyVersion(dataSource, version)).toBe('saved');
    expect(await savePolicyVersion(dataSource, { ...version, savedBy: 'system' })).toBe('known');
    expect(await savePolicyVersion(dataSource, { ...version, changes: { nearDays: 4 } })).toBe('differs');
    expect(await savePolicyVersion(dataSource, { ...version, version: 3 })).toBe('saved');
    expect(await policyVersionOf(dataSource, 'shanxi-2023', 2)).toEqual(version);
    expect((await policyVersionOf(dataSource, 'shanxi-2023'))?.version).toBe(3);
    expect(await policyVersionOf(dataSource, 'other')).toBeNull();
    expect((await policyVersionsOf(dataSource)).map((one) => one.version)).toEqual([3, 2]);
    expect(await policyVersionsOf(dataSource, 'other')).toEqual([]);
  });
});
