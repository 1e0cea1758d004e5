import type { VillagePartId } from '@duban/policy/registers/village-parts';
import type { Claim, Claims } from '../claim';
import { claim, partly, piece, tests } from '../claim-rows';

const spec = 'village-sheet.cases.spec.ts';
const monthly = tests('duty-sheet', spec, 'OBLIGATIONS D25: what a township says of a village every month');
const later = tests('duty-sheet', spec, 'OBLIGATIONS D25: what a township says of a village once in a longer period');
const left = tests(
  'duty-sheet',
  'places-covered.cases.spec.ts',
  'case 80 (A-2.8.f, A-4.1.g, D25): T1 handed in VX for V1 and not for V2 in November 2026, V2’s ledger last changed on 30 Oct',
);
const ranking = tests(
  'duty-sheet',
  'places-covered.cases.spec.ts',
  'case 80 (A-4.1.f): a county ranking of the fourth quarter',
);

const sheetBy = '乡镇每月村情表：未填的村点名，未做到的村列出';

/** A part of the township's sheet of a village, by its row; the village is found, and the township named for a sheet it has not handed in. */
const part =
  (of: typeof monthly) =>
  (obligation: string, id: VillagePartId, row: string): Claim =>
    claim(sheetBy, of(`${obligation}: ${id}`), piece('registers/village-parts.ts', `  ${id}: part(${row}),\n`), {
      duty: 'village-sheets',
    });
const eachMonth = part(monthly);
const eachPeriod = part(later);

const onlyListed = '填“否”的村只列出，不逐级提醒。';
const onlyFound = '本期未填和填“否”的村只列出，不逐级提醒。';
const perVillage = '按村核对，未逐人列出；派出单位的保障情况尚未核对。';
const lodging = partly(
  eachPeriod('C-2.7.j', 'lodging', "'C-2.7', 'j', '驻村干部待遇和食宿办公有保障', 'half-year'"),
  perVillage,
);

/** What townships say of their villages every month, and what counties rank. */
export const claimsOfVillages: Claims = {
  'A-2.8.f': partly(eachMonth('A-2.8.f', 'cleaned', "'A-2.8', 'f', '已开展村庄清洁行动', 'month'"), onlyListed),
  'A-2.8.g': partly(eachMonth('A-2.8.g', 'rubbish', "'A-2.8', 'g', '已清理农村生活垃圾', 'month'"), onlyListed),
  'A-2.8.h': partly(eachMonth('A-2.8.h', 'ponds', "'A-2.8', 'h', '已清理村内沟塘', 'month'"), onlyListed),
  'A-2.8.i': partly(eachMonth('A-2.8.i', 'manure', "'A-2.8', 'i', '已清理畜禽养殖粪污', 'month'"), onlyListed),
  'A-2.8.k': eachMonth('A-2.8.k', 'unseparated', "'A-2.8', 'k', '尚未人畜分离户数', 'month', 'are-some'"),
  'A-2.8.n': partly(
    eachPeriod('A-2.8.n', 'governance', "'A-2.8', 'n', '推行积分制、清单制、数字化治理或网格化管理', 'year'"),
    onlyFound,
  ),
  'A-2.8.q': partly(
    eachPeriod('A-2.8.q', 'selections', "'A-2.8', 'q', '已开展星级文明户、美丽庭院、好媳妇、好公婆等创建评比', 'year'"),
    onlyFound,
  ),
  'A-3.2.e': partly(
    eachPeriod('A-3.2.e', 'lectures', "'A-3.2', 'e', '已开办政策讲堂或农民学堂', 'half-year'"),
    onlyFound,
  ),
  'A-3.2.g': eachPeriod('A-3.2.g', 'publicity', "'A-3.2', 'g', '有政策宣传栏和大喇叭', 'year'"),
  'A-4.1.f': {
    by: '县对乡镇、部门评比排队：漏排的点名',
    test: ranking('with nobody ranked both lines stand open, of the townships and of the departments'),
    takeOut: [{ duty: 'township-ranking' }, { duty: 'department-ranking' }],
  },
  'A-4.1.g': {
    by: '村级政策落实台账：未更新的村点名',
    test: left('on 1 Dec T1 is named for V2, twice: village sheet and ledger'),
    takeOut: [{ duty: 'village-ledgers' }],
  },
  'B-2.1.1.a': eachPeriod(
    'B-2.1.1.a',
    'courtyards',
    "'B-2.1.1', 'a', '发展微菜园、非遗工坊、特色民宿、休闲农庄的户数', 'half-year', 'are-none'",
  ),
  'C-2.7.c': partly(eachPeriod('C-2.7.c', 'partyAffairs', "'C-2.7', 'c', '已公开党务', 'quarter'"), onlyFound),
  'C-2.7.d': partly(eachPeriod('C-2.7.d', 'villageAffairs', "'C-2.7', 'd', '已公开村务', 'quarter'"), onlyFound),
  'C-2.7.e': partly(eachPeriod('C-2.7.e', 'finances', "'C-2.7', 'e', '已公开财务', 'quarter'"), onlyFound),
  'C-2.7.h': eachPeriod('C-2.7.h', 'bodies', "'C-2.7', 'h', '村级各类组织健全', 'half-year'"),
  'C-2.7.j': lodging,
  'C-3.6.d': lodging,
};
