import { kindOf, officeKindName, type OfficeId } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, type DayBound, type Saying, type Situation } from '../../case/operation';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import { handlingPathOf } from './ladder-facts';
import { handlingDecisions, handlingPaths, type HandlingPath } from './posting-acts';
import type { Posting, PostingFacts } from './posting-facts';

const clause = 'C-3.7';
type Now = Situation<Posting>;
type Said = Saying<Posting, 'organizationalHandling'>;

/** 由派出单位召回，并给予组织处理; 责成派出单位严肃处理; interviewed twice: the organization department, which the clause leaves open (OBLIGATIONS D2). */
const pathsOf = (office: OfficeId): readonly HandlingPath[] =>
  kindOf(office) === 'dispatching-unit' ? ['absence', 'misconduct'] : ['ranking'];

interface Call {
  on: CivilDate;
  handledOn?: CivilDate;
}

const callsOn = (facts: PostingFacts, office: OfficeId): Call[] =>
  pathsOf(office)
    .flatMap((path) => callsForHandling(facts, path))
    .sort((a, b) => (a.on < b.on ? -1 : 1));

export const calledFor = condition<Now>('CONDITIONS_NOT_MET', ({ facts, by: { office } }) => {
  const names = pathsOf(office)
    .map((path) => handlingPaths[path])
    .join('、');
  return callsOn(facts, office).length > 0 ? undefined : `没有因${names}应由本单位给予组织处理的事项。`;
});

export const sinceCall = ({ facts, by: { office } }: Now): DayBound | undefined => {
  const [first] = callsOn(facts, office);
  return first === undefined ? undefined : { on: first.on, what: '应予组织处理之日', code: 'CONDITIONS_NOT_MET' };
};

const handledAbsence = ({ facts }: Pick<Now, 'facts'>): CivilDate | undefined =>
  facts.handlings.flatMap(({ path, handledOn }) => (path === 'absence' ? (handledOn ?? []) : [])).at(-1);

/** OBLIGATIONS D15: taken back is what was decided, as long as nobody has been recalled by it. */
export const hasHandledAbsence = condition<Now>('WRONG_STAGE', (now) =>
  handledAbsence(now) === undefined ? '没有因无故脱岗作出的组织处理，没有可撤回的。' : undefined,
);
export const notRecalledYet = condition<Now>('WRONG_STAGE', ({ facts: { recall } }) =>
  recall === null ? undefined : `已于${chineseDate(recall.on)}召回，组织处理不再撤回。`,
);
export const sinceHandled = (now: Now): DayBound | undefined => {
  const on = handledAbsence(now);
  return on === undefined ? undefined : { on, what: '作出组织处理之日' };
};

/** Clause C-3.7: organizational handling answers what called for it, by the office that owes it. */
export function judgeHandling(said: Said): Admission | FieldRefusal {
  const {
    facts,
    body,
    by: { office },
    on,
  } = said;
  const path = handlingPathOf(body, office);
  if (!pathsOf(office).includes(path)) {
    const owner = path === 'ranking' ? '党委组织部' : '派出单位';
    const words = `因${handlingPaths[path]}的组织处理应由${owner}作出，当前单位是${officeKindName(office)}。`;
    return refuse('NOT_ALLOWED', clause, words, 'path');
  }
  const last = callsForHandling(facts, path)
    .filter((call) => call.on <= on)
    .at(-1);
  if (last === undefined) {
    const words = `截至${chineseDate(on)}没有因${handlingPaths[path]}应予组织处理的事项`;
    return refuse('CONDITIONS_NOT_MET', clause, words, 'path');
  }
  return last.handledOn === undefined
    ? (refuseNone(said, path) ?? admit())
    : admit({ keep: false, told: `已于${chineseDate(last.handledOn)}作出组织处理，本次登记作为补充记录` });
}

/** Clause C-3.7: misconduct is ordered anew each time; on the ladders what waits for a notice calls for nothing yet. */
const callsForHandling = (facts: PostingFacts, path: HandlingPath): Call[] =>
  path === 'misconduct'
    ? facts.misconducts.map(({ occurredOn }) => ({ on: occurredOn }))
    : facts.handlings
        .filter((duty) => duty.path === path && duty.cancelledOn === undefined)
        .flatMap(({ calledOn, handledOn }) =>
          calledOn === null ? [] : [{ on: calledOn, ...(handledOn !== undefined && { handledOn }) }],
        );

/** Clause C-3.7: 并给予组织处理 leaves open which, not whether; 视情节 leaves both open. */
function refuseNone({ facts: { settings }, body: { decision } }: Said, path: HandlingPath): FieldRefusal | undefined {
  if (decision !== 'none' || path !== 'absence' || settings.absenceHandlingMayBeNone) return undefined;
  const { none, ...others } = handlingDecisions;
  const expected = Object.values(others).join('、');
  const words = `无故脱岗${settings.absencesForRecall}次及以上的应给予组织处理，处理方式应为${expected}之一，填报为“${none}”`;
  return refuse('CONDITIONS_NOT_MET', clause, words, 'decision');
}
