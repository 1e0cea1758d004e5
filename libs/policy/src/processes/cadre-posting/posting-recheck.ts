import { kindOf } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import type { Saying } from '../../case/operation';
import type { Posting } from './posting-facts';
import { selectionAnswer, selectionCheck } from './selection-check';
import { rechecked, subjectOn } from './selection-course';

const clause = 'C-2.1';
type Said = Saying<Posting, 'recheck'>;

/** Clause C-2.1: the unit hands in a grade that came out; what it has stated, a stationing office alone corrects. */
export function judgeRecheck(said: Said): Admission | FieldRefusal {
  const { file, facts, body, on } = said;
  const refused = refuseNothing(said) ?? refuseYears(said) ?? refuseUnit(said);
  if (refused !== undefined) return refused;
  const subject = rechecked(subjectOn(file, on), body);
  const result = selectionCheck(subject, file.opening.postedOn, facts.settings, on);
  const words = result.failures.map(({ what }) => what).join('；');
  return admit({
    answer: selectionAnswer(result),
    ...(!result.passed && { told: `选派条件不符合要求，应由同级驻村办召回：${words}` }),
  });
}

const refuseNothing = ({ body }: Said): FieldRefusal | undefined =>
  Object.values(body).every((value) => value === undefined || (Array.isArray(value) && value.length === 0))
    ? refuse('INVALID_INPUT', clause, '应填报年度考核等次、身份或学历中的至少一项', 'annualAssessments')
    : undefined;

function refuseYears({ body: { annualAssessments = [] }, on }: Said): FieldRefusal | undefined {
  const years = annualAssessments.map(({ year }) => year);
  if (new Set(years).size < years.length)
    return refuse('INVALID_INPUT', clause, '同一年度的考核等次只能填报一次', 'annualAssessments');
  const thisYear = Number(on.slice(0, 4));
  const early = years.find((year) => year >= thisYear);
  const words = `年度考核的年份应早于登记当年（${thisYear}年），填报为${early}年`;
  return early === undefined ? undefined : refuse('INVALID_INPUT', clause, words, 'annualAssessments');
}

function refuseUnit({ file, body, by: { office }, on }: Said): FieldRefusal | undefined {
  if (office === 'system' || kindOf(office) !== 'dispatching-unit') return undefined;
  const { annualAssessments = [], identity, education } = body;
  if (identity !== undefined || education !== undefined)
    return refuse(
      'NOT_ALLOWED',
      clause,
      '身份和学历由驻村办复核，派出单位只补报年度考核等次',
      identity === undefined ? 'education' : 'identity',
    );
  const stated = subjectOn(file, on).annualAssessments.map(({ year }) => year);
  const again = annualAssessments.find(({ year }) => stated.includes(year));
  const words = `${again?.year}年度考核等次已填报，需要更正的由驻村办复核；派出单位只补报尚未填报的年度`;
  return again === undefined ? undefined : refuse('NOT_ALLOWED', clause, words, 'annualAssessments');
}
