import { rehearse } from '@duban/cli/rehearsal/rehearsal';
import { readScenario } from '@duban/cli/rehearsal/scenario';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testServices } from '../setup/services';

/** Every shipped scenario plays as it says it will, on the real engine and the real database. */
const files = readdirSync(__dirname).filter((name) => name.endsWith('.yaml'));

beforeAll(() => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
});

describe('shipped scenarios', () => {
  it.each(files)(
    '%s comes as expected',
    async (file) => {
      const scenario = readScenario(readFileSync(join(__dirname, file), 'utf8'), '2026-01-01');
      const { differences, events } = await rehearse(scenario, testServices(), () => undefined);
      expect(differences).toEqual([]);
      expect(events.length).toBeGreaterThan(0);
    },
    // Catches a rehearsal that hangs; how fast it is, the benchmark says.
    300_000,
  );
});
