import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { decrypt, encrypt } from './encryption';

const encoding = 'binary/duban-aes-256-gcm';
const compression = 'deflate-raw';
const encodingKey = 'encoding';
const compressionKey = 'compression';

/** Below this a payload does not become smaller worth the time. */
const leastBytes = 200;
/** No payload of ours comes near; a forged one may not fill the memory. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Everything the engine stores of a case is encrypted: reasons and notes may name people. It is compressed first, since what is
 * encrypted no longer compresses, and the engine takes two megabytes at most.
 */
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
    const packed = bytes.length < leastBytes ? bytes : deflateRawSync(bytes);
    const isPacked = packed.length < bytes.length;
    return {
      metadata: {
        [encodingKey]: Buffer.from(encoding),
        ...(isPacked && { [compressionKey]: Buffer.from(compression) }),
      },
      data: encrypt(this.key, isPacked ? packed : bytes),
    };
  }

  private open(payload: Payload): Payload {
    if (said(payload, encodingKey) !== encoding || !payload.data) return payload;
    const bytes = decrypt(this.key, payload.data);
    const isPacked = said(payload, compressionKey) === compression;
    return temporal.api.common.v1.Payload.decode(
      isPacked ? inflateRawSync(bytes, { maxOutputLength: mostBytes }) : bytes,
    );
  }
}

function said({ metadata }: Payload, name: string): string | undefined {
  const value = metadata?.[name];
  return value ? Buffer.from(value).toString() : undefined;
}
