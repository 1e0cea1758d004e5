import { lacking, simple } from './simple-register';
import { locals } from './register-keepers';
import { choice, code, count, maybe, number, pastDate, text, truth, unit } from './register-fields';
import { numberOf, textOf, type HandRegister } from './register-rules';

/** Plan C: what offices keep about stationed cadres and their villages. */
export const stationingRegisters = {
  'labour-ledger': simple('脱贫劳动力务工就业村级台账', 'C-2.4', ['village'], locals, {
    worker: code('劳动力编号'),
    where: choice('务工地', { county: '县内', province: '省内', away: '省外', home: '在家' }),
    employed: truth('已就业'),
    wantsTraining: truth('有培训意愿'),
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
      unit: unit('派出单位'),
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
      unit: unit('派出单位'),
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
} satisfies Record<string, HandRegister>;
