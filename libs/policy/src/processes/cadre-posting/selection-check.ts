import { completedYears, isAfter, type CivilDate } from '../../dates/civil-date';
import type { Settings } from '../../settings/policy-set';
import { assessmentFindings, type AssessedCareer, type PendingGrade, type SelectionFinding } from './assessment-check';

/** Clause C-2.1: levels a cadre is sent from. */
export const senderLevels = { central: '中央', province: '省派', city: '市派', county: '县派' } as const;
export type SenderLevel = keyof typeof senderLevels;

/** Clauses C-2.1 and C-3.3: roles on post. */
export const postingRoles = {
  'first-secretary': '驻村第一书记',
  'team-leader': '工作队队长',
  member: '工作队队员',
} as const;
export type PostingRole = keyof typeof postingRoles;

/** Clause C-2.1: educations, from the lowest to the highest. */
export const educations = {
  'below-secondary': '中专以下',
  secondary: '中专',
  college: '大专',
  bachelor: '本科',
  master: '硕士',
  doctor: '博士',
} as const;
export type Education = keyof typeof educations;

/** Clause C-2.1: what is checked of a person before going on post. */
export interface SelectionSubject extends AssessedCareer {
  role: PostingRole;
  senderLevel: SenderLevel;
  bornOn: CivilDate;
  education: Education;
  /** 身份 as found by the check before posting; missing while nobody has looked. */
  identity?: 'ok' | 'not-ok' | undefined;
}

/** Failures stand against the person; flags only ask the office to look. */
export interface SelectionResult {
  passed: boolean;
  failures: SelectionFinding[];
  flags: SelectionFinding[];
  /** A grade that is still to be handed in. */
  pending?: PendingGrade;
}

/** As it is answered to who posts or proposes somebody: plain data. */
export const selectionAnswer = ({ passed, failures, flags }: SelectionResult) => ({
  passed,
  failures: failures.map((finding) => ({ ...finding })),
  flags: flags.map((finding) => ({ ...finding })),
});

const clause = 'C-2.1';

const requiredEducation = {
  central: 'college',
  province: 'college',
  city: 'college',
  county: 'secondary',
} as const satisfies Record<SenderLevel, Education>;

/** Clause C-2.1: annual assessments as far as they are known on a day, age on the posting date, education by sender level, and 身份. */
export function selectionCheck(
  subject: SelectionSubject,
  on: CivilDate,
  settings: Settings,
  knownOn: CivilDate = on,
): SelectionResult {
  const assessed = assessmentFindings(subject, on, settings, knownOn);
  const failures = [
    ...assessed.failures,
    ...ageFailures(subject, on, settings),
    ...educationFailures(subject),
    ...identityFailures(subject),
  ];
  return {
    passed: failures.length === 0,
    failures,
    flags: [...assessed.flags, ...identityFlags(subject)],
    ...(assessed.pending !== undefined && { pending: assessed.pending }),
  };
}

function ageFailures({ role, bornOn }: SelectionSubject, on: CivilDate, settings: Settings): SelectionFinding[] {
  const limit = role === 'team-leader' ? Math.min(settings.maximumLeaderAge, settings.maximumAge) : settings.maximumAge;
  if (isAfter(bornOn, on) || completedYears(bornOn, on) > limit) {
    return [{ clause, what: `${postingRoles[role]}任职之日年龄应不超过${limit}周岁` }];
  }
  return [];
}

function educationFailures({ senderLevel, education }: SelectionSubject): SelectionFinding[] {
  const required = requiredEducation[senderLevel];
  if (educationRank(education) >= educationRank(required)) return [];
  return [
    {
      clause,
      what: `${senderLevels[senderLevel]}驻村干部须${educations[required]}以上学历，实为${educations[education]}`,
    },
  ];
}

const educationRank = (education: Education): number => Object.keys(educations).indexOf(education);

const identityFailures = ({ identity }: SelectionSubject): SelectionFinding[] =>
  identity === 'not-ok' ? [{ clause, what: '身份不符合选派要求' }] : [];

const identityFlags = ({ identity }: SelectionSubject): SelectionFinding[] =>
  identity === undefined ? [{ clause, what: '身份尚未审核' }] : [];
