import { grouped } from '../base/grouped';
import type { ClauseId } from '../base/clauses/clauses';
import { addDays, lastDayOf } from '../dates/civil-date';
import { holding } from './post-holders';
import { missingPublicity } from './post-publicity';
import {
  idsOf,
  isSo,
  numberOf,
  ofKind,
  textOf,
  type RegisterEntry,
  type RegisterFinding,
  type RegisterView,
} from './register-rules';

const clause: ClauseId = 'B-2.2.3';

/** The five prohibitions, wages, priority, posts past their purpose, files and publicity: what is found on a day. */
export function postFindings(view: RegisterView): RegisterFinding[] {
  const posts = ofKind(view, 'welfare-post');
  const found = (text: string, entries: readonly RegisterEntry[], of: ClauseId = clause): RegisterFinding[] =>
    entries.length === 0 ? [] : [{ clause: of, text: `${text}：${entries.length}项`, entries: idsOf(entries) }];
  const holders = ofKind(view, 'post-holder');
  const now = holding(holders, view.today);
  const held = (post: RegisterEntry): RegisterEntry[] =>
    now.filter((one) => textOf(one, 'post') === textOf(post, 'post'));
  const twins = [...grouped(posts, (post) => `${post.territory}/${textOf(post, 'duties')}`).values()]
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

/** 岗位虚设: the post has no holder, or nobody attended in the last finished month although it was held all that month. */
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
  const groups = grouped(
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
