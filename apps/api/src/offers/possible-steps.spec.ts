import {
  helpedEpisode,
  identifiedEpisode,
  openEpisode,
  township as townshipActor,
  villageCommittee,
} from '@duban/policy/processes/household-monitoring/household-builder';
import { callerOf, type Caller } from '../auth/caller';
import type { NextStep } from '../deadlines/next-act';
import { possibleStepOf } from './possible-steps';

const village = 'village-committee:140423100201';
const township = 'party-committee:140423100';
const bureau = 'revitalization-bureau:140423';
const today = '2026-07-04';

const reported = openEpisode().file();
const reviewed = (() => {
  const episode = openEpisode();
  episode.say('villageReview', '2026-07-02', {}, villageCommittee);
  return episode.file();
})();
const checked = (() => {
  const episode = openEpisode();
  episode.say('villageReview', '2026-07-02', {}, villageCommittee);
  episode.say('townshipCheck', '2026-07-03', {}, townshipActor);
  return episode.file();
})();

const stepOf = (id: string, file: typeof reported, office: string, on = today): NextStep => {
  const caller = callerOf(office) as Caller;
  const row = { process: 'household-monitoring', id, state: 'open', deadline: { owner: township } } as Parameters<
    typeof possibleStepOf
  >[0];
  return possibleStepOf(row, caller, { file, caller, today: on });
};

it.each([
  ['the village reviews first', reported, village, 'villageReview', null],
  ['the township waits for the village', reported, township, 'townshipCheck', '须先完成村级评议'],
  ['then the township checks', reviewed, township, 'townshipCheck', null],
  ['the bureau waits for the township', reviewed, bureau, 'identify', '须先完成乡镇核查'],
  ['then the bureau identifies', checked, bureau, 'identify', null],
])('the identification of a household: %s', (_, file, office, operation, waits) => {
  const { nextAct, notYet } = stepOf('identification', file, office);
  expect(nextAct?.operation).toBe(operation);
  expect(notYet).toEqual(waits === null ? null : expect.stringContaining(waits));
});

it('the measures wait for the plan, and are possible once it is there', () => {
  expect(stepOf('measures', identifiedEpisode('2026-07-10').file(), township, '2026-07-12')).toMatchObject({
    nextAct: { operation: 'measures' },
    notYet: expect.stringContaining('帮扶计划') as string,
  });
  expect(stepOf('plan', identifiedEpisode('2026-07-10').file(), township, '2026-07-12')).toMatchObject({
    nextAct: { operation: 'plan' },
    notYet: null,
  });
});

it('nothing for an office that has no part in it, nor of a case that cannot be read', () => {
  expect(stepOf('identification', reported, 'leading-group-office:140423')).toEqual({ nextAct: null, notYet: null });
  expect(stepOf('review:1', helpedEpisode().file(), village)).toEqual({ nextAct: null, notYet: null });
  const row = {
    process: 'household-monitoring',
    id: 'identification',
    state: 'open',
    deadline: { owner: township },
  } as Parameters<typeof possibleStepOf>[0];
  expect(possibleStepOf(row, callerOf(township) as Caller, undefined)).toEqual({ nextAct: null, notYet: null });
});
