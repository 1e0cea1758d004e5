import type { AccountabilityOpening, OutcomeBody } from './accountability-acts';
import { readAccountability, type AccountabilityFacts } from './accountability-facts';
import type { Act, CaseFile } from '../../case/case';
import { chineseDate } from '../../dates/civil-date';
import { admit, refuse, type Verdict } from '../../base/verdict';

/** Clause: everything that can be said to a procedure; the last three by the system only. */
export const accountabilityOperations = [
  'confirm',
  'decline',
  'outcome',
  'addGround',
  'withdrawGround',
  'withdraw',
] as const;
export type AccountabilityOperation = (typeof accountabilityOperations)[number];

/** Clause: may this be admitted to the procedure? */
export function judgeAccountability(file: CaseFile<AccountabilityOpening>, act: Act): Verdict {
  const facts = readAccountability(file);
  const operation = accountabilityOperations.find((known) => known === act.operation);
  switch (operation) {
    case 'confirm':
      return judgeConfirmation(facts);
    case 'decline':
      return facts.startedOn === undefined
        ? admit()
        : refuse(
            'WRONG_STAGE',
            'A-3.7',
            `问责追责程序已于${chineseDate(facts.startedOn)}启动，只有待省级确认的可以不予启动；请登记处理结果。`,
          );
    case 'outcome':
      return judgeOutcome(file, facts, act);
    case 'addGround':
    case 'withdrawGround':
    case 'withdraw':
      return act.by.office === 'system'
        ? admit()
        : refuse('NOT_ALLOWED', 'A-3.7', '问责依据的增加和撤回由挂牌督办的结果决定，不由单位登记。');
    case undefined:
      return refuse('INVALID_INPUT', 'A-3.7', `问责追责没有“${act.operation}”这项登记。`, 'operation');
  }
}

function judgeConfirmation({ startedOn }: AccountabilityFacts): Verdict {
  if (startedOn === undefined) return admit();
  return admit({
    keep: false,
    told: `问责追责程序已于${chineseDate(startedOn)}启动，无须再确认，本次登记作为补充记录。`,
  });
}

function judgeOutcome(file: CaseFile<AccountabilityOpening>, { startedOn }: AccountabilityFacts, act: Act): Verdict {
  if (startedOn === undefined)
    return refuse('WRONG_STAGE', 'A-3.7', '问责追责待省级确认，确认启动后方可登记处理结果。');
  if (act.occurredOn < startedOn) {
    return refuse(
      'BEFORE_BEGINNING',
      'A-3.7',
      `处理结果的日期应不早于启动之日（${chineseDate(startedOn)}），收到的是${chineseDate(act.occurredOn)}。`,
      'occurredOn',
    );
  }
  const { against } = act.body as OutcomeBody;
  const parties = ['county', ...file.opening.leaders.map(({ person }) => person)];
  const unknown = against.findIndex(({ party }) => !parties.includes(party));
  if (unknown >= 0)
    return refuse(
      'UNKNOWN_SUBJECT',
      'A-3.7',
      `问责对象应是该县（county）或承担连带责任的包联领导，收到的“${against[unknown]?.party}”不在其列。`,
      `against.${unknown}.party`,
    );
  const twice = against.findIndex(({ party }, index) => against.findIndex((other) => other.party === party) !== index);
  if (twice >= 0)
    return refuse(
      'INVALID_INPUT',
      'A-3.7',
      `每个问责对象只写一项处理结果，“${against[twice]?.party}”出现了不止一次。`,
      `against.${twice}.party`,
    );
  const missing = parties.filter((party) => !against.some((said) => said.party === party));
  if (missing.length === 0) return admit();
  return refuse(
    'CONDITIONS_NOT_MET',
    'A-3.7',
    `处理结果应写明该县和每一位承担连带责任的包联领导，缺少：${missing.join('、')}。`,
    'against',
  );
}
