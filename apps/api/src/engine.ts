/** The connection to the engine, for who asks it about itself; acts go through the gateway. */
export const ENGINE = Symbol('engine');
