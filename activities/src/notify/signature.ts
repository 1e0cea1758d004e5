import { createHmac } from 'node:crypto';

/** `t=<seconds>,v1=<HMAC-SHA256 of "<seconds>.<delivery id>.<body>" in hexadecimal>`: who knows the secret can tell sender, age and content. */
export function signatureOf(
  secret: string,
  { at, delivery, body }: { at: Date; delivery: string; body: string },
): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${delivery}.${body}`, 'utf8').digest('hex')}`;
}
