import { assessedYears, assessmentGrades } from '@duban/policy/processes/cadre-posting/assessment-check';
import {
  educations,
  selectionCheck,
  senderLevels,
  type SelectionSubject,
} from '@duban/policy/processes/cadre-posting/selection-check';
import { completedYears, type CivilDate } from '@duban/policy/dates/civil-date';
import type { Settings } from '@duban/policy/settings/policy-set';

/** One condition of the selection check (C-2.1), as it was found for a person. */
export interface Condition {
  title: string;
  found: string;
  state: 'met' | 'unmet' | 'open';
  why: string | null;
}

/** The conditions one by one: each is put to the policy's own check with everything else in order. */
export function conditionsOf(subject: SelectionSubject, on: CivilDate, settings: Settings): Condition[] {
  const { annualAssessments, careerBegan, bornOn, education, identity, role, senderLevel } = subject;
  const sound: SelectionSubject = {
    ...{
      role: 'member',
      senderLevel: 'county',
      bornOn: `${Number(on.slice(0, 4)) - 30}-01-01`,
      education: 'doctor',
      identity: 'ok',
    },
    annualAssessments: assessedYears(on, settings).map((year) => ({ year, grade: 'competent' as const })),
  };
  const judge = (title: string, found: string, own: Partial<SelectionSubject>): Condition => {
    const { failures, flags } = selectionCheck({ ...sound, ...own }, on, settings);
    const state = failures.length > 0 ? 'unmet' : flags.length > 0 ? 'open' : 'met';
    return { title, found, state, why: [...failures, ...flags].map(({ what }) => what).join('；') || null };
  };
  const grades = [...annualAssessments]
    .sort((a, b) => b.year - a.year)
    .map(({ year, grade }) => `${year}年${assessmentGrades[grade]}`);
  const limit = role === 'team-leader' ? Math.min(settings.maximumLeaderAge, settings.maximumAge) : settings.maximumAge;
  return [
    judge(`近${settings.annualAssessments}年年度考核称职以上`, grades.join('、') || '未填报', {
      annualAssessments,
      careerBegan,
    }),
    judge(`任职之日不超过${limit}周岁`, `${completedYears(bornOn, on)}周岁`, { bornOn, role }),
    judge('学历', `${senderLevels[senderLevel]}，${educations[education]}`, { education, senderLevel }),
    judge('身份符合选派要求', identity === 'ok' ? '符合' : identity === 'not-ok' ? '不符合' : '尚未审核', { identity }),
  ];
}

export const conditionWords = { met: '符合', unmet: '不符合', open: '需核实' } as const;
