import { refuse, type Refusal } from '../base/verdict';
import type { OfficeKind } from '../base/office';
import { addDays, lastDayOf, type CivilDate } from '../dates/civil-date';
import { choice, code, count, date, maybe, month, text, truth, yuan } from './register-fields';
import {
  groupBy,
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

const keepers: readonly OfficeKind[] = ['revitalization-bureau', 'department', 'party-committee', 'village-committee'];
const clause = 'B-2.2.3';
const all = [
  'welfare-post',
  'post-holder',
  'post-attendance',
  'post-pay',
  'post-publicity',
  'post-applicant',
  'post-department',
];

const holding = (entries: readonly RegisterEntry[], on: CivilDate): RegisterEntry[] =>
  entries.filter(
    (holder) => textOf(holder, 'from') <= on && (textOf(holder, 'to') === '' || textOf(holder, 'to') >= on),
  );
const overlap = (one: RegisterEntry, other: RegisterEntry): boolean =>
  textOf(one, 'from') <= (textOf(other, 'to') || '9999') && textOf(other, 'from') <= (textOf(one, 'to') || '9999');

/** B-2.2.3: public-welfare posts (公益岗位): 按需设岗、以岗聘任、在岗领补、有序退岗. */
export const postRegisters = {
  'post-department': {
    title: '乡村公益岗位监管部门',
    clause,
    levels: ['county'],
    keptBy: ['leading-group-office', 'party-committee', 'revitalization-bureau'],
    fields: { department: text('监管部门') },
  },
  'welfare-post': {
    title: '乡村公益岗位',
    clause,
    levels: ['village'],
    keptBy: keepers,
    looksAt: all,
    fields: {
      post: code('岗位编号'),
      name: text('岗位名称'),
      funding: text('资金来源'),
      people: count('人员数量'),
      duties: text('工作职责'),
      hours: text('工作时间'),
      wage: yuan('月工资标准'),
      manager: text('项目管理单位（谁开发谁管理谁负责）'),
      decision: text('村委会（安置小区）研究记录'),
      purpose: maybe(text('临时岗位的任务')),
      until: maybe(date('任务完成日期')),
    },
    judge: (entry, view) =>
      ofKind(view, 'welfare-post').some((post) => textOf(post, 'post') === textOf(entry, 'post'))
        ? refuse('ALREADY_DONE', clause, `岗位编号${textOf(entry, 'post')}已登记，应使用未用过的编号。`, 'post')
        : undefined,
    findings: postFindings,
    sheet: publicitySheet,
    totals: (entries, of) => [
      { name: '岗位数', value: ofKind({ entries }, 'welfare-post').length, before: null, unit: '个' },
      yearly(ofKind({ entries }, 'post-pay'), of, '发放工资', '元', (own) => sumOf(own, 'yuan')),
    ],
  },
  'post-applicant': {
    title: '申请公益岗位的脱贫人口和监测对象',
    clause,
    levels: ['village'],
    keptBy: keepers,
    fields: { worker: code('人员编号'), priority: truth('脱贫人口或监测对象') },
  },
  'post-holder': {
    title: '公益岗位人员花名册',
    clause,
    levels: ['village'],
    keptBy: keepers,
    looksAt: all,
    fields: {
      worker: code('人员编号'),
      post: code('岗位编号'),
      priority: truth('脱贫人口或监测对象'),
      age: count('年龄'),
      fit: truth('能够胜任岗位职责'),
      contract: text('聘用协议'),
      from: date('聘用起始日期'),
      to: maybe(date('退岗日期')),
      exit: maybe(text('退岗原因')),
    },
    judge: holderRefusal,
  },
  'post-attendance': {
    title: '公益岗位考勤',
    clause,
    levels: ['village'],
    keptBy: keepers,
    looksAt: all,
    fields: { worker: code('人员编号'), post: code('岗位编号'), month: month('月份'), days: count('出勤天数') },
    judge: (entry, view) => refuseStranger(entry, view) ?? refuseMoreDays(entry, view),
  },
  'post-pay': {
    title: '公益岗位工资发放',
    clause,
    levels: ['village'],
    keptBy: keepers,
    looksAt: all,
    fields: {
      worker: code('人员编号'),
      post: code('岗位编号'),
      month: month('月份'),
      yuan: yuan('金额'),
      sheet: text('发放表编号'),
    },
    judge: payRefusal,
  },
  'post-publicity': {
    title: '公益岗位公告公示',
    clause,
    levels: ['village'],
    keptBy: keepers,
    fields: {
      what: choice('公示内容', { recruitment: '岗位招聘', duties: '公岗职责', people: '岗位人员', pay: '工资发放' }),
      where: text('公示方式'),
    },
  },
} satisfies Record<string, HandRegister>;

function refuseStranger(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
  const holders = ofKind(view, 'post-holder').filter(
    (one) => textOf(one, 'worker') === textOf(entry, 'worker') && textOf(one, 'post') === textOf(entry, 'post'),
  );
  const last = lastDayOf(textOf(entry, 'month'));
  const isThere = holders.some(
    (one) =>
      textOf(one, 'from') <= last && (textOf(one, 'to') === '' || textOf(one, 'to') >= `${textOf(entry, 'month')}-01`),
  );
  return isThere
    ? undefined
    : refuse(
        'UNKNOWN_SUBJECT',
        clause,
        `〔${textOf(entry, 'worker')}〕${textOf(entry, 'month')}不在岗位${textOf(entry, 'post')}的花名册上，请核对编号。`,
        'worker',
      );
}

/** Attendance of a month may be entered in parts; together it is no longer than the month. */
function refuseMoreDays(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
  const before = sumOf(
    ofKind(view, 'post-attendance').filter((one) => isSameMonth(one, entry)),
    'days',
  );
  const most = Number(lastDayOf(textOf(entry, 'month')).slice(8));
  if (before + numberOf(entry, 'days') <= most) return undefined;
  const known = before === 0 ? '' : `已登记${before}天，`;
  return refuse(
    'OUT_OF_RANGE',
    clause,
    `${textOf(entry, 'month')}出勤天数应不多于${most}天，${known}收到的是${numberOf(entry, 'days')}。`,
    'days',
  );
}

const isSameMonth = (one: RegisterEntry, other: RegisterEntry): boolean =>
  (['worker', 'post', 'month'] as const).every((field) => textOf(one, field) === textOf(other, field));

/** 一人多岗 is refused; so is who cannot do the work (人岗不适), and more people than the post has. */
function holderRefusal(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
  const post = ofKind(view, 'welfare-post').find((one) => textOf(one, 'post') === textOf(entry, 'post'));
  if (post === undefined)
    return refuse('UNKNOWN_SUBJECT', clause, `县岗位库中没有岗位${textOf(entry, 'post')}，应先登记岗位。`, 'post');
  const [from, to] = [textOf(entry, 'from'), textOf(entry, 'to')];
  if (to !== '' && to < from)
    return refuse('OUT_OF_RANGE', clause, `退岗日期应不早于聘用起始日期（${from}），收到的是${to}。`, 'to');
  const others = ofKind(view, 'post-holder').filter((one) => overlap(one, entry));
  const own = others.find((one) => textOf(one, 'worker') === textOf(entry, 'worker'));
  if (own !== undefined)
    return refuse(
      'CONDITIONS_NOT_MET',
      clause,
      `〔${textOf(entry, 'worker')}〕已在岗位${textOf(own, 'post')}，不得一人多岗。`,
      'worker',
    );
  const { postLeastAge, postMostAge } = view.settings;
  const age = numberOf(entry, 'age');
  if (age < postLeastAge || age > postMostAge)
    return refuse(
      'OUT_OF_RANGE',
      clause,
      `受聘人员应为${postLeastAge}至${postMostAge}周岁（本级设定），收到的是${age}周岁，属人岗不适。`,
      'age',
    );
  if (!isSo(entry, 'fit'))
    return refuse(
      'CONDITIONS_NOT_MET',
      clause,
      '不能胜任岗位职责的不得聘用（人岗不适）；确需保障的，请落实兜底政策。',
      'fit',
    );
  const held = others.filter((one) => textOf(one, 'post') === textOf(entry, 'post')).length;
  return held < numberOf(post, 'people')
    ? undefined
    : refuse(
        'CONDITIONS_NOT_MET',
        clause,
        `岗位${textOf(entry, 'post')}设${numberOf(post, 'people')}人，已聘${held}人，应按需设岗。`,
        'post',
      );
}

/** 在岗领补: no pay without attendance, not more than the post's wage, once a month. */
function payRefusal(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
  const stranger = refuseStranger(entry, view);
  if (stranger !== undefined) return stranger;
  const same = (one: RegisterEntry): boolean => isSameMonth(one, entry);
  const attended = ofKind(view, 'post-attendance').filter(same);
  if (sumOf(attended, 'days') === 0)
    return refuse(
      'CONDITIONS_NOT_MET',
      clause,
      `〔${textOf(entry, 'worker')}〕${textOf(entry, 'month')}没有考勤，不得发放工资（变相发钱）。`,
      'month',
    );
  if (ofKind(view, 'post-pay').some(same))
    return refuse(
      'ALREADY_DONE',
      clause,
      `〔${textOf(entry, 'worker')}〕${textOf(entry, 'month')}工资已登记发放。`,
      'month',
    );
  const wage = numberOf(
    ofKind(view, 'welfare-post').find((post) => textOf(post, 'post') === textOf(entry, 'post')) ?? entry,
    'wage',
  );
  return numberOf(entry, 'yuan') > wage
    ? refuse('OUT_OF_RANGE', clause, `该岗位月工资标准${wage}元，收到的是${numberOf(entry, 'yuan')}元。`, 'yuan')
    : undefined;
}

/** The five prohibitions, wages, priority, posts past their purpose, files and publicity: what is found on a day. */
function postFindings(view: RegisterView): RegisterFinding[] {
  const posts = ofKind(view, 'welfare-post');
  const found = (text: string, entries: readonly RegisterEntry[], of = clause): RegisterFinding[] =>
    entries.length === 0 ? [] : [{ clause: of, text: `${text}：${entries.length}项`, entries: idsOf(entries) }];
  const holders = ofKind(view, 'post-holder');
  const now = holding(holders, view.today);
  const held = (post: RegisterEntry): RegisterEntry[] =>
    now.filter((one) => textOf(one, 'post') === textOf(post, 'post'));
  const twins = [...groupBy(posts, (post) => `${post.territory}/${textOf(post, 'duties')}`).values()]
    .filter((same) => same.length > 1)
    .flat();
  return [
    ...found(
      '岗位虚设：设岗而无人在岗或无人出勤',
      posts.filter((post) => isIdle(view, post, held(post))),
    ),
    ...found('名目繁多：同村同一职责设多个岗位', twins),
    ...found('拖欠工资：有考勤而逾期未发', unpaid(view), 'C-2.4'),
    ...found('平均分配：同月同岗工资相同而出勤不同', equalShares(view), 'C-2.4'),
    ...found(
      '有脱贫人口、监测对象等候而聘用其他人员',
      now.filter((one) => !isSo(one, 'priority') && hasWaiting(view, one)),
    ),
    ...found(
      '临时岗位任务已完成而未裁撤，应有序退岗',
      posts.filter(
        (post) => textOf(post, 'until') !== '' && textOf(post, 'until') < view.today && held(post).length > 0,
      ),
    ),
    ...found(
      '未公告公示（招聘、职责、人员、工资）',
      posts.filter((post) => missingPublicity(view, post.territory)),
    ),
    ...(posts.length > 0 && ofKind(view, 'post-department').length === 0
      ? [{ clause, text: '尚未明确乡村公益岗位监管部门', entries: [] }]
      : []),
  ];
}

/** Nobody in it, or nobody attended in the last finished month though somebody was in it all that month. */
function isIdle(view: RegisterView, post: RegisterEntry, held: readonly RegisterEntry[]): boolean {
  if (held.length === 0) return true;
  const month = addDays(`${view.today.slice(0, 7)}-01`, -1).slice(0, 7);
  const wholeMonth = held.filter((one) => textOf(one, 'from') <= `${month}-01`);
  const attended = ofKind(view, 'post-attendance').some(
    (one) =>
      textOf(one, 'post') === textOf(post, 'post') && textOf(one, 'month') === month && numberOf(one, 'days') > 0,
  );
  return wholeMonth.length > 0 && !attended;
}

function unpaid(view: RegisterView): RegisterEntry[] {
  const pays = new Set(
    ofKind(view, 'post-pay').map((one) => `${textOf(one, 'worker')}/${textOf(one, 'post')}/${textOf(one, 'month')}`),
  );
  return ofKind(view, 'post-attendance').filter(
    (one) =>
      addDays(lastDayOf(textOf(one, 'month')), view.settings.postPayDays) < view.today &&
      !pays.has(`${textOf(one, 'worker')}/${textOf(one, 'post')}/${textOf(one, 'month')}`),
  );
}

function equalShares(view: RegisterView): RegisterEntry[] {
  const days = new Map(
    ofKind(view, 'post-attendance').map((one) => [
      `${textOf(one, 'worker')}/${textOf(one, 'month')}`,
      numberOf(one, 'days'),
    ]),
  );
  const groups = groupBy(
    ofKind(view, 'post-pay'),
    (one) => `${textOf(one, 'post')}/${textOf(one, 'month')}/${numberOf(one, 'yuan')}`,
  );
  return [...groups.values()]
    .filter(
      (same) =>
        same.length > 2 &&
        new Set(same.map((one) => days.get(`${textOf(one, 'worker')}/${textOf(one, 'month')}`))).size > 1,
    )
    .flat();
}

function hasWaiting(view: RegisterView, hired: RegisterEntry): boolean {
  const placed = new Set(ofKind(view, 'post-holder').map((one) => textOf(one, 'worker')));
  return ofKind(view, 'post-applicant').some(
    (one) =>
      one.territory === hired.territory &&
      isSo(one, 'priority') &&
      !placed.has(textOf(one, 'worker')) &&
      one.on <= textOf(hired, 'from'),
  );
}

function missingPublicity(view: RegisterView, village: string): boolean {
  const shown = new Set(
    ofKind(view, 'post-publicity').flatMap((one) => (one.territory === village ? [textOf(one, 'what')] : [])),
  );
  return shown.size < 4;
}

/** B-2.2.3: 岗位招聘、公岗职责、岗位人员、工资发放等要严格公告公示: each post with its duties, its people by number, and the last month paid. */
function publicitySheet(view: RegisterView): string[] {
  const now = holding(ofKind(view, 'post-holder'), view.today);
  return ofKind(view, 'welfare-post').map((post) => {
    const people = now
      .filter((one) => textOf(one, 'post') === textOf(post, 'post'))
      .map((one) => `〔${textOf(one, 'worker')}〕`);
    const pays = ofKind(view, 'post-pay').filter((one) => textOf(one, 'post') === textOf(post, 'post'));
    const last = pays
      .map((one) => textOf(one, 'month'))
      .sort()
      .at(-1);
    const paid =
      last === undefined
        ? '尚未发放'
        : `${last}发放${sumOf(
            pays.filter((one) => textOf(one, 'month') === last),
            'yuan',
          )}元`;
    return `〔${post.territory}〕${textOf(post, 'name')}（${textOf(post, 'post')}）：设岗${numberOf(post, 'people')}人；职责：${textOf(post, 'duties')}；工作时间：${textOf(post, 'hours')}；月工资${numberOf(post, 'wage')}元（${textOf(post, 'funding')}）；人员：${people.length === 0 ? '空缺' : people.join('、')}；${paid}`;
  });
}
