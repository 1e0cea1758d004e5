import { officeName } from '@duban/contracts/divisions';
import type { StoredRegisterRow } from '@duban/persistence/registers';
import { registerKinds, type RegisterKindTerms } from '@duban/policy/case/register-kinds';
import { handRegisters } from '@duban/policy/registers/hand-registers';
import type { HandRegister } from '@duban/policy/registers/register-rules';

/** Registers that cases keep, and those kept by hand. */
export const registerTerms: Readonly<Record<string, RegisterKindTerms>> = {
  ...registerKinds,
  ...Object.fromEntries(
    Object.entries(handRegisters as Record<string, HandRegister>).map(([kind, { title, clause }]) => [
      kind,
      { title, clause, states: { standing: '有效' } },
    ]),
  ),
};

export const stateName = (kind: string, state: string): string => registerTerms[kind]?.states[state] ?? state;

/** A row of a register with names beside codes. */
export const shownRow = (row: StoredRegisterRow) => ({
  ...row,
  stateName: stateName(row.kind, row.state),
  ownerName: row.owner === null ? null : officeName(row.owner),
});
