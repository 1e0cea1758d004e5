import { grouped } from '../base/grouped';
import { refuse, type Refusal } from '../base/verdict';
import { addDays } from '../dates/civil-date';
import { choice, code, count, maybe, month, pastDate, text, truth, year, yuan } from './register-fields';
import {
  idsOf,
  isSo,
  numberOf,
  ofKind,
  sumOf,
  textOf,
  yearly,
  type HandRegister,
  type RegisterEntry,
  type RegisterFinding,
  type RegisterView,
} from './register-rules';

/** B-2.2.4: workshops (帮扶车间): a county's register, the workers' ledger, difficulty and closure, reward tiers. */
export const workshopRegisters = {
  workshop: {
    title: '就业帮扶车间',
    clause: 'B-2.2.4',
    levels: ['county', 'township', 'village'],
    keptBy: ['revitalization-bureau', 'department', 'party-committee'],
    looksAt: ['workshop', 'workshop-workers', 'workshop-state'],
    fields: {
      workshop: code('车间编号'),
      name: text('车间名称'),
      settlement: truth('位于安置区'),
      base: maybe(truth('认定为就业帮扶基地')),
      recognisedOn: maybe(pastDate('认定为基地的日期')),
    },
    judge: (entry, view) =>
      ofKind(view, 'workshop').some((one) => textOf(one, 'workshop') === textOf(entry, 'workshop'))
        ? refuse('ALREADY_DONE', 'B-2.2.4', `车间编号${textOf(entry, 'workshop')}已登记。`, 'workshop')
        : undefined,
    findings: workshopFindings,
    totals: (entries, of) => [
      yearly(
        ofKind({ entries }, 'workshop-workers'),
        of,
        '在册车间数',
        '个',
        (own) => new Set(own.map((one) => textOf(one, 'workshop'))).size,
      ),
      yearly(ofKind({ entries }, 'workshop-workers'), of, '吸纳脱贫劳动力（月均）', '人', (own) =>
        Math.round(sumOf(own, 'outOfPoverty') / new Set(own.map((one) => textOf(one, 'month'))).size),
      ),
      yearly(ofKind({ entries }, 'workshop-workers'), of, '脱贫劳动力务工收入', '元', (own) => sumOf(own, 'wages')),
    ],
  },
  'workshop-workers': {
    title: '帮扶车间务工台账',
    clause: 'B-2.2.4',
    levels: ['county', 'township', 'village'],
    keptBy: ['revitalization-bureau', 'department', 'party-committee'],
    looksAt: ['workshop', 'workshop-workers'],
    parts: { outOfPoverty: 'workers' },
    fields: {
      workshop: code('车间编号'),
      month: month('月份'),
      workers: count('务工人数'),
      outOfPoverty: count('其中脱贫劳动力'),
      wages: yuan('脱贫劳动力工资'),
    },
    judge: (entry, view) => {
      const stranger = refuseUnregistered(entry, view);
      if (stranger !== undefined) return stranger;
      const twice = ofKind(view, 'workshop-workers').some(
        (one) =>
          textOf(one, 'workshop') === textOf(entry, 'workshop') && textOf(one, 'month') === textOf(entry, 'month'),
      );
      return twice
        ? refuse(
            'ALREADY_DONE',
            'B-2.2.4',
            `车间${textOf(entry, 'workshop')}${textOf(entry, 'month')}已登记，需要修改的请更正。`,
            'month',
          )
        : undefined;
    },
  },
  'workshop-state': {
    title: '帮扶车间困难、停工和清理',
    clause: 'B-2.2.4',
    levels: ['county', 'township', 'village'],
    keptBy: ['revitalization-bureau', 'department', 'party-committee'],
    looksAt: ['workshop'],
    judge: refuseUnregistered,
    fields: {
      workshop: code('车间编号'),
      state: choice('情况', {
        difficulty: '经营困难',
        supported: '已倾斜扶持',
        stopped: '彻底停工停业',
        removed: '已清理退出',
      }),
      what: text('情况和措施'),
    },
  },
  'workshop-reward': {
    title: '帮扶车间（基地）阶梯式奖补',
    clause: 'B-2.3.4',
    levels: ['county', 'township', 'village'],
    keptBy: ['revitalization-bureau', 'department'],
    looksAt: ['workshop', 'workshop-workers', 'workshop-reward'],
    fields: { workshop: code('车间编号'), year: year(), absorbed: count('稳定吸纳脱贫劳动力'), yuan: yuan('奖补金额') },
    judge: rewardRefusal,
    totals: (entries, of) => [
      yearly(ofKind({ entries }, 'workshop-reward'), of, '阶梯式奖补', '元', (own) => sumOf(own, 'yuan')),
    ],
  },
} satisfies Record<string, HandRegister>;

function refuseUnregistered(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
  const isRegistered = ofKind(view, 'workshop').some((one) => textOf(one, 'workshop') === textOf(entry, 'workshop'));
  return isRegistered
    ? undefined
    : refuse('UNKNOWN_SUBJECT', 'B-2.2.4', `没有车间${textOf(entry, 'workshop')}，请先登记。`, 'workshop');
}

/** B-2.3.4: 阶梯式奖补, once a year for each workshop. */
function rewardRefusal(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
  const stranger = refuseUnregistered(entry, view);
  if (stranger !== undefined) return stranger;
  const unrecognised = refuseUnrecognised(entry, view);
  if (unrecognised !== undefined) return unrecognised;
  const [workshop, of, absorbed, yuan] = [
    textOf(entry, 'workshop'),
    textOf(entry, 'year'),
    numberOf(entry, 'absorbed'),
    numberOf(entry, 'yuan'),
  ];
  if (ofKind(view, 'workshop-reward').some((one) => textOf(one, 'workshop') === workshop && textOf(one, 'year') === of))
    return refuse('ALREADY_DONE', 'B-2.3.4', `车间${workshop}${of}年的奖补已登记，需要修改的请更正。`, 'year');
  const tier = [...view.settings.workshopRewardTiers].reverse().find(({ from }) => absorbed >= from);
  const due = tier === undefined ? 0 : tier.yuan * absorbed;
  if (yuan === due) return undefined;
  return refuse(
    'OUT_OF_RANGE',
    'B-2.3.4',
    `吸纳${absorbed}人按本级设定的阶梯应奖补${due}元，收到的是${yuan}元。`,
    'yuan',
  );
}

/** B-2.3.4: 阶梯式奖补 is for a workshop recognised as 就业帮扶基地 by the day of the reward. */
function refuseUnrecognised(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
  const isRecognised = ofKind(view, 'workshop').some(
    (one) =>
      textOf(one, 'workshop') === textOf(entry, 'workshop') &&
      isSo(one, 'base') &&
      (textOf(one, 'recognisedOn') || one.on) <= entry.on,
  );
  return isRecognised
    ? undefined
    : refuse(
        'CONDITIONS_NOT_MET',
        'B-2.3.4',
        `阶梯式奖补只发给已认定为就业帮扶基地的车间，车间${textOf(entry, 'workshop')}在奖补之日尚未认定；认定后请在车间登记中注明。`,
        'workshop',
      );
}

/** Found are workshops in difficulty without support, stopped ones not removed, and counties whose workers or wages fell. */
function workshopFindings(view: RegisterView): RegisterFinding[] {
  const states = grouped(ofKind(view, 'workshop-state'), (one) => textOf(one, 'workshop'));
  const last = [...states.values()].map(
    (own) => [...own].sort((one, other) => (one.on < other.on ? -1 : 1)).at(-1) as RegisterEntry,
  );
  const days = view.settings.workshopActDays;
  const waits = (state: string): RegisterEntry[] =>
    last.filter((one) => textOf(one, 'state') === state && addDays(one.on, days) < view.today);
  const say = (text: string, entries: RegisterEntry[]): RegisterFinding[] =>
    entries.length === 0 ? [] : [{ clause: 'B-2.2.4', text: `${text}：${entries.length}个`, entries: idsOf(entries) }];
  return [
    ...say('经营困难而未倾斜扶持', waits('difficulty')),
    ...say('彻底停工停业而未清理退出', waits('stopped')),
    ...fallen(view),
  ];
}

/** 稳中有增: the last finished month beside the one before. */
function fallen(view: RegisterView): RegisterFinding[] {
  const byMonth = grouped(ofKind(view, 'workshop-workers'), (one) => textOf(one, 'month'));
  const [before, last] = [...byMonth.keys()]
    .filter((of) => of < view.today.slice(0, 7))
    .sort()
    .slice(-2);
  if (before === undefined || last === undefined) return [];
  const at = (of: string): RegisterEntry[] => byMonth.get(of) ?? [];
  const checks: [string, number, number][] = [
    ['车间数量', at(before).length, at(last).length],
    ['吸纳脱贫劳动力人数', sumOf(at(before), 'outOfPoverty'), sumOf(at(last), 'outOfPoverty')],
    ['务工收入', sumOf(at(before), 'wages'), sumOf(at(last), 'wages')],
  ];
  return checks
    .filter(([, was, is]) => is < was)
    .map(([name, was, is]) => ({
      clause: 'B-2.2.4',
      text: `${last}${name}${is}，低于${before}的${was}，应稳中有增`,
      entries: idsOf(at(last)),
    }));
}
