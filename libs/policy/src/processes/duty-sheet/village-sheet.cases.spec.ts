import { missed } from '../../case/case-builder';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { handRegister } from '../../registers/hand-registers';
import type { FieldValue, RegisterEntry } from '../../registers/register-rules';
import type { VillagePartId } from '../../registers/village-parts';
import { basePolicy, settingsOf } from '../../settings/policy-set';
import { builtSheet, rowOf, system, township, type Sheet } from './duty-builder';

const [V1, V2] = ['140423100201', '140423100202'] as const;
const good = { cleaned: true, rubbish: true, ponds: true, manure: true, unseparated: 0 };
const sheetOf = (month: string, body: Record<string, FieldValue> = {}): RegisterEntry => ({
  ...{ id: `VX:${month}`, kind: 'village-sheet', territory: V1, on: `${month}-25` },
  body: { month, ...good, ...body },
});
const settings = settingsOf(basePolicy);
const found = (entries: readonly RegisterEntry[], today: CivilDate): string[] =>
  (handRegister('village-sheet')?.findings?.({ entries, today, settings }) ?? []).map(
    ({ clause, text }) => `${clause} ${text}`,
  );
const clauseOf = (obligation: string): string => obligation.replace(/\.[a-z]$/, '');

/** T1 has handed in V1's sheet of November 2026, and not V2's. */
function halfHandedIn(): Sheet {
  const sheet = builtSheet({ places: [V1, V2] });
  const entries = [{ duty: 'village-sheets', covered: V1, on: '2026-11-26', by: township.office }];
  sheet.say('entriesRead', '2026-12-01', entries, system);
  return sheet;
}
const openLine = { owner: township.office, due: '2026-11-30', overdueFrom: '2026-12-01' };
function expectTownshipNamedForTheOther(): void {
  expect(missed(builtSheet({ places: [V1, V2] }), 'village-sheets@2026-11')).toMatchObject(openLine);
  const sheet = halfHandedIn();
  const row = rowOf(sheet, 'village-sheets@2026-11');
  expect(row?.lines).toMatchObject([{ ower: township.office, state: 'open', lacking: [V2] }]);
  expect(missed(sheet, 'village-sheets@2026-11')).toMatchObject(openLine);
}

const monthly: [obligation: string, part: VillagePartId, said: FieldValue, words: string][] = [
  ['A-2.8.f', 'cleaned', false, '“已开展村庄清洁行动”：否'],
  ['A-2.8.g', 'rubbish', false, '“已清理农村生活垃圾”：否'],
  ['A-2.8.h', 'ponds', false, '“已清理村内沟塘”：否'],
  ['A-2.8.i', 'manure', false, '“已清理畜禽养殖粪污”：否'],
  ['A-2.8.k', 'unseparated', 3, '尚未人畜分离户数3，应为0'],
];

describe('OBLIGATIONS D25: what a township says of a village every month', () => {
  it.each(monthly)('%s: %s', (obligation, part, said, words) => {
    const { fields = {} } = handRegister('village-sheet') ?? {};
    expect(fields[part]).toBeDefined();
    expect(fields[part]?.optional).toBeUndefined();
    expect(found([sheetOf('2026-11', { [part]: said })], '2026-11-30')).toContain(
      `${clauseOf(obligation)} 〔${V1}〕${words}`,
    );
    expect(found([sheetOf('2026-11')], '2026-11-30')).toEqual([]);
    expectTownshipNamedForTheOther();
  });
});

type Later = [
  obligation: string,
  part: VillagePartId,
  said: [good: FieldValue, bad: FieldValue, words: string],
  unsaid: [first: string, last: string, words: string],
];
const quarter = ['2026-07', '2026-09', '2026年7月至9月'] as const;
const halfYear = ['2026-07', '2026-12', '2026年7月至12月'] as const;
const wholeYear = ['2026-01', '2026-12', '2026年1月至12月'] as const;
const later: Later[] = [
  ['A-2.8.n', 'governance', [true, false, '“推行积分制、清单制、数字化治理或网格化管理”：否'], [...wholeYear]],
  [
    'A-2.8.q',
    'selections',
    [true, false, '“已开展星级文明户、美丽庭院、好媳妇、好公婆等创建评比”：否'],
    [...wholeYear],
  ],
  ['A-3.2.e', 'lectures', [true, false, '“已开办政策讲堂或农民学堂”：否'], [...halfYear]],
  ['A-3.2.g', 'publicity', [true, false, '“有政策宣传栏和大喇叭”：否'], [...wholeYear]],
  ['B-2.1.1.a', 'courtyards', [4, 0, '发展微菜园、非遗工坊、特色民宿、休闲农庄的户数为0'], [...halfYear]],
  ['C-2.7.c', 'partyAffairs', [true, false, '“已公开党务”：否'], [...quarter]],
  ['C-2.7.d', 'villageAffairs', [true, false, '“已公开村务”：否'], [...quarter]],
  ['C-2.7.e', 'finances', [true, false, '“已公开财务”：否'], [...quarter]],
  ['C-2.7.h', 'bodies', [true, false, '“村级各类组织健全”：否'], [...halfYear]],
  ['C-2.7.j', 'lodging', [true, false, '“驻村干部待遇和食宿办公有保障”：否'], [...halfYear]],
];

describe('OBLIGATIONS D25: what a township says of a village once in a longer period', () => {
  it.each(later)('%s: %s', (obligation, part, [right, wrong, words], [first, last, period]) => {
    const named = `${clauseOf(obligation)} 〔${V1}〕`;
    const next = addDays(`${last}-01`, 31);
    const on = (body: Record<string, FieldValue>): string[] => found([sheetOf(first, body), sheetOf(last)], next);
    const complete = on({ [part]: right });
    expect(on({}).filter((one) => !complete.includes(one))).toEqual([
      expect.stringContaining(`${named}${period}未填“`),
    ]);
    expect(on({ [part]: wrong })).toContain(`${named}${words}`);
    expectTownshipNamedForTheOther();
  });
});
