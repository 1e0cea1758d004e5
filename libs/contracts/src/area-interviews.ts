import type {
  AreaInterviewOpening,
  CancelAreaInterviewBody,
  HoldAreaInterviewBody,
  PostponeBody,
  RenewCommitmentBody,
  ReportCommitmentBody,
  SummonBody,
  VerifyCommitmentBody,
} from '@duban/policy/processes/area-interview/area-interview-acts';
import { kindOf, territoryOf } from '@duban/policy/base/office';
import { z } from 'zod';
import { civilDate, description, oneOf, reason, surrogateId, text } from './fields';
import { office, type Opening, type Operation, type OperationGroup, type PreviousCase } from './operation';

const province = [office('leading-group-office', 'province'), office('province-group', 'province')];
/** Who was interviewed answers for what it committed itself to. */
const interviewed = [
  ...(['party-committee', 'leading-group-office'] as const).flatMap((kind) => [
    office(kind, 'city'),
    office(kind, 'county'),
  ]),
  ...(['department', 'revitalization-bureau', 'organization-department'] as const).map((kind) =>
    office(kind, 'province'),
  ),
];

const officeName = z.string().regex(/^[a-z-]+:\d{2,6}(:[a-z-]+)?$/, '应为单位编号，如 party-committee:1404');
const commitment = surrogateId;

const summon: Opening = {
  clause: 'A-3.5',
  summary: '决定约谈市、县或省直部门（同一单位上次约谈未办结的，不另行约谈）',
  by: province,
  body: z.strictObject({
    office: officeName,
    clause: oneOf({ 'A-3.5': '政策落实不到位或存在突出问题', 'B-3.3': '整改不力、作风不实、推进迟缓' }),
    because: description,
    source: text.optional(),
    invited: z.array(oneOf({ 'discipline-commission': '省纪委监委', 'organization-department': '省委组织部' })).max(2),
    plannedOn: civilDate,
    session: text.optional(),
  }) satisfies z.ZodType<SummonBody>,
  subject: (body: SummonBody) => ({
    territory: territoryOf(body.office),
    subject: subjectOf(body.office),
    numbered: true,
  }),
  opening: (body: SummonBody, previous) => openingOf(body, previous),
};

const subjectOf = (named: string): string[] => [kindOf(named), ...named.split(':').slice(2)];

function openingOf(body: SummonBody, previous: PreviousCase | null) {
  return {
    ...body,
    source: body.source ?? null,
    session: body.session ?? null,
    territory: territoryOf(body.office),
    asksCycles: true,
    previous: previous === null ? null : { caseId: previous.caseId, endedOn: previous.endedOn },
  } satisfies AreaInterviewOpening;
}

const operations = {
  postpone: {
    clause: 'A-3.5',
    summary: '约谈改期（说明理由）',
    by: province,
    body: z.strictObject({ plannedOn: civilDate, reason }) satisfies z.ZodType<PostponeBody>,
  },
  cancel: {
    clause: 'A-3.5',
    summary: '取消约谈（说明理由）',
    by: province,
    body: z.strictObject({ reason }) satisfies z.ZodType<CancelAreaInterviewBody>,
  },
  hold: {
    clause: 'A-3.5',
    summary: '登记约谈纪要、参加单位和承诺事项（各有期限）',
    by: province,
    body: z.strictObject({
      minutes: z.string().trim().min(2, '请填写纪要').max(4000, '不超过 4000 字'),
      attended: z.array(officeName).min(1, '至少一个单位').max(30, '不超过 30 个'),
      commitments: z
        .array(z.strictObject({ id: surrogateId, what: description, due: civilDate }))
        .max(50, '不超过 50 项'),
    }) satisfies z.ZodType<HoldAreaInterviewBody>,
  },
  reportCommitment: {
    clause: 'A-3.5',
    summary: '报告承诺事项已兑现（附佐证）',
    by: [...interviewed, ...province],
    body: z.strictObject({ commitment, what: description, evidence: text }) satisfies z.ZodType<ReportCommitmentBody>,
  },
  verifyCommitment: {
    clause: 'A-3.5',
    summary: '核实承诺事项是否兑现',
    by: province,
    body: z.strictObject({
      commitment,
      kept: z.boolean('应为 true 或 false'),
      note: description,
    }) satisfies z.ZodType<VerifyCommitmentBody>,
  },
  renewCommitment: {
    clause: 'A-3.5',
    summary: '对逾期或未兑现的承诺事项重新限期（原期限保留）',
    by: province,
    body: z.strictObject({ commitment, due: civilDate, reason }) satisfies z.ZodType<RenewCommitmentBody>,
  },
} as const satisfies Record<string, Operation>;

/** B-3.3: everything offices can do to an interview of a city, county or department. */
export const areaInterviews: OperationGroup = {
  process: 'area-interview',
  resource: 'area-interviews',
  title: '约谈提醒',
  opening: { name: 'summon', operation: summon },
  operations,
};
