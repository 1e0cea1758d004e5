import { heardBy, missed } from '../../case/case-builder';
import {
  builtPlan,
  county,
  helpedEpisode,
  identifiedEpisode,
  openEpisode,
  safe,
  township,
  villageCommittee,
  willing,
  withoutLabour,
  type Episode,
  type EpisodeSettings,
} from './household-builder';
import type { HouseholdFeature } from './household-acts';

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

describe('OBLIGATIONS A-2.1: watched households', () => {
  it.each<[string, HouseholdFeature]>([
    ['A-2.1.m', 'serious-illness'],
    ['A-2.1.n', 'disability'],
    ['A-2.1.o', 'new-subsistence-allowance'],
  ])('%s: %s is not approved without a second check by another person', (_, feature) => {
    const { say } = helpedEpisode(willing, { opening: { features: [feature] } });
    say('signElimination', '2027-01-20', safe, villageCommittee);
    say('checkElimination', '2027-01-21', {}, township);
    expect(say('eliminate', '2027-01-22', safe, county)).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      detail: expect.stringContaining('二次核查'),
    });
    say('secondCheck', '2027-01-21', { confirmed: true }, township);
    expect(say('eliminate', '2027-01-22', safe, county)).toMatchObject({ admitted: true });
  });
});
