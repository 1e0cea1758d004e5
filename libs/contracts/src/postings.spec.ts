import { describe, expect, it } from '@jest/globals';
import { interviews } from './interviews';
import type { PreviousCase } from './operation';
import { postings, type PostBody } from './postings';

const body: PostBody = {
  cadreId: 'C1',
  village: '140423100201',
  unit: 'dispatching-unit:1404:U07',
  senderLevel: 'city',
  role: 'member',
  postedOn: '2026-07-01',
  bornOn: '1985-03-10',
  education: 'bachelor',
  annualAssessments: [{ year: 2025, grade: 'competent' }],
};
const opening = postings.opening;
const previous: PreviousCase = {
  caseId: 'posting:140423100:C1:1',
  number: 1,
  openedOn: '2025-01-01',
  endedOn: '2026-01-01',
  outcome: 'term-ended',
};
const accepts = (operation: string, sent: unknown): boolean | undefined =>
  postings.operations[operation]?.body.safeParse(sent).success;

describe('clause C-2.1: a posting is opened', () => {
  it('belongs to the township of the village, numbered by cadre', () => {
    expect(opening?.subject(body as never)).toEqual({ territory: '140423100', subject: ['C1'] });
  });

  it('takes the body over and names a posting that has not ended', () => {
    expect(opening?.opening(body as never, null)).toEqual({ ...body, replaces: null, previousOpen: null });
    expect(opening?.opening(body as never, previous)).toMatchObject({ previousOpen: null });
    expect(opening?.opening(body as never, { ...previous, endedOn: null, outcome: null })).toMatchObject({
      previousOpen: previous.caseId,
    });
  });

  it.each([
    { ...body, village: '140423100' },
    { ...body, unit: 'department:1404' },
    { ...body, cadreId: '张三' },
    { ...body, postedOn: '2026-02-30' },
    { ...body, education: '大专' },
    { ...body, annualAssessments: [{ year: 2025, grade: '称职' }] },
    { ...body, name: '张三' },
  ])('refuses %j', (wrong) => {
    expect(opening?.body.safeParse(wrong).success).toBe(false);
    expect(opening?.body.safeParse(body).success).toBe(true);
  });
});

describe('clause C-3.7: operations on a posting', () => {
  it('are not the messages between cases', () => {
    for (const message of ['lowMonth', 'neutralMonth', 'copyDelivered', 'interviewHeld'])
      expect(postings.operations[message]).toBeUndefined();
    expect(Object.keys(interviews.operations)).toEqual(['hold', 'feedback', 'redeliver']);
  });

  it.each([
    ['absence', {}, { on: '2026-09-10' }],
    [
      'leave',
      { from: '2026-10-01', to: '2026-10-03', reason: '探亲' },
      { from: '2026-10-01', to: '2026-10-03', reason: ' ' },
    ],
    ['recordReminder', { absenceOn: '2026-09-10' }, { absenceOn: '9月10日' }],
    [
      'namedInSuperiorBulletin',
      { matter: 'M1', level: 'city', bulletin: '长驻办〔2026〕3号' },
      { matter: 'M1', level: 'county', bulletin: '襄驻办〔2026〕3号' },
    ],
    ['organizationalHandling', { decision: 'warning', reason: '情节较轻' }, { decision: 'fine', reason: '情节较轻' }],
    ['recall', { reason: '无故脱岗', path: 'absence' }, { path: 'absence' }],
    ['handover', { items: ['工作台账'] }, { items: [] }],
    ['move', { village: '140423100202' }, { village: '1404231002' }],
    ['salesHelp', { yuan: 20000 }, { yuan: -1 }],
    ['training', { days: 2, level: 'county' }, { days: 0, level: 'county' }],
  ])('%s accepts %j and refuses %j', (operation, right, wrong) => {
    expect(accepts(operation, right)).toBe(true);
    expect(accepts(operation, wrong)).toBe(false);
  });

  it('leave the reminder to the township party committee and the interview to the county organization department', () => {
    expect(postings.operations['recordReminder']?.by).toEqual([{ kind: 'party-committee', level: 'township' }]);
    expect(postings.operations['orderInterview']?.by).toEqual([{ kind: 'organization-department', level: 'county' }]);
    expect(interviews.operations['hold']?.by).toEqual([{ kind: 'organization-department', level: 'county' }]);
  });
});
