import { isWithin, kindOf, levelOf, territoryOf, type Level } from '../../base/office';
import { admit, refuse, type Admission, type Refusal } from '../../base/verdict';
import { condition, office, type Beginning, type OpeningRow } from '../../case/operation';
import { ofOwnUnit } from '../../case/whose';
import { chineseDate, isAfter, isBefore } from '../../dates/civil-date';
import { settingsOf } from '../../settings/policy-set';
import type { PostingOpening } from './posting-acts';
import { preCheckFlags } from './pre-check';
import { selectionAnswer, selectionCheck, senderLevels, type SenderLevel } from './selection-check';

const clause = 'C-2.1';
type Begun = Beginning<PostingOpening>;

const ofOwnTerritory = condition<Begun>('NOT_ALLOWED', ({ opening: { village }, by: { office: asking } }) =>
  kindOf(asking) !== 'stationing-office' || isWithin(village, territoryOf(asking))
    ? undefined
    : `驻村办只能办理本地区的选派，收到的是〔${village}〕。`,
);

/** C-2.1: a unit posts its own; a stationing office whoever goes to a village of its territory. */
export const postingOpenings = {
  post: {
    clause,
    title: '选派驻村干部（含选派审核）',
    by: [office('dispatching-unit'), office('stationing-office')],
    own: [ofOwnUnit<Begun>(({ opening }) => opening.unit), ofOwnTerritory],
    judge: (begun) => refuseDates(begun) ?? refuseSubject(begun.opening) ?? admitChecked(begun),
  },
} satisfies Record<string, OpeningRow<PostingOpening>>;

function refuseDates({ opening, openedOn, today }: Begun): Refusal | undefined {
  const { postedOn, bornOn, annualAssessments } = opening;
  if (isAfter(postedOn, today)) {
    const words = `任职日期不得晚于今天（${chineseDate(today)}），填报为${chineseDate(postedOn)}`;
    return refuse('FUTURE_DATE', clause, words, 'postedOn');
  }
  if (isBefore(openedOn, postedOn)) {
    const words = `登记事项不得早于任职之日（${chineseDate(postedOn)}），填报为${chineseDate(openedOn)}`;
    return refuse('BEFORE_BEGINNING', clause, words, 'postedOn');
  }
  if (!isBefore(bornOn, postedOn)) return refuse('INVALID_INPUT', clause, '出生日期应早于任职日期', 'bornOn');
  const years = annualAssessments.map(({ year }) => year);
  if (new Set(years).size < years.length)
    return refuse('INVALID_INPUT', clause, '同一年度的考核等次只能填报一次', 'annualAssessments');
  if (years.some((year) => year > Number(postedOn.slice(0, 4))))
    return refuse('INVALID_INPUT', clause, '年度考核的年份不得晚于任职年份', 'annualAssessments');
  return undefined;
}

const unitLevels: Record<SenderLevel, Level> = {
  central: 'province',
  province: 'province',
  city: 'city',
  county: 'county',
};

function refuseSubject({ village, unit, senderLevel, previousOpen }: PostingOpening): Refusal | undefined {
  if (levelOf(village) !== 'village') return refuse('INVALID_INPUT', clause, '应为 12 位村级行政区划代码', 'village');
  if (kindOf(unit) !== 'dispatching-unit')
    return refuse('INVALID_INPUT', clause, '派出单位编号应为 dispatching-unit:<区划代码>:<单位>', 'unit');
  if (levelOf(territoryOf(unit)) !== unitLevels[senderLevel]) {
    const words = `选派层级为${senderLevels[senderLevel]}，与派出单位所在层级不符`;
    return refuse('INVALID_INPUT', clause, words, 'senderLevel');
  }
  if (senderLevel !== 'central' && !isWithin(village, territoryOf(unit)))
    return refuse('INVALID_INPUT', clause, '所驻村应在派出单位的行政区域内', 'village');
  return typeof previousOpen === 'string'
    ? refuse('WRONG_STAGE', clause, '该干部在本乡镇的上一任职尚未结束', 'cadreId')
    : undefined;
}

function admitChecked({ opening, openedOn, policy }: Begun): Admission {
  const { postedOn } = opening;
  const checked = selectionCheck(opening, postedOn, settingsOf(policy), openedOn);
  const flags = [...checked.flags, ...preCheckFlags(opening, opening.village, postedOn)];
  const answer = selectionAnswer({ ...checked, flags });
  const told = `选派审核未通过，应由同级驻村办召回：${answer.failures.map(({ what }) => what).join('；')}`;
  return admit(answer.passed ? { answer } : { answer, told });
}
