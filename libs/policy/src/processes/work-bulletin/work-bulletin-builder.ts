import type { Actor } from '../../case/case';
import { buildCase, type BuiltCase } from '../../case/case-builder';
import { workBulletin } from './work-bulletin';
import type { BulletinCandidate, IssueWorkBulletinBody, WorkBulletinOpening } from './work-bulletin-acts';

export const office: Actor = { office: 'leading-group-office:140423' };
export const system: Actor = { office: 'system' };

/** A township that was late, a department that did not report, and a township that was first. */
export const candidates: BulletinCandidate[] = [
  {
    key: 'criticism:overdue:party-committee:140423100',
    side: 'criticism',
    source: 'overdue',
    subject: 'party-committee:140423100',
    count: 3,
    what: '逾期7天以上未办结事项3项',
    clause: 'A-2.1',
  },
  {
    key: 'criticism:dispatch:department:140423:water',
    side: 'criticism',
    source: 'dispatch',
    subject: 'department:140423:water',
    count: 1,
    what: '半月调度未报送1次',
    clause: 'A-3.3',
  },
  {
    key: 'praise:ranking:140423101',
    side: 'praise',
    source: 'ranking',
    subject: '140423101',
    count: 2,
    what: '半月调度综合排队第一2次',
    clause: 'A-3.3',
  },
];

/** 襄垣县's bulletin of November 2026, with three candidates of October. */
export function builtBulletin(): BuiltCase<WorkBulletinOpening> {
  const opening: WorkBulletinOpening = {
    territory: '140423',
    period: '2026-11',
    from: '2026-11-01',
    to: '2026-11-30',
    data: { from: '2026-10-01', to: '2026-10-31' },
    sheet: 'duties:140423:2026-11',
    duty: 'county-bulletin',
  };
  const running = buildCase(workBulletin, { caseId: 'work-bulletin:140423:2026-11', openedOn: '2026-11-01', opening });
  running.say('candidatesRead', '2026-11-01', candidates, system);
  return running;
}

export const issueBody: IssueWorkBulletinBody = {
  number: '襄巩固衔接办发〔2026〕11号',
  praised: [{ subject: '140423101', what: '政策落实成效明显' }],
  criticised: [
    {
      subject: '140423100',
      what: '监测户帮扶措施落实缓慢',
      candidates: ['criticism:overdue:party-committee:140423100'],
    },
    {
      subject: 'department:140423:water',
      what: '未按时报送调度情况',
      candidates: ['criticism:dispatch:department:140423:water'],
    },
  ],
};

/** Issued on 20 November. */
export function issuedBulletin(): BuiltCase<WorkBulletinOpening> {
  const running = builtBulletin();
  running.say('issue', '2026-11-20', issueBody, office);
  return running;
}
