import { isWithin, levelOf, officeKindName, territoryOf } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import type { Actor } from '../../case/case';
import { condition, type DayBound, type Saying, type Situation } from '../../case/operation';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import type { Listing, ListingFacts } from './listing-facts';
import type { ListedProblem } from './listing-problems';
import { couldVerify, putsNothingRight, reportedIt, verifierNames, verifiersOf } from './listing-verifiers';

const clause = 'A-3.7';
type Now = Situation<Listing>;

/** Clause: there is a problem on the list, from the day the first was listed. */
export const ofProblem = {
  when: [
    condition<Now>('UNKNOWN_SUBJECT', ({ facts: { problems } }) =>
      problems.length > 0 ? undefined : '问题清单中目前没有问题，请先增列。',
    ),
  ],
  since: ({ facts: { problems } }: Now): DayBound | undefined => {
    const [first] = problems.map(({ listedOn }) => listedOn).sort();
    return first === undefined ? undefined : { on: first, what: '首个问题列入问题清单之日' };
  },
};

/** Clause: put right with evidence, and reported so. */
export function judgeProgress(saying: Saying<Listing, 'problemProgress'>): Admission | FieldRefusal {
  const { facts, body, on } = saying;
  const problem = findProblem(facts, body.problem, on);
  if ('admitted' in problem) return problem;
  const stranger = refuseStranger(saying);
  if (stranger !== undefined) return stranger;
  if (!body.rectified) return admit({ keep: false });
  if ((body.evidence ?? '').trim() === '')
    return refuse('CONDITIONS_NOT_MET', clause, '登记整改完成应同时提交整改佐证，未收到佐证。', 'evidence');
  const verified = lastVerification(problem, on);
  if (verified?.passed !== true) return admit();
  return admit({
    keep: false,
    told: `问题${problem.id}已于${chineseDate(verified.on)}核查销号，本次登记作为补充记录。`,
  });
}

/** The work was done by an office of the county or above it, and not by one that only looks. */
function refuseStranger({ file: { opening }, body: { rectifiedBy } }: Saying<Listing, 'problemProgress'>) {
  if (rectifiedBy === undefined) return undefined;
  const place = territoryOf(rectifiedBy);
  const isConcerned = isWithin(place, opening.county) || isWithin(opening.county, place);
  if (isConcerned && !putsNothingRight(rectifiedBy)) return undefined;
  const words = isConcerned ? '专项巡查组只督导、核查，不承担整改' : `收到的单位不在〔${opening.county}〕及其上级`;
  return refuse('INVALID_INPUT', clause, `实施整改的单位应是该县或其上级的单位：${words}。`, 'rectifiedBy');
}

/** RULES 2.grounds: verified by the city, never by who did the work; where that was the city, by the province. */
export const bySomebodyElse = condition<Now>('NOT_ALLOWED', ({ facts: { problems }, by }) => {
  if (problems.length === 0 || problems.some((problem) => couldVerify(problem, by))) return undefined;
  return isOfProvince(by)
    ? '问题整改由市级核查；只有由市级实施整改的问题才由省级核查，目前没有。'
    : '问题清单中的整改均由本级实施或由本人登记，应由他人核查，不得自行核查销号。';
});

export function judgeVerification(saying: Saying<Listing, 'verifyProblem'>): Admission | FieldRefusal {
  const { facts, body, on } = saying;
  const problem = findProblem(facts, body.problem, on);
  if ('admitted' in problem) return problem;
  const others = refuseWrongVerifier(problem, saying);
  if (others !== undefined) return others;
  if (body.passed && !problem.rectifications.some((report) => report.on <= on)) {
    return refuse(
      'CONDITIONS_NOT_MET',
      clause,
      `问题${problem.id}截至${chineseDate(on)}尚无整改完成的登记和佐证，不能核查通过。`,
      'passed',
    );
  }
  return isRepeated(problem, on, body.passed)
    ? admit({ keep: false, told: `问题${problem.id}的同一核查结论已登记，本次登记作为补充记录。` })
    : admit();
}

function refuseWrongVerifier(
  problem: ListedProblem,
  { by, on }: Saying<Listing, 'verifyProblem'>,
): FieldRefusal | undefined {
  if (!verifiersOf(problem, on).some((office) => office === by.office))
    return refuse(
      'NOT_ALLOWED',
      clause,
      `问题${problem.id}应由${verifierNames(problem, on)}核查，实施整改的单位不得自行核查销号；当前单位是${officeKindName(by.office)}。`,
      'problem',
    );
  if (!reportedIt(problem, by, on)) return undefined;
  return refuse(
    'NOT_ALLOWED',
    clause,
    `问题${problem.id}的整改由本人登记，应由他人核查，不得自行核查销号。`,
    'problem',
  );
}

const isOfProvince = ({ office }: Actor): boolean => levelOf(territoryOf(office)) === 'province';

function findProblem(facts: ListingFacts, id: string, on: CivilDate): ListedProblem | FieldRefusal {
  const problem = facts.problems.find((listed) => listed.id === id);
  if (problem === undefined) return refuse('UNKNOWN_SUBJECT', clause, `问题清单中没有编号为${id}的问题。`, 'problem');
  if (on >= problem.listedOn) return problem;
  return refuse(
    'BEFORE_BEGINNING',
    clause,
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
