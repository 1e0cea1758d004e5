import { refuse, type Refusal } from '../base/verdict';
import { chineseDate } from '../dates/civil-date';
import { text } from './register-fields';
import { ofKind, textOf, yearly, type HandRegister, type RegisterEntry, type RegisterView } from './register-rules';

/** grounds the province has looked at and does not list a county for; withdrawn from here, a ground is open again. */
export const groundRegisters = {
  'declined-ground': {
    title: '不予采纳的挂牌依据线索',
    clause: 'A-3.7',
    levels: ['county'],
    keptBy: ['leading-group-office', 'province-group'],
    keptAt: ['province'],
    fields: { caseId: text('线索所属案件'), key: text('线索编号'), why: text('不予采纳的理由') },
    looksAt: ['ground', 'listing-ground'],
    judge: judgeDecline,
    totals: (entries, year) => [yearly(entries, year, '不予采纳的挂牌依据线索', '条', (own) => own.length)],
  },
} as const satisfies Record<string, HandRegister>;

function judgeDecline(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
  const [caseId, key] = [textOf(entry, 'caseId'), textOf(entry, 'key')];
  const speaksOf = (one: RegisterEntry): boolean => textOf(one, 'caseId') === caseId && textOf(one, 'key') === key;
  const confirmed = ofKind(view, 'listing-ground').find(speaksOf);
  if (confirmed !== undefined)
    return refuse(
      'ALREADY_DONE',
      'A-3.7',
      `该线索已于${chineseDate(confirmed.on)}作为挂牌依据确认，不能再不予采纳。`,
      'key',
    );
  const ground = ofKind(view, 'ground').find((one) => one.caseId === caseId && one.id === key);
  if (ground === undefined)
    return refuse(
      'UNKNOWN_SUBJECT',
      'A-3.7',
      `${entry.territory}没有这一挂牌依据线索（案件${caseId}，编号${key}），请按待确认线索所列的 confirms 填写。`,
      'key',
    );
  const declined = ofKind(view, 'declined-ground').find(speaksOf);
  if (declined !== undefined)
    return refuse(
      'ALREADY_DONE',
      'A-3.7',
      `该线索已于${chineseDate(declined.on)}登记为不予采纳；理由有误的，请更正该条。`,
      'key',
    );
  if (entry.on >= ground.on) return undefined;
  return refuse(
    'BEFORE_BEGINNING',
    'A-3.7',
    `发生日期应不早于线索提出之日（${chineseDate(ground.on)}），收到的是${chineseDate(entry.on)}。`,
    'occurredOn',
  );
}
