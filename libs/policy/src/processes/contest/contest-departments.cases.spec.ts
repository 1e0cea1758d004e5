import fc from 'fast-check';
import type { Department } from '../../base/departments';
import { contestContents, contestMethods, type ContestContent, type ContestMethod } from '../../base/contest-parts';
import { buildCase, codeOf } from '../../case/case-builder';
import { contest } from './contest';
import type { ContestScore } from './contest-acts';
import { readContest, type ContestFile } from './contest-facts';

const province = { office: 'leading-group-office:14' };
const water = { office: 'department:14:water' };
const education = { office: 'department:14:education' };
const contents = Object.keys(contestContents) as ContestContent[];
const counties = ['140423', '140425'];
const number = '晋巩固衔接办〔2026〕30号';

const scoreOf = (county: string, method: ContestMethod, content: ContestContent, score: number): ContestScore => ({
  county,
  method,
  content,
  score,
  evidence: '评分表',
});
const all = (method: ContestMethod, score: number, where: readonly string[] = counties): ContestScore[] =>
  where.flatMap((county) => contents.map((content) => scoreOf(county, method, content, score)));

/** Two counties with all that the province's own offices score; the departments are yet to evaluate. */
function built(departments?: Department[]) {
  const running = buildCase(contest, {
    caseId: 'contest:14:2026',
    openedOn: '2026-03-01',
    opening: {
      ...{ province: '14', year: '2026', title: '大比拼', counties, keyCounties: counties, membershipSource: '省名单' },
      ...(departments !== undefined && { departments }),
    },
  });
  const others = (Object.keys(contestMethods) as ContestMethod[]).filter((method) => method !== 'departments');
  running.say('scoreAll', '2026-11-01', { scores: others.flatMap((method) => all(method, 80)) }, province);
  return running;
}
type Running = ReturnType<typeof built>;
const evaluate = (running: Running, by: { office: string }, score: number, where?: readonly string[]) =>
  running.say('scoreAll', '2026-11-10', { scores: all('departments', score, where) }, by);
const publish = (running: Running, more: object = {}) =>
  running.say('publish', '2026-12-20', { number, ...more }, province);
const partOf = (running: Running, county: string) =>
  readContest(running.file() as ContestFile)
    .lines.find((line) => line.county === county)
    ?.parts.find(({ method, content }) => method === 'departments' && content === 'duty');

describe('A-3.1.e (D20): 省直部门评价 by several departments', () => {
  it('their scores stand side by side, and their mean counts', () => {
    const running = built(['water', 'education']);
    expect(codeOf(evaluate(running, water, 90))).toBe('admitted');
    expect(partOf(running, '140423')?.score).toBeNull();
    expect(codeOf(evaluate(running, education, 85.5))).toBe('admitted');
    expect(partOf(running, '140423')?.score).toBe(87.8);
    expect(codeOf(publish(running))).toBe('admitted');
    const row = running
      .view()
      .records.flatMap((one) => (one.key === 'rank/140423' && one.table === 'register' ? [one.row] : []))[0];
    expect((row?.body['parts'] as object[]).filter((part) => 'departments' in part)).toHaveLength(4);
    expect(row?.body['parts']).toContainEqual(
      expect.objectContaining({
        departments: [
          { department: 'water', score: 90 },
          { department: 'education', score: 85.5 },
        ],
      }),
    );
  });

  it('a department scores for itself only, and once', () => {
    const running = built(['water', 'education']);
    const forOther = { scores: [{ ...scoreOf('140423', 'departments', 'duty', 90), department: 'education' }] };
    expect(running.say('scoreAll', '2026-11-10', forOther, water)).toMatchObject({
      code: 'NOT_ALLOWED',
      clause: 'A-3.1',
      field: 'scores.0.department',
    });
    evaluate(running, water, 90);
    expect(codeOf(evaluate(running, water, 91))).toBe('DUPLICATE_SCORE');
  });

  it('one that the province did not name is refused', () =>
    expect(codeOf(evaluate(built(['education']), water, 90))).toBe('NOT_ALLOWED'));

  it('names who is missing when it is to be published, and how much of it', () => {
    const running = built(['water', 'education', 'health']);
    evaluate(running, water, 90);
    evaluate(running, education, 80, ['140423']);
    const refused = publish(running);
    expect(refused).toMatchObject({ code: 'CONDITIONS_NOT_MET', field: 'without' });
    expect(refused.admitted ? '' : refused.detail).toContain(
      '尚未评价齐的省直部门：教育部门（缺4项）、卫健部门（缺8项）',
    );
    expect(running.view().listed).toMatchObject({ departments: 3, departmentsLacking: 2 });
  });

  it('is published without those not waited for, with the reason; what the others gave counts', () => {
    const running = built(['water', 'health']);
    evaluate(running, water, 90);
    const without = { counties: [], departments: ['health'], reason: '机构改革' };
    expect(codeOf(publish(running, { without }))).toBe('admitted');
    expect(partOf(running, '140423')?.score).toBe(90);
  });

  it('who has evaluated everything, or evaluates nothing, is not left out: what was given counts', () => {
    const leaving = (department: string) => {
      const running = built(['water', 'education', 'health']);
      evaluate(running, water, 20);
      evaluate(running, education, 90, ['140423']);
      return publish(running, {
        without: { counties: [], departments: ['education', 'health', department], reason: '不等' },
      });
    };
    expect(leaving('water')).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      clause: 'A-3.1',
      field: 'without.departments.2',
      detail: expect.stringContaining('水利部门已评价齐全'),
    });
    expect(leaving('justice')).toMatchObject({ detail: expect.stringContaining('司法部门不参加本次评价') });
    expect(codeOf(leaving('health'))).toBe('admitted');
  });

  it.each([undefined, ['water'] satisfies Department[]])(
    'an office that is none of the lead departments gives no evaluation that would count for nothing (named: %s)',
    (departments) =>
      expect(evaluate(built(departments), { office: 'department:14:culture' }, 20)).toMatchObject({
        code: 'NOT_ALLOWED',
        field: 'scores.0.method',
      }),
  );

  it('where nobody was named, whoever has scored evaluates: who scored one county is missing for the other', () => {
    const running = built();
    evaluate(running, water, 90);
    evaluate(running, education, 80, ['140423']);
    expect(partOf(running, '140423')?.score).toBe(85);
    expect(partOf(running, '140425')?.score).toBeNull();
    const refused = publish(running);
    expect(refused.admitted ? '' : refused.detail).toContain('教育部门（缺4项）');
  });

  it('before publication each corrects its own; afterwards the publisher says whose', () => {
    const running = built(['water', 'education']);
    evaluate(running, water, 90);
    evaluate(running, education, 80);
    const corrected = (more: object) => ({ ...scoreOf('140423', 'departments', 'duty', 70), reason: '录错', ...more });
    expect(codeOf(running.say('correct', '2026-12-01', corrected({}), water))).toBe('admitted');
    expect(partOf(running, '140423')?.score).toBe(75);
    publish(running);
    const later = (more: object) =>
      codeOf(running.say('correct', '2026-12-22', corrected({ number: '更正1号', ...more }), province));
    expect(later({})).toBe('INVALID_INPUT');
    expect(later({ department: 'health' })).toBe('WRONG_STAGE');
    expect(later({ department: 'education', score: 60 })).toBe('admitted');
    expect(partOf(running, '140423')?.score).toBe(65);
  });
});

describe('A-3.1.e: any evaluations', () => {
  const named: Department[] = ['water', 'education', 'health'];
  it('count as their mean to one decimal exactly when no department is missing', () =>
    fc.assert(
      fc.property(
        fc.tuple(...named.map(() => fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }))),
        (given) => {
          const running = built(named);
          given.forEach((tenths, index) => {
            const by = { office: `department:14:${named[index]}` };
            if (tenths !== undefined) evaluate(running, by, tenths / 10);
          });
          const tenths = given.flatMap((one) => one ?? []);
          const whole = tenths.length === named.length;
          const mean = Math.round(tenths.reduce((sum, one) => sum + one, 0) / named.length) / 10;
          expect(partOf(running, '140425')?.score).toBe(whole ? mean : null);
          expect(running.view().listed['departmentsLacking']).toBe(named.length - tenths.length);
          expect(codeOf(publish(running))).toBe(whole ? 'admitted' : 'CONDITIONS_NOT_MET');
        },
      ),
      { numRuns: 40 },
    ));
});
