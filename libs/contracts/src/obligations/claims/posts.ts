import type { Claims } from '../claim';
import { claim, partly, piece, registerTests, rules } from '../claim-rows';

const posts = registerTests('post-registers.spec.ts', 'B-2.2.3: public-welfare posts');
const workshops = registerTests('post-registers.spec.ts', 'B-2.2.4: workshops');
const acted = workshops('in difficulty are supported, wholly stopped removed, within the days the office has set');
const growth = workshops('grow, or at least stay: number, workers and wages');
const unreported = '没有登记数据的地区不会被点名。';

/** Public-welfare posts and workshops. */
export const claimsOfPosts: Claims = {
  'B-2.2.3.f': claim(
    '岗位虚设的列出',
    posts('finds a post with nobody in it (岗位虚设)'),
    piece(rules.posts, 'posts.filter((post) => isIdle(view, post, held(post))),', '[],'),
  ),
  'B-2.2.3.g': claim(
    '名目繁多的列出',
    posts('finds the same duties under two names (名目繁多)'),
    piece(rules.posts, "...found('名目繁多：同村同一职责设多个岗位', twins),"),
  ),
  'B-2.2.3.h': claim(
    '不能胜任的不得聘用',
    posts('judges somebody who cannot do it (人岗不适)'),
    piece(rules.postRefusals, "if (!isSo(entry, 'fit'))", 'if (false)'),
  ),
  'B-2.2.3.i': claim(
    '一人多岗的不予登记',
    posts('judges one person on two posts at once (一人多岗)'),
    piece(rules.postRefusals, 'if (own !== undefined)', 'if (false)'),
  ),
  'B-2.2.3.j': claim(
    '没有考勤的不得发放工资',
    posts('judges pay without attendance (变相发钱)'),
    piece(rules.postRefusals, "if (sumOf(attended, 'days') === 0)", 'if (false)'),
  ),
  'B-2.2.3.k': claim(
    '未明确监管部门的县点名',
    posts('finds no supervising department'),
    piece(rules.posts, "posts.length > 0 && ofKind(view, 'post-department').length === 0", 'false'),
  ),
  'B-2.2.3.l': claim(
    '有脱贫人口、监测对象等候而聘用他人的列出',
    posts('finds a priority person waiting while another is hired'),
    piece(rules.posts, "now.filter((one) => !isSo(one, 'priority') && hasWaiting(view, one)),", '[],'),
  ),
  'B-2.2.3.m': partly(
    claim(
      '聘用人数超过设岗数的不予登记',
      posts('judges more people than the post has'),
      piece(rules.postRefusals, "return held < numberOf(post, 'people')", 'return true'),
    ),
    '设岗时未要求写明需求。',
  ),
  'B-2.2.3.n': claim(
    '没有岗位的不得聘用',
    posts('judges a post nobody entered'),
    piece(
      rules.postRefusals,
      "return refuse('UNKNOWN_SUBJECT', clause, `县岗位库中没有岗位${textOf(entry, 'post')}，应先登记岗位。`, 'post');",
      'return undefined;',
    ),
  ),
  'B-2.2.3.o': claim(
    '工资不超过岗位标准',
    posts('judges pay over the wage'),
    piece(rules.postRefusals, "return numberOf(entry, 'yuan') > wage", 'return false'),
  ),
  'B-2.2.3.r': partly(
    claim(
      '任务已完成的临时岗位列出',
      posts('finds a temporary post past its purpose'),
      piece(
        rules.posts,
        "textOf(post, 'until') !== '' && textOf(post, 'until') < view.today && held(post).length > 0",
        'false',
      ),
    ),
    '只列出，未设裁撤期限，逾期未逐级提醒。',
  ),
  'B-2.2.3.w': partly(
    claim(
      '未公告公示的列出',
      posts('finds no publicity of pay'),
      piece(rules.posts, 'posts.filter((post) => missingPublicity(view, post.territory)),', '[],'),
    ),
    '未指明四项公示中缺哪一项，工资发放未按月核对。',
  ),
  'B-2.2.4.h': partly(
    claim(
      '经营困难而未扶持的车间列出',
      acted,
      piece('registers/workshop-registers.ts', "...say('经营困难而未倾斜扶持', waits('difficulty')),"),
    ),
    '只列出，逾期未逐级提醒。',
  ),
  'B-2.2.4.i': partly(
    claim(
      '停工而未清理的车间列出',
      acted,
      piece('registers/workshop-registers.ts', "...say('彻底停工停业而未清理退出', waits('stopped')),"),
    ),
    '只列出，逾期未逐级提醒。',
  ),
  'B-2.2.4.j': partly(
    claim(
      '车间数量与上月比较',
      growth,
      piece('registers/workshop-registers.ts', "['车间数量', at(before).length, at(last).length],"),
    ),
    unreported,
  ),
  'B-2.2.4.k': partly(
    claim(
      '吸纳人数与上月比较',
      growth,
      piece(
        'registers/workshop-registers.ts',
        "['吸纳脱贫劳动力人数', sumOf(at(before), 'outOfPoverty'), sumOf(at(last), 'outOfPoverty')],",
      ),
    ),
    unreported,
  ),
  'B-2.2.4.l': partly(
    claim(
      '务工收入与上月比较',
      growth,
      piece('registers/workshop-registers.ts', "['务工收入', sumOf(at(before), 'wages'), sumOf(at(last), 'wages')],"),
    ),
    unreported,
  ),
  'C-2.4.f': claim(
    '公益岗位：工资相同而出勤不同的列出',
    {
      file: 'registers/post-registers.spec.ts',
      title: 'B-2.2.3: public-welfare posts C-2.4: finds equal shares where attendance was not equal',
    },
    piece(rules.posts, "...found('平均分配：同月同岗工资相同而出勤不同', equalShares(view), 'C-2.4'),"),
  ),
  'C-2.4.g': claim(
    '公益岗位：有考勤而逾期未发的列出',
    {
      file: 'registers/post-registers.spec.ts',
      title: 'B-2.2.3: public-welfare posts C-2.4: finds wages late only after the days the office has set',
    },
    piece(rules.posts, "...found('拖欠工资：有考勤而逾期未发', unpaid(view), 'C-2.4'),"),
  ),
};
