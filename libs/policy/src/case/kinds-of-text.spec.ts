import type { ClauseId } from '../base/clauses/clauses';
import { territoryOf, type OfficeId, type Territory } from '../base/office';
import { addDays, addToMonth, civilDateOf, type CivilDate, type Instant, type Month } from '../dates/civil-date';
import { caseId, ensureCaseId } from './case-id';
import type { CaseId } from './process-list';

const date: CivilDate = '2026-11-30';
const instant: Instant = '2026-11-30T01:00:00.000Z';
const month: Month = '2026-11';
const office: OfficeId = 'party-committee:140423';
const territory: Territory = '140423';
const someCase: CaseId = caseId('problem', territory, 1);
const clause: ClauseId = 'A-1';
const text = (): string => '2026-11-30';

/** Each line is refused by the compiler; an unused expectation is a compile error itself. */
describe('one kind of text never passes for another', () => {
  it('a date, an instant and a month', () => {
    // @ts-expect-error an instant is no date
    const first: CivilDate = instant as Instant;
    // @ts-expect-error a date is no instant
    const second: Instant = date as CivilDate;
    // @ts-expect-error a date is no month
    const third: Month = date as CivilDate;
    // @ts-expect-error days are counted from a date
    expect(() => addDays(month as Month, Number.NaN)).toThrow();
    // @ts-expect-error a month follows a month
    expect(addToMonth(date as CivilDate, 0)).toBe('2026-11');
    expect([first, second, third]).toEqual([instant, date, date]);
    expect(civilDateOf(instant)).toBe(date);
  });

  it('a territory and an office', () => {
    // @ts-expect-error an office is no territory
    const first: Territory = office as OfficeId;
    // @ts-expect-error a territory is no office
    const second: OfficeId = territory as Territory;
    // @ts-expect-error the territory is asked of an office
    expect(territoryOf(territory as Territory)).toBe('');
    // @ts-expect-error a date is no territory
    const third: Territory = date as CivilDate;
    expect([first, second, third]).toEqual([office, territory, date]);
  });

  it('the id of a case and any other text', () => {
    // @ts-expect-error text is no case until it has been looked at
    const first: CaseId = text();
    // @ts-expect-error an office is no case
    const second: CaseId = office as OfficeId;
    // @ts-expect-error no process begins its ids so
    const third: CaseId = 'nothing:140423';
    expect([first, second, third]).toHaveLength(3);
    expect(ensureCaseId(someCase)).toBe('problem:140423:1');
    expect(() => ensureCaseId(text())).toThrow('is no id of a case');
  });

  it('a clause and any other text', () => {
    // @ts-expect-error text is no clause until it has been looked at
    const first: ClauseId = text();
    // @ts-expect-error no plan has such a clause
    const second: ClauseId = 'nothing';
    expect([first, second, clause]).toHaveLength(3);
  });
});
