import { isGrpcServiceError } from '@temporalio/client';

const invalidArgument = 3;
/** The SDK could make no payload of it. */
const unwritable = new Set(['ValueError', 'PayloadConverterError']);

/** Does the engine refuse the message itself (too large, or nothing it can carry)? Then sending it again is of no use. */
export function isRefusedByEngine(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (
    let reason = error;
    reason instanceof Error && !seen.has(reason);
    reason = (reason as { cause?: unknown }).cause
  ) {
    seen.add(reason);
    if (isGrpcServiceError(reason) && reason.code === invalidArgument) return true;
    if (unwritable.has(reason.name)) return true;
  }
  return false;
}
