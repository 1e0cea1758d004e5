import { actsOf } from '../../case/act-order';
import type { KeptActOf } from '../../case/case';
import { condition, type Saying, type Situation } from '../../case/operation';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { chineseDate } from '../../dates/civil-date';
import { dutyRows, type DutyRow } from '../../settings/duty-rows';
import type { DutySheetBodies } from './duty-acts';
import type { DutyRecord, DutySheet, DutySheetFile } from './duty-facts';
import { rowsOn } from './duty-lines';
import { isStruck, type People } from './duty-owers';

const { clause } = dutyRows['misfortune-visit'];

type MisfortuneAct = KeptActOf<Pick<DutySheetBodies, 'misfortune'>>;

/** Clause C-3.6: what has befallen cadres, without what was recorded by mistake. */
export function misfortunesOf({ acts }: Pick<DutySheetFile, 'acts'>): MisfortuneAct[] {
  const takenBack = new Set(actsOf(acts, 'takeBack').map(({ body }) => body.entry));
  return actsOf(acts, 'misfortune').filter(({ sequence }) => !takenBack.has(sequence));
}

/** The sheet that keeps the visits owed for it. */
export const keepsMisfortunes = condition<Situation<DutySheet>>('NOT_ALLOWED', ({ file, facts }) =>
  rowsOn(file.opening, facts.settings).some(({ row }) => (row as DutyRow).occasions === 'misfortunes')
    ? undefined
    : '重大变故和突发重大疾病登记在县的年度履职台账，本台账不受理。',
);

/** Clause C-3.6: who is on post on the day, sent by the unit that says so, and once. */
export function judgeMisfortune({
  file,
  facts: { people, span },
  body: { cadre },
  by,
  on,
}: Saying<DutySheet, 'misfortune'>): Admission | FieldRefusal {
  if (on < span.from || span.to < on) {
    const words = `发生日期应在本期督办的${chineseDate(span.from)}至${chineseDate(span.to)}之间，收到的是${chineseDate(on)}。`;
    return refuse('OUT_OF_RANGE', clause, words, 'occurredOn');
  }
  const known = people.cadres.filter((entry) => entry.cadre === cadre);
  const isFound = known.some((entry) => isStruck(entry, { cadre, on, by: by.office }));
  if (known.length > 0 && !isFound) {
    const isOther = known.some((entry) => isStruck(entry, { cadre, on, by: 'system' }));
    const whose = isOther ? '不是本单位派出的驻村干部' : `${chineseDate(on)}不在本县在岗花名册中`;
    return refuse('UNKNOWN_SUBJECT', clause, `〔${cadre}〕${whose}，请核对编号，或先办理任职登记。`, 'cadre');
  }
  const isKnown = misfortunesOf(file).some((one) => one.body.cadre === cadre && one.occurredOn === on);
  return isKnown
    ? refuse(
        'ALREADY_DONE',
        clause,
        `〔${cadre}〕${chineseDate(on)}的变故已登记，探望慰问按原登记的期限办理。`,
        'cadre',
      )
    : admit(isFound ? {} : { told: readAgain(cadre) });
}

const readAgain = (cadre: string): string =>
  `在岗花名册中没有〔${cadre}〕，已登记并重新核对花名册；仍不在册的，将通知贵单位更正。`;

/** Said of somebody who is not on the roster: he may have come since it was read. */
export const befallenStrangers = ({ cadres, misfortunes }: People): DutyRecord[] =>
  misfortunes
    .filter((misfortune) => !cadres.some((entry) => isStruck(entry, misfortune)))
    .map(({ cadre, entry, on, by }) => ({ entry, line: 0, on, by, body: { duty: 'misfortune-visit', ower: cadre } }));
