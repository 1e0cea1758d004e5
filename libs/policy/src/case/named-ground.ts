/** A row of the register of grounds: the case that proposed it, and its key there. */
export type GroundRef = { caseId: string; key: string };

/** a proposed ground that is confirmed by name, and the field that names it. */
export interface NamedGround {
  ground: GroundRef;
  field: string;
}
