import { namesOf } from '@duban/persistence/persons';
import type { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';

/** The key of personal data. */
export const PERSONS_KEY = Symbol('key of personal data');

/** Personal data is for county, township and village; the offices above work with numbers. */
export const mayReadNames = ({ level }: Caller): boolean => level !== 'province' && level !== 'city';

/** The names the caller may read, by surrogate id; none for the offices above the county. */
export const namesFor = (
  dataSource: DataSource,
  key: Buffer,
  caller: Caller,
  ids: readonly string[],
): Promise<Map<string, string>> =>
  mayReadNames(caller) && ids.length > 0 ? namesOf(dataSource, key, ids) : Promise.resolve(new Map());
