import type { Act } from '../../case/case';
import { departmentOf } from '../../base/departments';
import { isWithin, kindOf, levelOf, officeId, territoryOf } from '../../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';
import { chineseDate } from '../../dates/civil-date';
import type {
  ConfirmSolvedBody,
  CorrectWorkBulletinBody,
  FollowUpBody,
  IssueWorkBulletinBody,
  Mention,
} from './work-bulletin-acts';
import {
  readWorkBulletin,
  type BulletinLine,
  type WorkBulletinFacts,
  type WorkBulletinFile,
} from './work-bulletin-facts';

const clause = 'A-3.4';

/** A-3.4: everything that can be said to a bulletin. */
export function judgeWorkBulletin(file: WorkBulletinFile, act: Act): Verdict {
  const facts = readWorkBulletin(file);
  switch (act.operation) {
    case 'collect':
      return refuseOtherOffice(file, act) ?? refuseIssued(facts) ?? admit();
    case 'issue':
      return (
        refuseOtherOffice(file, act) ??
        refuseIssued(facts) ??
        judgeIssue(file, facts, act as Act<IssueWorkBulletinBody>)
      );
    case 'followUp':
      return judgeFollowUp(facts, act as Act<FollowUpBody>);
    case 'confirmSolved':
      return judgeSolution(facts, act as Act<ConfirmSolvedBody>);
    case 'correct':
      return refuseOtherOffice(file, act) ?? judgeCorrection(facts, act as Act<CorrectWorkBulletinBody>);
    case 'candidatesRead':
    case 'correctionsExpired':
      return act.by.office === 'system' ? admit() : refuse('NOT_ALLOWED', clause, '本项由系统办理，不由单位登记。');
    default:
      return refuse('INVALID_INPUT', clause, `政策落实情况通报没有“${act.operation}”这一事项。`, 'operation');
  }
}

/** A-3.4: the leading-group office of the bulletin's own level. */
const refuseOtherOffice = ({ opening }: WorkBulletinFile, { by }: Act): Refusal | undefined =>
  by.office === officeId('leading-group-office', opening.territory)
    ? undefined
    : refuse('NOT_ALLOWED', clause, '通报由本级巩固衔接办编发，当前单位不是本级巩固衔接办。');

function refuseIssued({ publications: [issued] }: WorkBulletinFacts): Refusal | undefined {
  if (issued === undefined) return undefined;
  return refuse(
    'ALREADY_DONE',
    clause,
    `本期通报已于${chineseDate(issued.issuedOn)}以${issued.number}印发，不再改动；有误的，请印发更正通报。`,
  );
}

function judgeIssue(
  file: WorkBulletinFile,
  { candidates }: WorkBulletinFacts,
  { body, occurredOn }: Act<IssueWorkBulletinBody>,
): Verdict {
  if (occurredOn < file.opening.from) {
    return refuse(
      'BEFORE_BEGINNING',
      clause,
      `本期自${chineseDate(file.opening.from)}起，印发日期是${chineseDate(occurredOn)}。`,
      'occurredOn',
    );
  }
  const known = new Set(candidates.map(({ key }) => key));
  for (const list of ['praised', 'criticised'] as const) {
    const refusal = refuseMentions(file, body[list], list, known);
    if (refusal !== undefined) return refusal;
  }
  const taken = new Set([...body.praised, ...body.criticised].flatMap((mention) => mention.candidates ?? []));
  const left = candidates.filter(({ side, key }) => side === 'criticism' && !taken.has(key));
  return admit({
    answer: { left: left.map(({ key }) => key) },
    ...(left.length > 0 && { told: `归集的批评候选中有${left.length}项未列入通报，已随案留存。` }),
  });
}

function refuseMentions(
  { opening }: WorkBulletinFile,
  mentions: readonly Mention[],
  list: string,
  known: ReadonlySet<string>,
): Refusal | undefined {
  for (const [index, { subject, candidates = [] }] of mentions.entries()) {
    const field = `${list}.${index}.subject`;
    if (!isAreaOrDepartment(subject)) {
      return refuse(
        'INVALID_INPUT',
        clause,
        `通报的对象应是地区（市、县、乡镇）或部门，不涉及村和个人，收到${subject}。`,
        field,
      );
    }
    const place = /^\d/.test(subject) ? subject : territoryOf(subject);
    if (!isWithin(place, opening.territory) || subject === opening.territory) {
      return refuse(
        'UNKNOWN_SUBJECT',
        clause,
        `应为本级（${opening.territory}）所辖地区或本级部门，收到${subject}。`,
        field,
      );
    }
    if (mentions.findIndex((other) => other.subject === subject) !== index)
      return refuse('INVALID_INPUT', clause, `同一对象只列一次，${subject}出现了不止一次。`, field);
    const strange = candidates.find((key) => !known.has(key));
    if (strange !== undefined)
      return refuse(
        'UNKNOWN_SUBJECT',
        clause,
        `候选名单中没有“${strange}”，请重新归集后核对。`,
        `${list}.${index}.candidates`,
      );
  }
  return undefined;
}

/** Areas from township to city; departments, bureaus and other offices above the village, no unit and no person. */
function isAreaOrDepartment(subject: string): boolean {
  if (/^\d+$/.test(subject)) return ['city', 'county', 'township'].includes(levelOf(subject) ?? '');
  const isOffice =
    departmentOf(subject) !== undefined ||
    ['department', 'stationing-office', 'party-committee', 'leading-group-office'].includes(kindOf(subject));
  return isOffice && levelOf(territoryOf(subject)) !== 'village';
}

function judgeFollowUp(facts: WorkBulletinFacts, { body, occurredOn }: Act<FollowUpBody>): Verdict {
  const line = criticisedLine(facts, body.line, occurredOn);
  if ('admitted' in line) return line;
  return line.solved === undefined
    ? admit()
    : admit({ keep: false, told: `${line.id}已于${chineseDate(line.solved.on)}解决，本次跟进作为补充记录。` });
}

function judgeSolution(facts: WorkBulletinFacts, { body, by, occurredOn }: Act<ConfirmSolvedBody>): Verdict {
  const line = criticisedLine(facts, body.line, occurredOn);
  if ('admitted' in line) return line;
  if (line.solved !== undefined)
    return refuse('ALREADY_DONE', clause, `${line.id}已于${chineseDate(line.solved.on)}确认解决。`, 'line');
  if (by.office === line.subject)
    return refuse('NOT_ALLOWED', clause, `${line.id}批评的是本单位，应由其他单位确认问题已解决。`, 'line');
  return admit();
}

function criticisedLine({ lines, publications }: WorkBulletinFacts, id: string, on: string): BulletinLine | Refusal {
  const [issued] = publications;
  if (issued === undefined) return refuse('WRONG_STAGE', clause, '通报尚未印发。');
  const line = lines.find((one) => one.id === id && one.side === 'criticism');
  const known = lines.filter(({ side }) => side === 'criticism').map((one) => one.id);
  if (line === undefined)
    return refuse(
      'UNKNOWN_SUBJECT',
      clause,
      `应为通报批评的编号${known.length === 0 ? '，本期没有通报批评' : `：${known.join('、')}`}，收到${id}。`,
      'line',
    );
  if (line.withdrawnOn !== undefined)
    return refuse('WRONG_STAGE', clause, `${id}已于${chineseDate(line.withdrawnOn)}更正撤销。`, 'line');
  if (on < issued.issuedOn)
    return refuse(
      'BEFORE_BEGINNING',
      clause,
      `应不早于通报印发之日（${chineseDate(issued.issuedOn)}），收到的是${chineseDate(on)}。`,
      'occurredOn',
    );
  return line;
}

function judgeCorrection(
  { publications, lines }: WorkBulletinFacts,
  { body, occurredOn }: Act<CorrectWorkBulletinBody>,
): Verdict {
  const last = publications.at(-1);
  if (last === undefined) return refuse('WRONG_STAGE', clause, '通报尚未印发，请直接编发。');
  const line = lines.find(({ id }) => id === body.line);
  if (line === undefined)
    return refuse(
      'UNKNOWN_SUBJECT',
      clause,
      `应为通报中的编号：${lines.map(({ id }) => id).join('、')}，收到${body.line}。`,
      'line',
    );
  if (line.withdrawnOn !== undefined)
    return refuse('ALREADY_DONE', clause, `${body.line}已于${chineseDate(line.withdrawnOn)}撤销。`, 'line');
  if ((body.what === undefined) === (body.withdraw !== true)) {
    return refuse(
      'INVALID_INPUT',
      clause,
      '更正应写明新的内容（what），或者撤销该项（withdraw），二者取其一。',
      'what',
    );
  }
  if (publications.some(({ number }) => number === body.number))
    return refuse('INVALID_INPUT', clause, `更正通报应有自己的文号，${body.number}已用过。`, 'number');
  if (occurredOn < last.issuedOn) {
    return refuse(
      'BEFORE_BEGINNING',
      clause,
      `更正通报应不早于${last.number}印发之日（${chineseDate(last.issuedOn)}），收到的是${chineseDate(occurredOn)}。`,
      'occurredOn',
    );
  }
  return admit();
}
