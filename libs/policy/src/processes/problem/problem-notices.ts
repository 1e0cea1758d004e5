import { countyOf, officeId, provinceOf, townshipOf } from '../../base/office';
import type { NoticeSpec } from '../../case/case';
import { chineseDate } from '../../dates/civil-date';
import { problemLists } from './problem-acts';
import type { ProblemFacts, ProblemFile } from './problem-facts';

export function noticesOf(file: ProblemFile, facts: ProblemFacts): NoticeSpec[] {
  const { opening, caseId } = file;
  const text = `〔${opening.place}〕${problemLists[opening.list]}：${opening.what}`;
  const risk: NoticeSpec[] =
    opening.yuan === null
      ? []
      : [
          officeId('party-committee', countyOf(opening.place)),
          officeId('revitalization-bureau', countyOf(opening.place)),
        ].map((to) => ({
          key: `risk>${to}`,
          clause: 'C-2.4',
          on: file.openedOn,
          to,
          kind: 'warning',
          title: `产业帮扶项目风险预警（财政投资${opening.yuan}元）`,
          text: `${text}。请县级党委和政府研究处置。`,
        }));
  const upward = facts.rounds.flatMap(({ upward: report }) =>
    report === undefined
      ? []
      : [officeId('party-committee', townshipOf(opening.place)), report.department].map((to): NoticeSpec => ({
          key: `upward@${report.on}>${to}`,
          clause: 'C-2.end',
          on: report.on,
          to,
          kind: 'order',
          title: '村委会书面报告：需要乡镇、县直部门整改的问题',
          text: `${text}。村级不能整改，请研究制定整改举措，责任到人，限期整改到位（案件${caseId}）。`,
        })),
  );
  return [...risk, ...upward, ...suggestion(file, facts, text), ...returned(file, facts, text)];
}

/** 对屡次整改不到位的，提出问责建议. */
function suggestion(
  { opening }: ProblemFile,
  { repeatedlyUnrectifiedOn: on, setbacks }: ProblemFacts,
  text: string,
): NoticeSpec[] {
  if (on === undefined) return [];
  const province = provinceOf(opening.place);
  return [officeId('inspection-team', province), officeId('leading-group-office', province)].map((to) => ({
    key: `suggestion>${to}`,
    clause: 'A-3.6',
    on,
    to,
    kind: 'warning',
    title: '问责建议：问题屡次整改不到位',
    text: `${text}。截至${chineseDate(on)}已${setbacks.filter((day) => day <= on).length}次逾期或核查不通过，属屡次整改不到位，请研究提出问责建议。`,
  }));
}

/** 问题屡改屡犯 is a ground for listing, which the province confirms. */
const returned = ({ opening }: ProblemFile, { recurringSince: on }: ProblemFacts, text: string): NoticeSpec[] =>
  on === undefined
    ? []
    : [
        {
          key: `recurring@${on}`,
          clause: 'A-3.7',
          on,
          to: officeId('leading-group-office', provinceOf(opening.place)),
          kind: 'warning',
          title: '问题屡改屡犯，可作为挂牌依据',
          text: `${text}。销账后再次出现，已列入挂牌依据线索，请研究确认。`,
        },
      ];
