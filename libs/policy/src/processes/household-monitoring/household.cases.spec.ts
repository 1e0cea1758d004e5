import fc from 'fast-check';
import { measureTypes, type MeasureType } from '../../base/measure-types';
import { codeOf } from '../../case/case-builder';
import { judgeChanges } from '../../settings/policy-set';
import { shanxi2023 } from '../../settings/shanxi-2023';
import type { Labour, MeasureKind } from './household-acts';
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
} from './household-builder';

describe('case 55 (A-2.1.f-h): a lead of 1 July 2026', () => {
  it('is identified by the 16th, and done on the 16th but recorded on the 17th it is in time', () => {
    const { say, deadline } = openEpisode({ today: '2026-07-17' });
    expect(deadline('identification')).toMatchObject({ due: '2026-07-16' });
    say('villageReview', '2026-07-14');
    say('townshipCheck', '2026-07-15', {}, township);
    say('identify', '2026-07-16', willing, county);
    expect(deadline('identification')).toMatchObject({ metOn: '2026-07-16' });
  });

  it('asks for the plan by Sunday 26 July, with no rollover, and for measures by 10 August', () => {
    const { deadline } = identifiedEpisode('2026-07-16');
    expect(deadline('plan')).toMatchObject({ due: '2026-07-26' });
    expect(deadline('measures')).toMatchObject({ due: '2026-08-10' });
  });
});

/** Identified on 10 July 2026 and planned; measures are then recorded. */
const planned = (labour: Labour, wishesToWork: boolean) => {
  const episode = identifiedEpisode('2026-07-10', { labour, wishesToWork, wholeHouseholdWithoutLabour: false });
  episode.say('plan', '2026-07-12', builtPlan, township);
  return episode;
};
const measures = (kind: MeasureKind, type: MeasureType, more: object = {}) => ({
  measures: [{ kind, type, what: '帮扶' }],
  tagged: true,
  ...more,
});

describe('case 56 (B-3.2.a, D11): the type of a measure decides, not how it is tagged', () => {
  it('refuses 低保 tagged as development where there is labour and a wish, and says which types would do', () =>
    expect(
      planned('full', true).say('measures', '2026-07-20', measures('development', 'subsistence-allowance'), township),
    ).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      clause: 'B-3.2',
      field: 'measures',
      detail: expect.stringContaining('产业帮扶、就业帮扶、公益岗位'),
    }));

  it.each<[MeasureType, MeasureKind]>([
    ['training', 'development'],
    ['public-welfare-post', 'development'],
    ['training', 'safety-net'],
  ])('accepts %s, tagged %s', (type, kind) =>
    expect(codeOf(planned('full', true).say('measures', '2026-07-20', measures(kind, type), township))).toBe(
      'admitted',
    ),
  );

  it('(B-3.2.b) accepts 低保 alone for weak labour without a wish, with the attempt recorded or asked for', () => {
    const only = measures('safety-net', 'subsistence-allowance');
    expect(planned('weak', false).say('measures', '2026-07-20', only, township)).toMatchObject({
      admitted: true,
      told: expect.stringContaining('探索'),
    });
    const attempted = { ...only, developmentAttempt: '介绍保洁岗位，本人暂不能胜任' };
    expect(planned('weak', false).say('measures', '2026-07-20', attempted, township)).toEqual({
      admitted: true,
      keep: true,
    });
  });

  it('keeps an elimination from being signed on a measure that is development by its tag alone', () => {
    const { say, view } = helpedEpisode({ ...willing, wishesToWork: false });
    say('changeCapacity', '2026-08-01', willing, township);
    expect(view().listed['lacksDevelopmentMeasure']).toBe(false);
    const tagged = identifiedEpisode('2026-07-10', { ...willing, wishesToWork: false });
    tagged.say('plan', '2026-07-12', builtPlan, township);
    tagged.say('measures', '2026-07-20', measures('development', 'subsistence-allowance'), township);
    tagged.say('changeCapacity', '2026-08-01', willing, township);
    expect(tagged.view().listed['lacksDevelopmentMeasure']).toBe(true);
    expect(tagged.say('signElimination', '2027-01-20', safe, villageCommittee)).toMatchObject({
      answer: { signed: 'refused', reasons: [expect.stringContaining('开发式')] },
    });
  });

  it.each([[['subsistence-allowance']], [['health', 'industry']], [[]], [['industry', 'industry']], ['industry']])(
    'an office may not choose %j',
    (developmentTypes) => expect(judgeChanges({ developmentTypes })).toMatchObject({ code: 'OUT_OF_RANGE' }),
  );

  it('follows the types an office has chosen', () => {
    const episode = identifiedEpisode('2026-07-10', willing, { settings: { developmentTypes: ['industry'] } });
    episode.say('plan', '2026-07-12', builtPlan, township);
    expect(codeOf(episode.say('measures', '2026-07-20', measures('development', 'training'), township))).toBe(
      'CONDITIONS_NOT_MET',
    );
  });

  it('whatever is recorded and however it is tagged: refused exactly where labour and a wish meet no development type', () => {
    const types = Object.keys(measureTypes) as MeasureType[];
    const measure = fc.record({
      kind: fc.constantFrom<MeasureKind>('development', 'safety-net'),
      type: fc.constantFrom(...types),
      what: fc.constant('帮扶'),
    });
    fc.assert(
      fc.property(
        fc.array(measure, { minLength: 1, maxLength: 4 }),
        fc.constantFrom<Labour>('full', 'half', 'weak', 'none'),
        fc.boolean(),
        (list, labour, wishes) => {
          const isOwed = labour !== 'none' && wishes;
          const has = list.some(({ type }) => shanxi2023.developmentTypes.value.some((one) => one === type));
          expect(codeOf(planned(labour, wishes).say('measures', '2026-07-20', { measures: list }, township))).toBe(
            isOwed && !has ? 'CONDITIONS_NOT_MET' : 'admitted',
          );
        },
      ),
    );
  });
});

describe('case 59 (C-2.3.k): measures in place on 20 July 2026', () => {
  const cadre = { ...villageCommittee, person: 'C1' };

  it('C1 signing on 19 January 2027 is answered refused and recorded', () =>
    expect(helpedEpisode().say('signElimination', '2027-01-19', safe, cadre)).toMatchObject({
      admitted: true,
      keep: false,
      told: expect.stringContaining('已记录'),
      answer: { signed: 'refused' },
    }));

  it('on 20 January 2027, all else met, it is signed', () =>
    expect(helpedEpisode().say('signElimination', '2027-01-20', safe, cadre)).toMatchObject({
      admitted: true,
      keep: true,
      answer: { signed: 'signed', reasons: [] },
    }));
});
