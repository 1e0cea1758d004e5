import { builtEntry, builtWrite } from './case-rows-builder';
import { formsOfEntry, formsOfSnapshot, storable } from './storable';

const now = '2026-07-02T02:00:00.000Z';
const mark = { hash: 'h', reason: '日期或时刻超出可保存的范围' };

describe('what PostgreSQL cannot store', () => {
  it('is replaced, and nothing else', () => {
    const text = { what: `a\u0000b\ud800c😀\\u0000 \\\\ud800` };
    expect(storable(text)).toEqual({ what: 'a\ufffdb\ufffdc😀\\u0000 \\\\ud800' });
    expect(storable({ 'a\u0000': ['\udc00', 1, null, true] })).toEqual({ 'a\ufffd': ['\ufffd', 1, null, true] });
  });

  it('leaves sound values as they are', () => {
    const sound = { what: '督办😀', path: 'C:\\users' };
    expect(storable(sound)).toEqual(sound);
  });
});

describe('an entry that was refused', () => {
  it('keeps all that can be stored, and carries the seal of what it was', () => {
    const [full, bare] = formsOfEntry(
      builtEntry(3, { occurredOn: '0000-01-01', what: '走\u0000访', detail: { body: { note: '\ud800' }, keep: true } }),
      mark,
      now,
    );
    expect(full).toEqual(
      builtEntry(3, {
        occurredOn: '2026-07-02',
        what: '走\ufffd访',
        detail: { body: { note: '\ufffd' }, keep: true, setAside: mark },
      }),
    );
    expect(bare?.detail).toEqual({ setAside: mark });
  });

  it('whose instant is none is dated by the moment of writing', () => {
    expect(formsOfEntry(builtEntry(1, { at: 'soon' }), mark, now)[0]).toMatchObject({ at: now });
  });
});

it('a snapshot that was refused keeps its place, with days and counts that can be stored', () => {
  const { snapshot } = builtWrite({
    snapshot: {
      openedOn: '0000-01-01',
      number: 1e12,
      policy: { set: 's', version: 1e12 },
      ended: { on: '2026-02-30', outcome: 'x', outcomeName: '\u0000' },
      listed: { kind: '\ud800' },
    },
  });
  expect(formsOfSnapshot(snapshot, now)[0]).toEqual({
    ...snapshot,
    openedOn: '2026-07-02',
    number: 1,
    policy: { set: 's', version: 0 },
    ended: { on: '2026-07-02', outcome: 'x', outcomeName: '\ufffd' },
    listed: { kind: '\ufffd' },
  });
});
