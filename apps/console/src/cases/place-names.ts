import type * as Divisions from '@duban/contracts/divisions';
import type { OfficeId, Territory } from '@duban/policy/base/office';
import { shallowRef } from 'vue';
import { withChineseDates } from '../words/dates';

const divisions = shallowRef<typeof Divisions>();
let asked: Promise<void> | undefined;

/** Until the names are known, or cannot be had now. */
export const knowNames = (): Promise<void> =>
  (asked ??= import('@duban/contracts/divisions').then(
    (loaded) => void (divisions.value = loaded),
    () => (asked = undefined),
  ));

/** The list of divisions comes after the first page; a name is empty for that moment, and never a bare code where it is known. */
function load(): typeof Divisions | undefined {
  void knowNames();
  return divisions.value;
}

/** 古韩镇; a village that no list names is told by its township and code. */
export function placeName(code: Territory): string {
  const known = load();
  if (known === undefined) return '';
  const name = known.divisionName(code);
  return name !== code || code.length !== 12 ? name : `${known.divisionName(code.slice(0, 9))}所属村（代码 ${code}）`;
}

/** 襄垣县古韩镇某村: from the county down. */
export function placePath(code: Territory): string {
  const known = load();
  if (known === undefined) return '';
  const lengths = [6, 9, 12].filter((length) => length <= code.length);
  return lengths.length === 0
    ? known.divisionName(code)
    : lengths.map((length) => placeName(code.slice(0, length))).join('');
}

/** 襄垣县驻村办. */
export const nameOfOffice = (office: OfficeId): string => load()?.officeName(office) ?? '';

const officeInText = /(?<![\w-])(?:[a-z]+-)*[a-z]+:\d{2,12}(?::[\w-]+)?(?![\w:])/g;

const placeInText = /(?<![\w.:〔-])(\d{12}|\d{9}|\d{6})(?:县|(?![\w.:元-]))/g;

/** A text of the ledger as officials read it: days written out, and the names of the offices and places it tells by their codes. */
export function asRead(text: string): string {
  const known = load();
  const dated = withChineseDates(text);
  if (known === undefined) return dated;
  return dated
    .replace(officeInText, (id) => known.officeName(id))
    .replace(placeInText, (whole, code: string) => (known.isKnownDivision(code) ? known.divisionName(code) : whole));
}
