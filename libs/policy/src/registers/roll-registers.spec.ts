import { basePolicy, settingsOf } from '../settings/policy-set';
import { handRegister, judgeEntry } from './hand-registers';
import type { FieldValue, RegisterEntry } from './register-rules';

const [v1, v2] = ['140423100201', '140423100202'];
const entry = (body: Record<string, FieldValue>, territory = v1, id = 'new'): RegisterEntry => ({
  ...{ id, kind: 'household-roll', territory, on: '2026-10-01' },
  body: { from: '2026-01-01', ...body },
});
const judged = (one: RegisterEntry, ...others: RegisterEntry[]) =>
  judgeEntry(one, { entries: others, today: '2026-10-01', settings: settingsOf(basePolicy) });

describe('OBLIGATIONS C-2.3.b: 农户花名册', () => {
  const known = entry({ household: 'H001' }, v1, 'e1');

  it('takes each household once, in one village', () => {
    expect(judged(entry({ household: 'H002' }), known)).toMatchObject({ admitted: true });
    expect(judged(entry({ household: 'H001' }), known)).toMatchObject({ code: 'ALREADY_DONE', field: 'household' });
    expect(judged(entry({ household: 'H001' }, v2), known)).toMatchObject({ code: 'ALREADY_DONE' });
  });

  it('takes one that moved, from the day after it went', () => {
    const gone = entry({ household: 'H001', to: '2026-06-30' }, v1, 'e1');
    expect(judged(entry({ household: 'H001', from: '2026-06-30' }, v2), gone)).toMatchObject({ code: 'ALREADY_DONE' });
    expect(judged(entry({ household: 'H001', from: '2026-07-01' }, v2), gone)).toMatchObject({ admitted: true });
  });

  it('none goes before it came', () =>
    expect(judged(entry({ household: 'H001', to: '2025-12-31' }))).toMatchObject({
      code: 'OUT_OF_RANGE',
      field: 'to',
    }));

  it('counts who stands on it at the end of a year', () => {
    const all = [known, entry({ household: 'H002', from: '2025-03-01', to: '2026-06-30' }, v1, 'e2')];
    expect(handRegister('household-roll')?.totals?.(all, '2026')).toEqual([
      { name: '在册农户', unit: '户', value: 1, before: 1 },
    ]);
  });
});
