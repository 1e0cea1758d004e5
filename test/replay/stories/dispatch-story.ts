import type { StoryAct } from '../../faults/story';
import type { StoryPart } from './index';

const province = 'leading-group-office:14';
const county = 'leading-group-office:140423';
const dispatch = 'dispatch:140423:2030-03-H1';
const bulletin = 'work-bulletin:140423:2030-03';
const interview = 'area-interview:1404:party-committee:1';
const act = (as: string, what: string, on: string, body: object, of?: string): StoryAct => ({
  as,
  do: what,
  with: { occurredOn: on, ...body },
  ...(of === undefined ? {} : { case: of }),
});

const places = [{ place: '140423100', state: 'advancing', figures: [{ name: '应落实户', done: 3, of: 4 }] }];
const mention = { subject: '140423101', what: '进展缓慢' };

/** a return with its report, a bulletin followed up and corrected, an interview with a commitment kept. */
export const dispatchStory: StoryPart = {
  0: [
    act(
      'revitalization-bureau:140423',
      'dispatches.fileReturn',
      '2030-03-04',
      { area: 'monitoring', summary: '按计划推进', places },
      dispatch,
    ),
    act(province, 'area-interviews.summon', '2030-03-04', {
      office: 'party-committee:1404',
      clause: 'A-3.5',
      because: '政策落实不到位',
      invited: ['discipline-commission'],
      plannedOn: '2030-03-12',
    }),
  ],
  1: [
    act(
      county,
      'work-bulletins.issue',
      '2030-03-20',
      { number: '襄巩固衔接办发〔2030〕3号', praised: [], criticised: [mention] },
      bulletin,
    ),
    act(
      province,
      'area-interviews.hold',
      '2030-03-12',
      {
        minutes: '指出问题，提出要求',
        attended: ['party-committee:1404'],
        commitments: [{ id: 'K1', what: '整改到位', due: '2030-04-01' }],
      },
      interview,
    ),
  ],
  2: [
    act(
      county,
      'work-bulletins.correct',
      '2030-04-01',
      { number: '襄巩固衔接办发〔2030〕4号', line: 'C1', what: '进展较慢', reason: '措辞更正' },
      bulletin,
    ),
    act(
      'party-committee:1404',
      'area-interviews.reportCommitment',
      '2030-04-01',
      { commitment: 'K1', what: '已整改', evidence: '整改报告' },
      interview,
    ),
    act(
      province,
      'area-interviews.verifyCommitment',
      '2030-04-04',
      { commitment: 'K1', kept: true, note: '核查属实' },
      interview,
    ),
  ],
  3: [
    act(
      county,
      'work-bulletins.confirmSolved',
      '2030-05-08',
      { line: 'C1', what: '进度已赶上', evidence: '排队表' },
      bulletin,
    ),
  ],
};
