import type { ActAnswer } from '@duban/contracts/answers/acts';
import { Refused } from '../../api/client';
import { contentKeys } from '../../api/content-keys';
import { daySaver, type Outcome } from './save-day';
import {
  allOnPost,
  filledFrom,
  householdsFor,
  sheetsOpen,
  unsent,
  withMeeting,
  withSaved,
  withVisit,
  withoutMeeting,
  type FilledDay,
  type ReadDay,
} from './village-day';

const cadre = (id: string, more: Partial<ReadDay['cadres'][number]> = {}): ReadDay['cadres'][number] => ({
  ...{ cadre: id, postingCase: `posting:${id}`, roleName: '工作队队员' },
  ...{ onLeave: false, absent: false, mark: null, night: false },
  ...more,
});
const household = (id: string, isMonitored = false): ReadDay['households'][number] => ({
  ...{ household: id, isMonitored, isOnRoll: true, visitedOn: null },
});
const sheet = { caseId: 'duties:140423100:2026-11', isOpen: true, from: '2026-11-01' };
const day = (more: Partial<ReadDay> = {}): ReadDay => ({
  ...{ village: '140423100201', on: '2026-11-05', today: '2026-11-06', sheets: [sheet], said: null },
  cadres: [cadre('C01'), cadre('C02'), cadre('C03', { onLeave: true })],
  households: [household('W1', true), household('F1'), household('F2')],
  ...more,
});
const said: ReadDay['said'] = {
  ...{ entry: 7, by: 'village-party-secretary:140423100201', byName: '村党组织书记' },
  visits: [{ household: 'W1', by: ['C01'] }],
  ...{ meetings: [{ kind: 'work', attended: ['C01', 'C02'] }], broadcast: true },
};
const all = { marks: true, day: true };
const marked = (filled: FilledDay, id: string, mark: 'on-post' | 'rest', night = false): FilledDay => ({
  ...filled,
  marks: { ...filled.marks, [`posting:${id}`]: { mark, night } },
});

describe('C-2.3, C-3.1: a village’s day on a phone', () => {
  it('begins with what was entered before, and has nothing to send', () => {
    const read = day({ said, cadres: [cadre('C01', { mark: 'on-post', night: true })] });
    expect(filledFrom(read)).toEqual({
      marks: { 'posting:C01': { mark: 'on-post', night: true } },
      visits: { W1: ['C01'] },
      ...{ meetings: said.meetings, broadcast: true },
    });
    expect(unsent(read, filledFrom(read), all)).toEqual([]);
  });

  it('sends what has changed: each cadre’s marks to his posting, the day as a whole to the month’s sheet', () => {
    const read = day({ said });
    const filled = withVisit(marked(filledFrom(read), 'C01', 'on-post', true), 'F1', ['C02', 'C01']);
    expect(unsent(read, filled, all)).toEqual([
      {
        target: 'posting:C01',
        path: 'postings/posting:C01/attendance',
        body: { days: [{ on: '2026-11-05', mark: 'on-post', night: true }] },
      },
      {
        target: sheet.caseId,
        path: `duties/${sheet.caseId}/village-day`,
        body: {
          ...{ village: '140423100201', occurredOn: '2026-11-05', broadcast: true, meetings: said.meetings },
          visits: [
            { household: 'F1', by: ['C02', 'C01'] },
            { household: 'W1', by: ['C01'] },
          ],
        },
      },
    ]);
  });

  it('what is ticked off again is as it was; taking everything out is sent, since it was said', () => {
    const read = day({ said });
    const begun = filledFrom(read);
    expect(unsent(read, withVisit(withVisit(begun, 'F1', ['C01']), 'F1', ['C01']), all)).toEqual([]);
    const empty = { ...withoutMeeting(withVisit(begun, 'W1', []), 0), broadcast: false };
    expect(unsent(read, empty, all)).toMatchObject([{ body: { visits: [], meetings: [], broadcast: false } }]);
  });

  it('asks nobody who is on leave, and says nothing of him', () => {
    const read = day();
    const filled = allOnPost(read, filledFrom(read));
    expect(filled.marks['posting:C03']).toEqual({ mark: null, night: false });
    expect(unsent(read, marked(filled, 'C03', 'on-post'), all).map(({ target }) => target)).toEqual([
      'posting:C01',
      'posting:C02',
    ]);
  });

  it('“都在岗” leaves what was marked already, and who was absent without cause', () => {
    const read = day({ cadres: [cadre('C01', { mark: 'rest' }), cadre('C02', { absent: true }), cadre('C04')] });
    const { marks } = allOnPost(read, filledFrom(read));
    expect(Object.values(marks).map(({ mark }) => mark)).toEqual(['rest', null, 'on-post']);
  });

  it('the township says the day and not the marks; the village committee says nothing', () => {
    const read = day();
    const filled = { ...marked(filledFrom(read), 'C01', 'on-post'), broadcast: true };
    expect(unsent(read, filled, { marks: false, day: true }).map(({ target }) => target)).toEqual([sheet.caseId]);
    expect(unsent(read, filled, { marks: false, day: false })).toEqual([]);
  });

  it('a closed month, or one that began later, takes no day', () => {
    const closed = { ...sheet, isOpen: false };
    const later = { ...sheet, from: '2026-11-06' };
    expect(sheetsOpen(day({ sheets: [closed, later] }))).toEqual([]);
    expect(unsent(day({ sheets: [] }), { ...filledFrom(day()), broadcast: true }, all)).toEqual([]);
  });

  it('finds households by a part of their number, those ticked first and then the monitored ones', () => {
    const filled = withVisit(filledFrom(day()), 'F2', ['C01']);
    expect(householdsFor(day(), filled, '').map((one) => one.household)).toEqual(['F2', 'W1', 'F1']);
    expect(householdsFor(day(), filled, ' f ').map((one) => one.household)).toEqual(['F2', 'F1']);
  });
});

describe('saving a day', () => {
  const read = day();
  const filled = withMeeting({ ...marked(filledFrom(read), 'C01', 'on-post'), broadcast: true }, 'work', ['C01']);
  const unreachable = new Refused({ status: 0, code: 'UNREACHABLE', title: '连接中断', detail: '暂时连不上服务器。' });
  const answer = { caseId: 'x', told: undefined } as unknown as ActAnswer;

  it('after a lost connection the same things are sent under the same keys, and what was taken in is not sent again', async () => {
    const sent: string[] = [];
    let isCut = true;
    let number = 0;
    const save = daySaver(
      (path, _, { key }) => {
        sent.push(`${path}#${key}`);
        return isCut && path.includes('village-day') ? Promise.reject(unreachable) : Promise.resolve(answer);
      },
      () => contentKeys(() => `k${(number += 1)}`),
    );
    let known = read;
    const outcomes = new Map<string, Outcome['state']>();
    const again = (): Promise<void> =>
      save(unsent(known, filled, all), (target, outcome) => {
        outcomes.set(target, outcome.state);
        if (outcome.state === 'saved') known = withSaved(known, filled, target);
      });
    await again();
    expect([...outcomes]).toEqual([
      ['posting:C01', 'saved'],
      [sheet.caseId, 'refused'],
    ]);
    isCut = false;
    await again();
    expect(sent).toEqual([
      'postings/posting:C01/attendance#k1',
      `duties/${sheet.caseId}/village-day#k2`,
      `duties/${sheet.caseId}/village-day#k2`,
    ]);
    expect(unsent(known, filled, all)).toEqual([]);
    expect(unsent(known, { ...filled, broadcast: false }, all)).toHaveLength(1);
  });
});
