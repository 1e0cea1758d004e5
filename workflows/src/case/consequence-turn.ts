import type { CarriedOut, CaseStart } from '@duban/contracts/case-workflow';
import type { Act, Consequence, NoticeSpec } from '@duban/policy/case/case';
import { processNames } from '@duban/policy/case/case';
import { messageNames, type Message } from '@duban/policy/case/messages';
import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import { enter, notify, type Draft } from './draft';
import type { CaseId } from '@duban/policy/case/process-list';
import type { CivilDate } from '@duban/policy/dates/civil-date';

/** Starts, tells or asks other cases what the view calls for, once its day has come; takes back what the view no longer calls for. */
export function settleConsequences(draft: Draft): void {
  const wanted = new Map(draft.view.consequences.map((consequence) => [consequence.key, consequence]));
  for (const [key, done] of Object.entries(draft.state.carriedOut)) if (!wanted.has(key)) takeBack(draft, key, done);
  for (const consequence of wanted.values()) {
    if (consequence.on <= draft.today && draft.state.carriedOut[consequence.key] === undefined)
      carryOut(draft, consequence);
  }
}

/** Sends, once per key, the notices whose day has come. */
export function settleNotices(draft: Draft): void {
  const sent = new Set(draft.state.sentNotices);
  for (const notice of draft.view.notices) {
    if (notice.on <= draft.today && !sent.has(notice.key)) send(draft, notice);
  }
}

function carryOut(draft: Draft, consequence: Consequence): void {
  switch (consequence.kind) {
    case 'start':
      startCase(draft, consequence);
      return;
    case 'tell':
      remember(draft, consequence.key, {
        caseId: consequence.caseId,
        clause: consequence.clause,
        withdraw: consequence.withdraw ?? null,
        body: consequence.withdraw === undefined ? null : consequence.body,
      });
      tell(draft, {
        caseId: consequence.caseId,
        key: `${consequence.key}#${draft.state.takenBack[consequence.key] ?? 0}`,
        operation: consequence.operation,
        body: consequence.body,
        on: consequence.on,
        clause: consequence.clause,
      });
      enter(draft, {
        kind: 'event',
        name: 'message-sent',
        clause: consequence.clause,
        what: `告知关联案件：${messageNames[consequence.operation]}`,
        detail: { to: consequence.caseId, operation: consequence.operation, body: consequence.body },
      });
      return;
    case 'ask':
      remember(draft, consequence.key, {
        caseId: null,
        clause: consequence.clause,
        withdraw: null,
        body: null,
      });
      draft.questions.push(consequence);
  }
}

function startCase(draft: Draft, consequence: Extract<Consequence, { kind: 'start' }>): void {
  const { file } = draft.state;
  const again = draft.state.takenBack[consequence.key] ?? 0;
  const caseId: CaseId = again === 0 ? consequence.caseId : `${consequence.caseId}~${again}`;
  const start: CaseStart = {
    process: consequence.process,
    caseId,
    openedOn: consequence.on,
    openedBy: { office: 'system' },
    opening: consequence.opening,
    policy: file.policy,
    calendar: file.calendar,
    key: `${file.caseId}/${consequence.key}#${again}`,
    bodyHash: '',
    at: draft.now,
    clause: consequence.clause,
    what: `${processNames[consequence.process]}立案`,
    run: draft.run,
  };
  remember(draft, consequence.key, {
    caseId,
    clause: consequence.clause,
    withdraw: consequence.withdraw ?? null,
    body: {},
  });
  draft.messages.push({ kind: 'start', start });
  enter(draft, {
    kind: 'event',
    name: 'case-started',
    clause: consequence.clause,
    what: `启动${processNames[consequence.process]}`,
    detail: { case: caseId, process: consequence.process },
  });
}

function takeBack(draft: Draft, key: string, done: CarriedOut): void {
  delete draft.state.carriedOut[key];
  draft.state.takenBack[key] = (draft.state.takenBack[key] ?? 0) + 1;
  if (done.caseId === null || done.withdraw === null) return;
  tell(draft, {
    caseId: done.caseId,
    key: `${key}/withdraw#${draft.state.takenBack[key]}`,
    operation: done.withdraw,
    body: done.body,
    on: draft.today,
    clause: done.clause,
  });
  enter(draft, {
    kind: 'event',
    name: 'message-taken-back',
    clause: done.clause,
    what: `告知关联案件：${messageNames[done.withdraw]}`,
    detail: { to: done.caseId, operation: done.withdraw, key },
  });
}

const remember = (draft: Draft, key: string, done: CarriedOut): void => {
  draft.state.carriedOut[key] = done;
};

/** What another case is told: under which of this case's keys, and as of which day. */
interface Telling {
  caseId: string;
  key: string;
  operation: Message;
  body: CarriedOut['body'];
  on: CivilDate;
  clause: ClauseId;
}

function tell(draft: Draft, { caseId, key, operation, body, on, clause }: Telling): void {
  const act: Act = {
    key: `${draft.state.file.caseId}/${key}`,
    operation,
    occurredOn: on,
    by: { office: 'system' },
    body,
  };
  draft.messages.push({
    kind: 'tell',
    caseId,
    request: { act, bodyHash: '', at: draft.now, clause, what: `关联案件告知：${messageNames[operation]}` },
  });
}

function send(draft: Draft, notice: NoticeSpec): void {
  draft.state.sentNotices.push(notice.key);
  notify(draft, {
    key: notice.key,
    to: notice.to,
    kind: notice.kind,
    clause: notice.clause,
    title: notice.title,
    text: notice.text,
  });
  enter(draft, {
    kind: 'event',
    name: 'notice-sent',
    clause: notice.clause,
    what: notice.title,
    detail: { notice: notice.key, kind: notice.kind },
    recipients: [notice.to],
  });
}
