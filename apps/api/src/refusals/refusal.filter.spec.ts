import { InvalidCursor } from '@duban/persistence/page';
import { BadRequestException, HttpException, Logger, NotFoundException, type ArgumentsHost } from '@nestjs/common';
import { RefusedRequest } from './refused-request';
import { RefusalFilter } from './refusal.filter';

interface Sent {
  status: number;
  type: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

function answerTo(error: unknown): Sent {
  const sent: Sent = { status: 0, type: '', headers: {}, body: {} };
  const response = {
    headersSent: false,
    setHeader: (name: string, value: string) => (sent.headers[name] = value),
    status: (status: number) => ((sent.status = status), response),
    type: (type: string) => ((sent.type = type), response),
    send: (text: string) => (sent.body = JSON.parse(text) as Record<string, unknown>),
  };
  new RefusalFilter().catch(error, {
    switchToHttp: () => ({ getResponse: () => response }),
  } as unknown as ArgumentsHost);
  return sent;
}

const failure = (more: object): Error => Object.assign(new Error('secret words'), more);

it('a refusal goes out with its code, its clause and its words', () => {
  const { status, type, body } = answerTo(
    new RefusedRequest('CLOSED_PERIOD', '公示后不得改分。', { clause: 'C-3.5', field: 'cadre' }),
  );
  expect([status, type]).toEqual([409, 'application/problem+json']);
  expect(body).toEqual({
    type: 'urn:duban:problem:CLOSED_PERIOD',
    title: '本期已关闭',
    status: 409,
    code: 'CLOSED_PERIOD',
    detail: '公示后不得改分。',
    clause: 'C-3.5',
    field: 'cadre',
  });
});

it('who is away says when to come back, and only in the header', () => {
  const { headers, body } = answerTo(new RefusedRequest('ENGINE_AWAY', '请稍后', { retryAfterSeconds: 5 }));
  expect(headers).toEqual({ 'Retry-After': '5' });
  expect(body).not.toHaveProperty('retryAfterSeconds');
});

it.each<[string, unknown, number, string]>([
  ['a body of 2 MB', failure({ type: 'entity.too.large' }), 413, 'TOO_LARGE'],
  ['a body that is no JSON', failure({ type: 'entity.parse.failed' }), 400, 'INVALID_INPUT'],
  ['a page mark of elsewhere', new InvalidCursor(), 404, 'UNKNOWN_SUBJECT'],
  ['a database that refuses', failure({ code: 'ECONNREFUSED' }), 503, 'LEDGER_AWAY'],
  ['a database that is shutting down', failure({ code: '57P01' }), 503, 'LEDGER_AWAY'],
  ['a pool that has not come back', failure({ message: 'Driver not Connected' }), 503, 'LEDGER_AWAY'],
  ['an address that is none', new NotFoundException(), 404, 'NOT_FOUND'],
  ['another media type', new HttpException('x', 415), 415, 'UNSUPPORTED'],
  ['any other fault of the request', new BadRequestException(), 400, 'INVALID_INPUT'],
])('%s', (_, error, status, code) => {
  const answer = answerTo(error);
  expect([answer.status, answer.body['status'], answer.body['code']]).toEqual([status, status, code]);
});

it.each(['22008', '22021', '22P05', '23514'])(
  'content that gets past all checks and is refused (%s) is the sender’s, and logged',
  (code) => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const { status, body } = answerTo(failure({ code }));
    expect([status, body['code'], body['detail']]).toEqual([
      400,
      'INVALID_INPUT',
      expect.stringContaining('请核对后重新提交'),
    ]);
    expect(JSON.stringify(body)).not.toContain('secret words');
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
  },
);

it('a fault of ours is logged, and nothing of it leaves the house', () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  const { status, body } = answerTo(failure({}));
  expect([status, body['code']]).toEqual([500, 'INTERNAL']);
  expect(JSON.stringify(body)).not.toContain('secret words');
  expect(logged).toHaveBeenCalledTimes(1);
  logged.mockRestore();
});

it('a refusal names places by their names', () => {
  expect(new RefusedRequest('CONDITIONS_NOT_MET', '以下乡镇尚未报齐：〔140423102〕。').toJSON()).toMatchObject({
    detail: '以下乡镇尚未报齐：侯堡镇。',
  });
});
