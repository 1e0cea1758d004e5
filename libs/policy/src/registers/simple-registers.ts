import type { Level, OfficeKind } from '../base/office';
import { choice, code, count, maybe, number, pastDate, rate, text, truth, year } from './register-fields';
import {
  idsOf,
  numberOf,
  shareOf,
  sumOf,
  textOf,
  yearly,
  isSo,
  type Field,
  type HandRegister,
  type RegisterView,
} from './register-rules';

const uppers: readonly Level[] = ['province', 'city', 'county'];
const every: readonly Level[] = [...uppers, 'township', 'village'];
const leaders: readonly OfficeKind[] = [
  'leading-group-office',
  'revitalization-bureau',
  'party-committee',
  'department',
  'organization-department',
  'stationing-office',
];
const locals: readonly OfficeKind[] = [...leaders, 'village-committee', 'village-party-secretary'];

/** A register that only keeps and counts: one line of data. */
const simple = (
  title: string,
  clause: string,
  levels: readonly Level[],
  keptBy: readonly OfficeKind[],
  fields: Readonly<Record<string, Field>>,
  parts: HandRegister['parts'] = {},
): HandRegister => ({
  title,
  clause,
  levels,
  keptBy,
  fields: { ...fields, note: maybe(text('备注')) },
  parts,
  totals: (entries, of) => [yearly(entries, of, title, '条', (own) => own.length)],
});

const lacking = (clause: string, words: string, isLacking: (entry: RegisterView['entries'][number]) => boolean) => ({
  findings: ({ entries }: RegisterView) => {
    const found = entries.filter(isLacking);
    return found.length === 0 ? [] : [{ clause, text: `${words}：${found.length}条`, entries: idsOf(found) }];
  },
});

/** Registers of the three plans: no date is owed, so nothing runs; they are kept, counted and looked through. */
export const simpleRegisters = {
  publicity: simple('政策宣传', 'A-3.2', every, locals, {
    how: choice('方式', {
      training: '干部培训',
      'lecture-team': '政策宣讲团',
      material: '口袋书、宣传画等资料',
      media: '网络和新媒体',
      broadcast: '广播和大喇叭',
    }),
    what: text('内容'),
    people: count('人次'),
  }),
  'follow-up': simple('现场跟进', 'A-3.8', every, leaders, {
    place: text('地点'),
    problem: text('发现的问题'),
    cause: text('原因'),
    measure: text('对策'),
  }),
  'model-case': simple('典型案例', 'A-3.8', every, leaders, {
    title: text('名称'),
    what: text('经验做法'),
    learnt: maybe(count('推广到的地方数')),
  }),
  'safety-net': simple(
    '兜底保障政策落实',
    'A-2.6',
    every,
    leaders,
    {
      policy: choice('政策', {
        subsistence: '低保、特困补助',
        pension: '养老保险代缴',
        medical: '“三重”医疗保障',
        disability: '残疾人两项补贴',
        schooling: '扶残助学',
        relief: '乡镇临时救助备用金',
        insurance: '防贫保险收入差额补偿',
      }),
      entitled: count('应享受户（人）数'),
      covered: count('已享受户（人）数'),
    },
    { covered: 'entitled' },
  ),
  'stationing-goals': simple('驻村帮扶“六化十到位”', 'A-2.7', ['village', 'township', 'county'], locals, {
    goal: text('到位事项'),
    done: truth('是否到位'),
    what: text('情况'),
  }),
  meeting: simple('政策落实推进会、联席会、现场会', 'A-4.2', uppers, leaders, {
    what: text('议题'),
    problems: maybe(text('分析的问题')),
    decided: text('议定事项'),
  }),
  'work-plan': simple('政策落实工作方案', 'A-4.3', uppers, leaders, {
    title: text('方案名称'),
    goals: text('任务和分工'),
  }),
  'office-ranking': simple('部门、乡镇评比排队', 'A-4.1', ['county'], leaders, {
    subject: text('部门或乡镇'),
    rank: count('名次'),
    basis: text('评比依据'),
  }),
  'village-ledger': simple('村级政策落实台账', 'A-4.1', ['village'], locals, {
    policy: text('政策'),
    state: choice('落实情况', { done: '已落实', doing: '正在落实', blocked: '存在困难' }),
    difficulty: maybe(text('困难和问题')),
  }),
  'unit-duty': simple(
    '派出单位落实驻村帮扶责任',
    'A-4.4',
    ['county', 'village'],
    ['dispatching-unit', 'stationing-office'],
    {
      leader: code('包联的班子成员'),
      village: code('帮扶村'),
      what: text('指导和解决的问题'),
    },
  ),
  'village-plan': simple('“一村一策”产业发展规划', 'B-2.1.2', ['village'], locals, {
    title: text('规划名称'),
    income: number('年集体经营性收入（元）'),
    project: maybe(text('入库项目')),
  }),
  service: simple(
    '就业服务',
    'B-2.2.1',
    every,
    locals,
    {
      kind: choice('服务', {
        training: '技能培训',
        placement: '岗位推送',
        station: '安置区就业创业服务站',
        graduates: '雨露计划+',
      }),
      people: count('服务人数'),
      employed: count('就业人数'),
    },
    { employed: 'people' },
  ),
  'job-need': simple('就业需求清单', 'B-2.2.2', ['village'], locals, {
    worker: code('劳动力编号'),
    need: choice('需求', { guidance: '职业指导', training: '技能培训', job: '岗位信息', none: '已稳定就业' }),
    served: truth('已提供服务'),
  }),
  'labour-ledger': simple('脱贫劳动力务工就业村级台账', 'C-2.4', ['village'], locals, {
    worker: code('劳动力编号'),
    where: choice('务工地', { county: '县内', province: '省内', away: '省外', home: '在家' }),
    employed: truth('已就业'),
    wantsTraining: truth('有培训意愿'),
  }),
  'task-force': simple('工作专班', 'B-3.1', every, leaders, {
    leader: code('负责人'),
    members: count('人数'),
    needs: count('摸清帮扶需求（户）'),
    measures: count('制定措施（条）'),
  }),
  'training-plan': {
    ...simple('县级驻村干部培训方案', 'C-2.2', ['county'], ['stationing-office'], {
      title: text('方案名称'),
      cadres: count('参训人数'),
      approvedOn: maybe(pastDate('市驻村办审定日期')),
    }),
    ...lacking('C-2.2', '县级培训方案未经市驻村办审定', (entry) => textOf(entry, 'approvedOn') === ''),
  },
  'unit-assignment': {
    ...simple('派出单位分管领导和责任部门', 'C-3.2', ['county'], ['dispatching-unit', 'stationing-office'], {
      unit: code('派出单位'),
      leader: code('分管领导'),
      department: text('具体负责部门'),
      visitedOn: maybe(pastDate('向驻地了解表现日期')),
    }),
    ...lacking('C-3.2', '尚未向驻地了解驻村干部日常表现和工作业绩', (entry) => textOf(entry, 'visitedOn') === ''),
  },
  incentive: simple(
    '优秀驻村干部激励名单',
    'C-3.6',
    ['county'],
    ['stationing-office', 'organization-department', 'dispatching-unit'],
    {
      cadre: code('干部'),
      what: choice('激励', {
        promotion: '优先提拔使用',
        rank: '晋升职级职称',
        recommended: '向派出单位推荐',
        visit: '走访慰问',
      }),
      basis: text('实绩'),
    },
  ),
  booklet: {
    ...simple(
      '驻村帮扶政策“口袋书”发放',
      'C-2.5',
      ['city', 'county', 'township'],
      ['revitalization-bureau', 'stationing-office', 'party-committee'],
      {
        cadres: count('驻村干部数'),
        given: count('已发放数'),
      },
    ),
    parts: { given: 'cadres' },
    ...lacking(
      'C-2.5',
      '“口袋书”未发放至所有驻村干部',
      (entry) => numberOf(entry, 'given') < numberOf(entry, 'cadres'),
    ),
  },
  poster: {
    ...simple('政策宣传画悬挂、解读和标注', 'C-2.5', ['village'], locals, {
      households: count('总户数'),
      hung: count('已悬挂解读户数'),
      marked: count('已标注落实政策户数'),
    }),
    parts: { hung: 'households', marked: 'households' },
    ...lacking('C-2.5', '宣传画未逐户悬挂解读', (entry) => numberOf(entry, 'hung') < numberOf(entry, 'households')),
  },
  'plan-goals': {
    ...simple('年度帮扶工作计划指标', 'C-2.6', ['county', 'village'], ['dispatching-unit', 'stationing-office'], {
      unit: code('派出单位'),
      goal: text('帮扶指标'),
      target: number('目标值'),
      reached: maybe(number('完成值')),
    }),
    ...lacking('C-2.6', '年度帮扶指标未完成', (entry) => numberOf(entry, 'reached') < numberOf(entry, 'target')),
  },
  'township-team': simple(
    '驻乡镇工作队管理考核',
    'C-2.6',
    ['city', 'township'],
    ['stationing-office', 'party-committee'],
    {
      duty: text('量化职责'),
      score: maybe(number('考核得分')),
    },
  ),
  'party-building': simple('抓党建促乡村振兴', 'C-2.7', ['village'], locals, {
    what: choice('事项', {
      meeting: '“三会一课”',
      decision: '“四议两公开”',
      open: '党务、村务、财务公开',
      care: '待遇、食宿办公保障',
      environment: '人居环境整治',
      culture: '精神文明创建',
    }),
    ok: truth('是否落实'),
  }),
  water: {
    ...simple('农村自来水普及率和停水事件', 'A-2.2', uppers, leaders, {
      households: count('农村总户数'),
      tapped: count('通自来水户数'),
      cutOffs: count('大规模停水断水事件'),
    }),
    parts: { tapped: 'households' },
    totals: (entries: RegisterView['entries'], of: string) => [
      yearly(entries, of, '农村自来水普及率', '%', (own) =>
        shareOf(numberOf(own.at(-1) as never, 'tapped'), numberOf(own.at(-1) as never, 'households')),
      ),
      yearly(entries, of, '大规模停水断水事件', '起', (own) => sumOf(own, 'cutOffs')),
    ],
    findings: ({ entries, settings }: RegisterView) =>
      entries.flatMap((entry) => {
        const share = shareOf(numberOf(entry, 'tapped'), numberOf(entry, 'households'));
        return [
          ...(share !== null && share < settings.tapWaterShare * 100
            ? [
                {
                  clause: 'A-2.2',
                  text: `自来水普及率${share}%，应稳定在${settings.tapWaterShare * 100}%以上`,
                  entries: [entry.id],
                },
              ]
            : []),
          ...(numberOf(entry, 'cutOffs') > 0
            ? [
                {
                  clause: 'A-2.2',
                  text: `发生大规模停水断水事件${numberOf(entry, 'cutOffs')}起，应确保不发生`,
                  entries: [entry.id],
                },
              ]
            : []),
        ];
      }),
  },
  'relocated-family': {
    ...simple('易地搬迁家庭就业', 'A-2.3', ['village', 'township'], locals, {
      household: code('家庭'),
      able: truth('有劳动能力和就业意愿'),
      employed: count('已就业人数'),
    }),
    ...lacking(
      'A-2.3',
      '有劳动能力和就业意愿的搬迁家庭尚无一人就业',
      (entry) => isSo(entry, 'able') && numberOf(entry, 'employed') === 0,
    ),
  },
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
function incomeFindings({ entries }: RegisterView) {
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
