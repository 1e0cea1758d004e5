import { listingGroundKinds } from '@duban/policy/processes/county-listing/listing-acts';
import type { FormValue } from '../../acts/form-values';

/** What other processes propose for listing; the province confirms it by listing for it, or declines it. */
export interface ProposedGround {
  caseId: string;
  key: string;
  territory: string;
  countyName: string;
  on: string;
  body: { kind?: string; what?: string; source?: string | null };
  confirms: { caseId: string; key: string };
  declined?: { on: string; office: string; officeName: string; why: string; id?: string };
}

export const groundKindName = ({ body }: ProposedGround): string =>
  listingGroundKinds[body.kind as keyof typeof listingGroundKinds] ?? '挂牌依据线索';

/** A form begun from a proposed ground: what it says, and that it is this one which is confirmed. */
export const groundGiven = ({ body, confirms }: ProposedGround): Record<string, FormValue> => ({
  kind: body.kind ?? null,
  what: body.what ?? null,
  source: null,
  confirms: { ...confirms },
});

type Choices = Record<string, { value: string; title: string }[]>;

/** The codes of the confirmed ground stand in the form as the words it is told by. */
export const groundChoices = ({ confirms, ...ground }: ProposedGround, at: string): Choices => {
  const title = `${groundKindName({ confirms, ...ground })}：${ground.body.what ?? ''}`;
  return { [`${at}.caseId`]: [{ value: confirms.caseId, title }], [`${at}.key`]: [{ value: confirms.key, title }] };
};
