import type { ClauseId } from '../../base/clauses/clauses';
import { addToMonth, chineseDate, isAfter, lastDayOf, type CivilDate } from '../../dates/civil-date';
import type { Settings } from '../../settings/policy-set';

/** Clause C-2.1: grades of the annual assessment; `none` is a year that was left without one, `probation` one that had to be. */
export const assessmentGrades = {
  excellent: '优秀',
  competent: '称职',
  'basically-competent': '基本称职',
  incompetent: '不称职',
  none: '未定等次',
  probation: '试用期',
} as const;
export type AssessmentGrade = keyof typeof assessmentGrades;

export interface AnnualAssessment {
  year: number;
  grade: AssessmentGrade;
}

export interface AssessedCareer {
  annualAssessments: readonly AnnualAssessment[];
  /** 参加工作日期; years before it have no grade. */
  careerBegan?: CivilDate | undefined;
}

export interface SelectionFinding {
  clause: ClauseId;
  what: string;
}

/** The grade of the year before the posting, not given out yet. */
export interface PendingGrade {
  year: number;
  dueOn: CivilDate;
}

export interface AssessmentFindings {
  failures: SelectionFinding[];
  flags: SelectionFinding[];
  pending?: PendingGrade;
}

const clause = 'C-2.1';
const say = (what: string): SelectionFinding => ({ clause, what });

/** Clause C-2.1 [D three-years]: 近3年, the complete calendar years before the posting, latest first. */
export const assessedYears = (postedOn: CivilDate, { annualAssessments }: Settings): number[] =>
  Array.from({ length: annualAssessments }, (_, back) => Number(postedOn.slice(0, 4)) - 1 - back);

/** Clause C-2.1 [D three-years]: each of the years 称职 or better, as it is known on a day. */
export function assessmentFindings(
  career: AssessedCareer,
  postedOn: CivilDate,
  settings: Settings,
  knownOn: CivilDate,
): AssessmentFindings {
  const years = assessedYears(postedOn, settings);
  const gradeOf = (year: number): AssessmentGrade | undefined =>
    career.annualAssessments.find((one) => one.year === year)?.grade;
  const pending = pendingGrade(years, gradeOf, settings, knownOn);
  const excused = years.filter((year) => isExcused(year, gradeOf(year), career.careerBegan));
  const judged = years.filter((year) => !excused.includes(year) && year !== pending?.year);
  const failures = judged.flatMap((year) => gradeFailure(year, gradeOf(year)));
  const isNothingLeft = years.length > 0 && judged.length === 0 && pending === undefined;
  const short = shortCareer(excused, settings, isNothingLeft);
  return {
    failures: [...failures, ...short.failures],
    flags: [
      ...short.flags,
      ...(pending === undefined
        ? []
        : [say(`${pending.year}年度考核等次尚未确定，应于${chineseDate(pending.dueOn)}前补报`)]),
    ],
    ...(pending !== undefined && { pending }),
  };
}

function pendingGrade(
  [last]: readonly number[],
  gradeOf: (year: number) => AssessmentGrade | undefined,
  { lastGradeMonth }: Settings,
  knownOn: CivilDate,
): PendingGrade | undefined {
  if (last === undefined || gradeOf(last) !== undefined) return undefined;
  const dueOn = lastDayOf(addToMonth(`${last + 1}-01`, lastGradeMonth - 1));
  return isAfter(knownOn, dueOn) ? undefined : { year: last, dueOn };
}

/** A year of probation, before the career began, or the one in which it began and that was left without a grade. */
function isExcused(year: number, grade: AssessmentGrade | undefined, careerBegan: CivilDate | undefined): boolean {
  if (grade === 'probation') return true;
  if (careerBegan === undefined || (grade !== undefined && grade !== 'none')) return false;
  return year <= Number(careerBegan.slice(0, 4));
}

function gradeFailure(year: number, grade: AssessmentGrade | undefined): SelectionFinding[] {
  if (grade === 'excellent' || grade === 'competent') return [];
  const found = grade === undefined ? '未填报' : `实为${assessmentGrades[grade]}`;
  return [say(`${year}年度考核等次应为称职以上，${found}`)];
}

function shortCareer(
  excused: readonly number[],
  { annualAssessments, shortCareer: choice }: Settings,
  isNothingLeft: boolean,
): { failures: SelectionFinding[]; flags: SelectionFinding[] } {
  if (excused.length === 0) return { failures: [], flags: [] };
  const years = [...excused].sort((a, b) => a - b).join('、');
  const found = say(`年度考核应看近${annualAssessments}年，其中${years}年度在试用期或参加工作之前，按其余年度审核`);
  if (choice === 'refuse')
    return {
      failures: [say(`近${annualAssessments}年年度考核应均有等次，${years}年度在试用期或参加工作之前`)],
      flags: [],
    };
  const nothing = isNothingLeft ? [say(`近${annualAssessments}年年度考核至少应有1年的等次，现在没有`)] : [];
  return { failures: nothing, flags: [found] };
}
