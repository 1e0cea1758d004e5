import { describe, expect, it } from '@jest/globals';
import { cadrePosting } from './cadre-posting';
import {
  absence,
  act,
  approval,
  held,
  low,
  organization,
  postingFile,
  recall,
  reminder,
  type BuiltAct,
  type BuiltMore,
} from './posting-builder';

const escalation = (acts: BuiltAct[], more?: BuiltMore) => cadrePosting.view(postingFile(acts, more)).escalation;
const rungs = (acts: BuiltAct[], more?: BuiltMore) =>
  escalation(acts, more).steps.map(({ rung, path, state }) => `${rung}/${path}/${state}`);

describe('clause C-3.7: 提醒 → 约谈 → 召回／组织处理 in one view', () => {
  it('begins with nothing', () => {
    expect(escalation([])).toEqual({
      rung: 'none',
      rungName: '无',
      absences: { count: 0, forRecall: 2 },
      ranking: { lowRun: 0, lowForInterview: 2, named: 0, namedForInterview: 2, held: 0, heldForHandling: 2 },
      steps: [],
    });
  });

  it('knows no interview on the way from absence to recall', () => {
    const acts = [absence('2026-09-10'), reminder('2026-09-10', '2026-09-11'), absence('2026-09-20')];
    expect(rungs(acts)).toEqual(['reminder/absence/done', 'recall/absence/called-for']);
    expect(escalation(acts)).toMatchObject({ rung: 'recall', absences: { count: 2 } });
  });

  it('knows no reminder on the way from ranking to interview', () => {
    const acts = [low('2026-08', '2026-09-05'), low('2026-09', '2026-10-05')];
    expect(rungs(acts)).toEqual(['interview/ranking/called-for']);
    expect(rungs([...acts, held('2026-10-08', '2026-10-05', ['2026-08', '2026-09'])])).toEqual([
      'interview/ranking/done',
    ]);
    expect(escalation(acts)).toMatchObject({ rung: 'interview', ranking: { lowRun: 0 } });
  });

  it('shows a step that waits for the notice before it', () => {
    expect(rungs([absence('2026-09-10'), absence('2026-09-20')])).toEqual([
      'reminder/absence/called-for',
      'recall/absence/waiting',
    ]);
    expect(rungs([low('2026-08', '2026-09-05'), low('2026-09', '2026-10-05', false)])).toEqual([
      'interview/ranking/waiting',
    ]);
  });

  it('goes back when leave approved afterwards takes the ground away', () => {
    expect(escalation([absence('2026-09-10'), approval('2026-09-10', '2026-09-12')])).toMatchObject({
      rung: 'none',
      steps: [],
    });
  });

  it('counts one low month as a run of one', () => {
    expect(escalation([low('2026-08', '2026-09-05')])).toMatchObject({ rung: 'none', ranking: { lowRun: 1 } });
  });
});

describe('clause C-2.1: recall outside the ladders', () => {
  it('is shown for a failed selection check and waits for nothing', () => {
    const failed = { opening: { identity: 'not-ok' as const } };
    expect(rungs([], failed)).toEqual(['recall/selection/called-for']);
    expect(rungs([recall('2026-07-03', 'selection')], failed)).toEqual(['recall/selection/done']);
  });

  it('is shown for a recall decided by handling', () => {
    const handling = act(
      'organizationalHandling',
      '2026-09-03',
      { decision: 'recall', reason: '情节较重', path: 'misconduct' },
      organization,
    );
    expect(rungs([act('misconduct', '2026-09-01', { kind: 'poor-work', what: '帮扶不力' }), handling])).toEqual([
      'recall/decision/called-for',
    ]);
  });
});
