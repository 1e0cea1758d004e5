import { departmentOffice, type Department } from '../../base/departments';
import type { PolicyLineId } from '../../base/policy-lines';
import { missed } from '../../case/case-builder';
import type { LedgerRecord } from '../../case/case';
import { allLinesBut, builtDispatch, system, wholeLedgers } from './dispatch-builder';

type Running = ReturnType<typeof builtDispatch>;
type Line = [obligation: string, name: string, policy: PolicyLineId, ...departments: Department[]];

const lines: Line[] = [
  ['A-2.2.b', '控辍保学', 'school-attendance', 'education'],
  ['A-2.2.c', '两免一补（免学杂费）', 'free-tuition', 'education'],
  ['A-2.2.d', '两免一补（免教科书费）', 'free-textbooks', 'education'],
  ['A-2.2.e', '两免一补（生活补助）', 'boarding-allowance', 'education'],
  ['A-2.2.f', '学生营养改善计划', 'student-nutrition', 'education'],
  ['A-2.2.g', '雨露计划', 'vocational-grant', 'revitalization'],
  ['A-2.2.h', '职业教育免除学费', 'vocational-tuition', 'education'],
  ['A-2.2.i', '奖助学金', 'student-grants', 'education'],
  ['A-2.2.j', '生源地贷款', 'student-loans', 'education'],
  ['A-2.2.k', '基本医保参保资助', 'insurance-subsidy', 'medical-insurance'],
  ['A-2.2.l', '门诊慢特病保障', 'chronic-outpatients', 'medical-insurance'],
  ['A-2.2.m', '市域内住院报销“一站式”结算', 'one-stop-settlement', 'medical-insurance'],
  ['A-2.2.n', '先诊疗后付费', 'treatment-first', 'health'],
  ['A-2.2.p', '农村6类低收入群体等重点对象住房保障', 'housing-safety', 'housing'],
  ['A-2.2.u', '供水工程长效化管护机制', 'drinking-water', 'water'],
  ['A-2.3.f', '以工代赈', 'work-relief', 'development'],
  ['A-2.3.h', '生态帮扶政策', 'forest-help', 'forestry'],
  ['A-2.4.f', '乡村特色产业', 'specialty-industry', 'agriculture'],
  ['A-2.4.h', '规模种养业', 'large-scale-farming', 'agriculture'],
  ['A-2.4.j', '种粮农民直接补贴发放', 'grain-subsidy', 'finance', 'agriculture'],
  ['A-2.5.i', '企业网上销售奖补政策', 'online-sales', 'commerce'],
  ['A-2.6.c', '基本养老保险保费代缴', 'pension-premiums', 'human-resources'],
  ['A-2.6.d', '补充养老保险保费代缴', 'further-pension-premiums', 'human-resources'],
  ['A-2.6.e', '基本医保', 'medical-insurance', 'medical-insurance'],
  ['A-2.6.f', '大病保险', 'serious-illness-insurance', 'medical-insurance'],
  ['A-2.6.g', '医疗救助', 'medical-aid', 'medical-insurance'],
  ['A-2.6.h', '残疾人两项补贴（生活补贴）', 'disabled-living-allowance', 'civil-affairs'],
  ['A-2.6.i', '残疾人两项补贴（护理补贴）', 'disabled-care-allowance', 'civil-affairs'],
  ['A-2.8.a', '农村道路安全畅通', 'rural-roads', 'transport'],
  ['A-2.8.b', '农村供水保障', 'rural-water-supply', 'water'],
  ['A-2.8.c', '乡村清洁能源建设', 'clean-energy', 'development'],
  ['A-2.8.d', '农产品仓储保鲜冷链物流设施建设', 'cold-chain', 'agriculture'],
  ['B-2.2.1.b', '支持引导就近就地就业', 'local-employment', 'human-resources'],
  ['B-2.3.3.h', '中央实际种粮农民一次性补贴', 'grain-farmers-payment', 'agriculture', 'finance'],
  ['B-2.3.4.f', '职业介绍补贴政策', 'job-agency-subsidy', 'human-resources'],
  ['B-2.3.4.g', '灵活就业支持政策', 'flexible-employment', 'human-resources'],
  ['B-2.3.4.h', '自主创业支持政策', 'own-business', 'human-resources'],
];

const closed = (running: Running): Running => {
  running.say('periodClosed', '2026-11-19', { until: '2026-11-18' }, system);
  return running;
};
const rowOf = (running: Running, department: Department, policy: PolicyLineId) =>
  running
    .view()
    .records.filter((one): one is Extract<LedgerRecord, { table: 'register' }> => one.table === 'register')
    .find(({ key }) => key === `ledger/${department}/${policy}`)?.row;
const report = (running: Running): string => running.view().notices.find(({ key }) => key === 'report:1')?.text ?? '';
const told = (running: Running) =>
  running.view().notices.flatMap(({ key, to, text }) => (key.startsWith('unconfirmed:') ? [{ to, text }] : []));
/** The county's ledgers, all confirmed, two lacking of one policy. */
function short(policy: PolicyLineId, department: Department): Running {
  const running = allLinesBut(policy);
  const figures = policy === 'school-attendance' ? { none: 2 } : { of: 10, done: 8 };
  const body = { lines: [{ policy, ...figures, why: '正在落实' }] };
  running.say('confirmLines', '2026-11-13', body, { office: departmentOffice(department, '140423') });
  return closed(running);
}

describe('OBLIGATIONS A-2, B-2: one line of a department’s ledger', () => {
  it.each(lines)('%s: %s', (_, name, policy, ...departments) => {
    const running = closed(allLinesBut(policy));
    expect(told(running)).toHaveLength(departments.length);
    for (const department of departments) {
      const owner = departmentOffice(department, '140423');
      expect(rowOf(running, department, policy)).toMatchObject({ state: 'missing', owner });
      expect(told(running)).toContainEqual({ to: owner, text: expect.stringContaining(`部门（${name}）`) });
      expect(report(running)).toContain(`部门（${name}）`);
      const lacking = short(policy, department);
      expect(rowOf(lacking, department, policy)).toMatchObject({ state: 'found', owner, body: { gap: 2 } });
      expect(report(lacking)).toMatch(new RegExp(`台账反映的问题：.*部门${name}：`));
    }
  });

  it('A-2.8.l: 农村生活污水治理, as fits the place: missing is named, short is shown and no finding', () => {
    const owner = 'department:140423:ecology';
    expect(told(closed(allLinesBut('rural-sewage')))).toMatchObject([
      { to: owner, text: expect.stringContaining('农村生活污水治理') },
    ]);
    const running = short('rural-sewage', 'ecology');
    expect(rowOf(running, 'ecology', 'rural-sewage')).toMatchObject({
      state: 'confirmed',
      body: { of: 10, done: 8, gap: 0 },
    });
    expect(report(running)).not.toContain('台账反映的问题');
  });
});

type Led = [obligation: string, ...lines: [Department, PolicyLineId][]];
const led: Led[] = [
  [
    'A-4.3.c',
    ['education', 'school-attendance'],
    ['health', 'treatment-first'],
    ['medical-insurance', 'one-stop-settlement'],
    ['housing', 'housing-safety'],
    ['water', 'drinking-water'],
  ],
  ['A-4.3.d', ['finance', 'linking-funds'], ['finance', 'farm-insurance-funds']],
  ['A-4.3.e', ['development', 'work-relief']],
  ['A-4.3.f', ['development', 'consumption-help']],
  ['A-4.3.g', ['agriculture', 'specialty-industry'], ['agriculture', 'living-environment']],
  ['A-4.3.j', ['human-resources', 'employment-services']],
  ['A-4.3.l', ['civil-affairs', 'disabled-living-allowance'], ['civil-affairs', 'disabled-care-allowance']],
  ['A-4.3.n', ['commerce', 'online-sales']],
  ['A-4.3.p', ['revitalization', 'solar-income']],
  ['A-4.3.q', ['forestry', 'forest-help']],
  ['A-4.3.s', ['taxation', 'tax-relief']],
  [
    'A-4.3.u',
    ['agriculture', 'cold-chain'],
    ['natural-resources', 'rural-construction'],
    ['ecology', 'rural-sewage'],
    ['housing', 'rural-construction'],
    ['transport', 'rural-roads'],
    ['power-supply', 'rural-construction'],
    ['telecommunication', 'rural-construction'],
  ],
  [
    'A-4.3.v',
    ['organization', 'rural-governance'],
    ['publicity', 'rural-governance'],
    ['political-legal', 'rural-governance'],
    ['public-security', 'rural-governance'],
    ['civil-affairs', 'rural-governance'],
    ['justice', 'rural-governance'],
    ['agriculture', 'rural-governance'],
  ],
];
const levels = ['14', '1404', '140423'] as const;

describe('OBLIGATIONS A-4.3: all but one policy confirmed, and the line of its department stands open at every level', () => {
  it.each(led)('%s', (_, ...own) => {
    for (const territory of levels)
      for (const [department, policy] of own)
        expect(missed(allLinesBut(policy, territory), `ledger:${department}`)).toMatchObject({
          ...{ owner: departmentOffice(department, territory), due: '2026-11-15', overdueFrom: '2026-11-16' },
          isCriticised: true,
        });
  });

  it('A-4.3.b: nobody confirmed anything, and every department with policies of its own stands open', () => {
    const without: Department[] = ['banking-insurance'];
    for (const territory of levels)
      for (const department of wholeLedgers.filter((one) => !without.includes(one)))
        expect(missed(builtDispatch({}, territory), `ledger:${department}`)).toMatchObject({
          owner: departmentOffice(department, territory),
          due: '2026-11-15',
        });
  });

  it('with everything confirmed no line stands open', () => {
    for (const territory of levels)
      for (const department of wholeLedgers)
        expect(missed(allLinesBut(undefined, territory), `ledger:${department}`)).toBeUndefined();
  });
});
