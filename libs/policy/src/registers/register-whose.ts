import { isWithin, kindOf, levelOf, officeKindName, territoryOf, type OfficeId } from '../base/office';
import { refuse, type Refusal } from '../base/verdict';
import { isKeptBy, keepersOf } from './hand-registers';
import { textOf, type HandRegister, type RegisterEntry } from './register-rules';

/**
 * RULES 9.corrections: an entry is corrected, withdrawn or moved by the office that made it, or by an office above that one which keeps
 * the register too. One that lies outside the office's own territory does not exist for it: `undefined` is for the caller to say so.
 */
export function refuseForeignEntry(register: HandRegister, entry: RegisterEntry, by: OfficeId): Refusal | undefined {
  const { madeBy } = entry;
  if (madeBy === by || (madeBy !== undefined && madeBy !== null && isAboveKeeper(register, madeBy, by)))
    return undefined;
  const words = `应由登记单位或其上级${keepersOf(register)}更正、撤销，当前单位是${officeKindName(by)}，不是登记单位。`;
  return refuse('NOT_ALLOWED', register.clause, `“${register.title}”的这条登记${words}`);
}

/** RULES 9.corrections: what a dispatching unit enters is its own: it may be named by its whole id or by its number, another may not. */
export function refuseOtherUnit(
  { fields, clause }: HandRegister,
  entry: RegisterEntry,
  by: OfficeId,
): Refusal | undefined {
  if (kindOf(by) !== 'dispatching-unit') return undefined;
  const own: readonly string[] = [by, ...by.split(':').slice(2)];
  for (const [field, { name, unit }] of Object.entries(fields)) {
    const value = textOf(entry, field);
    if (unit === true && value !== '' && !own.includes(value))
      return refuse('NOT_ALLOWED', clause, `${name}应填本单位（${by}），收到的是${value}。`, field);
  }
  return undefined;
}

function isAboveKeeper(register: HandRegister, maker: OfficeId, by: OfficeId): boolean {
  const [place, level] = [territoryOf(by), levelOf(territoryOf(by))];
  if (level === undefined || kindOf(by) === 'dispatching-unit') return false;
  return isKeptBy(register, kindOf(by), level) && place !== territoryOf(maker) && isWithin(territoryOf(maker), place);
}
