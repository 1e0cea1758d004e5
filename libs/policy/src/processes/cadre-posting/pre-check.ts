import { cityOf, countyOf, officeId, type OfficeId } from '../../base/office';
import { chineseDate, isAfter, type CivilDate } from '../../dates/civil-date';
import type { NoticeSpec } from '../../case/case';
import type { SelectionFinding } from './assessment-check';
import type { PostingOpening } from './posting-acts';

const clause = 'C-2.1';

type Checked = Pick<PostingOpening, 'countyCheckedOn' | 'cityCheckedOn'>;

/** A check that should have preceded the posting and did not. */
interface MissingCheck {
  level: string;
  office: OfficeId;
  /** Only after the posting. */
  lateOn?: CivilDate;
}

/** Clause C-2.1: 市县驻村办前置审核; each by the day of the posting. */
function missingChecks(
  { countyCheckedOn, cityCheckedOn }: Checked,
  village: string,
  postedOn: CivilDate,
): MissingCheck[] {
  const levels = [
    { level: '县级', office: officeId('stationing-office', countyOf(village)), on: countyCheckedOn },
    { level: '市级', office: officeId('stationing-office', cityOf(village)), on: cityCheckedOn },
  ];
  return levels.flatMap(({ level, office, on }) => {
    if (on === undefined) return [{ level, office }];
    return isAfter(on, postedOn) ? [{ level, office, lateOn: on }] : [];
  });
}

const missingWords = ({ level, lateOn }: MissingCheck): string =>
  lateOn === undefined
    ? `未经前置审核：没有${level}驻村办的审核`
    : `未经前置审核：${level}驻村办${chineseDate(lateOn)}才审核，在任职之后`;

/** RULES 4.selection [D pre-check]: without it the posting is flagged. */
export const preCheckFlags = (checked: Checked, village: string, postedOn: CivilDate): SelectionFinding[] =>
  missingChecks(checked, village, postedOn).map((missing) => ({ clause, what: missingWords(missing) }));

/** RULES 4.selection [D pre-check]: the unit and the office that did not check are named. */
export function preCheckNotices(opening: PostingOpening, openedOn: CivilDate): NoticeSpec[] {
  const { village, postedOn, unit, cadreId } = opening;
  const missing = missingChecks(opening, village, postedOn);
  if (missing.length === 0) return [];
  const text = `驻村干部（编号${cadreId}）${missing.map(missingWords).join('；')}。选派应先由派出单位报县、市两级驻村办审核，再任职。`;
  return [unit, ...missing.map(({ office }) => office)].map((to) => ({
    key: `pre-check>${to}`,
    clause,
    on: openedOn,
    to,
    kind: 'warning',
    title: '选派未经前置审核',
    text,
  }));
}
