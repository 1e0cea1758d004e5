import fc from 'fast-check';
import { codeOf, judgeBeginningOf, type BuiltCase } from '../../case/case-builder';
import { isInScope } from '../../case/scope';
import { firstTownship, builtScores } from '../monthly-assessment/month-builder';
import { townshipScores } from './township-scores';
import type { TownshipScoresOpening } from './township-scores-acts';

const score = (cadre: string, task = 80, presence = 90) => ({ cadre, task, presence });
const all = { scores: ['C01', 'C02', 'C03'].map((cadre) => score(cadre)) };
const lastTold = (scores: BuiltCase<TownshipScoresOpening>) => scores.view().consequences.at(-1);

describe('clause C-3.5: by the 5th of the following month', () => {
  it.each([
    ['2026-11', '2026-12-01', '2026-12-07', 'Saturday the 5th: Monday is the last day'],
    ['2026-09', '2026-10-01', '2026-10-08', 'the 5th within the National Day holiday'],
    ['2026-10', '2026-11-01', '2026-11-05', 'Thursday the 5th'],
    ['2026-01', '2026-02-01', '2026-02-05', 'Thursday before the Spring Festival'],
  ])('%s, opened %s: due %s (%s)', (month, openedOn, due) => {
    expect(builtScores({ month, openedOn }).deadline('scores')).toMatchObject({
      due,
      owner: `party-committee:${firstTownship}`,
      line: 'stationing',
    });
  });

  it('is met on the day of the last act needed, not on that of a correction', () => {
    const scores = builtScores();
    scores.say('score', '2026-12-03', score('C01'));
    scores.say('leaveUnscored', '2026-12-04', { cadre: 'C02', reason: '长期病假' });
    expect(scores.view().stage).toBe('scoring');
    scores.say('score', '2026-12-02', score('C03'));
    scores.say('correct', '2026-12-09', { ...score('C01', 70), reason: '漏计一项任务' });
    expect(scores.deadline('scores')?.metOn).toBe('2026-12-04');
    expect(scores.view()).toMatchObject({ stage: 'complete', listed: { scored: 2, unscored: 1, open: 0, late: 0 } });
  });

  it('accepts scores after the cut until the bulletin and shows them as late', () => {
    const scores = builtScores();
    scores.say('scoreAll', '2026-12-08', all);
    expect(scores.view().listed).toMatchObject({ late: 3 });
    expect(scores.deadline('scores')).toMatchObject({ metOn: '2026-12-08', due: '2026-12-07' });
  });
});

describe('clause C-3.5: wrong scores', () => {
  it.each([
    [score('C01', 100.1), 'OUT_OF_RANGE', 'task'],
    [score('C01', -0.1), 'OUT_OF_RANGE', 'task'],
    [score('C01', 80, 85.25), 'OUT_OF_RANGE', 'presence'],
    [score('C01', Number.NaN), 'OUT_OF_RANGE', 'task'],
    [score('C09'), 'UNKNOWN_SUBJECT', 'cadre'],
  ])('%j is refused', (body, code, field) => {
    expect(builtScores().say('score', '2026-12-03', body)).toMatchObject({
      admitted: false,
      code,
      field,
      clause: 'C-3.5',
    });
  });

  it.each([0, 100, 85.3, 0.1, 99.9])('%d stands', (value) => {
    expect(codeOf(builtScores().say('score', '2026-12-03', score('C01', value)))).toBe('admitted');
  });

  it('refuses a second plain score, even the same one', () => {
    const scores = builtScores();
    scores.say('score', '2026-12-03', score('C01'));
    expect(scores.say('score', '2026-12-04', score('C01'))).toMatchObject({ code: 'DUPLICATE_SCORE', field: 'cadre' });
    expect(scores.say('scoreAll', '2026-12-04', all)).toMatchObject({
      code: 'DUPLICATE_SCORE',
      field: 'scores.0.cadre',
    });
  });

  it('takes a whole township or nothing, and names the line at fault', () => {
    const scores = builtScores();
    expect(scores.say('scoreAll', '2026-12-03', { scores: [score('C01'), score('C02', 101)] })).toMatchObject({
      code: 'OUT_OF_RANGE',
      field: 'scores.1.task',
    });
    expect(scores.say('scoreAll', '2026-12-03', { scores: [score('C01'), score('C01')] })).toMatchObject({
      code: 'DUPLICATE_SCORE',
      field: 'scores.1.cadre',
    });
    expect(scores.view().listed).toMatchObject({ scored: 0, open: 3 });
    expect(scores.say('scoreAll', '2026-12-03', all)).toMatchObject({ admitted: true, answer: { scored: 3, open: 0 } });
  });

  it('corrects only what stands, and not before its day', () => {
    const scores = builtScores();
    const correction = { ...score('C01', 70), reason: '漏计' };
    expect(codeOf(scores.say('correct', '2026-12-03', correction))).toBe('CONDITIONS_NOT_MET');
    scores.say('score', '2026-12-03', score('C01'));
    expect(codeOf(scores.say('correct', '2026-12-02', correction))).toBe('BEFORE_BEGINNING');
    expect(codeOf(scores.say('correct', '2026-12-03', correction))).toBe('admitted');
  });

  it('lets a cadre left unscored be scored after all, but not the other way round', () => {
    const scores = builtScores();
    scores.say('leaveUnscored', '2026-12-03', { cadre: 'C01', reason: '请假' });
    expect(scores.say('leaveUnscored', '2026-12-03', { cadre: 'C01', reason: '请长假' })).toMatchObject({
      admitted: true,
      keep: false,
    });
    expect(codeOf(scores.say('score', '2026-12-04', score('C01')))).toBe('admitted');
    expect(codeOf(scores.say('leaveUnscored', '2026-12-04', { cadre: 'C01', reason: '请假' }))).toBe('ALREADY_DONE');
  });
});

describe('clause C-3.5: the county hears every act', () => {
  it('tells what the act means for its cadres, and nothing twice', () => {
    const scores = builtScores();
    scores.say('score', '2026-12-03', score('C01'));
    expect(lastTold(scores)).toMatchObject({
      caseId: 'assessment:140423:2026-11',
      operation: 'sheetReceived',
      on: '2026-12-03',
      body: { township: firstTownship, version: 2, scores: [score('C01')], unscored: [] },
    });
    scores.say('leaveUnscored', '2026-12-04', { cadre: 'C02', reason: '请假' });
    expect(lastTold(scores)).toMatchObject({ body: { version: 3, scores: [], unscored: ['C02'] } });
    expect(new Set(scores.view().consequences.map(({ key }) => key)).size).toBe(2);
  });
});

describe('clause C-3.5 [D month-corrections]: after the bulletin', () => {
  const closed = () => {
    const scores = builtScores();
    scores.say('score', '2026-12-03', score('C01'));
    scores.say('score', '2026-12-11', score('C02'));
    scores.say('monthClosed', '2026-12-11', { bulletin: '襄驻办〔2026〕9号', counted: 2 });
    return scores;
  };

  it('is closed: scores and corrections go to the county', () => {
    const refused = closed().say('score', '2026-12-12', score('C03'));
    expect(refused).toMatchObject({ code: 'CASE_ENDED' });
    expect(refused.admitted ? '' : refused.detail).toContain('县驻村办');
    expect(closed().view()).toMatchObject({ stage: 'closed', ended: { on: '2026-12-11', outcome: 'published' } });
  });

  it('drops what is still owed, and hands a score that crossed with the bulletin to the county', () => {
    expect(closed().deadline('scores')).toMatchObject({ dropped: { on: '2026-12-11' } });
    expect(closed().view().notices).toMatchObject([
      { key: 'uncounted', to: 'stationing-office:140423', kind: 'repair' },
    ]);
    expect(closed().view().notices[0]?.text).toContain('〔C02〕');
    expect(closed().view().notices[0]?.text).not.toContain('〔C01〕');
  });
});

describe('clause C-3.5: a sheet is its own township’s', () => {
  const said = [
    ['score', score('C01')],
    ['scoreAll', all],
    ['correct', { ...score('C02', 70), reason: '漏计' }],
    ['leaveUnscored', { cadre: 'C03', reason: '请假' }],
  ] as const;
  const begun = () => {
    const scores = builtScores();
    scores.say('score', '2026-12-02', score('C02'));
    return scores;
  };

  it.each([
    'party-committee:140423101',
    'party-committee:140423',
    'stationing-office:140423',
    'village-party-secretary:140423100201',
    'dispatching-unit:1404:U0',
  ])('%s may not fill it', (office) => {
    for (const [operation, body] of said)
      expect(codeOf(begun().say(operation, '2026-12-03', body, { office }))).toBe('NOT_ALLOWED');
  });

  it('is seen by its township and those above, by no village and no unit', () => {
    const sees = (office: string) => isInScope(townshipScores.scope(begun().file()), office);
    expect([`party-committee:${firstTownship}`, 'stationing-office:140423'].map(sees)).toEqual([true, true]);
    expect(
      ['party-committee:140423101', 'village-committee:140423100201', 'dispatching-unit:1404:U0'].map(sees),
    ).toEqual([false, false, false]);
  });

  it('is closed by the system alone', () =>
    expect(
      codeOf(
        builtScores().say(
          'monthClosed',
          '2026-12-11',
          { bulletin: '9号', counted: 0 },
          { office: 'stationing-office:140423' },
        ),
      ),
    ).toBe('NOT_ALLOWED'));

  it('begins with the county’s month, never by an office', () => {
    const opening = builtScores().file().opening;
    const by = { office: `party-committee:${firstTownship}` };
    const open = (more: object) =>
      codeOf(judgeBeginningOf(townshipScores, opening, { openedOn: '2026-12-01', ...more }));
    expect(open({ by })).toBe('NOT_ALLOWED');
    expect(open({})).toBe('admitted');
  });
});

describe('clause C-3.5: what is left to do on a sheet', () => {
  const by = { office: `party-committee:${firstTownship}` };
  const offered = (scores: BuiltCase<TownshipScoresOpening>) =>
    Object.fromEntries(
      ['score', 'scoreAll', 'correct', 'leaveUnscored'].map((operation) => {
        const offer = townshipScores.offer(scores.file(), operation, { by, today: '2026-12-04' });
        return [operation, offer.isOffered || offer.refusal.code];
      }),
    );

  it('while nobody is scored: anything but a correction', () =>
    expect(offered(builtScores())).toEqual({
      score: true,
      scoreAll: true,
      correct: 'CONDITIONS_NOT_MET',
      leaveUnscored: true,
    }));

  it('while somebody is without a score, left unscored or not: everything', () => {
    const scores = builtScores();
    scores.say('scoreAll', '2026-12-03', { scores: all.scores.slice(1) });
    scores.say('leaveUnscored', '2026-12-03', { cadre: 'C01', reason: '请假' });
    expect(offered(scores)).toEqual({ score: true, scoreAll: true, correct: true, leaveUnscored: true });
  });

  it('once everybody is scored: a correction', () => {
    const scores = builtScores();
    scores.say('scoreAll', '2026-12-03', all);
    expect(offered(scores)).toEqual({
      score: 'DUPLICATE_SCORE',
      scoreAll: 'DUPLICATE_SCORE',
      correct: true,
      leaveUnscored: 'ALREADY_DONE',
    });
  });

  it('a day before the sheet began is none of its days', () =>
    expect(builtScores().say('score', '2026-11-30', score('C01'))).toMatchObject({
      code: 'BEFORE_BEGINNING',
      field: 'occurredOn',
    }));
});

describe('RULES 0.dates: the order of recording', () => {
  it('changes neither the sheet nor the day it was met', () => {
    const acts = [
      ['score', '2026-12-02', score('C01')],
      ['correct', '2026-12-04', { ...score('C01', 70), reason: '漏计' }],
      ['correct', '2026-12-06', { ...score('C01', 75), reason: '复核' }],
      ['leaveUnscored', '2026-12-03', { cadre: 'C02', reason: '请假' }],
      ['score', '2026-12-05', score('C02')],
      ['score', '2026-12-08', score('C03')],
    ] as const;
    const kept = acts.map(([operation, occurredOn, body], index) => ({
      key: `k${index}`,
      operation,
      occurredOn,
      body,
      by: { office: 'system' as const },
      recordedAt: '',
    }));
    const viewOf = (order: typeof kept) => {
      const { deadlines, listed, stage } = townshipScores.view({
        ...builtScores().file(),
        acts: order.map((act, index) => ({ ...act, sequence: index + 2 })),
      });
      return { deadlines, listed, stage };
    };
    const latestOf = (order: typeof kept) => {
      const file = { ...builtScores().file(), acts: order.map((act, index) => ({ ...act, sequence: index + 2 })) };
      return townshipScores
        .view(file)
        .consequences.map((consequence) =>
          consequence.kind === 'tell' ? [consequence.key, (consequence.body as { scores: unknown }).scores] : [],
        );
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(kept, { minLength: kept.length }), (order) => {
        expect(viewOf(order)).toEqual(viewOf(kept));
        expect(latestOf(order).sort()).toEqual(latestOf(kept).sort());
      }),
    );
  });
});
