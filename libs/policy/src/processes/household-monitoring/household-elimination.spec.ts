import { describe, expect, it } from '@jest/globals';
import {
  county,
  helpedEpisode,
  identifiedEpisode,
  inPlace,
  openEpisode,
  safe,
  builtPlan,
  township,
  villageCommittee,
  willing,
  withoutLabour,
  type Episode,
} from './household-builder';

const admitted = { admitted: true, keep: true };
const refused = (code: string, clause: string) => ({ admitted: false, code, clause });
const otherPerson = { ...villageCommittee, person: 'P9' };
const sign = ({ say }: Episode, on: string, findings: object = safe) =>
  say('signElimination', on, findings, villageCommittee);
const signed = { admitted: true, keep: true, answer: { signed: 'signed', reasons: [] } };
const watched = { opening: { features: ['serious-illness' as const] } };

describe('clause A-2.1: serious illness, disability or new subsistence allowance learnt of later', () => {
  it('asks for the second check by another person, as where it was known from the beginning', () => {
    const { say, view } = helpedEpisode();
    const disability = { features: ['disability'] };
    expect(say('learnFeatures', '2026-09-01', disability, township)).toEqual({ admitted: true, keep: true });
    expect(say('learnFeatures', '2026-09-02', disability, township)).toMatchObject({ keep: false });
    expect(view()).toMatchObject({ listed: { watched: true }, records: [{ row: { watched: true } }] });
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

describe('clause C-2.3: the signature of a stationed cadre', () => {
  it('may be given from the corresponding day six months after the measures', () => {
    const episode = helpedEpisode();
    expect(sign(episode, '2027-01-19')).toMatchObject({
      keep: false,
      answer: { signed: 'refused', reasons: [expect.stringContaining('6 个月')] },
    });
    expect(sign(episode, '2027-01-20')).toEqual(signed);
    expect(episode.view().listed).toMatchObject({ eliminationSigned: true });
  });
  it('is answered refused, told and recorded, with every unmet condition, and changes nothing', () => {
    const episode = helpedEpisode();
    const before = episode.view();
    const verdict = sign(episode, '2026-12-01', {
      incomePerHeadYuan: 7099,
      threeGuaranteesSafe: false,
      waterSafe: false,
      rigidSpendingSolved: false,
    });
    expect(verdict).toMatchObject({ admitted: true, keep: false, told: expect.stringContaining('不得签字') });
    expect(verdict.admitted && (verdict.answer as { reasons: string[] }).reasons).toHaveLength(5);
    expect(episode.view()).toEqual(before);
  });
  it.each([
    [7100, 'signed'],
    [7099, 'refused'],
  ])('with %d yuan a head is %s', (incomePerHeadYuan, answer) => {
    expect(sign(helpedEpisode(), '2027-02-01', { ...safe, incomePerHeadYuan })).toMatchObject({
      answer: { signed: answer },
    });
  });
  it('is answered refused while measures are not in place', () => {
    expect(sign(identifiedEpisode('2026-07-10'), '2027-02-01')).toMatchObject({
      keep: false,
      answer: { signed: 'refused' },
    });
  });
  it('is no act of a household that is not identified, nor of nobody', () => {
    expect(sign(openEpisode(), '2027-02-01')).toMatchObject(refused('WRONG_STAGE', 'A-2.1'));
    expect(
      helpedEpisode().say('signElimination', '2027-02-01', safe, { office: villageCommittee.office }),
    ).toMatchObject({
      ...refused('INVALID_INPUT', 'C-2.3'),
      field: 'person',
    });
  });
  it('tells the second signer that one stands', () => {
    const episode = helpedEpisode();
    sign(episode, '2027-02-01');
    expect(episode.say('signElimination', '2027-02-02', safe, otherPerson)).toMatchObject({
      keep: false,
      answer: { signed: 'signed' },
      told: expect.stringContaining('2027-02-01'),
    });
  });
  it('no longer carries when a correction shows that conditions were not met', () => {
    const episode = helpedEpisode();
    sign(episode, '2027-01-20');
    episode.say('checkElimination', '2027-01-21', {}, township);
    episode.say('correct', '2027-01-22', { step: 'measures', correctedDate: '2026-07-25', reason: '笔误' }, county);
    expect(episode.view().listed).toMatchObject({ eliminationSigned: false });
    expect(episode.say('eliminate', '2027-01-25', safe, county)).toMatchObject(refused('WRONG_STAGE', 'C-2.3'));
  });
});

describe('clause A-2.1: risk elimination', () => {
  const checked = (episode: Episode) => {
    sign(episode, '2027-02-01');
    episode.say('checkElimination', '2027-02-02', {}, township);
    return episode;
  };
  it('goes from the signature over the township check to the county', () => {
    const episode = helpedEpisode();
    expect(episode.say('eliminate', '2027-02-03', safe, county)).toMatchObject(refused('WRONG_STAGE', 'C-2.3'));
    expect(episode.say('checkElimination', '2027-02-03', {}, township)).toMatchObject(refused('WRONG_STAGE', 'C-2.3'));
    sign(episode, '2027-02-01');
    expect(episode.say('eliminate', '2027-02-03', safe, county)).toMatchObject(refused('WRONG_STAGE', 'A-2.1'));
    expect(episode.say('checkElimination', '2027-01-31', {}, township)).toMatchObject(refused('WRONG_STAGE', 'C-2.3'));
    expect(episode.say('checkElimination', '2027-02-02', {}, township)).toMatchObject(admitted);
    expect(episode.say('checkElimination', '2027-02-03', {}, township)).toMatchObject({ keep: false });
    expect(episode.say('eliminate', '2027-02-03', safe, county)).toMatchObject(admitted);
    expect(episode.view()).toMatchObject({
      stage: 'eliminated',
      ended: { on: '2027-02-03', outcome: 'eliminated', outcomeName: '风险消除' },
      records: [],
    });
  });
  it('needs a township check after the signature that carries it', () => {
    const episode = checked(helpedEpisode());
    episode.say('correct', '2027-02-05', { step: 'measures', correctedDate: '2026-08-05', reason: '笔误' }, county);
    expect(sign(episode, '2027-02-10')).toEqual(signed);
    expect(episode.say('eliminate', '2027-02-11', safe, county)).toMatchObject(refused('WRONG_STAGE', 'A-2.1'));
    episode.say('checkElimination', '2027-02-10', {}, township);
    expect(episode.say('eliminate', '2027-02-11', safe, county)).toMatchObject(admitted);
  });
  it('is refused by the county with every unmet condition named', () => {
    const findings = {
      incomePerHeadYuan: 7000,
      threeGuaranteesSafe: false,
      waterSafe: false,
      rigidSpendingSolved: false,
    };
    const verdict = checked(helpedEpisode()).say('eliminate', '2027-02-03', findings, county);
    expect(verdict).toMatchObject({ ...refused('CONDITIONS_NOT_MET', 'A-2.1'), field: 'incomePerHeadYuan' });
    for (const words of ['7100 元', '三保障', '饮水', '刚性支出'])
      expect(verdict).toMatchObject({ detail: expect.stringContaining(words) });
  });
  it('is refused whatever is found while the household itself is not ready, with every reason named', () => {
    const episode = identifiedEpisode('2026-07-10', withoutLabour, { today: '2026-12-01', ...watched });
    episode.say('plan', '2026-07-12', builtPlan, township);
    episode.say('measures', '2026-07-20', inPlace, township);
    const verdict = episode.say('eliminate', '2026-12-01', safe, county);
    expect(verdict).toMatchObject(refused('CONDITIONS_NOT_MET', 'A-2.1'));
    expect(verdict).not.toHaveProperty('field');
    for (const words of ['长期跟踪', '稳定未满', '二次核查'])
      expect(verdict).toMatchObject({ detail: expect.stringContaining(words) });
  });
  it('may be dated on any day that was ready, and not on one on which that had passed', () => {
    const episode = checked(helpedEpisode());
    episode.say('changeCapacity', '2027-03-01', withoutLabour, township);
    expect(episode.say('eliminate', '2027-03-02', safe, county)).toMatchObject({
      ...refused('CONDITIONS_NOT_MET', 'A-2.1'),
      field: 'occurredOn',
      detail: expect.stringContaining('长期跟踪'),
    });
    expect(episode.say('eliminate', '2027-02-02', safe, county)).toMatchObject(admitted);
  });
  it('is refused below the guideline though signed above it (B-2.3.2)', () => {
    expect(
      checked(helpedEpisode()).say('eliminate', '2027-02-03', { ...safe, incomePerHeadYuan: 7099 }, county),
    ).toMatchObject(refused('CONDITIONS_NOT_MET', 'A-2.1'));
  });
  it('is refused before identification, or dated before it', () => {
    expect(openEpisode().say('eliminate', '2026-07-05', safe)).toMatchObject(refused('WRONG_STAGE', 'A-2.1'));
    expect(checked(helpedEpisode()).say('eliminate', '2026-07-09', safe)).toMatchObject(refused('TOO_EARLY', 'A-2.1'));
  });
  it('is refused while the household is wholly without labour, until its labour changes', () => {
    const episode = helpedEpisode(withoutLabour);
    expect(sign(episode, '2027-02-01')).toMatchObject({
      answer: { signed: 'refused', reasons: [expect.stringContaining('长期跟踪')] },
    });
    expect(episode.say('eliminate', '2027-02-01', safe, county)).toMatchObject({
      ...refused('CONDITIONS_NOT_MET', 'A-2.1'),
      detail: expect.stringContaining('长期跟踪'),
    });
    episode.say(
      'changeCapacity',
      '2027-02-01',
      { labour: 'weak', wishesToWork: false, wholeHouseholdWithoutLabour: false },
      township,
    );
    expect(sign(episode, '2027-02-01')).toEqual(signed);
  });
  it('asks for a development measure once there is willing labour', () => {
    const episode = identifiedEpisode('2026-07-10', withoutLabour);
    episode.say('plan', '2026-07-12', builtPlan, township);
    episode.say('measures', '2026-07-20', { measures: [{ kind: 'safety-net', type: 'care', what: '兜底' }] }, township);
    episode.say('changeCapacity', '2026-08-01', willing, township);
    expect(sign(episode, '2027-02-01')).toMatchObject({
      answer: { reasons: [expect.stringContaining('开发式帮扶措施')] },
    });
  });
  it('runs six months clamped to the end of the month', () => {
    const episode = identifiedEpisode('2026-08-30');
    episode.say('plan', '2026-08-30', builtPlan, township);
    episode.say('measures', '2026-08-31', inPlace, township);
    expect(sign(episode, '2027-02-27')).toMatchObject({ answer: { signed: 'refused' } });
    expect(sign(episode, '2027-02-28')).toEqual(signed);
  });
});

describe('clause A-2.1: second check for serious illness, disability and new subsistence allowance', () => {
  const signedAndChecked = () => {
    const episode = helpedEpisode(willing, watched);
    expect(sign(episode, '2027-02-01')).toMatchObject({ ...signed, told: expect.stringContaining('二次核查') });
    episode.say('checkElimination', '2027-02-02', {}, township);
    return episode;
  };
  it('is needed before the county approves', () => {
    const episode = signedAndChecked();
    expect(episode.view().listed).toMatchObject({ watched: true });
    expect(episode.say('eliminate', '2027-02-05', safe, county)).toMatchObject({
      ...refused('CONDITIONS_NOT_MET', 'A-2.1'),
      detail: expect.stringContaining('二次核查'),
    });
    expect(episode.say('secondCheck', '2027-02-03', { confirmed: true }, otherPerson)).toMatchObject(admitted);
    expect(episode.say('eliminate', '2027-02-05', safe, county)).toMatchObject(admitted);
  });
  it('is refused by the person who signed, and does not count when that person checked before signing', () => {
    expect(signedAndChecked().say('secondCheck', '2027-02-03', { confirmed: true }, villageCommittee)).toMatchObject({
      ...refused('NOT_ALLOWED', 'A-2.1'),
      detail: expect.stringContaining('签字提出人以外'),
    });
    const episode = helpedEpisode(willing, watched);
    episode.say('secondCheck', '2027-01-31', { confirmed: true }, villageCommittee);
    sign(episode, '2027-02-01');
    episode.say('checkElimination', '2027-02-02', {}, township);
    expect(episode.say('eliminate', '2027-02-05', safe, county)).toMatchObject(refused('CONDITIONS_NOT_MET', 'A-2.1'));
  });
  it('does not carry when it finds the risk not gone; the last one counts', () => {
    const episode = signedAndChecked();
    episode.say('secondCheck', '2027-02-04', { confirmed: false }, otherPerson);
    episode.say('secondCheck', '2027-02-03', { confirmed: true }, otherPerson);
    expect(episode.say('eliminate', '2027-02-05', safe, county)).toMatchObject(refused('CONDITIONS_NOT_MET', 'A-2.1'));
  });
  it('comes after the measures, by a named person', () => {
    expect(
      identifiedEpisode('2026-07-10', willing, watched).say('secondCheck', '2026-07-12', { confirmed: true }),
    ).toMatchObject(refused('WRONG_STAGE', 'A-2.1'));
    expect(helpedEpisode().say('secondCheck', '2026-07-19', { confirmed: true })).toMatchObject(
      refused('TOO_EARLY', 'A-2.1'),
    );
    expect(
      helpedEpisode().say('secondCheck', '2026-07-21', { confirmed: true }, { office: county.office }),
    ).toMatchObject(refused('INVALID_INPUT', 'A-2.1'));
  });
  it('is refused to whoever signed under another office too, and admitted from anybody else of the office', () => {
    const signer = { ...township, person: villageCommittee.person ?? '' };
    expect(signedAndChecked().say('secondCheck', '2027-02-03', { confirmed: true }, signer)).toMatchObject(
      refused('NOT_ALLOWED', 'A-2.1'),
    );
  });
  it('is not needed otherwise', () => {
    const episode = helpedEpisode();
    sign(episode, '2027-02-01');
    episode.say('checkElimination', '2027-02-02', {}, township);
    expect(episode.say('eliminate', '2027-02-03', safe, county)).toMatchObject(admitted);
  });
});
