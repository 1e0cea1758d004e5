import type { BulletinCandidate } from '@duban/policy/processes/work-bulletin/work-bulletin-acts';
import { bodyOf, emptyDraft, faultsOf, isTaken, leave, mentionOf, named, publicationOf, take } from './bulletin-draft';

const candidate = (
  key: string,
  subject: string,
  what: string,
  side: BulletinCandidate['side'] = 'criticism',
): BulletinCandidate => ({
  key,
  side,
  source: 'overdue',
  subject,
  count: 1,
  what,
  clause: 'A-3.4',
});
const slow = candidate('a', '140423104', '半月调度未报送1次');
const late = candidate('b', '140423104', '逾期7天以上未办结事项2项');

it('two candidates of one subject make one mention', () => {
  const draft = emptyDraft();
  take(draft, slow);
  take(draft, late);
  take(draft, late);
  expect(draft.criticised).toEqual([
    { subject: '140423104', what: '半月调度未报送1次；逾期7天以上未办结事项2项', candidates: ['a', 'b'] },
  ]);
  expect(isTaken(draft, late)).toBe(true);
});

it('what is left out again leaves no trace', () => {
  const draft = emptyDraft();
  take(draft, slow);
  take(draft, late);
  leave(draft, slow);
  expect(draft.criticised).toEqual([{ subject: '140423104', what: '逾期7天以上未办结事项2项', candidates: ['b'] }]);
  leave(draft, late);
  expect(draft.criticised).toEqual([]);
});

it('praise stands apart from criticism', () => {
  const draft = emptyDraft();
  take(draft, candidate('p', '140423100', '全部按期完成', 'praise'));
  expect([draft.praised.length, draft.criticised.length]).toEqual([1, 0]);
});

it('what is missing is named', () => {
  const draft = emptyDraft();
  draft.criticised.push({ subject: null, what: '', candidates: [] });
  expect(faultsOf(draft)).toHaveLength(3);
  expect(faultsOf({ number: '襄巩固衔接办发〔2026〕11号', praised: [], criticised: [] })).toEqual([]);
});

it('one subject stands once in a list', () => {
  const draft = { ...emptyDraft(), number: '襄巩固衔接办发〔2026〕11号' };
  mentionOf(draft.criticised, '140423104', '落实缓慢');
  mentionOf(draft.criticised, '140423104', '调度不实');
  expect(bodyOf(draft).criticised).toEqual([{ subject: '140423104', what: '落实缓慢；调度不实' }]);
  draft.criticised.push({ subject: '140423104', what: '另一项', candidates: [] });
  expect(faultsOf(draft)).toEqual(['同一地区或部门在表扬或批评中只列一次，请合并。']);
});

it('the preview numbers the lines as the bulletin will', () => {
  const draft = emptyDraft();
  take(draft, slow);
  expect(publicationOf(draft, '2026-11-26').lines.map(({ id }) => id)).toEqual(['C1']);
});

it('names stand for codes', () =>
  expect(named('〔140423104〕：慢；〔2026〕', (id) => (id === '140423104' ? '虒亭镇' : id))).toBe(
    '虒亭镇：慢；〔2026〕',
  ));
