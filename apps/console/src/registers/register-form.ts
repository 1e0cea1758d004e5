import type { FormField } from '@duban/contracts/form-fields';
import type { RegisterColumn } from '@duban/contracts/register-field-names';
import type { Session } from '../api/session';
import { levelLengths, levelsFor, type RegisterTerms } from './register-types';

const kinds: Partial<Record<RegisterColumn['type'], FormField['kind']>> = {
  text: 'text',
  count: 'integer',
  number: 'number',
  yuan: 'number',
  date: 'date',
  month: 'month',
  year: 'choice',
  truth: 'truth',
  code: 'text',
  place: 'division',
  choice: 'choice',
};

/** The years an entry may be for: the next, and five back. */
const yearsAround = (today: string): { value: string; title: string }[] =>
  [1, 0, -1, -2, -3, -4, -5]
    .map((by) => String(Number(today.slice(0, 4)) + by))
    .map((year) => ({ value: year, title: `${year}年` }));

/** The form of an entry: where, then the register's own fields in their order. */
export function entryFields(
  terms: RegisterTerms,
  session: Pick<Session, 'level' | 'territory'>,
  today: string,
): FormField[] {
  return [placeField(terms, session), ...terms.columns.map((column) => fieldOf(column, today))];
}

function placeField(terms: RegisterTerms, session: Pick<Session, 'level' | 'territory'>): FormField {
  const levels = levelsFor(terms, session);
  const [only] = levels;
  const isOne = levels.length === 1 && only !== undefined;
  return {
    name: 'territory',
    title: '地区',
    kind: 'division',
    isRequired: true,
    division: isOne ? levelLengths[only] : null,
  };
}

/** Where the office can only mean itself. */
export const isOwnPlaceOnly = (terms: RegisterTerms, session: Pick<Session, 'level'>): boolean => {
  const levels = levelsFor(terms, session);
  return levels.length === 1 && levels[0] === session.level;
};

function fieldOf({ name, title, type, isOptional, choices }: RegisterColumn, today: string): FormField {
  const kind = kinds[type] ?? 'text';
  return {
    name,
    title: type === 'yuan' && !title.includes('元') ? `${title}（元）` : title,
    kind,
    isRequired: isOptional !== true,
    ...(type === 'choice' && {
      choices: Object.entries(choices ?? {}).map(([value, word]) => ({ value, title: word })),
    }),
    ...(type === 'year' && { choices: yearsAround(today) }),
    ...((type === 'count' || type === 'yuan') && { minimum: 0 }),
    ...(type === 'text' && { maximumLength: 500 }),
  };
}
