import { buildCase, heardBy, missed } from '../../case/case-builder';
import { contestContents, contestMethods, type ContestMethod } from '../../base/contest-parts';
import { contest } from './contest';

const office = 'leading-group-office:14';
const group = 'province-group:14';
const department = 'department:14:agriculture';
const counties = ['140423', '140425'];
/** Every score of two key counties, but those of one method for the second. */
const scoredWithout = (left: ContestMethod) => {
  const running = buildCase(contest, {
    caseId: 'contest:14:2026',
    openedOn: '2026-03-01',
    opening: {
      province: '14',
      year: '2026',
      title: '大比拼',
      counties,
      keyCounties: counties,
      membershipSource: '省名单',
    },
  });
  for (const county of counties)
    for (const method of Object.keys(contestMethods) as ContestMethod[]) {
      const scores = Object.keys(contestContents).map((content) => ({
        county,
        method,
        content,
        score: 80,
        evidence: '评分表',
      }));
      if (county === '140423' || method !== left)
        running.say('scoreAll', '2026-10-01', { scores }, { office: method === 'departments' ? department : office });
    }
  return running;
};
const publishing = { number: '晋巩固衔接办〔2026〕30号' };

describe('OBLIGATIONS A-3.1: the contest of a year', () => {
  it('A-3.1.a: its year ends and it was not published', () =>
    expect(missed(scoredWithout('showcase'), 'publish')).toEqual(heardBy('2026-12-31', [office, group, group])));

  it.each<[string, ContestMethod]>([
    ['A-3.1.b', 'showcase'],
    ['A-3.1.c', 'on-site'],
    ['A-3.1.e', 'departments'],
    ['A-3.1.f', 'daily'],
  ])('%s: a county without scores by %s is named, and not ranked', (_, method) => {
    const running = scoredWithout(method);
    expect(running.say('publish', '2026-12-20', publishing, { office })).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      detail: expect.stringContaining('140425'),
    });
  });
});
