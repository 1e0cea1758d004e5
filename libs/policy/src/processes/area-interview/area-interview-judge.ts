import type { Act } from '../../case/case';
import { isWithin, kindOf, provinceOf, territoryOf } from '../../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';
import { chineseDate } from '../../dates/civil-date';
import type {
  HoldAreaInterviewBody,
  PostponeBody,
  RenewCommitmentBody,
  ReportCommitmentBody,
  VerifyCommitmentBody,
} from './area-interview-acts';
import { lastTerm } from '../../case/term-history';
import {
  readAreaInterview,
  type AreaInterviewFacts,
  type AreaInterviewFile,
  type CommitmentStanding,
} from './area-interview-facts';

/** A-3.5: everything that can be said to an interview. */
export function judgeAreaInterview(file: AreaInterviewFile, act: Act): Verdict {
  const facts = readAreaInterview(file);
  const { clause } = file.opening;
  switch (act.operation) {
    case 'postpone':
      return (
        refuseStranger(file, act) ?? refuseSettled(clause, facts) ?? judgePostponement(clause, act as Act<PostponeBody>)
      );
    case 'cancel':
      return refuseStranger(file, act) ?? refuseSettled(clause, facts) ?? admit();
    case 'hold':
      return (
        refuseStranger(file, act) ??
        refuseSettled(clause, facts) ??
        judgeHolding(file, act as Act<HoldAreaInterviewBody>)
      );
    case 'reportCommitment':
      return judgeReport(file, facts, act as Act<ReportCommitmentBody>);
    case 'verifyCommitment':
      return refuseStranger(file, act) ?? judgeVerification(file, facts, act as Act<VerifyCommitmentBody>);
    case 'renewCommitment':
      return refuseStranger(file, act) ?? judgeRenewal(file, facts, act as Act<RenewCommitmentBody>);
    default:
      return judgeAnswer(clause, act);
  }
}

function judgeAnswer(clause: string, { operation, by }: Act): Verdict {
  if (operation !== 'cyclesRead')
    return refuse('INVALID_INPUT', clause, `约谈提醒没有“${operation}”这一事项。`, 'operation');
  return by.office === 'system' ? admit() : refuse('NOT_ALLOWED', clause, '本项由系统登记，不由单位办理。');
}

/** A-3.5: 省巩固衔接领导小组 and its office. */
function refuseStranger({ opening }: AreaInterviewFile, { by }: Act): Refusal | undefined {
  const province = provinceOf(opening.territory);
  const isProvincial =
    by.office !== 'system' &&
    territoryOf(by.office) === province &&
    ['province-group', 'leading-group-office'].includes(kindOf(by.office));
  return isProvincial
    ? undefined
    : refuse('NOT_ALLOWED', opening.clause, '约谈提醒由省巩固衔接领导小组进行，当前单位不是省级领导小组或其办公室。');
}

function refuseSettled(clause: string, { held, cancelled }: AreaInterviewFacts): Refusal | undefined {
  if (held !== undefined)
    return refuse('ALREADY_DONE', clause, `已于${chineseDate(held.occurredOn)}约谈；承诺事项请按编号登记。`);
  return cancelled === undefined
    ? undefined
    : refuse('WRONG_STAGE', clause, `本次约谈已于${chineseDate(cancelled.occurredOn)}取消。`);
}

const judgePostponement = (clause: string, { body, occurredOn }: Act<PostponeBody>): Verdict =>
  body.plannedOn < occurredOn
    ? refuse(
        'OUT_OF_RANGE',
        clause,
        `改期后的日期应不早于${chineseDate(occurredOn)}，收到的是${chineseDate(body.plannedOn)}。`,
        'plannedOn',
      )
    : admit();

function judgeHolding({ opening }: AreaInterviewFile, { body, occurredOn }: Act<HoldAreaInterviewBody>): Verdict {
  const { clause, office, invited, territory } = opening;
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
    if (due <= occurredOn)
      return refuse(
        'OUT_OF_RANGE',
        clause,
        `承诺事项${id}的期限应晚于约谈之日（${chineseDate(occurredOn)}），收到的是${chineseDate(due)}。`,
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

export const invitedNames = { 'discipline-commission': '省纪委监委', 'organization-department': '省委组织部' } as const;

function judgeReport(
  file: AreaInterviewFile,
  facts: AreaInterviewFacts,
  { body, by, occurredOn }: Act<ReportCommitmentBody>,
): Verdict {
  const { clause, office } = file.opening;
  const commitment = commitmentOf(file, facts, body.commitment, occurredOn);
  if ('admitted' in commitment) return commitment;
  const isOfInterviewed =
    by.office !== 'system' &&
    (by.office === office || (kindOf(office) === 'party-committee' && territoryOf(by.office) === territoryOf(office)));
  const isProvincial = refuseStranger(file, { by } as Act) === undefined;
  if (!isOfInterviewed && !isProvincial)
    return refuse('NOT_ALLOWED', clause, `承诺事项的完成情况应由被约谈单位〔${office}〕报告，或由省级办公室代为登记。`);
  return commitment.closedOn === undefined
    ? admit()
    : admit({
        keep: false,
        told: `${commitment.id}已于${chineseDate(commitment.closedOn)}核实完成，本次报告作为补充记录。`,
      });
}

function judgeVerification(
  file: AreaInterviewFile,
  facts: AreaInterviewFacts,
  { body, by, occurredOn }: Act<VerifyCommitmentBody>,
): Verdict {
  const { clause } = file.opening;
  const commitment = commitmentOf(file, facts, body.commitment, occurredOn);
  if ('admitted' in commitment) return commitment;
  if (commitment.closedOn !== undefined)
    return refuse(
      'ALREADY_DONE',
      clause,
      `${commitment.id}已于${chineseDate(commitment.closedOn)}核实完成。`,
      'commitment',
    );
  const reports = commitment.reports.filter(({ on }) => on <= occurredOn);
  if (body.kept && reports.length === 0)
    return refuse('CONDITIONS_NOT_MET', clause, `${commitment.id}尚未报告完成并附佐证，不能核实为完成。`, 'kept');
  if (reports.at(-1)?.by === by.office)
    return refuse('NOT_ALLOWED', clause, `${commitment.id}由本单位登记完成，应由其他单位核实。`, 'commitment');
  return admit();
}

function judgeRenewal(
  file: AreaInterviewFile,
  facts: AreaInterviewFacts,
  { body, occurredOn }: Act<RenewCommitmentBody>,
): Verdict {
  const { clause } = file.opening;
  const commitment = commitmentOf(file, facts, body.commitment, occurredOn);
  if ('admitted' in commitment) return commitment;
  if (commitment.closedOn !== undefined)
    return refuse(
      'ALREADY_DONE',
      clause,
      `${commitment.id}已于${chineseDate(commitment.closedOn)}核实完成。`,
      'commitment',
    );
  const term = lastTerm(commitment);
  if (occurredOn <= term.due && commitment.failures.length === 0) {
    return refuse(
      'TOO_EARLY',
      clause,
      `${commitment.id}的期限是${chineseDate(term.due)}，尚未逾期，也未核实为未完成，不重新限期。`,
      'commitment',
    );
  }
  return body.due > occurredOn
    ? admit()
    : refuse(
        'OUT_OF_RANGE',
        clause,
        `新的期限应晚于${chineseDate(occurredOn)}，收到的是${chineseDate(body.due)}。`,
        'due',
      );
}

function commitmentOf(
  { opening }: AreaInterviewFile,
  { held, commitments }: AreaInterviewFacts,
  id: string,
  on: string,
): CommitmentStanding | Refusal {
  if (held === undefined) return refuse('WRONG_STAGE', opening.clause, '约谈尚未进行，没有承诺事项。');
  const found = commitments.find((one) => one.id === id);
  if (found === undefined)
    return refuse(
      'UNKNOWN_SUBJECT',
      opening.clause,
      `应为承诺事项的编号${commitments.length === 0 ? '，本次约谈没有承诺事项' : `：${commitments.map((one) => one.id).join('、')}`}，收到${id}。`,
      'commitment',
    );
  if (on < held.occurredOn)
    return refuse(
      'BEFORE_BEGINNING',
      opening.clause,
      `应不早于约谈之日（${chineseDate(held.occurredOn)}），收到的是${chineseDate(on)}。`,
      'occurredOn',
    );
  return found;
}

/** Whom the province group interviews: cities and counties by their party committees, departments of the province. */
export const isInterviewable = (office: string, province: string): boolean => {
  const place = territoryOf(office);
  if (!isWithin(place, province)) return false;
  if (kindOf(office) === 'party-committee') return place.length === 4 || place.length === 6;
  return (
    place === province && ['department', 'revitalization-bureau', 'organization-department'].includes(kindOf(office))
  );
};
