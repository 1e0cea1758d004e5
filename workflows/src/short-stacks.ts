/**
 * The engine's sandbox notes where every promise was made, a seventh of a turn's whole cost. Three frames still say who it was; this
 * is loaded before any case exists and holds for all of them.
 */
Error.stackTraceLimit = 3;

export {};
