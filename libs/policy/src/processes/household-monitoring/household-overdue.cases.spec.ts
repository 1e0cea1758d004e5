import { heardBy, missed } from '../../case/case-builder';
import {
  builtPlan,
  identifiedEpisode,
  openEpisode,
  township,
  willing,
  withoutLabour,
  type Episode,
  type EpisodeSettings,
} from './household-builder';

const planned = (settings: EpisodeSettings = {}): Episode => {
  const episode = identifiedEpisode('2026-07-10', willing, settings);
  episode.say('plan', '2026-07-12', builtPlan, township);
  return episode;
};
const struck = (): Episode =>
  openEpisode({
    openedOn: '2026-07-01',
    opening: { kind: 'sudden-hardship', greenChannel: { event: '火灾', eventOn: '2026-07-01', reportedOn: null } },
  });

/** What is owed, in which household, and until when. */
type Owed = [obligation: string, deadline: string, episode: () => Episode, due: string];

const owed: Owed[] = [
  ['A-2.1.f', 'identification', () => openEpisode(), '2026-07-16'],
  ['A-2.1.g', 'plan', () => identifiedEpisode('2026-07-10'), '2026-07-20'],
  ['A-2.1.h', 'measures', () => planned(), '2026-08-04'],
  ['A-2.1.l', 'review:1', () => identifiedEpisode('2026-07-10', withoutLabour), '2027-01-10'],
  ['B-3.2.e', 'measures', () => planned({ settings: { measuresClock: 'from-identification-15' } }), '2026-07-25'],
  ['B-3.2.f', 'first-help', struck, '2026-07-02'],
];
const hearing = ['party-committee:140423100', 'leading-group-office:140423', 'leading-group-office:1404'] as const;

describe('OBLIGATIONS, way T: the day passes and a household was not helped', () => {
  it.each(owed)('%s: %s', (_, id, episode, due) => expect(missed(episode(), id)).toEqual(heardBy(due, hearing)));
});
