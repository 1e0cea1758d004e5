import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import { addDays, addMonths } from '../../dates/civil-date';
import { builtPlan, county, helpedEpisode, inPlace, safe, township, villageCommittee } from './household-builder';

const help = { what: '转移安置' };
const flood = { event: '洪灾' };
const stated = { ...help, ...flood, eventOn: '2026-08-01' };
const second = { causes: ['洪灾'], measures: [{ kind: 'safety-net', type: 'housing', what: '修缮房屋' }] };
const risk = { risk: '洪灾冲毁大棚，收入骤减' };

describe('case 57 (B-3.2.f, D12): a flood on 1 August in a household helped since 20 July', () => {
  const struck = () => {
    const episode = helpedEpisode();
    expect(codeOf(episode.say('suddenEvent', '2026-08-01', flood, villageCommittee))).toBe('admitted');
    return episode;
  };

  it('opens the green channel: first help is due on the day after, and the county is told', () => {
    expect(struck().deadline('first-help@2026-08-01')).toMatchObject({ due: '2026-08-02', clause: 'B-3.2' });
    expect(struck().view().notices).toMatchObject([{ to: 'revitalization-bureau:140423', on: '2026-08-01' }]);
    expect(struck().view().listed['greenChannel']).toBe(true);
  });

  it.each([
    ['2026-08-02', 'in time'],
    ['2026-08-03', 'a day late'],
  ])('help recorded by the township for %s is kept, %s', (on) => {
    const episode = struck();
    expect(episode.say('firstHelp', on, help, township)).toEqual({ admitted: true, keep: true });
    expect(episode.deadline('first-help@2026-08-01')).toMatchObject({ due: '2026-08-02', metOn: on });
  });

  it('the event may be stated with the help itself', () => {
    const episode = helpedEpisode();
    expect(episode.say('firstHelp', '2026-08-02', stated, township)).toEqual({ admitted: true, keep: true });
    expect(episode.deadline('first-help@2026-08-01')).toMatchObject({ metOn: '2026-08-02' });
  });

  it('without a stated event the help is kept and the event asked for; stated later, the help counts for it', () => {
    const episode = helpedEpisode();
    expect(episode.say('firstHelp', '2026-08-02', help, township)).toMatchObject({
      admitted: true,
      keep: true,
      told: expect.stringContaining('请登记所因的突发灾害或意外事故'),
    });
    expect(episode.view().deadlines.filter(({ id }) => id.startsWith('first-help'))).toEqual([]);
    episode.say('suddenEvent', '2026-08-01', flood, township);
    expect(episode.deadline('first-help@2026-08-01')).toMatchObject({ metOn: '2026-08-02' });
  });

  it('a second help for the same event is a supplement, an earlier one counts instead', () => {
    const episode = struck();
    episode.say('firstHelp', '2026-08-02', help, township);
    expect(episode.say('firstHelp', '2026-08-03', help, county)).toMatchObject({ keep: false });
    expect(episode.say('firstHelp', '2026-08-01', help, county)).toMatchObject({ keep: true });
    expect(episode.deadline('first-help@2026-08-01')?.metOn).toBe('2026-08-01');
  });

  it.each([
    [{ ...help, event: '洪灾' }, 'INVALID_INPUT', 'eventOn'],
    [{ ...help, eventOn: '2026-08-01' }, 'INVALID_INPUT', 'event'],
    [{ ...stated, eventOn: '2026-08-03' }, 'OUT_OF_RANGE', 'eventOn'],
    [{ ...stated, eventOn: '2026-06-30' }, 'BEFORE_BEGINNING', 'eventOn'],
  ])('refuses a half-stated or impossible event %#', (body, code, field) =>
    expect(helpedEpisode().say('firstHelp', '2026-08-02', body, township)).toMatchObject({ code, field }),
  );
});

/** Case 57 with the new risk recorded on 3 August. */
const atRisk = () => {
  const episode = helpedEpisode();
  episode.say('firstHelp', '2026-08-02', stated, township);
  expect(codeOf(episode.say('newRisk', '2026-08-03', risk, township))).toBe('admitted');
  return episode;
};

describe('case 58 (A-2.1.g, h, D12): the new risk of 3 August 2026', () => {
  it('asks for a second plan by the 13th and its measures by the 28th; what was done stays done', () => {
    const { deadline, view } = atRisk();
    expect(deadline('plan@2026-08-03')).toMatchObject({ due: '2026-08-13', clause: 'A-2.1' });
    expect(deadline('measures@2026-08-03')).toMatchObject({ due: '2026-08-28', clause: 'A-2.1' });
    expect([deadline('plan')?.metOn, deadline('measures')?.metOn]).toEqual(['2026-07-12', '2026-07-20']);
    expect(view().stage).toBe('identified');
  });

  it('is answered by a plan and measures of its own', () => {
    const { say, deadline, view } = atRisk();
    expect(codeOf(say('plan', '2026-08-10', second, township))).toBe('admitted');
    expect(deadline('plan@2026-08-03')?.metOn).toBe('2026-08-10');
    expect(view().stage).toBe('planned');
    expect(
      say('measures', '2026-08-20', second.measures && { measures: second.measures, tagged: true }, township),
    ).toEqual({ admitted: true, keep: true });
    expect(deadline('measures@2026-08-03')?.metOn).toBe('2026-08-20');
    expect(view().stage).toBe('measures-in-place');
    expect(say('plan', '2026-08-25', second, township)).toMatchObject({ keep: false });
  });

  it('begins the six stable months with the new measures', () => {
    const { say } = atRisk();
    const sign = (on: string) => say('signElimination', on, safe, { ...villageCommittee, person: 'C1' });
    expect(sign('2027-01-20')).toMatchObject({
      answer: { signed: 'refused', reasons: [expect.stringContaining('新的风险')] },
    });
    say('plan', '2026-08-10', second, township);
    say('measures', '2026-08-20', { measures: builtPlan.measures, tagged: true }, township);
    expect(sign('2027-02-19')).toMatchObject({ answer: { signed: 'refused' } });
    expect(sign('2027-02-20')).toMatchObject({ answer: { signed: 'signed' } });
  });

  it('what was signed before it carries no elimination any more', () => {
    const { say, view } = helpedEpisode();
    say('signElimination', '2027-01-20', safe, { ...villageCommittee, person: 'C1' });
    expect(view().listed['eliminationSigned']).toBe(true);
    say('newRisk', '2027-01-22', risk, township);
    say('plan', '2027-01-23', second, township);
    say('measures', '2027-01-24', { measures: builtPlan.measures, tagged: true }, township);
    expect(view().listed['eliminationSigned']).toBe(false);
    expect(codeOf(say('checkElimination', '2027-08-01', {}, township))).toBe('admitted');
    expect(codeOf(say('eliminate', '2027-08-01', safe, county))).not.toBe('admitted');
  });

  it('is recorded by the township, of a household that is monitored', () => {
    expect(codeOf(helpedEpisode().say('newRisk', '2026-08-03', risk, villageCommittee))).toBe('NOT_ALLOWED');
    expect(codeOf(helpedEpisode().say('newRisk', '2026-07-09', risk, township))).toBe('TOO_EARLY');
  });

  it('leaves a first plan that is still owed on its own clock', () => {
    const late = helpedEpisode();
    const { deadline } = late;
    expect(deadline('measures')?.due).toBe('2026-08-04');
    late.say('newRisk', '2026-07-15', risk, township);
    expect(deadline('measures')?.metOn).toBe('2026-07-20');
    expect(deadline('plan@2026-07-15')).toMatchObject({ due: '2026-07-25' });
    expect(deadline('measures@2026-07-15')?.metOn).toBeUndefined();
  });
});

describe('RULES 1.green-channel: new risks in any number, recorded in any order', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 4 });

  it('each has its own plan and measures, and the stable months run from the last of them', () =>
    fc.assert(
      fc.property(days, (after) => {
        const risks = [...after].sort((a, b) => a - b).map((day) => addDays('2026-07-20', day * 3));
        const { say, deadline } = helpedEpisode();
        for (const on of risks) {
          say('newRisk', on, risk, township);
          say('plan', addDays(on, 1), second, township);
          say('measures', addDays(on, 2), inPlace, township);
          expect(deadline(`plan@${on}`)).toMatchObject({ due: addDays(on, 10), metOn: addDays(on, 1) });
          expect(deadline(`measures@${on}`)).toMatchObject({ due: addDays(on, 25), metOn: addDays(on, 2) });
        }
        const steady = addMonths(addDays(risks.at(-1) ?? '', 2), 6);
        const sign = (on: string) => say('signElimination', on, safe, { ...villageCommittee, person: 'C1' });
        expect(sign(addDays(steady, -1))).toMatchObject({ answer: { signed: 'refused' } });
        expect(sign(steady)).toMatchObject({ answer: { signed: 'signed' } });
      }),
    ));

  it('the order of recording never changes the outcome', () => {
    const { say, recordedAs, view } = atRisk();
    say('plan', '2026-08-10', second, township);
    say('measures', '2026-08-20', inPlace, township);
    say('newRisk', '2026-10-01', risk, township);
    say('suddenEvent', '2026-09-30', flood, township);
    say('firstHelp', '2026-10-01', help, township);
    say('plan', '2026-10-05', second, township);
    const expected = view();
    const count = 13;
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(count).keys()], { minLength: count }), (order) =>
        expect(recordedAs(order)).toEqual(expected),
      ),
    );
  });
});
