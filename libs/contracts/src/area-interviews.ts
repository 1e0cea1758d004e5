import { kindOf, territoryOf } from '@duban/policy/base/office';
import { areaInterview } from '@duban/policy/processes/area-interview/area-interview';
import { invitedNames, type AreaInterviewOpening } from '@duban/policy/processes/area-interview/area-interview-acts';
import type { AreaInterview } from '@duban/policy/processes/area-interview/area-interview-facts';
import { areaInterviewOperations } from '@duban/policy/processes/area-interview/area-interview-operations';
import { z } from 'zod';
import { civilDate, description, officeOf, oneOf, reason, surrogateId, text } from './fields';
import { openingFrom, operationGroup } from './operation';

const officeName = officeOf(/^[a-z-]+:\d{2,6}(:[a-z-]+)?$/, '应为单位编号，如 party-committee:1404');
const commitment = surrogateId;

const summon = openingFrom({
  name: 'summon',
  body: z.strictObject({
    office: officeName,
    clause: oneOf({ 'A-3.5': '政策落实不到位或存在突出问题', 'B-3.3': '整改不力、作风不实、推进迟缓' }),
    because: description,
    source: text.optional(),
    invited: z.array(oneOf(invitedNames)).max(2),
    plannedOn: civilDate,
    session: text.optional(),
  }),
  subject: ({ office }) => ({ territory: territoryOf(office), subject: subjectOf(office) }),
  opening: (body, previous): AreaInterviewOpening => ({
    ...body,
    source: body.source ?? null,
    session: body.session ?? null,
    territory: territoryOf(body.office),
    asksCycles: true,
    previous: previous === null ? null : { caseId: previous.caseId, endedOn: previous.endedOn },
  }),
});

const subjectOf = (named: string): string[] => [kindOf(named), ...named.split(':').slice(2)];

/** B-3.3: everything offices can do to an interview of a city, county or department. */
export const areaInterviews = operationGroup<AreaInterview>()({
  rules: areaInterview,
  rows: areaInterviewOperations,
  opening: summon,
  bodies: {
    postpone: z.strictObject({ plannedOn: civilDate, reason }),
    cancel: z.strictObject({ reason }),
    hold: z.strictObject({
      minutes: z.string().trim().min(2, '请填写纪要').max(4000, '不超过 4000 字'),
      attended: z.array(officeName).min(1, '至少一个单位').max(30, '不超过 30 个'),
      commitments: z
        .array(z.strictObject({ id: surrogateId, what: description, due: civilDate }))
        .max(50, '不超过 50 项'),
    }),
    reportCommitment: z.strictObject({ commitment, what: description, evidence: text }),
    verifyCommitment: z.strictObject({ commitment, kept: z.boolean('应为 true 或 false'), note: description }),
    renewCommitment: z.strictObject({ commitment, due: civilDate, reason }),
  },
});
