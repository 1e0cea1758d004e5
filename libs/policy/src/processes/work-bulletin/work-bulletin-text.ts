import { chineseDate } from '../../dates/civil-date';
import type { BulletinLine, Publication, WorkBulletinFile } from './work-bulletin-facts';

/** the title of a bulletin or of a correcting one. */
export const workBulletinTitle = (periodName: string, { corrects }: Publication): string =>
  `关于${periodName}巩固衔接政策落实情况的${corrects === null ? '通报' : '更正通报'}`;

/** a bulletin as text, whole each time, so that it can be read without the one it corrects. Areas and departments stand as `〔id〕`. */
export function workBulletinText({ opening }: WorkBulletinFile, periodName: string, publication: Publication): string {
  const { number, issuedOn, corrects, reason, lines } = publication;
  const praised = lines.filter((line) => line.side === 'praise' && line.withdrawnOn === undefined);
  const criticised = lines.filter((line) => line.side === 'criticism' && line.withdrawnOn === undefined);
  const withdrawn = lines.filter((line) => line.withdrawnOn !== undefined);
  return [
    number,
    workBulletinTitle(periodName, publication),
    ...(corrects === null ? [] : [`对${corrects}更正如下（${reason ?? ''}），原通报与本通报不一致的，以本通报为准：`]),
    '一、表扬',
    ...(praised.length === 0 ? ['本期无。'] : praised.map(mentioned)),
    '二、通报批评',
    ...(criticised.length === 0 ? ['本期无。'] : criticised.map(mentioned)),
    ...(withdrawn.length === 0 ? [] : ['三、撤销', ...withdrawn.map(mentioned)]),
    criticised.length === 0 ? '' : '对受到通报批评的地区和部门，本办将开展督查指导、跟进服务，直至问题彻底解决。',
    `〔${opening.territory}〕巩固衔接办`,
    chineseDate(issuedOn),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const mentioned = ({ subject, what }: BulletinLine): string => `〔${subject}〕：${what}`;
