import { departments, departmentOf, type Department } from '../../base/departments';
import { clauseOfLine, policyLine, policyLineNames } from '../../base/policy-lines';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import type { Saying } from '../../case/operation';
import type { PolicyLineBody } from './dispatch-acts';
import type { Dispatch } from './dispatch-facts';
import { gapOf, type LedgerLine } from './dispatch-ledger';

type Confirming = Saying<Dispatch, 'confirmLines'>;
type Wrong = (field: string, detail: string) => FieldRefusal;

/** a department's ledger, line by line: each is its own, is named once, and says what its figures are. */
export function judgeLines(saying: Confirming, isOffice: boolean): Admission | FieldRefusal {
  const keeper = keeperOf(saying, isOffice);
  if (typeof keeper === 'object') return keeper;
  const own = saying.facts.ledger.filter(({ department }) => department === keeper);
  const said = saying.body.lines;
  for (const [index, line] of said.entries()) {
    const wrong: Wrong = (field, detail) =>
      refuse(
        'INVALID_INPUT',
        clauseOfLine(line.policy),
        `“${policyLineNames[line.policy]}”${detail}`,
        `lines.${index}.${field}`,
      );
    const known = own.find(({ policy }) => policy === line.policy);
    const refusal =
      known === undefined
        ? refuseForeign(own, keeper, index)
        : (refuseTwice(said, index, wrong) ?? refuseFigures(known, line, wrong));
    if (refusal !== undefined) return refusal;
  }
  const left = own.filter(
    ({ policy, confirmedOn }) => confirmedOn === undefined && !said.some((line) => line.policy === policy),
  );
  const names = left.map(({ policy }) => policyLineNames[policy]).join('、');
  return admit(left.length === 0 ? {} : { told: `本期还有${left.length}项政策未确认：${names}。` });
}

/** The department whose ledger it is: the office's own, or the one its leading-group office names. */
function keeperOf({ by, body }: Confirming, isOffice: boolean): Department | FieldRefusal {
  const own = by.office === 'system' ? undefined : departmentOf(by.office);
  if (isOffice)
    return (
      body.department ??
      refuse('INVALID_INPUT', 'A-3.3', '巩固衔接办代为确认时，应写明是哪个部门（department）。', 'department')
    );
  return own !== undefined && (body.department ?? own) === own
    ? own
    : refuse('NOT_ALLOWED', 'A-4.3', '部门只能确认本部门的台账。', 'department');
}

function refuseForeign(own: readonly LedgerLine[], keeper: Department, index: number): FieldRefusal {
  const names = own.map(({ policy }) => policyLineNames[policy]).join('、');
  const words = own.length === 0 ? '本期没有应确认的政策' : `本期应确认的政策为：${names}`;
  return refuse('UNKNOWN_SUBJECT', 'A-4.3', `${departments[keeper]}部门台账${words}。`, `lines.${index}.policy`);
}

const refuseTwice = (said: readonly PolicyLineBody[], index: number, wrong: Wrong): FieldRefusal | undefined =>
  said.findIndex(({ policy }) => policy === said[index]?.policy) < index
    ? wrong('policy', '每项政策只填一行，出现了不止一次。')
    : undefined;

/** As before, or the figures of its kind, with the reason where one falls short of the other. */
function refuseFigures(known: LedgerLine, line: PolicyLineBody, wrong: Wrong): FieldRefusal | undefined {
  const { figures } = policyLine(line.policy);
  if (line.unchanged === true) return refuseUnchanged(known, line, wrong);
  const refusal = 'none' in figures ? refuseCount(figures.none, line, wrong) : refusePair(figures, line, wrong);
  if (refusal !== undefined) return refusal;
  const isShort = gapOf({ policy: line.policy, said: line }) > 0;
  return isShort && line.why === undefined ? wrong('why', '未落实到位的，应写明原因。') : undefined;
}

function refuseUnchanged(
  { said }: LedgerLine,
  { of, done, none }: PolicyLineBody,
  wrong: Wrong,
): FieldRefusal | undefined {
  if (said === undefined) return wrong('unchanged', '上期没有填报，不能沿用，应填写本期数据。');
  const isSaidAnew = [of, done, none].some((figure) => figure !== undefined);
  return isSaidAnew ? wrong('unchanged', '沿用上期的，不再填写数据。') : undefined;
}

function refuseCount(name: string, { of, done, none }: PolicyLineBody, wrong: Wrong): FieldRefusal | undefined {
  if (none === undefined) return wrong('none', `应填写${name}，没有的填0。`);
  return of !== undefined || done !== undefined ? wrong('of', `只填${name}。`) : undefined;
}

function refusePair(
  names: { of: string; done: string },
  { of, done, none }: PolicyLineBody,
  wrong: Wrong,
): FieldRefusal | undefined {
  if (none !== undefined) return wrong('none', `应填${names.of}和${names.done}。`);
  if (of === undefined) return wrong('of', `应填写${names.of}，没有的填0。`);
  if (done === undefined) return wrong('done', `应填写${names.done}，没有的填0。`);
  const words = `的${names.done}应不多于${names.of}（${of}），收到的是${done}。`;
  return done > of ? wrong('done', words) : undefined;
}
