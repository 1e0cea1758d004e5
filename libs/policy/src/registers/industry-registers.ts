import { simple } from './simple-register';
import { anyLevel, leaders, locals } from './register-keepers';
import { choice, code, count, maybe, number, rate, text, truth, year } from './register-fields';
import { numberOf, textOf, type HandRegister, type RegisterFinding, type RegisterView } from './register-rules';

/** Plan B: village plans, services for work, task forces, and the yearly comparison of incomes. */
export const industryRegisters = {
  'village-plan': simple('“一村一策”产业发展规划', 'B-2.1.2', ['village'], locals, {
    title: text('规划名称'),
    income: number('年集体经营性收入（元）'),
    project: maybe(text('入库项目')),
  }),
  service: {
    ...simple('就业服务', 'B-2.2.1', anyLevel, locals, {
      kind: choice('服务', {
        training: '技能培训',
        placement: '岗位推送',
        station: '安置区就业创业服务站',
        graduates: '雨露计划+',
      }),
      people: count('服务人数'),
      employed: count('就业人数'),
    }),
    parts: { employed: 'people' },
  },
  'job-need': simple('就业需求清单', 'B-2.2.2', ['village'], locals, {
    worker: code('劳动力编号'),
    need: choice('需求', { guidance: '职业指导', training: '技能培训', job: '岗位信息', none: '已稳定就业' }),
    served: truth('已提供服务'),
  }),
  'task-force': simple('工作专班', 'B-3.1', anyLevel, leaders, {
    leader: code('负责人'),
    members: count('人数'),
    needs: count('摸清帮扶需求（户）'),
    measures: count('制定措施（条）'),
  }),
  income: {
    title: '农民收入比较',
    clause: 'B-1',
    levels: ['province', 'city', 'county'],
    keptBy: leaders,
    fields: {
      year: year(),
      relocated: rate('易地搬迁脱贫人口人均纯收入增速（%）'),
      outOfPoverty: rate('脱贫人口人均纯收入增速（%）'),
      farmers: rate('全省农民人均可支配收入增速（%）'),
      poorAreas: rate('脱贫地区农民人均可支配收入增速（%）'),
      ratioProvince: number('占全省农民人均可支配收入比例（%）'),
      ratioNation: number('占全国农民人均可支配收入比例（%）'),
    },
    findings: incomeFindings,
  },
} satisfies Record<string, HandRegister>;

/** B-1: the four comparisons of a year. */
function incomeFindings({ entries }: RegisterView): RegisterFinding[] {
  const byYear = [...entries].sort((one, other) => (textOf(one, 'year') < textOf(other, 'year') ? -1 : 1));
  return byYear.flatMap((entry, index) => {
    const at = (field: string): number => numberOf(entry, field);
    const before = byYear.slice(0, index).findLast(({ territory }) => territory === entry.territory);
    const falls = (field: string): boolean => before !== undefined && at(field) <= numberOf(before, field);
    const checks: [boolean, string][] = [
      [at('relocated') < at('outOfPoverty'), '易地搬迁脱贫人口收入增速低于脱贫人口'],
      [at('outOfPoverty') <= at('farmers'), '脱贫人口收入增速不高于全省农民'],
      [at('outOfPoverty') <= at('poorAreas'), '脱贫人口收入增速不高于脱贫地区农民'],
      [falls('ratioProvince') || falls('ratioNation'), '脱贫人口收入占全省或全国农民收入的比例未提高'],
    ];
    return checks
      .filter(([fails]) => fails)
      .map(([, words]) => ({ clause: 'B-1', text: `${textOf(entry, 'year')}年${words}`, entries: [entry.id] }));
  });
}
