import { giveUp } from './say.mjs';
import { runVerb } from './with-services.mjs';

runVerb('bench').catch(giveUp);
