import type { Act } from '../../case/case';
import {
  countyOf,
  isWithin,
  kindOf,
  levelOf,
  officeId,
  officeKindName,
  territoryOf,
  townshipOf,
} from '../../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';
import { chineseDate } from '../../dates/civil-date';
import { lastTerm } from '../../case/term-history';
import type { PlanBody, RenewBody, ReportUpwardBody, VerifyBody } from './problem-acts';
import { readProblem, type ProblemFacts, type ProblemFile } from './problem-facts';

const clause = 'C-2.end';

/** What can be said while the problem stands in the ledger. */
const whileOpen: Readonly<Record<string, (file: ProblemFile, facts: ProblemFacts, act: Act<never>) => Verdict>> = {
  reportUpward: judgeReportUpward,
  plan: judgePlan,
  rectified: judgeRectified,
  verify: (_file, facts, act) => judgeVerification(facts, act),
  renew: (_file, facts, act) => judgeRenewal(facts, act),
};

/** C-2.end: everything that can be said to a problem. */
export function judgeProblem(file: ProblemFile, act: Act): Verdict {
  const facts = readProblem(file);
  switch (act.operation) {
    case 'returned':
      return judgeReturn(facts, act);
    case 'deadlineMissed':
    case 'watchEnded':
    case 'withdraw':
      return act.by.office === 'system' ? admit() : refuse('NOT_ALLOWED', clause, '本项由系统登记，不由单位办理。');
    default: {
      const judge = whileOpen[act.operation];
      if (judge === undefined)
        return refuse('INVALID_INPUT', clause, `问题台账没有“${act.operation}”这一事项。`, 'operation');
      return refuseDone(facts) ?? refuseEarlier(facts, act) ?? judge(file, facts, act as Act<never>);
    }
  }
}

function refuseDone({ writtenOffOn, withdrawnOn }: ProblemFacts): Refusal | undefined {
  if (withdrawnOn !== undefined)
    return refuse('WRONG_STAGE', clause, `该问题已于${chineseDate(withdrawnOn)}更正撤销。`);
  return writtenOffOn === undefined
    ? undefined
    : refuse('ALREADY_DONE', clause, `该问题已于${chineseDate(writtenOffOn)}核查销账；再次出现的，请登记为反弹。`);
}

const refuseEarlier = ({ current }: ProblemFacts, { occurredOn }: Act): Refusal | undefined =>
  occurredOn < current.from
    ? refuse(
        'BEFORE_BEGINNING',
        clause,
        `应不早于问题登记之日（${chineseDate(current.from)}），收到的是${chineseDate(occurredOn)}。`,
        'occurredOn',
      )
    : undefined;

/** The village committee reports; to the township party committee and a department of the county at once. */
function judgeReportUpward(
  { opening }: ProblemFile,
  { current }: ProblemFacts,
  { body }: Act<ReportUpwardBody>,
): Verdict {
  if (levelOf(opening.place) !== 'village')
    return refuse('WRONG_STAGE', clause, '只有村级问题由村委会书面报告；本问题由所在地区直接整改。');
  if (current.plan !== undefined)
    return refuse('WRONG_STAGE', clause, `已于${chineseDate(current.plan.on)}确定整改举措，不再上报。`);
  if (current.upward !== undefined)
    return refuse('ALREADY_DONE', clause, `已于${chineseDate(current.upward.on)}书面报告。`);
  return territoryOf(body.department) === countyOf(opening.place)
    ? admit()
    : refuse(
        'INVALID_INPUT',
        clause,
        `应为本县（${countyOf(opening.place)}）的县直部门，收到${body.department}。`,
        'department',
      );
}

function judgePlan(
  { opening }: ProblemFile,
  { current, owner }: ProblemFacts,
  { body, by, occurredOn }: Act<PlanBody>,
): Verdict {
  if (current.plan !== undefined)
    return refuse(
      'ALREADY_DONE',
      clause,
      `已于${chineseDate(current.plan.on)}确定整改举措；需要调整期限的，由上级单位重新限期。`,
    );
  const isTownship = by.office === officeId('party-committee', townshipOf(opening.place));
  if (by.office !== owner && !(current.upward !== undefined && isTownship)) {
    return refuse(
      'NOT_ALLOWED',
      clause,
      `整改举措应由责任单位（${owner}）确定，当前单位是${officeKindName(by.office)}。`,
    );
  }
  return body.due > occurredOn
    ? admit()
    : refuse(
        'OUT_OF_RANGE',
        clause,
        `整改期限应晚于${chineseDate(occurredOn)}，收到的是${chineseDate(body.due)}。`,
        'due',
      );
}

function judgeRectified({ opening }: ProblemFile, { current, owner }: ProblemFacts, { by }: Act): Verdict {
  if (current.history === undefined)
    return refuse('WRONG_STAGE', clause, '尚未确定整改举措、责任人和期限，不能登记整改完成。');
  const isOfPlace = by.office !== 'system' && territoryOf(by.office) === opening.place;
  if (by.office !== owner && !isOfPlace) {
    return refuse(
      'NOT_ALLOWED',
      clause,
      `整改完成应由责任单位（${owner}）或问题所在地登记，当前单位是${officeKindName(by.office)}。`,
    );
  }
  const { metOn } = lastTerm(current.history);
  return metOn === undefined
    ? admit()
    : admit({ keep: false, told: `已于${chineseDate(metOn)}登记整改完成，等待核查；本次作为补充记录。` });
}

/** 销账 only after somebody other than the rectifier has looked. */
function judgeVerification({ current }: ProblemFacts, { body, by, occurredOn }: Act<VerifyBody>): Verdict {
  const reports = current.history?.reports.filter(({ on }) => on <= occurredOn) ?? [];
  const report = reports.at(-1);
  if (report === undefined) return refuse('WRONG_STAGE', clause, '尚未登记整改完成和佐证，不能核查。');
  if (
    reports.some((one) => one.by === by.office) ||
    (by.person !== undefined && reports.some(({ person }) => person === by.person))
  ) {
    return refuse('NOT_ALLOWED', clause, '整改由本单位（本人）登记完成，应由其他单位核查，不得自行核查销账。');
  }
  if (by.person !== undefined && by.person === current.plan?.responsible)
    return refuse('NOT_ALLOWED', clause, '核查人不得是整改责任人本人。', 'person');
  const lastFailure = current.history?.failures.at(-1);
  if (
    body.passed &&
    lastFailure !== undefined &&
    current.history !== undefined &&
    lastTerm(current.history).metOn === undefined
  ) {
    return refuse('WRONG_STAGE', clause, `${chineseDate(lastFailure)}核查未通过后，尚未重新登记整改完成。`);
  }
  return admit();
}

function judgeRenewal({ current, owner }: ProblemFacts, { body, by, occurredOn }: Act<RenewBody>): Verdict {
  if (current.history === undefined) return refuse('WRONG_STAGE', clause, '尚未确定整改期限，请先确定整改举措。');
  const own = territoryOf(owner);
  const isAbove =
    by.office !== 'system' &&
    by.office !== owner &&
    isWithin(own, territoryOf(by.office)) &&
    (territoryOf(by.office) !== own || kindOf(by.office) !== 'department');
  if (!isAbove) return refuse('NOT_ALLOWED', clause, `重新限期应由责任单位（${owner}）的上级决定。`);
  const { due, metOn } = lastTerm(current.history);
  if (metOn !== undefined) return refuse('WRONG_STAGE', clause, '已登记整改完成，等待核查。');
  if (occurredOn <= due && current.history.failures.length === 0)
    return refuse('TOO_EARLY', clause, `整改期限是${chineseDate(due)}，尚未逾期，也没有核查不通过，不重新限期。`);
  return body.due > occurredOn
    ? admit()
    : refuse(
        'OUT_OF_RANGE',
        clause,
        `新的期限应晚于${chineseDate(occurredOn)}，收到的是${chineseDate(body.due)}。`,
        'due',
      );
}

function judgeReturn({ writtenOffOn }: ProblemFacts, { occurredOn }: Act): Verdict {
  if (writtenOffOn === undefined) return refuse('WRONG_STAGE', 'A-3.7', '该问题尚未销账，不属于销账后反弹。');
  return occurredOn >= writtenOffOn
    ? admit()
    : refuse(
        'BEFORE_BEGINNING',
        'A-3.7',
        `应不早于销账之日（${chineseDate(writtenOffOn)}），收到的是${chineseDate(occurredOn)}。`,
        'occurredOn',
      );
}
