import { buildCase } from '../../case/case-builder';
import { interview } from '../interview/interview';
import type { InterviewOpening } from '../interview/interview-acts';
import { cadrePosting } from './cadre-posting';
import { act, held, low, notLow, organization, postingFile, type BuiltAct } from './posting-builder';

const both = [low('2026-08', '2026-09-07'), low('2026-09', '2026-10-08')];
const consequencesOf = (acts: readonly BuiltAct[]) => cadrePosting.view(postingFile(acts)).consequences;
const talksOf = (acts: readonly BuiltAct[]) =>
  consequencesOf(acts).flatMap((one) =>
    one.kind === 'tell' && one.operation.startsWith('talk') ? [`${one.operation} ${one.caseId} ${one.on}`] : [],
  );
const startOf = (acts: readonly BuiltAct[]) => consequencesOf(acts).find(({ key }) => key.startsWith('interview:'));

describe('case 72 (C-3.5.d, D16): low in August and September 2026', () => {
  it('a talk is owed, due 18 Oct, and both months hear of it', () => {
    const start = startOf(both);
    if (start?.kind !== 'start') throw new Error('no talk');
    const running = buildCase(interview, {
      caseId: start.caseId,
      openedOn: start.on,
      opening: start.opening as unknown as InterviewOpening,
    });
    expect(running.deadline('interview')).toMatchObject({
      trigger: '2026-10-08',
      due: '2026-10-18',
      owner: organization,
    });
    expect(talksOf(both)).toEqual([
      'talkOwed assessment:140423:2026-08 2026-10-08',
      'talkOwed assessment:140423:2026-09 2026-10-08',
    ]);
  });

  it('when August is corrected on 15 Oct, the talk is withdrawn and holds neither month open', () => {
    const corrected = [...both, notLow('2026-08', '2026-10-15')];
    expect(startOf(corrected)).toBeUndefined();
    expect(talksOf(corrected)).toEqual([]);
    expect(consequencesOf(both).find(({ key }) => key.startsWith('talkOwed'))).toMatchObject({
      withdraw: 'talkDropped',
    });
  });

  it('a talk that was held, and handling after it, is told to the months it rests on', () => {
    const first = held('2026-10-12', '2026-10-08', ['2026-08', '2026-09']);
    expect(talksOf([...both, first])).toContain('talkHeld assessment:140423:2026-08 2026-10-12');
    const more = [low('2026-10', '2026-11-05'), low('2026-11', '2026-12-04')];
    const second = held('2026-12-10', '2026-12-04', ['2026-10', '2026-11']);
    const handled = act('organizationalHandling', '2026-12-12', { decision: 'none', reason: '情节轻微' }, organization);
    const told = talksOf([...both, first, ...more, second, handled]);
    for (const month of ['2026-08', '2026-09', '2026-10', '2026-11'])
      expect(told).toContain(`talkHandled assessment:140423:${month} 2026-12-12`);
  });
});
