import type { ProposedGround } from '@duban/contracts/answers/registers';
import { listingGroundKinds } from '@duban/policy/processes/county-listing/listing-acts';
import type { FormValue } from '../../acts/form-values';

export const groundKindName = ({ body }: Pick<ProposedGround, 'body'>): string =>
  listingGroundKinds[body['kind'] as keyof typeof listingGroundKinds] ?? '挂牌依据线索';

/** What it says. */
export const groundWords = ({ body }: Pick<ProposedGround, 'body'>): string => textIn(body['what']) ?? '';

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A form begun from a proposed ground: what it says, and that it is this one which is confirmed. */
export const groundGiven = ({ body, confirms }: ProposedGround): Record<string, FormValue> => ({
  kind: textIn(body['kind']),
  what: textIn(body['what']),
  source: null,
  confirms: { ...confirms },
});

type Choices = Record<string, { value: string; title: string }[]>;

/** The codes of the confirmed ground stand in the form as the words it is told by. */
export const groundChoices = (ground: ProposedGround, at: string): Choices => {
  const { confirms } = ground;
  const title = `${groundKindName(ground)}：${groundWords(ground)}`;
  return { [`${at}.caseId`]: [{ value: confirms.caseId, title }], [`${at}.key`]: [{ value: confirms.key, title }] };
};
