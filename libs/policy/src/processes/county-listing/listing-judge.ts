import type { Act, Actor, CaseFile } from '../../case/case';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import { judgeAcceptance, judgeCorrection } from './listing-acceptance';
import type {
  AddGroundBody,
  ListingOpening,
  ProblemLine,
  ProblemProgressBody,
  VerifyProblemBody,
} from './listing-acts';
import { readListing, type ListingFacts } from './listing-facts';
import type { ListedProblem } from './listing-problems';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';

/** Clause A-3.7: everything that can be said to a listing, offices' operations and the answer of its accountability procedure. */
export const listingOperations = [
  'addGround',
  'addProblem',
  'problemProgress',
  'verifyProblem',
  'policyFinding',
  'acceptance',
  'correctAcceptance',
  'accountabilityEnded',
] as const;
export type ListingOperation = (typeof listingOperations)[number];

/** Clause: may this be admitted to the listing? */
export function judgeListing(file: CaseFile<ListingOpening>, act: Act, today: CivilDate): Verdict {
  const operation = listingOperations.find((known) => known === act.operation);
  switch (operation) {
    case 'addGround':
      return judgeGround(readListing(file), act);
    case 'addProblem':
      return refuseListed(readListing(file), [act.body as ProblemLine], 'id') ?? admit();
    case 'problemProgress':
      return judgeProgress(readListing(file), act);
    case 'verifyProblem':
      return judgeVerification(readListing(file), act);
    case 'policyFinding':
      return admit();
    case 'acceptance':
      return judgeAcceptance(file, act);
    case 'correctAcceptance':
      return judgeCorrection(file, act, today);
    case 'accountabilityEnded':
      return act.by.office === 'system'
        ? admit()
        : refuse('NOT_ALLOWED', 'A-3.7', '问责追责程序的办结由系统告知，不由单位登记。');
    case undefined:
      return refuse('INVALID_INPUT', 'A-3.7', `挂牌督办没有“${act.operation}”这项登记。`, 'operation');
  }
}

/** Clause: a problem list names each problem once. */
export function refuseRepeatedIds(problems: readonly ProblemLine[], field: string): Refusal | undefined {
  const repeated = problems.findIndex(({ id }, index) => problems.findIndex((other) => other.id === id) !== index);
  return repeated < 0
    ? undefined
    : refuse(
        'INVALID_INPUT',
        'A-3.7',
        `问题编号应不重复，${problems[repeated]?.id}出现了不止一次。`,
        `${field}.${repeated}.id`,
      );
}

function judgeGround(facts: ListingFacts, act: Act): Verdict {
  const body = act.body as AddGroundBody;
  const problems = body.problems ?? [];
  const refusal = refuseRepeatedIds(problems, 'problems') ?? refuseListed(facts, problems, 'problems');
  if (refusal !== undefined) return refusal;
  const known = facts.grounds.find(({ kind, what }) => kind === body.kind && what === body.what);
  if (known === undefined || problems.length > 0) return admit();
  return admit({ keep: false, told: `该依据已于${chineseDate(known.on)}登记，本次登记作为补充记录。` });
}

function refuseListed(facts: ListingFacts, problems: readonly ProblemLine[], field: string): Refusal | undefined {
  const listed = problems
    .map(({ id }) => facts.problems.find((problem) => problem.id === id))
    .find((problem) => problem !== undefined);
  if (listed === undefined) return undefined;
  return refuse(
    'ALREADY_DONE',
    'A-3.7',
    `问题${listed.id}已于${chineseDate(listed.listedOn)}列入问题清单，应使用未用过的编号。`,
    field,
  );
}

function judgeProgress(facts: ListingFacts, act: Act): Verdict {
  const body = act.body as ProblemProgressBody;
  const problem = findProblem(facts, body.problem, act.occurredOn);
  if ('admitted' in problem) return problem;
  if (!body.rectified) return admit({ keep: false });
  if ((body.evidence ?? '').trim() === '')
    return refuse('CONDITIONS_NOT_MET', 'A-3.7', '登记整改完成应同时提交整改佐证，未收到佐证。', 'evidence');
  const verified = lastVerification(problem, act.occurredOn);
  if (verified?.passed !== true) return admit();
  return admit({
    keep: false,
    told: `问题${problem.id}已于${chineseDate(verified.on)}核查销号，本次登记作为补充记录。`,
  });
}

function judgeVerification(facts: ListingFacts, act: Act): Verdict {
  const body = act.body as VerifyProblemBody;
  const problem = findProblem(facts, body.problem, act.occurredOn);
  if ('admitted' in problem) return problem;
  const reports = problem.rectifications.filter(({ on }) => on <= act.occurredOn);
  if (reports.some(({ by }) => isSameOffice(by, act.by))) {
    return refuse(
      'NOT_ALLOWED',
      'A-3.7',
      `问题${problem.id}的整改由本单位登记，应由其他单位核查，不得自行核查销号。`,
      'problem',
    );
  }
  if (body.passed && reports.length === 0) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'A-3.7',
      `问题${problem.id}截至${chineseDate(act.occurredOn)}尚无整改完成的登记和佐证，不能核查通过。`,
      'passed',
    );
  }
  return isRepeated(problem, act.occurredOn, body.passed) ? repeatedVerification(problem) : admit();
}

function findProblem(facts: ListingFacts, id: string, on: CivilDate): ListedProblem | Refusal {
  const problem = facts.problems.find((listed) => listed.id === id);
  if (problem === undefined) return refuse('UNKNOWN_SUBJECT', 'A-3.7', `问题清单中没有编号为${id}的问题。`, 'problem');
  if (on >= problem.listedOn) return problem;
  return refuse(
    'BEFORE_BEGINNING',
    'A-3.7',
    `问题${id}于${chineseDate(problem.listedOn)}列入问题清单，发生日期应不早于该日，收到的是${chineseDate(on)}。`,
    'occurredOn',
  );
}

const lastVerification = (problem: ListedProblem, on: CivilDate): ListedProblem['verifications'][number] | undefined =>
  problem.verifications.filter((verification) => verification.on <= on).at(-1);

/** The same finding twice on one day is one finding; what was verified stays so without being said again. */
function isRepeated(problem: ListedProblem, on: CivilDate, passed: boolean): boolean {
  const last = lastVerification(problem, on);
  return last !== undefined && last.passed === passed && (passed || last.on === on);
}

const repeatedVerification = (problem: ListedProblem): Verdict =>
  admit({ keep: false, told: `问题${problem.id}的同一核查结论已登记，本次登记作为补充记录。` });

const isSameOffice = (one: Actor, other: Actor): boolean => one.office === other.office;
