import { ensureBrowser } from './browser.mjs';
import { giveUp } from './say.mjs';
import { runVerb } from './with-services.mjs';

runVerb('bench', { DUBAN_BROWSER: ensureBrowser() }).catch(giveUp);
