import { sha256 } from '@duban/policy/processes/inspection/sha256';

/** A seed nobody can guess: 32 random bytes, in hexadecimal digits. Works without a secure context too. */
export const newSeed = (): string =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const place = (seedHash: string): string => `duban-seed:${seedHash.toLowerCase()}`;

/** Seeds stay on this machine until they are drawn with, found again by their published hash. */
export const keepSeed = (seed: string): void => localStorage.setItem(place(sha256(seed)), seed);
export const keptSeed = (seedHash: string): string | null => localStorage.getItem(place(seedHash));
export const forgetSeed = (seedHash: string): void => localStorage.removeItem(place(seedHash));
