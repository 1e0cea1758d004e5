import { describe, expect, it } from '@jest/globals';
import {
  county,
  helpedEpisode,
  identifiedEpisode,
  inPlace,
  openEpisode,
  builtPlan,
  township,
  willing,
  withoutLabour,
  type EpisodeSettings,
} from './household-builder';

const admitted = { admitted: true, keep: true };
const refused = (code: string) => ({ admitted: false, code });
const above = { office: 'leading-group-office:140423', person: 'P5' };
const on: EpisodeSettings = { settings: { extensionAllowed: true, suspensionAllowed: true } };

describe('RULES 0.extension: extension and suspension', () => {
  it('are refused where not switched on', () => {
    const { say } = openEpisode();
    expect(say('suspend', '2026-07-05', { reason: 'flood' }, above)).toMatchObject(refused('SWITCHED_OFF'));
    expect(
      say('extend', '2026-07-05', { deadline: 'identification', days: 5, reason: '群众外出' }, above),
    ).toMatchObject(refused('SWITCHED_OFF'));
  });
  it('extends once, before expiry', () => {
    const { say, deadline } = openEpisode(on);
    const extend = (day: string) =>
      say('extend', day, { deadline: 'identification', days: 5, reason: '群众外出' }, above);
    expect(extend('2026-07-17').admitted).toBe(false);
    expect(extend('2026-07-16')).toMatchObject(admitted);
    expect(deadline('identification')?.due).toBe('2026-07-21');
    expect(extend('2026-07-16').admitted).toBe(false);
  });
  it('keeps the remainder while one clock stands', () => {
    const { say, deadline } = identifiedEpisode('2026-07-10', willing, on);
    expect(say('suspend', '2026-07-15', { deadline: 'plan', reason: 'flood' }, above)).toMatchObject(admitted);
    expect(say('resume', '2026-07-25', { deadline: 'plan' }, above)).toMatchObject(admitted);
    expect(deadline('plan')?.due).toBe('2026-07-30');
    expect(deadline('measures')?.due).toBe('2026-08-04');
  });
  it('stops all running clocks together, and those that begin meanwhile', () => {
    const { say, deadline } = identifiedEpisode('2026-07-10', withoutLabour, on);
    expect(say('suspend', '2026-07-15', { reason: 'epidemic' }, above)).toMatchObject(admitted);
    expect(say('suspend', '2026-07-16', { reason: 'epidemic' }, above)).toMatchObject(refused('UNKNOWN_SUBJECT'));
    say('changeCapacity', '2026-07-16', willing);
    say('changeCapacity', '2026-07-20', withoutLabour);
    expect(say('resume', '2026-07-25', {}, above)).toMatchObject(admitted);
    expect(deadline('plan')?.due).toBe('2026-07-30');
    expect(deadline('measures')?.due).toBe('2026-08-14');
    expect(deadline('review:2')?.due).toBe('2027-01-25');
  });
  it('leaves clocks alone that begin after the resumption, and counts those from their own beginning that begin before it', () => {
    const { say, deadline } = openEpisode(on);
    say('suspend', '2026-07-02', { reason: 'flood' }, above);
    say('villageReview', '2026-07-05');
    say('townshipCheck', '2026-07-05', {}, township);
    say('identify', '2026-07-05', willing);
    expect(deadline('plan')?.suspensions).toEqual([{ from: '2026-07-05', reason: 'flood' }]);
    say('resume', '2026-07-08', {}, above);
    expect(deadline('plan')?.due).toBe('2026-07-18');
    say('correct', '2026-07-09', { step: 'identified', correctedDate: '2026-07-08', reason: '笔误' }, county);
    expect(deadline('plan')?.suspensions).toBeUndefined();
    expect(deadline('plan')?.due).toBe('2026-07-18');
  });
  it('never stops first help unless it is named', () => {
    const greenChannel = { event: '洪灾', eventOn: '2026-07-01', reportedOn: null };
    const { say, deadline } = openEpisode({ ...on, opening: { greenChannel } });
    say('suspend', '2026-07-02', { reason: 'flood' }, above);
    expect(deadline('first-help')).toMatchObject({ due: '2026-07-02' });
    expect(deadline('first-help')?.suspensions).toBeUndefined();
  });
  it('knows no deadline that is met or was never owed', () => {
    const { say } = helpedEpisode(withoutLabour, on);
    expect(say('suspend', '2026-07-25', { deadline: 'plan', reason: 'flood' }, above)).toMatchObject({
      ...refused('ALREADY_DONE'),
      field: 'deadline',
    });
    expect(say('extend', '2026-07-25', { deadline: 'review:2', days: 3, reason: '雨季' }, above)).toMatchObject({
      ...refused('UNKNOWN_SUBJECT'),
      field: 'deadline',
    });
    expect(say('resume', '2026-07-25', {}, above)).toMatchObject(refused('UNKNOWN_SUBJECT'));
  });
  it('have nothing to be said to where every deadline is met, and only days on which one ran', () => {
    const { say } = helpedEpisode(willing, on);
    for (const [operation, body] of [
      ['suspend', { deadline: 'plan', reason: 'flood' }],
      ['extend', { deadline: 'plan', days: 3, reason: '雨季' }],
    ] as const)
      expect(say(operation, '2026-07-25', body, above)).toMatchObject(refused('UNKNOWN_SUBJECT'));
    expect(openEpisode(on).say('suspend', '2026-07-17', { reason: 'flood' }, above)).toMatchObject({
      ...refused('EXPIRED'),
      field: 'occurredOn',
    });
  });
});

describe('clause A-2.1: corrections compute every clock anew', () => {
  const correct = (step: string, correctedDate: string) => ({ step, correctedDate, reason: '日期笔误' });
  it('moves the clock of identification with the day of the lead', () => {
    const { say, deadline } = openEpisode();
    expect(say('correct', '2026-07-10', correct('reported', '2026-06-28'), county)).toMatchObject(admitted);
    expect(deadline('identification')).toMatchObject({ due: '2026-07-13', trigger: '2026-06-28' });
  });
  it('moves plan and measures with identification; the last correction counts', () => {
    const { say, deadline } = identifiedEpisode('2026-07-10');
    expect(say('correct', '2026-07-13', correct('identified', '2026-07-12'), county)).toMatchObject(admitted);
    expect(deadline('plan')?.due).toBe('2026-07-22');
    expect(say('correct', '2026-07-14', correct('identified', '2026-07-11'), county)).toMatchObject(admitted);
    expect(deadline('plan')?.due).toBe('2026-07-21');
    expect(deadline('measures')?.due).toBe('2026-08-05');
    expect(deadline('identification')?.metOn).toBe('2026-07-11');
    expect(say('correct', '2026-07-15', correct('identified', '2026-07-11'), county)).toMatchObject({ keep: false });
  });
  it('moves the day a plan or measures count for', () => {
    const { say, deadline } = helpedEpisode();
    say('correct', '2026-07-25', correct('planned', '2026-07-13'), county);
    say('correct', '2026-07-25', correct('measures', '2026-07-22'), county);
    expect([deadline('plan')?.metOn, deadline('measures')?.metOn]).toEqual(['2026-07-13', '2026-07-22']);
  });
  it('moves the first help that counts', () => {
    const greenChannel = { event: '洪灾', eventOn: '2026-07-01', reportedOn: null };
    const { say, deadline } = openEpisode({ opening: { greenChannel } });
    say('firstHelp', '2026-07-03', { what: '发放物资' }, township);
    say('firstHelp', '2026-07-01', { what: '转移安置' }, township);
    say('correct', '2026-07-06', correct('first-help', '2026-07-05'), county);
    expect(deadline('first-help')?.metOn).toBe('2026-07-03');
  });
  it('stays between the steps around it', () => {
    const { say } = helpedEpisode();
    expect(say('correct', '2026-07-25', correct('identified', '2026-07-13'), county)).toMatchObject({
      ...refused('WRONG_STAGE'),
      field: 'correctedDate',
    });
    expect(say('correct', '2026-07-25', correct('identified', '2026-07-09'), county)).toMatchObject(
      refused('TOO_EARLY'),
    );
    expect(say('correct', '2026-07-25', correct('planned', '2026-07-10'), county)).toMatchObject(admitted);
    expect(say('correct', '2026-07-25', correct('planned', '2026-07-09'), county)).toMatchObject(refused('TOO_EARLY'));
    expect(say('correct', '2026-07-25', correct('reported', '2026-07-11'), county)).toMatchObject(
      refused('WRONG_STAGE'),
    );
  });
  it('refuses a step that is not recorded, a future date, and one before the beginning', () => {
    const { say } = identifiedEpisode('2026-07-10', willing, {
      today: '2026-07-12',
      opening: { previousEndedOn: '2026-06-20' },
    });
    expect(say('correct', '2026-07-12', correct('planned', '2026-07-11'), county)).toMatchObject({
      ...refused('WRONG_STAGE'),
      field: 'step',
    });
    expect(say('correct', '2026-07-12', correct('identified', '2026-07-13'), county)).toMatchObject(
      refused('FUTURE_DATE'),
    );
    expect(say('correct', '2026-07-12', correct('identified', '2026-06-30'), county)).toMatchObject(
      refused('BEFORE_BEGINNING'),
    );
    expect(say('correct', '2026-07-12', correct('reported', '2026-06-19'), county)).toMatchObject(
      refused('BEFORE_BEGINNING'),
    );
    expect(say('correct', '2026-07-12', correct('reported', '2026-06-20'), county)).toMatchObject(admitted);
  });
  it('does not move the lead to before the plan was issued', () => {
    const { say } = openEpisode();
    expect(say('correct', '2026-07-10', correct('reported', '2023-07-10'), county)).toMatchObject({
      ...refused('BEFORE_BEGINNING'),
      field: 'correctedDate',
    });
    expect(say('correct', '2026-07-10', correct('reported', '2023-07-11'), county)).toMatchObject(admitted);
  });
  it('are an office’s own and those of the offices below it: no township corrects the county', () => {
    const { say } = helpedEpisode();
    expect(say('correct', '2026-07-25', correct('identified', '2026-07-11'), township)).toMatchObject({
      ...refused('NOT_ALLOWED'),
      field: 'step',
    });
    expect(say('correct', '2026-07-25', correct('planned', '2026-07-13'), township)).toMatchObject(admitted);
    expect(say('correct', '2026-07-25', correct('village-reviewed', '2026-07-09'), township)).toMatchObject(admitted);
    expect(say('correct', '2026-07-25', correct('identified', '2026-07-11'), county)).toMatchObject(admitted);
  });
  it('does not move identification past a change of labour', () => {
    const { say } = identifiedEpisode('2026-07-10', withoutLabour);
    say('changeCapacity', '2026-07-12', willing, township);
    expect(say('correct', '2026-07-15', correct('identified', '2026-07-13'), county)).toMatchObject(
      refused('WRONG_STAGE'),
    );
  });
  it('closes an overdue step that was recorded late but done in time', () => {
    const { say, deadline } = identifiedEpisode('2026-07-10');
    say('plan', '2026-07-20', builtPlan, township);
    say('measures', '2026-08-10', inPlace, township);
    expect(deadline('measures')).toMatchObject({ due: '2026-08-04', metOn: '2026-08-10' });
    say('correct', '2026-08-12', correct('measures', '2026-08-04'), county);
    expect(deadline('measures')).toMatchObject({ due: '2026-08-04', metOn: '2026-08-04' });
  });
});
