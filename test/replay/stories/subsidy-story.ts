import type { StoryAct } from '../../faults/story';
import type { StoryPart } from './index';

const township = 'party-committee:140423100';
const bureau = 'revitalization-bureau:140423';
const province = 'leading-group-office:14';
const claim = { worker: 'W1', kind: 'transport' };
const act = (as: string, what: string, on: string, body: object, of: string | undefined): StoryAct => ({
  as,
  do: what,
  with: { occurredOn: on, ...body },
  ...(of === undefined ? {} : { case: of }),
});
const subsidies = (as: string, what: string, on: string, body: object) =>
  act(as, `subsidies.${what}`, on, body, 'subsidies:140423100:2030');
const contest = (what: string, on: string, body: object) =>
  act(province, `contests.${what}`, on, body, 'contest:14:2030');
const score = { county: '140423', method: 'daily', content: 'duty', score: 80, evidence: '台账' };

/** B-2.3.4 and: a subsidy from the list to the payment, a contest published with one county left out and corrected. */
export const subsidyStory: StoryPart = {
  0: [
    act(township, 'subsidies.open', '2030-03-02', { township: '140423100', year: '2030' }, undefined),
    subsidies(township, 'entitle', '2030-03-03', {
      entitled: [{ ...claim, household: 'H1', village: '140423100204' }],
    }),
    act(
      province,
      'contests.open',
      '2030-03-02',
      {
        province: '14',
        year: '2030',
        title: '大比拼',
        counties: ['140423', '140425'],
        keyCounties: [],
        membershipSource: '名单',
      },
      undefined,
    ),
  ],
  2: [
    subsidies('village-committee:140423100204', 'apply', '2030-04-02', { applications: [{ ...claim, by: 'self' }] }),
    subsidies(bureau, 'review', '2030-04-03', { decisions: [{ ...claim, approved: true }] }),
    contest('scoreAll', '2030-04-03', { scores: [score] }),
  ],
  3: [
    subsidies(bureau, 'pay', '2030-05-06', { payments: [{ ...claim, yuan: 600 }] }),
    contest('publish', '2030-05-08', {
      number: '晋巩固衔接办〔2030〕5号',
      without: { counties: ['140423', '140425'], reason: '得分不全' },
    }),
    contest('correct', '2030-05-09', { ...score, score: 81, reason: '录错', number: '晋巩固衔接办〔2030〕6号' }),
  ],
};
