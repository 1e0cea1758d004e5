import { refuse, type Refusal } from '../base/verdict';
import { chineseDate } from '../dates/civil-date';
import { choice, code, date, maybe } from './register-fields';
import { uppers } from './register-keepers';
import { textOf, type HandRegister, type RegisterEntry } from './register-rules';
import { simple } from './simple-register';

/** OBLIGATIONS D21: the leaders responsible for a county, of any level, each from and to; who leads on a quarter's last day owes its supervision. */
export const leaderRegisters = {
  'liaison-leader': {
    ...simple('包联领导', 'A-4.1', ['county'], ['leading-group-office', 'party-committee'], {
      leader: code('包联领导编号'),
      level: choice('层级', { province: '省级', city: '市级', county: '县级' }),
      from: date('包联开始日期'),
      to: maybe(date('包联结束日期')),
    }),
    keptAt: uppers,
    judge: refuseTerm,
  },
} as const satisfies Record<string, HandRegister>;

/** A term that ends before it begins is none. */
function refuseTerm(entry: RegisterEntry): Refusal | undefined {
  const [from, to] = [textOf(entry, 'from'), textOf(entry, 'to')];
  if (to === '' || from <= to) return undefined;
  const words = `包联结束日期应不早于开始日期（${chineseDate(from)}），收到的是${chineseDate(to)}。`;
  return refuse('OUT_OF_RANGE', 'A-4.1', words, 'to');
}
