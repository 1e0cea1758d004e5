import { refuse, type Refusal } from '../base/verdict';
import { lastDayOf } from '../dates/civil-date';
import { overlap } from './post-holders';
import { isSo, numberOf, ofKind, sumOf, textOf, type RegisterEntry, type RegisterView } from './register-rules';

const clause = 'B-2.2.3';

/** Attendance is kept for who is on the roster, and for no more days than the month has. */
export const attendanceRefusal = (entry: RegisterEntry, view: RegisterView): Refusal | undefined =>
  refuseStranger(entry, view) ?? refuseMoreDays(entry, view);

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
export function holderRefusal(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
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
export function payRefusal(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
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
