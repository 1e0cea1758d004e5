import { kindOf, officeKindName, type OfficeId } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, type DayBound, type Saying, type Situation } from '../../case/operation';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import { handlingPathOf } from './ladder-facts';
import { handlingPaths, type HandlingPath } from './posting-acts';
import type { Posting, PostingFacts } from './posting-facts';

const clause = 'C-3.7';
type Now = Situation<Posting>;

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

/** Clause C-3.7: organizational handling answers what called for it, by the office that owes it. */
export function judgeHandling({
  facts,
  body,
  by: { office },
  on,
}: Saying<Posting, 'organizationalHandling'>): Admission | FieldRefusal {
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
    ? admit()
    : admit({ keep: false, told: `已于${chineseDate(last.handledOn)}作出组织处理，本次登记作为补充记录` });
}

function callsForHandling(facts: PostingFacts, path: HandlingPath): Call[] {
  switch (path) {
    case 'absence':
      return facts.absence.recalls
        .filter(({ cancelledOn }) => cancelledOn === undefined)
        .flatMap(({ readyOn, handledOn }) =>
          readyOn === null ? [] : [{ on: readyOn, ...(handledOn !== undefined && { handledOn }) }],
        );
    case 'ranking':
      return facts.ranking.rounds.map(({ calledOn, handledOn }) => ({
        on: calledOn,
        ...(handledOn !== undefined && { handledOn }),
      }));
    case 'misconduct':
      return facts.misconducts.map(({ occurredOn }) => ({ on: occurredOn }));
  }
}
