import { grouped } from '../../base/grouped';
import { territoryOf } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { actsOf } from '../../case/act-order';
import type { LedgerRecord } from '../../case/case';
import { condition, type Saying, type Situation } from '../../case/operation';
import { chineseDate, monthOf, type CivilDate } from '../../dates/civil-date';
import type { Settings } from '../../settings/policy-set';
import type { PostingFile } from './ladder-facts';
import { vacancyWords } from './posting-days';
import { villageOn, type Posting, type PostingFacts } from './posting-facts';

/** OBLIGATIONS D9: how a village's party secretary marks a day; leave and absence without cause have operations of their own. */
export const attendanceMarks = {
  'on-post': '在岗',
  business: '因公外出',
  training: '参加培训',
  rest: '休息',
} as const;
export type AttendanceMark = keyof typeof attendanceMarks;

/** A day of a cadre as it was marked; a night belongs to the day it begins on. */
export type MarkedDay = { on: CivilDate; mark: AttendanceMark; night: boolean };

/** Clause C-3.1: some days of a cadre, marked by the secretary of the village he was in. */
export interface AttendanceBody {
  days: { on: CivilDate; mark: AttendanceMark; night?: boolean | undefined }[];
}

/** Is it a day of 实际在岗? Ordered business and training count where the office has not chosen otherwise (`businessCounts`). */
export const countsAsOnPost = (
  { mark }: Pick<MarkedDay, 'mark'>,
  { businessCounts }: Pick<Settings, 'businessCounts'>,
): boolean => mark === 'on-post' || (mark !== 'rest' && businessCounts);

/** The days as marked last; a day without cause off post is none. */
function markedDays({ acts }: PostingFile, { absences }: Pick<PostingFacts, 'absences'>): MarkedDay[] {
  const marked = new Map<CivilDate, MarkedDay>();
  for (const { body } of [...actsOf(acts, 'attendance')].sort((a, b) => a.sequence - b.sequence))
    for (const { on, mark, night } of body.days) marked.set(on, { on, mark, night: night === true });
  for (const { on } of absences) marked.delete(on);
  return [...marked.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** OBLIGATIONS D3: whoever moved on before his first day was over has no day there that could be marked. */
export const hadDays = condition<Situation<Posting>>('WRONG_STAGE', ({ facts: { stays, vacancy }, by: { office } }) =>
  stays.some(
    ({ village, from, to = from }) =>
      village === territoryOf(office) && from <= to && from <= (vacancy === null ? from : vacancy.on),
  )
    ? undefined
    : '该干部在本村没有在岗的日子，考勤由其任职的村登记。',
);

/** Clause C-3.1: 日常考勤, each day in the village and at the time the cadre was there, none twice and none to come. */
export function judgeAttendance({ facts, body, by, on }: Saying<Posting, 'attendance'>): Admission | FieldRefusal {
  const seen = new Set<CivilDate>();
  for (const [index, day] of body.days.entries()) {
    const wrong = faultOfDay(facts, day, { village: territoryOf(by.office), until: on, seen });
    if (wrong !== undefined) return refuse(wrong.code, 'C-3.1', wrong.words, `days.${index}.on`);
    seen.add(day.on);
  }
  return admit({ answer: { days: body.days.length } });
}

type Fault = { code: FieldRefusal['code']; words: string };

function faultOfDay(
  facts: PostingFacts,
  { on, mark }: AttendanceBody['days'][number],
  { village, until, seen }: { village: string; until: CivilDate; seen: ReadonlySet<CivilDate> },
): Fault | undefined {
  const came = `收到的是${chineseDate(on)}`;
  if (on > until)
    return { code: 'FUTURE_DATE', words: `考勤的日期应不晚于登记之日（${chineseDate(until)}），${came}。` };
  if (on < facts.openedOn)
    return {
      code: 'BEFORE_BEGINNING',
      words: `考勤的日期应不早于任职之日（${chineseDate(facts.openedOn)}），${came}。`,
    };
  const { vacancy } = facts;
  if (vacancy !== null && on > vacancy.on) {
    const words = `该干部已于${chineseDate(vacancy.on)}${vacancyWords(vacancy)}，此后没有考勤，${came}。`;
    return { code: 'EXPIRED', words };
  }
  if (seen.has(on)) return { code: 'INVALID_INPUT', words: `${chineseDate(on)}重复填写，每天只填一次。` };
  const there = villageOn(facts, on);
  if (there !== village)
    return {
      code: 'NOT_ALLOWED',
      words: `该干部${chineseDate(on)}在〔${there}〕任职，当日考勤应由该村党组织书记登记。`,
    };
  const isAbsent = mark !== 'rest' && facts.absences.some((absence) => absence.on === on);
  return isAbsent
    ? { code: 'CONDITIONS_NOT_MET', words: `${chineseDate(on)}已登记无故脱岗，不能再登记为在岗；补假由乡镇党委办理。` }
    : undefined;
}

/** One row for each month and village, so that who counts days on post reads them by posting. */
export function attendanceRecords(file: PostingFile, facts: PostingFacts): LedgerRecord[] {
  const keyOf = ({ on }: MarkedDay): string => `attendance/${monthOf(on)}/${villageOn(facts, on)}`;
  return [...grouped(markedDays(file, facts), keyOf)].map(([key, days]) => {
    const [, period = '', territory = ''] = key.split('/');
    const on = days.at(-1)?.on ?? facts.openedOn;
    const body = { cadre: facts.opening.cadreId, days };
    const owner = `village-party-secretary:${territory}`;
    return { table: 'register', key, row: { kind: 'attendance', territory, period, owner, on, state: 'marked', body } };
  });
}
