import type { CaseDeadline, CaseRow } from '@duban/contracts/answers/cases';
import type { RegisterRow } from '@duban/contracts/answers/registers';
import { factOf, problemInRegister, problemsOfCases, problemsOfDeadlines } from './problem-ledger';

const row: RegisterRow = {
  caseId: 'problem:140423100204:1',
  key: 'problem',
  kind: 'problem',
  territory: '140423100204',
  period: '2026',
  owner: 'party-committee:140423100',
  ownerName: '古韩镇党委',
  on: '2026-11-02',
  state: 'rectifying',
  stateName: '整改中',
  body: {
    list: 'livelihood',
    what: '大棚漏雨',
    due: '2026-11-20',
    repeatedlyUnrectifiedOn: '2026-11-21',
    recurringSince: null,
    yuan: null,
  },
};

it('a register row is a line of the ledger', () =>
  expect(problemInRegister(row)).toMatchObject({
    what: '大棚漏雨',
    due: '2026-11-20',
    isRepeated: true,
    isRecurring: false,
    isClosed: false,
  }));

it('what is written off or withdrawn is closed', () =>
  expect(['written-off', 'withdrawn'].map((state) => problemInRegister({ ...row, state }).isClosed)).toEqual([
    true,
    true,
  ]));

it('cases keep their order and take their words from the register', () => {
  const known = new Map([[row.caseId, problemInRegister(row)]]);
  const other = {
    caseId: 'problem:140423:2',
    territory: '140423',
    stage: 'found',
    stageName: '待研究整改',
    openedOn: '2026-11-05',
    listed: { list: 'skills', owner: 'x', recurring: true },
  };
  const lines = problemsOfCases([other, row] as unknown as CaseRow[], known, (office) => `名称${office}`);
  expect(lines.map(({ what, ownerName, isRecurring }) => [what, ownerName, isRecurring])).toEqual([
    ['', '名称x', true],
    ['大棚漏雨', '古韩镇党委', false],
  ]);
});

it('an overdue line shows the date that was missed and what was owed', () => {
  const deadline = {
    caseId: row.caseId,
    territory: row.territory,
    what: '限期整改到位：修棚',
    due: '2026-11-20',
    ownerName: '古韩镇党委',
  } as CaseDeadline;
  expect(problemsOfDeadlines([deadline], new Map([[row.caseId, problemInRegister(row)]]))[0]).toMatchObject({
    what: '大棚漏雨',
    stateName: '限期整改到位：修棚',
  });
});

it.each([
  ['all', []],
  ['overdue', []],
  ['repeated', ['repeatedlyUnrectified=true']],
  ['list:skills', ['list=skills']],
] as const)('%s asks for the fact %s', (view, fact) => expect(factOf(view)).toEqual(fact));
