import type { NoticeSpec } from '../../case/case';
import { grouped } from '../../base/grouped';
import { levelOf, territoryOf } from '../../base/office';
import { chineseDate } from '../../dates/civil-date';
import { dutyRows } from '../../settings/duty-rows';
import { questionOf } from './duty-questions';
import type { DutyRecord, DutySheetFile, SheetFacts } from './duty-facts';

/** Recorded for people who are not on the roster, even as read since: the office that recorded them is asked to look again, once for each entry. */
export function strangerNotices(file: DutySheetFile, { strangers, readAt = 0 }: SheetFacts): NoticeSpec[] {
  const before = strangers.filter(({ entry }) => entry < readAt);
  return [...grouped(before, ({ entry }) => entry)].flatMap(([entry, records]) => {
    const [first] = records;
    if (first === undefined) return [];
    const { on, by, body } = first;
    const whose = levelOf(territoryOf(by)) === 'village' ? '本村' : '';
    const isOfLeaders = questionOf(dutyRows[body.duty]) === 'leaders';
    const [list, remedy] = isOfLeaders ? ['包联领导登记', '先登记包联领导'] : ['在岗花名册', '先办理任职登记'];
    return {
      key: `stranger:${entry}`,
      clause: dutyRows[body.duty].clause,
      on,
      to: by,
      kind: 'repair',
      title: `履职登记待核对（第${entry}号，${records.length}项）`,
      text: `${chineseDate(on)}登记的${namesOf(records)}不在${file.opening.period}${whose}${list}中，未计入；请核对编号，撤回后重新登记，或${remedy}。`,
    };
  });
}

const namedAtMost = 20;

function namesOf(records: readonly DutyRecord[]): string {
  const names = [...new Set(records.map(({ body }) => `〔${body.ower ?? ''}〕`))];
  const shown = names.slice(0, namedAtMost).join('、');
  return names.length > namedAtMost ? `${shown}等${names.length}人` : shown;
}
