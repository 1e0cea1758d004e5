import { officeKindName } from '../../base/office';
import { admit } from '../../base/verdict';
import { condition, office, operations, type OpeningRow, type Situation } from '../../case/operation';
import { chineseDate } from '../../dates/civil-date';
import type { InterviewOpening } from './interview-acts';
import type { Interview } from './interview-facts';

const clause = 'C-3.7';
const organization = [office('organization-department', 'county')];

/** The ranking ladder orders it, or the organization department through the posting. */
export const interviewOpenings = {
  order: {
    clause,
    title: '约谈',
    by: 'system',
    since: ({ opening: { orderedOn } }) => ({ on: orderedOn, what: '决定约谈之日' }),
  },
} satisfies Record<string, OpeningRow<InterviewOpening>>;

const held = condition<Situation<Interview>>('WRONG_STAGE', ({ facts }) =>
  facts.held === undefined ? '应先进行约谈，再向派出单位反馈。' : undefined,
);

/** C-3.7: everything that can be said to an interview. */
export const interviewOperations = operations<Interview>()({
  hold: {
    clause,
    title: '登记约谈（发生日为约谈之日）',
    by: organization,
    meets: ['interview'],
    supplements: ({ facts: { held: before } }) =>
      before === undefined
        ? undefined
        : `已于${chineseDate(before.occurredOn)}由${officeKindName(before.by.office)}约谈，本次登记作为补充记录`,
    ledgerOnly: ['minutes'],
  },
  feedback: {
    clause,
    title: '向派出单位反馈约谈情况',
    by: organization,
    when: [held],
    meets: ['feedback'],
    since: ({ facts }) =>
      facts.held === undefined
        ? undefined
        : { on: facts.held.occurredOn, what: '约谈之日', code: 'CONDITIONS_NOT_MET' },
  },
  withdrawn: {
    by: 'system',
    judge: ({ facts }) => admit(facts.held === undefined ? {} : { told: '约谈已经进行，记录保留并加注' }),
  },
});
