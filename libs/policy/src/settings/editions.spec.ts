import { sha256 } from '../processes/inspection/sha256';
import { dutyRows, type DutyId } from './duty-rows';
import { publishedEditions } from './editions';
import { editionPins, dutyPins } from './edition-pins';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
};
const pinOf = (content: unknown): string => sha256(JSON.stringify(sorted(content))).slice(0, 12);
const pinsOf = (rows: object): Record<string, string> =>
  Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, pinOf(row)]));

/** Said by a failure: what was published stands. */
const whatToDo =
  'a published edition never changes. Put the row as it was, and publish a further edition: a file that takes over ' +
  'the rows of the one before, an entry in editions.ts, its pins here (DECISIONS 41). A setting the edition did not know ' +
  'gets the value by which its cases have run so far.';

describe('what was published stands', () => {
  it.each(publishedEditions.map((edition) => [edition.set, edition] as const))('%s', (set, { title, rows }) => {
    expect({ whatToDo, title, rows: pinsOf(rows) }).toEqual({ whatToDo, ...editionPins[set] });
  });

  it('duties of running sheets: a row is added or left, never changed', () => {
    const published = Object.keys(dutyPins) as DutyId[];
    const now = Object.fromEntries(published.map((id) => [id, pinOf(dutyRows[id])]));
    expect({ whatToDo: 'give what is changed another id, which further editions name', rows: now }).toEqual({
      whatToDo: 'give what is changed another id, which further editions name',
      rows: dutyPins,
    });
  });

  it('every edition is pinned, every name used once, and every duty an edition asks for is there', () => {
    expect(publishedEditions.map(({ set }) => set)).toEqual(Object.keys(editionPins));
    const asked = publishedEditions.flatMap(({ rows }) => Object.keys(rows.duties.value));
    expect(asked.filter((id) => !Object.hasOwn(dutyRows, id))).toEqual([]);
    expect(Object.keys(dutyPins)).toEqual(expect.arrayContaining([...new Set(asked)]));
  });

  it('a changed row would be found, by its name', () => {
    const [edition] = publishedEditions;
    const changed = { ...edition.rows, planDays: { ...edition.rows.planDays, value: 12 } };
    const pins = pinsOf(changed);
    const found = Object.keys(pins).filter((name) => pins[name] !== editionPins[edition.set]?.rows[name]);
    expect(found).toEqual(['planDays']);
  });
});
