import { refusalCodes, type RefusalCode } from '@duban/policy/base/verdict';
import { z } from 'zod';

/** Codes the api adds to those of the rules: who calls, and what is away. */
export const apiCodes = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  CHANGED_MEANWHILE: 409,
  UNSUPPORTED: 415,
  INTERNAL: 500,
  ENGINE_AWAY: 503,
  WORKER_AWAY: 503,
  LEDGER_AWAY: 503,
} as const;
export type RefusedCode = RefusalCode | keyof typeof apiCodes;

/** The status of every code. */
export const refusedStatus: Readonly<Record<RefusedCode, number>> = { ...refusalCodes, ...apiCodes };

const fault = z.strictObject({ field: z.string(), detail: z.string() });

/** What a refusal says (RFC 9457): which code, in Chinese why, which clause asks it, which fields. */
export const refusal = (codes: readonly RefusedCode[]) =>
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(codes),
    detail: z.string(),
    clause: z.string().optional(),
    field: z.string().optional(),
    faults: z.array(fault).optional(),
    /** As they stand now: what somebody else has changed. */
    cells: z.array(z.record(z.string(), z.unknown())).optional(),
  });

export type Refusal = z.output<ReturnType<typeof refusal>>;
