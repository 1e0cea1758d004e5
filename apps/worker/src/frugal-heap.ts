import { setFlagsFromString } from 'node:v8';

/**
 * Loaded before anything else. Cases come and go by the thousand, and V8 would let what they leave behind pile up to several times
 * of what is alive; it collects once the heap has grown by a third instead. Costs about 3 % of the rate, halves the memory.
 */
setFlagsFromString('--heap-growing-percent=30');
