import { citation, clauseOf, clauses, isClauseId, type ClauseId } from './clauses';

const obliging = [
  ...['A-0', ...series('A-2', 7), ...series('A-3', 8), ...series('A-4', 4)],
  ...['B-1', ...series('B-2.1', 3), ...series('B-2.2', 4), ...series('B-2.3', 5), ...series('B-3', 3)],
  ...[...series('C-2', 7), 'C-2.end', ...series('C-3', 7)],
];

function series(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}.${index + 1}`);
}

describe('RULES 10: the catalogue of clauses', () => {
  test('51 clauses oblige somebody', () => expect(clauses.filter(({ obliges }) => obliges)).toHaveLength(51));

  test('they are the clauses of part 10, in the order of the document', () =>
    expect(clauses.filter(({ obliges }) => obliges).map(({ id }) => id)).toEqual(obliging));

  test('the exhortations are marked, with the reason', () => {
    const others = clauses.filter(({ obliges }) => !obliges);
    expect(others.map(({ id }) => id)).toEqual([
      'letter',
      'A-1',
      'A-2',
      'A-2.8',
      'A-3',
      'A-4',
      'B-0',
      'B-3.4',
      'C-0',
      'C-1',
    ]);
    expect(others.every(({ whyNot = '' }) => whyNot.length > 5)).toBe(true);
  });

  test('B-0 and C-0 are counted with A-0', () =>
    expect([clauseOf('B-0').sameAs, clauseOf('C-0').sameAs]).toEqual(['A-0', 'A-0']));

  test('no id and no wording occurs twice', () => {
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
    expect(new Set(clauses.map(({ words }) => words)).size).toBe(clauses.length);
  });

  test('every clause has its own heading and whole sentences', () =>
    expect(
      clauses.filter(
        ({ title, words }) => title === '' || title.length > 30 || words.length < 40 || !/[。）]$/.test(words),
      ),
    ).toEqual([]));

  test('no mark of the page or of the markup is left in the words', () =>
    expect(clauses.filter(({ words }) => /[*\n]/.test(words))).toEqual([]));
});

describe("the law's own words", () => {
  test.each<[ClauseId, string]>([
    ['A-0', '从现在开始到今年年底'],
    ['A-2.1', '全省 7100 元的监测范围指导线'],
    ['A-2.1', '15 天内履行认定程序'],
    ['A-2.1', '25 天内精准落实帮扶措施'],
    ['A-2.2', '用好“雨露计划”、职业教育'],
    ['A-3.3', '每半月对所牵头落实的政策进行一次调度'],
    ['A-3.7', '对连续两次挂牌督办的县，启动问责追责程序'],
    ['A-4.3', '司法、农业农村等部门要做好乡村治理相关工作'],
    ['B-1', '高于全省脱贫地区农民人均可支配收入增速'],
    ['B-2.2.2', '11月底前应发尽发'],
    ['B-2.3.2', '人均收入达到监测指导线以上'],
    ['B-3.2', '15天内将帮扶措施落实到户到人'],
    ['C-2.1', '派出单位5日内完成补派'],
    ['C-2.3', '驻村干部不得签字同意消除风险'],
    ['C-2.end', '以村委书面报告形式同步报乡镇党委'],
    ['C-3.5', '次月 5 日前，乡镇党委'],
    ['C-3.5', '印发考核通报，抄送派出单位党委（党组）主要负责同志'],
    ['C-3.7', '被约谈 2 次的，视情节给予组织处理'],
  ])('clause %s: %s', (id, words) => expect(clauseOf(id).words).toContain(words));

  test.each<[ClauseId, string]>([
    ['A-2.1', '防止返贫动态监测和帮扶政策'],
    ['B-2.2.3', '用好公益岗位'],
    ['C-3.7', '加强纪律约束'],
  ])('clause %s is headed %s', (id, title) => expect(clauseOf(id).title).toBe(title));
});

describe('citations', () => {
  test.each<[ClauseId, string]>([
    ['A-0', '《推动巩固拓展脱贫攻坚成果同乡村振兴有效衔接政策落实到位专项行动方案》引言'],
    ['A-2', '《推动巩固拓展脱贫攻坚成果同乡村振兴有效衔接政策落实到位专项行动方案》二'],
    ['B-1', '《强化监测对象产业就业帮扶专项行动方案》一'],
    ['B-2.2.3', '《强化监测对象产业就业帮扶专项行动方案》二（二）3'],
    ['C-2.end', '《干部驻村真帮实扶专项行动方案》二末段'],
    ['C-3.5', '《干部驻村真帮实扶专项行动方案》三（五）'],
    ['letter', '襄乡振组办发〔2023〕17号'],
  ])('%s is cited as %s', (id, text) => expect(citation(id)).toBe(text));

  test('no two clauses are cited alike', () =>
    expect(new Set(clauses.map(({ id }) => citation(id))).size).toBe(clauses.length));
});

describe('unknown clauses', () => {
  test.each(['', 'A', 'A-2.9', 'C-3.8', 'D-1', 'a-2.1', 'toString'])('%j is none', (id) =>
    expect(isClauseId(id)).toBe(false),
  );
  test('asking for one is a mistake', () =>
    expect(() => clauseOf('A-2.9' as ClauseId)).toThrow('没有编号为“A-2.9”的条款'));
});
