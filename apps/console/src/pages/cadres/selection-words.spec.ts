import { selectionCheck, type SelectionSubject } from '@duban/policy/processes/cadre-posting/selection-check';
import { basePolicy, settingsOf } from '@duban/policy/settings/policy-set';
import { conditionsOf } from './selection-words';

const settings = settingsOf(basePolicy);
const on = '2026-03-01';
const sound: SelectionSubject = {
  ...{ role: 'team-leader', senderLevel: 'city', bornOn: '1980-05-01', education: 'bachelor', identity: 'ok' },
  annualAssessments: [2023, 2024, 2025].map((year) => ({ year, grade: 'competent' as const })),
};
const states = (more: Partial<SelectionSubject>) =>
  conditionsOf({ ...sound, ...more }, on, settings).map(({ state }) => state);

it.each<[Partial<SelectionSubject>, string[]]>([
  [{}, ['met', 'met', 'met', 'met']],
  [{ bornOn: '1975-02-01' }, ['met', 'unmet', 'met', 'met']],
  [{ bornOn: '1975-02-01', role: 'member' }, ['met', 'met', 'met', 'met']],
  [{ education: 'secondary' }, ['met', 'met', 'unmet', 'met']],
  [{ education: 'secondary', senderLevel: 'county' }, ['met', 'met', 'met', 'met']],
  [{ identity: undefined }, ['met', 'met', 'met', 'open']],
  [{ identity: 'not-ok' }, ['met', 'met', 'met', 'unmet']],
  [{ annualAssessments: [{ year: 2025, grade: 'basically-competent' }] }, ['unmet', 'met', 'met', 'met']],
  [{ annualAssessments: [] }, ['unmet', 'met', 'met', 'met']],
  [
    { annualAssessments: sound.annualAssessments.slice(0, 2), careerBegan: '2024-01-10' },
    ['open', 'met', 'met', 'met'],
  ],
])('%j is found %j', (more, expected) => expect(states(more)).toEqual(expected));

it('agrees with the check as a whole, whatever is wrong at once', () => {
  for (const bornOn of ['1960-01-01', '1974-01-01', '1990-01-01'])
    for (const education of ['below-secondary', 'college'] as const)
      for (const identity of ['ok', 'not-ok', undefined] as const) {
        const subject = { ...sound, bornOn, education, identity };
        const { failures, flags } = selectionCheck(subject, on, settings);
        const found = conditionsOf(subject, on, settings);
        expect(found.filter(({ state }) => state === 'unmet')).toHaveLength(failures.length);
        expect(found.flatMap(({ why }) => why ?? []).sort()).toEqual(
          [...failures, ...flags].map(({ what }) => what).sort(),
        );
      }
});
