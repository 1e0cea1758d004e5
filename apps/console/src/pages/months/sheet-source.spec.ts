import type { ShownRefusal } from '../../api/client';
import { outcomeOf } from './sheet-source';

const refusal = (more: Partial<ShownRefusal> & Record<string, unknown>): ShownRefusal => ({
  status: 422,
  code: 'X',
  title: '',
  detail: '不行',
  ...more,
});

describe('a refusal as the queue understands it', () => {
  it.each([0, 401, 429, 500, 503])('status %i: to be sent again', (status) =>
    expect(outcomeOf(refusal({ status }))).toEqual({ kind: 'away' }),
  );

  it('names the cells that cannot stand', () => {
    const faults = [{ field: 'cells.2.value', detail: '应在0至100之间' }];
    expect(outcomeOf(refusal({ faults }))).toMatchObject({
      kind: 'refused',
      faults: [{ index: 2, detail: '应在0至100之间' }],
    });
    expect(outcomeOf(refusal({ field: 'cells.0.cadre' }))).toMatchObject({
      kind: 'refused',
      faults: [{ index: 0, detail: '不行' }],
    });
  });

  it('is of the whole batch where no cell is named', () =>
    expect(outcomeOf(refusal({ status: 409, code: 'CLOSED_PERIOD' }))).toEqual({
      kind: 'refused',
      faults: [],
      detail: '不行',
    }));

  it('shows what somebody else has put there', () => {
    const cells = [{ cadre: 'C1', part: 'task', value: 70, version: 3, at: 't', byName: null }];
    expect(outcomeOf(refusal({ status: 409, code: 'CHANGED_MEANWHILE', cells }))).toEqual({
      kind: 'changed',
      cells: [{ id: 'C1/task', value: 70, version: 3, at: 't', byName: null }],
    });
  });
});
