import { officeKindName } from '../../base/office';
import { chineseDate, chineseMonth, isBefore } from '../../dates/civil-date';
import { actsOf, handlingPaths, type HandlingPath } from './posting-acts';
import { groundsOf, handlingPathOf, type PostingAct } from './posting-facts';
import { handOrderedKey } from './ranking-ladder';
import { admit, refuse, type Verdict } from '../../base/verdict';

const clause = 'C-3.7';

/** Clause C-3.7: an absence without cause; one a day counts. */
export function judgeAbsence({ file, act }: PostingAct<'absence'>): Verdict {
  const day = act.occurredOn;
  const known = actsOf(file, 'absence').find(({ occurredOn }) => occurredOn === day);
  if (known !== undefined)
    return admit({
      keep: false,
      told: `${chineseDate(day)}的脱岗已由${officeKindName(known.by.office)}登记，本次登记作为补充记录`,
    });
  const isOnLeave = actsOf(file, 'leave').some(({ body }) => body.from <= day && day <= body.to);
  return isOnLeave
    ? refuse('CONDITIONS_NOT_MET', 'C-3.3', `${chineseDate(day)}已有批准的请假，不属于无故脱岗`, 'occurredOn')
    : admit();
}

/** Clause C-3.3: leave approved beforehand. */
export function judgeLeave({ act }: PostingAct<'leave'>): Verdict {
  const { from, to } = act.body;
  if (isBefore(to, from))
    return refuse(
      'INVALID_INPUT',
      'C-3.3',
      `请假止日应不早于起日（${chineseDate(from)}），填报为${chineseDate(to)}`,
      'to',
    );
  if (isBefore(from, act.occurredOn)) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'C-3.3',
      `事前请假应在起日（${chineseDate(from)}）或之前批准，填报的批准日为${chineseDate(act.occurredOn)}；补假请用“事后补假”`,
      'from',
    );
  }
  return admit();
}

/** Clause C-3.7 [D]: leave approved afterwards removes the absence, unless the recall is decided. */
export function judgeApproval({ file, facts, act }: PostingAct<'approveLeaveAfterwards'>): Verdict {
  const { absenceOn } = act.body;
  const { recall } = facts;
  if (isBefore(act.occurredOn, absenceOn)) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'C-3.3',
      `事后补假应在脱岗日（${chineseDate(absenceOn)}）或之后批准，填报为${chineseDate(act.occurredOn)}`,
      'occurredOn',
    );
  }
  if (recall !== null && !isBefore(act.occurredOn, recall.on))
    return refuse('WRONG_STAGE', clause, `已于${chineseDate(recall.on)}决定召回，事后补假不再改变脱岗次数`);
  if (!isAbsent({ file }, absenceOn))
    return refuse('CONDITIONS_NOT_MET', clause, `没有登记${chineseDate(absenceOn)}的无故脱岗`, 'absenceOn');
  const earlier = actsOf(file, 'approveLeaveAfterwards').find(
    (approval) => approval.body.absenceOn === absenceOn && approval.occurredOn <= act.occurredOn,
  );
  return earlier === undefined ? admit() : alreadyDone(earlier);
}

/** Clause C-3.7: the township party committee's reminder. */
export function judgeReminder({ file, act }: PostingAct<'recordReminder'>): Verdict {
  const { absenceOn } = act.body;
  if (!isAbsent({ file }, absenceOn))
    return refuse('CONDITIONS_NOT_MET', clause, `没有登记${chineseDate(absenceOn)}的无故脱岗`, 'absenceOn');
  if (isBefore(act.occurredOn, absenceOn)) {
    return refuse(
      'CONDITIONS_NOT_MET',
      clause,
      `提醒不得早于脱岗日（${chineseDate(absenceOn)}），填报为${chineseDate(act.occurredOn)}`,
      'occurredOn',
    );
  }
  const earlier = actsOf(file, 'recordReminder').find(
    (reminder) => reminder.body.absenceOn === absenceOn && reminder.occurredOn <= act.occurredOn,
  );
  return earlier === undefined ? admit() : alreadyDone(earlier);
}

/** Clause C-3.7 [D]: one matter counts once, from its earliest bulletin. */
export function judgeNaming({ facts, act }: PostingAct<'namedInSuperiorBulletin'>): Verdict {
  const earlier = facts.namings.find(({ matter, on }) => matter === act.body.matter && on <= act.occurredOn);
  return earlier === undefined
    ? admit()
    : admit({ keep: false, told: `事项${earlier.matter}已于${chineseDate(earlier.on)}被通报，同一事项只计一次` });
}

/** Rules part 0: a naming recorded in error is taken back. */
export function judgeWithdrawnNaming({ facts, act }: PostingAct<'withdrawNaming'>): Verdict {
  const { matter } = act.body;
  const known = facts.namings.find((naming) => naming.matter === matter);
  if (known === undefined) return refuse('CONDITIONS_NOT_MET', clause, `没有登记事项${matter}的上级通报`, 'matter');
  if (isBefore(act.occurredOn, known.on))
    return refuse('CONDITIONS_NOT_MET', clause, `更正不得早于通报之日（${chineseDate(known.on)}）`, 'occurredOn');
  return admit();
}

/** Clause C-3.7: an interview the organization department orders itself; what it rests on must not be consumed. */
export function judgeOrderedInterview({ facts, act }: PostingAct<'orderInterview'>): Verdict {
  const key = handOrderedKey(act.occurredOn);
  if (facts.ranking.interviews.some((interview) => interview.key === key))
    return admit({ keep: false, told: `${chineseDate(act.occurredOn)}已决定约谈，本次登记作为补充记录` });
  const { months, bulletins } = groundsOf(act.body);
  const month = months.find((one) => !facts.ranking.freeMonths.includes(one));
  if (month !== undefined)
    return refuse(
      'CONDITIONS_NOT_MET',
      clause,
      `${chineseMonth(month)}月考未排名靠后，或已计入其他约谈`,
      'because.months',
    );
  const matter = bulletins.find((one) => !facts.ranking.freeMatters.includes(one));
  if (matter !== undefined)
    return refuse('CONDITIONS_NOT_MET', clause, `事项${matter}未被上级通报，或已计入其他约谈`, 'because.bulletins');
  const pending = facts.ranking.interviews.find(({ heldOn }) => heldOn === undefined);
  if (pending !== undefined)
    return refuse(
      'WRONG_STAGE',
      clause,
      '该干部已有一次约谈待进行，不同时进行两次约谈；新的情形请在该次约谈中一并提出',
    );
  return admit();
}

/** Clause C-3.7: organizational handling answers what called for it. */
export function judgeHandling({ facts, act }: PostingAct<'organizationalHandling'>): Verdict {
  const path = handlingPathOf(act.body, act.by.office);
  const calls = callsForHandling(facts, path).filter(({ on }) => on <= act.occurredOn);
  if (calls.length === 0)
    return refuse(
      'CONDITIONS_NOT_MET',
      clause,
      `截至${chineseDate(act.occurredOn)}没有因${handlingPaths[path]}应予组织处理的事项`,
    );
  const last = calls.at(-1);
  return last?.handledOn === undefined
    ? admit()
    : admit({ keep: false, told: `已于${chineseDate(last.handledOn)}作出组织处理，本次登记作为补充记录` });
}

function callsForHandling(
  facts: PostingAct<'organizationalHandling'>['facts'],
  path: HandlingPath,
): { on: string; handledOn?: string }[] {
  switch (path) {
    case 'absence':
      return facts.absence.recalls
        .filter(({ cancelledOn }) => cancelledOn === undefined)
        .flatMap(({ readyOn, handledOn }) =>
          readyOn === null ? [] : [{ on: readyOn, ...(handledOn === undefined ? {} : { handledOn }) }],
        );
    case 'ranking':
      return facts.ranking.rounds.map(({ calledOn, handledOn }) => ({
        on: calledOn,
        ...(handledOn === undefined ? {} : { handledOn }),
      }));
    case 'misconduct':
      return facts.misconducts.map(({ occurredOn }) => ({ on: occurredOn }));
  }
}

const isAbsent = ({ file }: Pick<PostingAct<'absence'>, 'file'>, day: string): boolean =>
  actsOf(file, 'absence').some(({ occurredOn }) => occurredOn === day);

const alreadyDone = ({ occurredOn, by }: { occurredOn: string; by: { office: string } }): Verdict =>
  admit({
    keep: false,
    told: `已于${chineseDate(occurredOn)}由${officeKindName(by.office)}办结，本次登记作为补充记录`,
  });
