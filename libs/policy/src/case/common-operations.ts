import { condition, office, operations, type ProcessTypes } from './operation';

interface Common extends ProcessTypes {
  bodies: { redeliver: object };
}

/** What can be said to a case of any process. */
export const commonOperations = operations<Common>()({
  /** RULES 4.fairness, fairness: what found no inbox is sent again. It changes no fact. */
  redeliver: {
    clause: 'C-3.7',
    title: '补送未送达的通知',
    by: [office('stationing-office'), office('leading-group-office')],
    when: [
      condition('ALREADY_DONE', ({ file }) =>
        file.undelivered.length > 0 ? undefined : '本案没有未送达的通知，无需补送。',
      ),
    ],
    isRegisterOnly: true,
  },
});
