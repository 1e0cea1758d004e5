import { lacking, simple } from './simple-register';
import { anyLevel, leaders, locals, uppers } from './register-keepers';
import { choice, code, count, maybe, text, truth } from './register-fields';
import { inPerCent, reaches, shareOf } from './exact-amounts';
import {
  isSo,
  numberOf,
  sumOf,
  yearly,
  type HandRegister,
  type RegisterFinding,
  type RegisterView,
} from './register-rules';

/** Plan A: what is kept and counted of publicity, follow-up, safety net, ledgers, water and resettled families; no date is owed, so nothing runs. */
export const policyRegisters = {
  publicity: simple('政策宣传', 'A-3.2', anyLevel, locals, {
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
  'follow-up': simple('现场跟进', 'A-3.8', anyLevel, leaders, {
    place: text('地点'),
    problem: text('发现的问题'),
    cause: text('原因'),
    measure: text('对策'),
  }),
  'model-case': simple('典型案例', 'A-3.8', anyLevel, leaders, {
    title: text('名称'),
    what: text('经验做法'),
    learnt: maybe(count('推广到的地方数')),
  }),
  'safety-net': {
    ...simple('兜底保障政策落实', 'A-2.6', anyLevel, leaders, {
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
    }),
    parts: { covered: 'entitled' },
  },
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
    findings: ({ entries, settings }: RegisterView): RegisterFinding[] =>
      entries.flatMap((entry): RegisterFinding[] => {
        const [tapped, households] = [numberOf(entry, 'tapped'), numberOf(entry, 'households')];
        return [
          ...(!reaches(tapped, households, settings.tapWaterShare)
            ? [
                {
                  clause: 'A-2.2' as const,
                  text: `自来水普及率${shareOf(tapped, households)}%，应稳定在${inPerCent(settings.tapWaterShare)}%以上`,
                  entries: [entry.id],
                },
              ]
            : []),
          ...(numberOf(entry, 'cutOffs') > 0
            ? [
                {
                  clause: 'A-2.2' as const,
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
} satisfies Record<string, HandRegister>;
