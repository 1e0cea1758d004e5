import fc from 'fast-check';
import { codeOf, judgeBeginningOf } from '../../case/case-builder';
import { basePolicy, judgeChanges, settingsOf } from '../../settings/policy-set';
import { contest } from './contest';
import type { ContestOpening, ContestScore } from './contest-acts';
import { contents, contestHeld, contestOpening, methods, methodsOf, scoreOf, scoresBy } from './contest-builder';
import { partKey, rankContest } from './contest-ranking';

const office = { office: 'leading-group-office:14' };
const department = { office: 'department:14:agriculture' };
const system = { office: 'system' };
const weights = settingsOf(basePolicy);
const counties = ['140423', '140425', '140426', '140427', '140428', '140429'];
const opening: ContestOpening = { ...contestOpening, counties, keyCounties: ['140423', '140429'] };
const built = () => contestHeld(opening);
type Built = ReturnType<typeof built>;
/** All a county's scores of one office, each the same. */
const whole = (county: string, score: number, by: keyof typeof methodsOf): ContestScore[] =>
  scoresBy(methodsOf[by], { ...opening, counties: [county] }, score);
const scored = (): Built => {
  const running = built();
  counties.forEach((county, index) => {
    running.say('scoreAll', '2026-10-01', { scores: whole(county, 80 - index, 'office') }, office);
    running.say('scoreAll', '2026-10-02', { scores: whole(county, 80 - index, 'department') }, department);
  });
  return running;
};
const published = (): Built => {
  const running = scored();
  running.say('publish', '2026-11-20', { number: '晋巩固衔接办〔2026〕30号' }, office);
  return running;
};
const rowOf = (running: Built, key: string) =>
  running.view().records.flatMap((one) => (one.table === 'register' && one.key === key ? [one.row] : []))[0];

describe('A-3.1: the ranking of a contest', () => {
  const scoresOf = (list: readonly ContestScore[]) =>
    new Map(list.map(({ county, method, content, score }) => [partKey(county, method, content), score]));

  it('weighs four methods over four contents; without the on-site part the others are scaled up', () => {
    const list = counties
      .slice(0, 2)
      .flatMap((county) => [...whole(county, 80, 'office'), ...whole(county, 60, 'department')]);
    const lines = rankContest(counties.slice(0, 2), opening.keyCounties, scoresOf(list), weights);
    expect(lines.find(({ county }) => county === '140423')).toMatchObject({ total: 76, rank: 1, missing: 0 });
    expect(lines.find(({ county }) => county === '140425')).toMatchObject({ total: 73.3, rank: 2 });
    expect(lines[1]?.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  });

  it('does not rank a county with a missing part, nor count the part as nothing', () => {
    const lines = rankContest(['140425'], [], scoresOf(whole('140425', 90, 'office')), weights);
    expect(lines[0]).toMatchObject({ total: null, rank: null, missing: 4 });
  });

  it('says truly what would have changed a rank: so many points do, a tenth less does not', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 16, maxLength: 16 }), {
          minLength: 2,
          maxLength: 6,
        }),
        (given) => {
          const names = given.map((_, index) => counties[index] ?? '');
          const keys = methods.flatMap((method) => contents.map((content) => [method, content] as const));
          const scores = new Map(
            names.flatMap((county, place) =>
              keys.map(
                ([method, content], index) =>
                  [partKey(county, method, content), (given[place]?.[index] ?? 0) / 10] as const,
              ),
            ),
          );
          const lines = rankContest(names, names, scores, weights);
          for (const { county, rank, chances } of lines) {
            for (const { method, content, points, newRank } of chances) {
              const key = partKey(county, method, content);
              const rankWith = (more: number): number | null => {
                const changed = new Map(scores).set(key, Math.round(((scores.get(key) ?? 0) + more) * 10) / 10);
                return rankContest(names, names, changed, weights).find((line) => line.county === county)?.rank ?? null;
              };
              expect(newRank).toBeLessThan(rank ?? 0);
              expect(rankWith(points)).toBe(newRank);
              expect(rankWith(Math.round((points - 0.1) * 10) / 10)).toBe(rank);
            }
          }
        },
      ),
      { numRuns: 60 },
    ));

  it('shares a rank among equals', () => {
    const list = counties
      .slice(1, 4)
      .flatMap((county, index) => [
        ...whole(county, index === 2 ? 70 : 80, 'office'),
        ...whole(county, 70, 'department'),
      ]);
    expect(rankContest(counties.slice(1, 4), [], scoresOf(list), weights).map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  it('rests on weights that add up to 1', () => {
    const judged = (changes: object) => codeOf(judgeChanges(changes as Record<string, unknown>));
    expect(judged({ contestMethodWeights: { showcase: 0.25, 'on-site': 0.25, departments: 0.25, daily: 0.25 } })).toBe(
      'admitted',
    );
    expect(judged({ contestMethodWeights: { showcase: 0.3, 'on-site': 0.25, departments: 0.25, daily: 0.25 } })).toBe(
      'OUT_OF_RANGE',
    );
    expect(judged({ contestContentWeights: { duty: 1 } })).toBe('OUT_OF_RANGE');
  });
});

describe('A-3.1: a contest', () => {
  it('is published by 31 December with its weights printed, each county told its place and its chances', () => {
    const running = published();
    expect(running.deadline('publish')).toMatchObject({ due: '2026-12-31', metOn: '2026-11-20' });
    const [bulletin] = running.view().records.flatMap((one) => (one.table === 'bulletin' ? [one.row] : []));
    expect(bulletin?.text).toContain('权重：工作同台展示0.2');
    const told = running.view().notices.find(({ to }) => to === 'party-committee:140425');
    expect(told?.text).toContain('第2名，总分79.0');
    expect(told?.text).toContain('若有一项提高');
  });

  it('keeps each county’s breakdown, and gives the last as a ground for listing', () => {
    const running = published();
    expect(rowOf(running, 'rank/140423')).toMatchObject({
      state: 'ranked',
      body: { rank: 1, of: 6, total: 80, isKey: true },
    });
    expect(rowOf(running, 'ground/140429')).toMatchObject({
      territory: '140429',
      state: 'proposed',
      body: { kind: 'last-in-ranking' },
    });
    expect(rowOf(running, 'ground/140423')).toBeUndefined();
  });

  it('is corrected by a publication of its own, the first standing', () => {
    const running = published();
    const correction = { ...scoreOf('140429', 'daily', 'work', 100), reason: '录错' };
    expect(codeOf(running.say('correct', '2026-11-25', correction, office))).toBe('INVALID_INPUT');
    expect(
      codeOf(running.say('correct', '2026-11-25', { ...correction, number: '晋巩固衔接办〔2026〕31号' }, office)),
    ).toBe('admitted');
    const texts = running.view().records.flatMap((one) => (one.table === 'bulletin' ? [one.row.text] : []));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('〔140429〕 75.0分');
    expect(texts[1]).toContain('〔140429〕 76.3分');
    running.say('correctionsExpired', '2026-12-26', {}, system);
    expect(running.view()).toMatchObject({ stage: 'settled', ended: { on: '2026-12-26' } });
  });

  it('is not published for a day before its last score, without which it would stand frozen', () => {
    expect(codeOf(scored().say('publish', '2026-10-01', { number: '晋巩固衔接办〔2026〕30号' }, office))).toBe(
      'BEFORE_BEGINNING',
    );
    expect(codeOf(scored().say('publish', '2026-10-02', { number: '晋巩固衔接办〔2026〕30号' }, office))).toBe(
      'admitted',
    );
  });

  it('is not published while parts are missing, unless the counties are named', () => {
    const running = scored();
    running.say(
      'importMembership',
      '2026-10-05',
      { keyCounties: ['140423', '140429', '140425'], source: '新名单', reason: '名单调整' },
      office,
    );
    expect(running.say('publish', '2026-11-20', { number: '晋巩固衔接办〔2026〕30号' }, office)).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      detail: expect.stringContaining('140425（缺4项）'),
    });
    expect(
      codeOf(
        running.say(
          'publish',
          '2026-11-20',
          { number: '晋巩固衔接办〔2026〕30号', without: { counties: ['140425'], reason: '核查未完成' } },
          office,
        ),
      ),
    ).toBe('admitted');
    expect(rowOf(running, 'rank/140425')).toBeUndefined();
  });

  const score =
    (one: ContestScore, by = office) =>
    (running: Built) =>
      running.say('scoreAll', '2026-10-10', { scores: [one] }, by);
  it.each<[string, (running: Built) => ReturnType<Built['say']>, string]>([
    [
      'an on-site score of a county that is no key county',
      score(scoreOf('140425', 'on-site', 'duty', 80)),
      'CONDITIONS_NOT_MET',
    ],
    ['a department scoring the showcase', score(scoreOf('140425', 'showcase', 'duty', 80), department), 'NOT_ALLOWED'],
    ['the office scoring for the departments', score(scoreOf('140425', 'departments', 'duty', 80)), 'NOT_ALLOWED'],
    ['a county that does not take part', score(scoreOf('140481', 'daily', 'duty', 80)), 'UNKNOWN_SUBJECT'],
    ['101 points', score(scoreOf('140425', 'daily', 'duty', 101)), 'OUT_OF_RANGE'],
    ['two decimals', score(scoreOf('140425', 'daily', 'duty', 80.25)), 'OUT_OF_RANGE'],
    [
      'the same part twice in a list',
      (c) =>
        c.say(
          'scoreAll',
          '2026-10-10',
          { scores: [scoreOf('140425', 'daily', 'duty', 80), scoreOf('140425', 'daily', 'duty', 81)] },
          office,
        ),
      'DUPLICATE_SCORE',
    ],
    [
      'a correction of nothing',
      (c) => c.say('correct', '2026-10-10', { ...scoreOf('140425', 'daily', 'duty', 80), reason: '更正' }, office),
      'WRONG_STAGE',
    ],
    [
      'a key county that does not take part',
      (c) =>
        c.say('importMembership', '2026-10-05', { keyCounties: ['140481'], source: '名单', reason: '调整' }, office),
      'UNKNOWN_SUBJECT',
    ],
  ])('refuses %s', (_title, act, code) => expect(codeOf(act(built()))).toBe(code));

  it.each<[string, (running: Built) => ReturnType<Built['say']>, string]>([
    ['a second score', score(scoreOf('140425', 'daily', 'duty', 80)), 'CLOSED_PERIOD'],
    [
      'a second publication',
      (c) => c.say('publish', '2026-11-21', { number: '晋巩固衔接办〔2026〕32号' }, office),
      'ALREADY_DONE',
    ],
    [
      'another list of key counties',
      (c) => c.say('importMembership', '2026-11-21', { keyCounties: [], source: '名单', reason: '调整' }, office),
      'WRONG_STAGE',
    ],
  ])('once published refuses %s', (_title, act, code) => expect(codeOf(act(published()))).toBe(code));

  it('is of counties of its province, in its year', () => {
    const open = (more: Partial<ContestOpening>) =>
      codeOf(judgeBeginningOf(contest, { ...opening, ...more }, { openedOn: '2026-03-01' }));
    expect(open({ counties: ['150423', '140425'] })).toBe('UNKNOWN_SUBJECT');
    expect(open({ year: '2025' })).toBe('OUT_OF_RANGE');
    expect(open({ keyCounties: ['140481'] })).toBe('UNKNOWN_SUBJECT');
    expect(open({ counties: ['140423', '140423'], keyCounties: [] })).toBe('INVALID_INPUT');
  });
});

describe('A-3.1: whose a score is', () => {
  const water = { office: 'department:14:water' };
  const team = { office: 'inspection-team:14' };
  const correct = (running: Built, one: ContestScore, by: { office: string }, more: object = {}) =>
    running.say('correct', '2026-11-25', { ...one, reason: '录错', ...more }, by);
  const offerOf = (running: Built, operation: string, by: { office: string }) =>
    contest.offer(running.file(), operation, { by, today: '2026-11-25' });
  const refusedAs = (code: string) => ({ isOffered: false, refusal: { code } });

  it('before publication each office corrects its own scores alone', () => {
    const running = scored();
    const evaluation = scoreOf('140425', 'departments', 'duty', 90);
    expect(offerOf(running, 'correct', water)).toMatchObject(refusedAs('WRONG_STAGE'));
    expect(codeOf(correct(running, evaluation, water))).toBe('WRONG_STAGE');
    running.say('importMembership', '2026-10-03', { keyCounties: counties, source: '新名单', reason: '调整' }, office);
    running.say('scoreAll', '2026-10-04', { scores: [scoreOf('140425', 'on-site', 'duty', 70)] }, team);
    expect(correct(running, scoreOf('140425', 'daily', 'duty', 90), team)).toMatchObject({
      code: 'NOT_ALLOWED',
      field: 'county',
    });
    expect(codeOf(correct(running, scoreOf('140425', 'on-site', 'duty', 71), office))).toBe('NOT_ALLOWED');
    expect(codeOf(correct(running, scoreOf('140425', 'on-site', 'duty', 71), team))).toBe('admitted');
    expect(codeOf(correct(running, evaluation, department))).toBe('admitted');
  });

  it('after publication only the publishing office corrects, whoever gave the score', () => {
    const running = published();
    const evaluation = scoreOf('140429', 'departments', 'duty', 90);
    const number = '晋巩固衔接办〔2026〕31号';
    expect(offerOf(running, 'correct', department)).toMatchObject(refusedAs('NOT_ALLOWED'));
    expect(codeOf(correct(running, evaluation, department, { number }))).toBe('NOT_ALLOWED');
    expect(offerOf(running, 'correct', office)).toMatchObject({ isOffered: true });
    expect(codeOf(correct(running, evaluation, office, { number }))).toBe('admitted');
  });

  it('is corrected not before it was published, under a number of its own', () => {
    const running = published();
    const correction = {
      ...scoreOf('140429', 'daily', 'work', 100),
      reason: '录错',
      number: '晋巩固衔接办〔2026〕31号',
    };
    expect(running.say('correct', '2026-11-19', correction, office)).toMatchObject({
      code: 'BEFORE_BEGINNING',
      field: 'occurredOn',
    });
    const used = { ...correction, number: '晋巩固衔接办〔2026〕30号' };
    expect(running.say('correct', '2026-11-25', used, office)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'number',
    });
  });

  it('is offered to be given until publication, and published once', () => {
    expect(offerOf(scored(), 'scoreAll', team)).toMatchObject({ isOffered: true });
    expect(offerOf(published(), 'scoreAll', team)).toMatchObject(refusedAs('CLOSED_PERIOD'));
    expect(offerOf(published(), 'publish', office)).toMatchObject(refusedAs('ALREADY_DONE'));
    expect(offerOf(published(), 'importMembership', office)).toMatchObject(refusedAs('WRONG_STAGE'));
    for (const by of ['leading-group-office:15', 'leading-group-office:1404', 'inspection-team:14'])
      expect(offerOf(scored(), 'publish', { office: by })).toMatchObject(refusedAs('NOT_ALLOWED'));
  });

  it('is of a contest that the province alone begins', () =>
    expect(
      codeOf(judgeBeginningOf(contest, opening, { openedOn: '2026-03-01', by: { office: 'inspection-team:14' } })),
    ).toBe('NOT_ALLOWED'));
});
