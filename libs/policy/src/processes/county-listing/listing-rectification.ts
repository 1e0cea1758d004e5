import { cityOf, levelOf, officeId, territoryOf } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import type { Actor } from '../../case/case';
import { condition, type DayBound, type Saying, type Situation } from '../../case/operation';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import type { Listing, ListingFacts, ListingFile } from './listing-facts';
import type { ListedProblem } from './listing-problems';

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
export function judgeProgress({ facts, body, on }: Saying<Listing, 'problemProgress'>): Admission | FieldRefusal {
  const problem = findProblem(facts, body.problem, on);
  if ('admitted' in problem) return problem;
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

/** RULES 2.grounds [D listing-verifier]: verified by the city, never by who did the work, as an office or a person; where that was the city, by the province. */
export const bySomebodyElse = condition<Now>('NOT_ALLOWED', ({ facts: { problems }, file, by }) => {
  if (isOfProvince(by))
    return problems.some(({ rectifications }) => rectifications.some((done) => isOfCity(done.by, file)))
      ? undefined
      : '问题整改由市级核查；只有由市级登记整改的问题才由省级核查，目前没有。';
  return problems.length === 0 || problems.some((problem) => mayVerifyOnce(problem, by))
    ? undefined
    : '问题清单中的整改均由本单位（本人）登记，应由其他单位核查，不得自行核查销号。';
});

export function judgeVerification(saying: Saying<Listing, 'verifyProblem'>): Admission | FieldRefusal {
  const { facts, file, body, by, on } = saying;
  const problem = findProblem(facts, body.problem, on);
  if ('admitted' in problem) return problem;
  const reports = problem.rectifications.filter((report) => report.on <= on);
  const others = refuseWrongVerifier(problem.id, reports, { file, by });
  if (others !== undefined) return others;
  if (body.passed && reports.length === 0) {
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
  id: string,
  reports: ListedProblem['rectifications'],
  { file, by }: { file: ListingFile; by: Actor },
): FieldRefusal | undefined {
  if (reports.some((report) => isSame(report.by, by)))
    return refuse(
      'NOT_ALLOWED',
      clause,
      `问题${id}的整改由本单位（本人）登记，应由其他单位核查，不得自行核查销号；由市级登记的，请报省级核查。`,
      'problem',
    );
  if (!isOfProvince(by) || reports.some((report) => isOfCity(report.by, file))) return undefined;
  return refuse('NOT_ALLOWED', clause, `问题${id}的整改不是由市级登记的，应由市级核查。`, 'problem');
}

const isOfProvince = ({ office }: Actor): boolean => levelOf(territoryOf(office)) === 'province';

const isOfCity = ({ office }: Actor, { opening }: ListingFile): boolean =>
  office === officeId('leading-group-office', cityOf(opening.county));

const isSame = (one: Actor, other: Actor): boolean =>
  one.office === other.office || (one.person !== undefined && one.person === other.person);

/** On some day since it was listed they had not yet reported it as put right themselves. */
const mayVerifyOnce = ({ rectifications, listedOn }: ListedProblem, by: Actor): boolean =>
  rectifications.every((report) => report.on > listedOn || !isSame(report.by, by));

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
