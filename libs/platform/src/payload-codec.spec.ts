import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { encrypt } from './encryption';
import { EncryptingCodec } from './payload-codec';

const key = randomBytes(32);
const codec = new EncryptingCodec(key);
const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const valueOf = (payload: Payload): unknown => defaultPayloadConverter.fromPayload(payload);
const sealed = async (value: unknown): Promise<Payload> => (await codec.encode([payloadOf(value)]))[0] as Payload;
const opened = async (payload: Payload): Promise<unknown> => valueOf((await codec.decode([payload]))[0] as Payload);

describe('a payload of a case', () => {
  it('comes back as it was, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await opened(await sealed(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 100 },
    );
  });

  it('is stored small: a month’s records of a township take less than a fifth', async () => {
    const records = Array.from({ length: 325 }, (_, index) => ({
      key: `party-committee:140423100/auto-${index}`,
      operation: 'record',
      occurredOn: '2026-11-20',
      by: { office: 'party-committee:140423100', person: 'P1' },
      body: { duty: 'visit-monitored', ower: `C${index}`, amount: 1 },
    }));
    const plain = JSON.stringify(records).length;
    expect((await sealed(records)).data?.length).toBeLessThan(plain / 5);
  });

  it('shows nothing of what it holds', async () => {
    const text = Buffer.from((await sealed({ reason: '张三无故脱岗'.repeat(50) })).data ?? []).toString();
    expect(text).not.toContain('张三');
  });

  it('that was stored before it was compressed is read all the same', async () => {
    const bytes = temporal.api.common.v1.Payload.encode(payloadOf({ month: '2026-11' })).finish();
    const before: Payload = {
      metadata: { encoding: Buffer.from('binary/duban-aes-256-gcm') },
      data: encrypt(key, bytes),
    };
    expect(await opened(before)).toEqual({ month: '2026-11' });
  });

  it('that was altered, or sealed with another key, is not read', async () => {
    const payload = await sealed({ month: '2026-11' });
    const altered = { ...payload, data: Buffer.from(payload.data ?? []).fill(0, 30, 34) };
    await expect((async () => codec.decode([altered]))()).rejects.toThrow();
    await expect((async () => new EncryptingCodec(randomBytes(32)).decode([payload]))()).rejects.toThrow();
  });
});
