import { isWithin, kindOf, levelOf, provinceOf, territoryOf, type OfficeId, type Territory } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, office, operations, type OpeningRow, type Saying, type Situation } from '../../case/operation';
import { chineseDate } from '../../dates/civil-date';
import { invitedNames, type AreaInterviewOpening } from './area-interview-acts';
import {
  byInterviewed,
  held,
  judgeRenewal,
  judgeReport,
  judgeVerification,
  reportedBySomebodyElse,
  sinceHeld,
  sinceRenewable,
  withCommitments,
  withOpenCommitments,
} from './area-interview-commitments';
import type { AreaInterview } from './area-interview-facts';

const clause = 'A-3.5';

/** 省巩固衔接领导小组 and its office. */
const province = [office('leading-group-office', 'province'), office('province-group', 'province')];
/** Who was interviewed answers for what it committed itself to. */
const interviewed = [
  ...(['party-committee', 'leading-group-office'] as const).flatMap((kind) => [
    office(kind, 'city'),
    office(kind, 'county'),
  ]),
  ...(['department', 'revitalization-bureau', 'organization-department'] as const).map((kind) =>
    office(kind, 'province'),
  ),
];

/** B-3.3: one interview of an office at a time. */
export const areaInterviewOpenings = {
  summon: {
    clause,
    title: '决定约谈市、县或省直部门（同一单位上次约谈未办结的，不另行约谈）',
    by: province,
    since: ({ opening: { previous, clause: on } }) =>
      previous === null || previous.endedOn === null
        ? undefined
        : { on: previous.endedOn, what: '该单位上一次约谈办结之日', clause: on },
    judge: ({ opening, openedOn }) => judgeSummons(opening, openedOn),
  },
} satisfies Record<string, OpeningRow<AreaInterviewOpening>>;

function judgeSummons(
  { office: named, clause: on, plannedOn, territory, previous }: AreaInterviewOpening,
  openedOn: string,
) {
  if (!isInterviewable(named, provinceOf(territory)))
    return refuse('INVALID_INPUT', on, `被约谈的应是市、县党委或省直部门，收到${named}。`, 'office');
  if (plannedOn < openedOn) {
    const words = `约谈日期应不早于${chineseDate(openedOn)}，收到的是${chineseDate(plannedOn)}。`;
    return refuse('OUT_OF_RANGE', on, words, 'plannedOn');
  }
  if (previous === null || previous.endedOn !== null) return admit();
  const words = `该单位上一次约谈（${previous.caseId}）尚未办结，不同时进行两次约谈；新的情形请在该次约谈中一并提出。`;
  return refuse('ALREADY_DONE', on, words, 'office');
}

/** Whom the province group interviews: cities and counties by their party committees, departments of the province. */
function isInterviewable(named: OfficeId, within: Territory): boolean {
  const place = territoryOf(named);
  if (kindOf(named) === 'party-committee')
    return isWithin(place, within) && ['city', 'county'].includes(levelOf(place) ?? '');
  return place === within && ['department', 'revitalization-bureau', 'organization-department'].includes(kindOf(named));
}

const notHeld = condition<Situation<AreaInterview>>('ALREADY_DONE', ({ facts }) =>
  facts.held === undefined ? undefined : `已于${chineseDate(facts.held.occurredOn)}约谈；承诺事项请按编号登记。`,
);

/** everything that can be said to an interview. */
export const areaInterviewOperations = operations<AreaInterview>()({
  postpone: {
    clause,
    title: '约谈改期（说明理由）',
    by: province,
    when: [notHeld],
    judge: ({ body, on, file }) => {
      const words = `改期后的日期应不早于${chineseDate(on)}，收到的是${chineseDate(body.plannedOn)}。`;
      return body.plannedOn < on ? refuse('OUT_OF_RANGE', file.opening.clause, words, 'plannedOn') : admit();
    },
  },
  cancel: { clause, title: '取消约谈（说明理由）', by: province, when: [notHeld] },
  hold: {
    clause,
    title: '登记约谈纪要、参加单位和承诺事项（各有期限）',
    by: province,
    when: [notHeld],
    meets: ['interview'],
    judge: judgeHolding,
  },
  reportCommitment: {
    clause,
    title: '报告承诺事项已兑现（附佐证）',
    by: [...interviewed, ...province],
    own: [byInterviewed],
    when: [held, withCommitments],
    since: sinceHeld,
    meets: ['commitment'],
    judge: judgeReport,
    ledgerOnly: ['what', 'evidence'],
  },
  verifyCommitment: {
    clause,
    title: '核实承诺事项是否兑现',
    by: province,
    own: [reportedBySomebodyElse],
    when: [held, withCommitments, withOpenCommitments],
    since: sinceHeld,
    judge: judgeVerification,
    ledgerOnly: ['note'],
  },
  renewCommitment: {
    clause,
    title: '对逾期或未兑现的承诺事项重新限期（原期限保留）',
    by: province,
    when: [held, withCommitments, withOpenCommitments],
    since: sinceRenewable,
    judge: judgeRenewal,
    ledgerOnly: ['reason'],
  },
  cyclesRead: { by: 'system' },
});

/** who must be there, and what was promised until when. */
function judgeHolding({ file, body, on }: Saying<AreaInterview, 'hold'>): Admission | FieldRefusal {
  const { clause, office, invited, territory } = file.opening;
  if (!body.attended.includes(office))
    return refuse('CONDITIONS_NOT_MET', clause, `参加约谈的应有被约谈单位〔${office}〕，未收到。`, 'attended');
  for (const [index, { id, due }] of body.commitments.entries()) {
    if (body.commitments.findIndex((other) => other.id === id) !== index)
      return refuse(
        'INVALID_INPUT',
        clause,
        `承诺事项的编号应不重复，${id}出现了不止一次。`,
        `commitments.${index}.id`,
      );
    if (due <= on)
      return refuse(
        'OUT_OF_RANGE',
        clause,
        `承诺事项${id}的期限应晚于约谈之日（${chineseDate(on)}），收到的是${chineseDate(due)}。`,
        `commitments.${index}.due`,
      );
  }
  const absent = invited.filter((kind) => !body.attended.includes(`${kind}:${provinceOf(territory)}`));
  return admit(
    absent.length === 0
      ? {}
      : { told: `受邀的${absent.map((kind) => invitedNames[kind]).join('、')}未列入参加单位，已照实登记。` },
  );
}
