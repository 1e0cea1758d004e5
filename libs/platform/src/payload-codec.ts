import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { decrypt, encrypt } from './encryption';

const encoding = 'binary/duban-aes-256-gcm';
const metadataKey = 'encoding';

/** Everything the engine stores of a case is encrypted: reasons and notes may name people. */
export class EncryptingCodec implements PayloadCodec {
  constructor(private readonly key: Buffer) {}

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.seal(payload)));
  }

  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.open(payload)));
  }

  private seal(payload: Payload): Payload {
    const bytes = temporal.api.common.v1.Payload.encode(payload).finish();
    return { metadata: { [metadataKey]: Buffer.from(encoding) }, data: encrypt(this.key, bytes) };
  }

  private open(payload: Payload): Payload {
    const name = payload.metadata?.[metadataKey];
    if (!name || Buffer.from(name).toString() !== encoding || !payload.data) return payload;
    return temporal.api.common.v1.Payload.decode(decrypt(this.key, payload.data));
  }
}
