import { holding } from './post-holders';
import { numberOf, ofKind, sumOf, textOf, type RegisterView } from './register-rules';

/** Has a village not yet put up all four: recruitment, duties, people, pay? */
export function missingPublicity(view: RegisterView, village: string): boolean {
  const shown = new Set(
    ofKind(view, 'post-publicity').flatMap((one) => (one.territory === village ? [textOf(one, 'what')] : [])),
  );
  return shown.size < 4;
}

/** B-2.2.3: 岗位招聘、公岗职责、岗位人员、工资发放等要严格公告公示: each post with its duties, its people by number, and the last month paid. */
export function publicitySheet(view: RegisterView): string[] {
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
