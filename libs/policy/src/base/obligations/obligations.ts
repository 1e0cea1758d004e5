import type { ObligationText } from './obligation-text';
import { obligationTexts } from './obligations.gen';

/** `A-2.1.f`: a clause and one of the things it asks for. */
export type ObligationId = keyof typeof obligationTexts;

/** One thing the law makes somebody do, forbids, promises, or lets follow from a failure. */
export interface Obligation extends ObligationText {
  id: ObligationId;
}

const texts: Readonly<Record<ObligationId, ObligationText>> = obligationTexts;

/** All of them, in the order of OBLIGATIONS.md. */
export const obligations: readonly Obligation[] = (Object.keys(obligationTexts) as ObligationId[]).map((id) => ({
  id,
  ...texts[id],
}));
