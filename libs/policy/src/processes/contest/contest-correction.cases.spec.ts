import fc from 'fast-check';
import type { ContestMethod } from '../../base/contest-parts';
import { codeOf } from '../../case/case-builder';
import { contents, contestHeld, contestOpening, methods, scoreOf, scoresBy } from './contest-builder';

const province = 'leading-group-office:14';
const water = 'department:14:water';

const givers: Partial<Record<ContestMethod, string>> = { departments: water, daily: 'inspection-team:14' };
const giverOf = (method: ContestMethod): string => givers[method] ?? province;

/** Two counties; the department for water evaluates for the departments, the inspection team day by day. */
const scored = () => {
  const { counties } = contestOpening;
  const running = contestHeld({ keyCounties: counties });
  for (const method of methods)
    running.say(
      'scoreAll',
      '2026-11-01',
      { scores: scoresBy([method], { counties, keyCounties: counties }, 80) },
      { office: giverOf(method) },
    );
  return running;
};
const published = () => {
  const running = scored();
  running.say('publish', '2026-12-20', { number: '晋巩固衔接办〔2026〕30号' }, { office: province });
  return running;
};
const correct = (running: ReturnType<typeof scored>, on: string, office: string, number?: string) =>
  running.say(
    'correct',
    on,
    { ...scoreOf('140423', 'departments', 'duty', 90), reason: '评分表录错', ...(number !== undefined && { number }) },
    { office },
  );

describe('case 76 (A-3.1.f, D20): the contest published on 20 December 2026', () => {
  const number = '晋巩固衔接办〔2026〕31号';

  it('department:14:water correcting a score on 22 December is refused, and told who may', () => {
    expect(correct(published(), '2026-12-22', water, number)).toMatchObject({
      code: 'NOT_ALLOWED',
      clause: 'A-3.1',
      detail: expect.stringContaining('应由公布单位'),
    });
  });

  it('the publishing office is admitted with reason and number, and publishes the correction', () => {
    const running = published();
    expect(codeOf(correct(running, '2026-12-22', province))).toBe('INVALID_INPUT');
    expect(codeOf(correct(running, '2026-12-22', province, number))).toBe('admitted');
    const bulletins = running.view().records.flatMap((one) => (one.table === 'bulletin' ? [one.row] : []));
    expect(bulletins.map(({ number: of, corrects }) => [of, corrects])).toEqual([
      ['晋巩固衔接办〔2026〕30号', null],
      [number, '晋巩固衔接办〔2026〕30号'],
    ]);
  });

  it('before publication the department that gave the score is admitted, and nobody else', () => {
    expect(codeOf(correct(scored(), '2026-12-19', water))).toBe('admitted');
    expect(codeOf(correct(scored(), '2026-12-19', province))).toBe('NOT_ALLOWED');
    expect(codeOf(correct(scored(), '2026-12-19', 'department:14:agriculture'))).not.toBe('admitted');
  });

  it('whoever gave a score and whoever corrects it: its giver before publication, the publisher after', () => {
    const offices = [province, water, 'department:14:agriculture', 'inspection-team:14', 'stationing-office:14'];
    fc.assert(
      fc.property(
        fc.constantFrom(...offices),
        fc.constantFrom(...methods),
        fc.constantFrom(...contents),
        fc.boolean(),
        (office, method, content, isPublished) => {
          const running = isPublished ? published() : scored();
          const body = { ...scoreOf('140425', method, content, 70), reason: '录错', number };
          const code = codeOf(running.say('correct', '2026-12-22', body, { office }));
          expect(code === 'admitted').toBe(office === (isPublished ? province : giverOf(method)));
        },
      ),
    );
  });
});
