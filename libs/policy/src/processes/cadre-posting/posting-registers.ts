import { isInTenths } from '../../base/training-time';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import type { Saying } from '../../case/operation';
import { refuseElsewhere } from './posting-days';
import type { Posting } from './posting-facts';
import { senderLevels, type SenderLevel } from './selection-check';

/** Clause C-2.2: what is held by a county or above fulfils each cadre's 12 days or 90 hours a year of county level or higher. */
export function judgeTraining(said: Saying<Posting, 'training'>): Admission | FieldRefusal {
  const { days, hours, level } = said.body;
  if (days === undefined && hours === undefined)
    return refuse('INVALID_INPUT', 'C-2.2', '请填报培训天数或学时', 'days');
  const [inexact] = Object.entries({ days, hours }).filter(([, said]) => said !== undefined && !isInTenths(said));
  if (inexact !== undefined)
    return refuse('INVALID_INPUT', 'C-2.2', `培训天数和学时精确到0.1，收到的是${inexact[1]}。`, inexact[0]);
  const counts = level === 'township' ? '乡镇培训不计入县级及以上集中培训；' : '';
  const told = `${counts}每人每年参加县级及以上集中培训累计不少于12天或90学时`;
  return refuseElsewhere(said) ?? admit({ told });
}

/** Clause C-2.4: sales help fulfils the unit's duty: 原则上 so much a year per helped village. */
export function judgeSalesHelp({ facts }: Saying<Posting, 'salesHelp'>): Admission {
  const { senderLevel } = facts.opening;
  const expected = salesHelpWords[senderLevel];
  return admit(expected === null ? {} : { told: `${senderLevels[senderLevel]}单位助销原则上不少于${expected}` });
}

const salesHelpWords: Record<SenderLevel, string | null> = {
  central: null,
  province: '3万元',
  city: '2万元',
  county: '1万元',
};
