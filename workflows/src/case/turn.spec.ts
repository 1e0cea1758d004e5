import type { ActRequest, CaseStart, CaseState } from '@duban/contracts/case-workflow';
import { actsOf } from '@duban/policy/case/act-order';
import type { CaseView, Consequence } from '@duban/policy/case/case';
import { condition, office, operations } from '@duban/policy/case/operation';
import { processOf, type ProcessRules } from '@duban/policy/case/process';
import { scopeOfPlace } from '@duban/policy/case/scope';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { instantOf, type CivilDate, type Instant } from '@duban/policy/dates/civil-date';
import type { DeadlineSpec } from '@duban/policy/dates/deadline';
import { basePolicy } from '@duban/policy/settings/policy-set';
import { admit } from '@duban/policy/base/verdict';
import type { TurnContext } from './draft';
import { judgeAct } from './judge-act';
import { actTurn, deliveredTurn, openTurn, undeliveredTurn, wakeTurn, type Turn } from './turn';

const township = 'party-committee:140423100';

interface Errand {
  opening: unknown;
  facts: { doneOn: CivilDate | undefined; isMistaken: boolean };
  bodies: Record<'done' | 'visit' | 'mistaken' | 'nonsense', object>;
}

const byTownship = { clause: 'A-2.1', title: '办理', by: [office('party-committee')] } as const;
const errandOperations = operations<Errand>()({
  done: byTownship,
  visit: { ...byTownship, isRegisterOnly: true },
  mistaken: byTownship,
  nonsense: { ...byTownship, when: [condition('WRONG_STAGE', () => '不可')] },
});

const errandDeadline = (openedOn: CivilDate, doneOn: CivilDate | undefined): DeadlineSpec => ({
  id: 'errand',
  clause: 'A-2.1',
  what: '完成认定程序',
  trigger: openedOn,
  triggerWhat: '收到线索',
  period: { days: 15, unit: 'natural' },
  rollover: 'none',
  owner: township,
  line: 'leading-group',
  ladder: 'default',
  ...(doneOn === undefined ? {} : { metOn: doneOn }),
});

const followUp: Consequence = {
  key: 'follow',
  clause: 'A-2.1',
  on: '2026-07-20',
  kind: 'tell',
  caseId: 'listing:140423:1',
  operation: 'lowMonth',
  body: {},
  withdraw: 'notLowMonth',
};

/** A small process: one duty of 15 days, met by `done`, and a message on the day after. */
const errand: ProcessRules = processOf<Errand, CaseView>({
  process: 'household-monitoring',
  openings: { begin: { ...byTownship, by: [office('party-committee')] } },
  operations: errandOperations,
  read: ({ acts }) => ({
    doneOn: actsOf(acts, 'done')[0]?.occurredOn,
    isMistaken: acts.some(({ operation }) => operation === 'mistaken'),
  }),
  scope: () => scopeOfPlace('140423100'),
  view: ({ openedOn }, { doneOn, isMistaken }) => ({
    stage: doneOn === undefined ? 'open' : 'done',
    stageName: doneOn === undefined ? '待办' : '已办',
    deadlines: isMistaken ? [] : [errandDeadline(openedOn, doneOn)],
    consequences: doneOn === undefined ? [] : [followUp],
    notices: [],
    records: [],
    listed: {},
  }),
});

const start: CaseStart = {
  process: 'household-monitoring',
  caseId: 'household:140423100:H1:1',
  openedOn: '2026-07-01',
  openedBy: { office: township },
  opening: {},
  policy: basePolicy,
  calendar: chinaCalendar,
  key: 'k0',
  bodyHash: 'h0',
  at: instantOf('2026-07-01', '09:00'),
  clause: 'A-2.1',
  what: '登记线索',
  run: { spreadMinutes: 0, continueAfterEvents: 2000 },
};

const request = (key: string, operation: string, occurredOn: string, on = occurredOn, time = '09:00'): ActRequest => ({
  act: { key, operation, occurredOn, by: { office: township }, body: {} },
  bodyHash: `hash-${key}`,
  at: instantOf(on, time),
  clause: 'A-2.1',
  what: operation,
});

const found = (state: CaseState, rules: ProcessRules, now: Instant): TurnContext => ({
  ...{ state, rules, now },
  run: start.run,
});
const opened = (): Turn => openTurn(start, errand, start.at);
const act = (state: CaseState, asked: ActRequest): Turn => actTurn(found(state, errand, asked.at), asked, admit()).turn;
const wakeAt = (state: CaseState, day: string, time = '08:30'): Turn =>
  wakeTurn(found(state, errand, instantOf(day, time)));
const names = (turn: Turn): string[] => turn.commit.write.entries.map((entry) => entry.name);

describe('a turn of a case', () => {
  it('announces a deadline to who owes it, and wakes for its first rung', () => {
    const turn = opened();
    expect(names(turn)).toEqual(['opened', 'deadline-started']);
    expect(turn.commit.write.notices).toMatchObject([{ to: township, kind: 'deadline-started' }]);
    expect(turn.wake).toBe(instantOf('2026-07-13', '08:30'));
  });

  it('fires each rung once, at its time and to its recipient', () => {
    const first = wakeAt(opened().state, '2026-07-13');
    expect(first.commit.write.notices).toMatchObject([{ to: township, kind: 'reminder' }]);
    expect(names(wakeAt(first.state, '2026-07-13', '08:31'))).toEqual([]);
    const overdue = wakeAt(wakeAt(first.state, '2026-07-15').state, '2026-07-17');
    expect(overdue.commit.write.notices).toMatchObject([{ to: township, kind: 'overdue' }]);
  });

  it('after days without a worker fires what was missed, in order and once', () => {
    const turn = wakeAt(opened().state, '2026-07-24', '12:00');
    expect(turn.commit.write.entries.map((entry) => (entry.detail as { rung: number }).rung)).toEqual([
      -3, -1, 1, 3, 7,
    ]);
    expect(turn.commit.write.candidates).toMatchObject([{ office: township, area: '140423100', withdrawnOn: null }]);
    expect(turn.wake).toBeNull();
  });

  it('withdraws the candidate for criticism when it was done in time after all', () => {
    const late = wakeAt(opened().state, '2026-07-24', '12:00');
    const turn = act(late.state, request('k1', 'done', '2026-07-16', '2026-07-25'));
    expect(turn.commit.write.candidates).toMatchObject([{ withdrawnOn: '2026-07-25' }]);
    expect(turn.commit.write.entries.find((entry) => entry.name === 'deadline-met')?.what).toContain('已按期办结');
  });

  it('says nothing more about a deadline that has been met', () => {
    const turn = act(opened().state, request('k1', 'done', '2026-07-03'));
    expect(names(turn)).toEqual(['done', 'deadline-met']);
    expect(turn.wake).toBe(instantOf('2026-07-20', '00:00'));
    expect(names(wakeAt(turn.state, '2026-07-20', '00:00'))).toEqual(['message-sent']);
  });

  it('recorded later than it was done: in time all the same, and marked with both days', () => {
    const late = act(opened().state, request('k1', 'done', '2026-07-10', '2026-07-20'));
    const said = late.commit.write.entries.find(({ name }) => name === 'deadline-met')?.what;
    expect(said).toContain('已按期办结（补登：2026年7月10日（周五）办理，2026年7月20日（周一）登记）');
    expect(late.commit.write.deadlines).toMatchObject([
      { deadline: { metOn: '2026-07-10', recordedOn: '2026-07-20' } },
    ]);
    expect(act(late.state, request('k2', 'visit', '2026-07-21')).commit.write.deadlines).toEqual([]);
    const punctual = act(opened().state, request('k1', 'done', '2026-07-10'));
    expect(punctual.commit.write.deadlines[0]?.deadline).not.toHaveProperty('recordedOn');
  });

  it('drops, once and saying so, what no longer follows from the facts; its rungs fall silent', () => {
    const gone = act(opened().state, request('k1', 'mistaken', '2026-07-03'));
    expect(names(gone)).toEqual(['mistaken', 'deadline-dropped']);
    expect(gone.commit.write.deadlines).toMatchObject([
      { id: 'errand', deadline: { due: '2026-07-16', dropped: { on: '2026-07-03' } } },
    ]);
    expect(gone.wake).toBeNull();
    const later = act(gone.state, request('k2', 'visit', '2026-07-20'));
    expect(names(later)).toEqual(['visit']);
    expect(later.commit.write.deadlines).toEqual([]);
  });

  it('what had been met before stays met when it no longer follows', () => {
    const met = act(opened().state, request('k1', 'done', '2026-07-02'));
    const gone = act(met.state, request('k2', 'mistaken', '2026-07-03'));
    expect(gone.commit.write.deadlines).toEqual([]);
  });

  it('carries out a consequence on its day, once', () => {
    const done = act(opened().state, request('k1', 'done', '2026-07-03'));
    const sent = wakeAt(done.state, '2026-07-20', '00:00');
    expect(sent.commit.messages).toMatchObject([
      {
        kind: 'tell',
        caseId: 'listing:140423:1',
        request: { act: { operation: 'lowMonth', occurredOn: '2026-07-20' } },
      },
    ]);
    expect(wakeAt(sent.state, '2026-07-21').commit.messages).toEqual([]);
  });

  it('numbers the entries of a case without a gap', () => {
    const first = opened();
    const second = act(first.state, request('k1', 'done', '2026-07-03'));
    expect([...first.commit.write.entries, ...second.commit.write.entries].map((entry) => entry.sequence)).toEqual([
      1, 2, 3, 4,
    ]);
    expect(second.commit.write.sequence).toBe(4);
  });

  it('holds notices of the night until 08:00', () => {
    const night = { ...start, at: instantOf('2026-07-01', '22:00') };
    expect(openTurn(night, errand, night.at).commit.write.notices[0]?.deliverAt).toBe(instantOf('2026-07-02', '08:00'));
    expect(opened().commit.write.notices[0]?.deliverAt).toBe(start.at);
  });
});

describe('what every process refuses alike', () => {
  const state = opened().state;
  const verdict = (asked: ActRequest) => judgeAct(state, errand, asked, asked.at);

  it.each([
    ['a date in the future', request('k1', 'done', '2026-07-03', '2026-07-02'), 'FUTURE_DATE'],
    ['a date before the case began', request('k1', 'done', '2026-06-30', '2026-07-02'), 'BEFORE_BEGINNING'],
    ['what the process itself refuses', request('k1', 'nonsense', '2026-07-02'), 'WRONG_STAGE'],
    ['a known key with another body', { ...request('k0', 'done', '2026-07-02'), bodyHash: 'other' }, 'KEY_REUSED'],
  ])('%s', (_title, asked, code) => {
    expect(verdict(asked)).toMatchObject({ admitted: false, code });
  });

  it('admits an act of today, and a known key with the same body', () => {
    expect(verdict(request('k1', 'done', '2026-07-02')).admitted).toBe(true);
    expect(verdict({ ...request('k0', 'done', '2026-07-02'), bodyHash: 'h0' }).admitted).toBe(true);
  });
});

describe('clause C-3.7 fairness: a notice that found no inbox', () => {
  const unit = 'dispatching-unit:140423:U07';
  const order = {
    key: 'order',
    clause: 'C-3.7' as const,
    on: '2026-07-01',
    to: unit,
    kind: 'order' as const,
    title: '责成召回',
    text: '请召回',
  };
  const copied: ProcessRules = {
    ...errand,
    view: (file): CaseView => ({
      ...errand.view(file),
      notices: [
        { ...order, key: 'copy', kind: 'copy' },
        ...(file.undelivered.includes('copy') ? [{ ...order, key: 'repair', kind: 'repair' as const }] : [order]),
      ],
    }),
  };
  const undelivered: CaseState = {
    ...undeliveredTurn(found(openTurn(start, copied, start.at).state, copied, start.at), [
      'copy',
      'start/errand@2026-07-16',
    ]).state,
    sentNotices: ['copy', 'repair'],
  };
  const said = request('r1', 'redeliver', '2026-07-03');
  const asked = { ...said, act: { ...said.act, by: { office: 'stationing-office:140423' } } };
  const sent = (turn: Turn) => turn.commit.write.notices.map(({ key }) => key);
  const resent = () => actTurn(found(undelivered, copied, asked.at), asked, admit({ keep: false })).turn;

  it('may be asked for only when there is one', () => {
    expect(judgeAct(opened().state, copied, asked, asked.at)).toMatchObject({ admitted: false, code: 'ALREADY_DONE' });
    expect(judgeAct(undelivered, copied, asked, asked.at)).toEqual({ admitted: true, keep: false });
  });

  it('is sent again, and nothing follows from it before the receipt', () => {
    const turn = resent();
    expect(names(turn)).toEqual(['redeliver', 'notice-sent']);
    expect(sent(turn)).toEqual(['copy']);
    expect(turn.state.file.undelivered).toEqual(['copy']);
  });

  it('lets go what waited for it once it has found the inbox', () => {
    const turn = deliveredTurn(found(resent().state, copied, asked.at), ['copy']);
    expect(turn.state.file.undelivered).toEqual([]);
    expect(sent(turn)).toEqual(['order']);
  });
});
