import type { DraftCell } from '@duban/persistence/score-drafts';
import { handInOf, missingWords } from './hand-in';
import type { SheetRow } from './sheet-lines';

const row = (cadre: string, given: Partial<SheetRow> = {}): SheetRow => ({
  ...{
    cadre,
    postingCase: 'p',
    village: '140423100201',
    unit: 'u',
    role: 'member',
    from: '2026-01-01',
    to: null,
    days: 30,
    toBeScored: true,
  },
  ...{
    state: 'open',
    reason: null,
    reasonName: null,
    task: null,
    presence: null,
    total: null,
    scoredOn: null,
    operation: 'score',
  },
  ...given,
});
const cell = (cadre: string, part: 'task' | 'presence', value: number | null, version = 1): DraftCell => ({
  ...{ cadre, part, value, version, by: { office: 'party-committee:140423100' }, at: '2026-12-02T01:00:00.000Z' },
});
const scored = { state: 'scored', task: 90, presence: 80, operation: 'correct' } as const;

describe('clause C-3.5: what handing in a draft comes to', () => {
  it('scores what is filled whole, and names what is missing', () => {
    const draft = [
      cell('C1', 'task', 90),
      cell('C1', 'presence', 80),
      cell('C2', 'task', 70),
      cell('C2', 'presence', null),
    ];
    const comes = handInOf([row('C1'), row('C2'), row('C3')], draft);
    expect(comes.scores).toEqual([{ cadre: 'C1', task: 90, presence: 80 }]);
    expect(comes.missing).toEqual([
      { cadre: 'C2', parts: ['presence'] },
      { cadre: 'C3', parts: ['task', 'presence'] },
    ]);
    expect(missingWords(comes.missing)).toBe('〔C2〕在岗履职；〔C3〕任务完成、在岗履职');
    expect(comes.cells).toHaveLength(2);
  });

  it('corrects a scored line whose part has changed, and leaves one that says the same', () => {
    const comes = handInOf(
      [row('C1', scored), row('C2', scored)],
      [cell('C1', 'task', 70), cell('C2', 'presence', 80)],
    );
    expect(comes).toMatchObject({ scores: [], corrections: [{ cadre: 'C1', task: 70, presence: 80 }], missing: [] });
    expect(comes.cells).toHaveLength(2);
  });

  it('asks nothing for a line left unscored or not to be scored', () => {
    expect(
      handInOf(
        [row('C1', { state: 'excused' }), row('C2', { state: 'unscored', toBeScored: false, operation: null })],
        [],
      ),
    ).toMatchObject({
      missing: [],
    });
  });
});
