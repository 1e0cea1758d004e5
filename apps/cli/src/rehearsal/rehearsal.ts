import { sampleCountyCode } from '@duban/contracts/sample-county';
import type { Config } from '@duban/platform/config';
import { readEvents } from './read-events';
import { RehearsalRun, type Progress } from './run-rehearsal';
import { sampleActs } from './sample-routine';
import type { Scenario } from './scenario';
import { setStage } from './stage';
import { differences, type RehearsedEvent } from './timeline';

export interface Rehearsal {
  events: RehearsedEvent[];
  /** Readable lines; empty when everything came as the scenario expects. */
  differences: string[];
  cases: number;
  /** How often a case's clock was moved forward. */
  moves: number;
}

/** Sets a stage, plays the scenario on it, reads what happened, and clears the stage away. */
export async function rehearse(
  scenario: Scenario,
  config: Pick<Config, 'DATABASE_URL' | 'TEMPORAL_ADDRESS' | 'DUBAN_KEY_FILE'>,
  progress: Progress,
): Promise<Rehearsal> {
  const stage = await setStage(config, scenario.sample?.county ?? sampleCountyCode);
  try {
    const run = new RehearsalRun(scenario, stage.engine, stage.dataSource);
    const refused = await run.play([...sampleActs(scenario), ...scenario.acts], progress);
    const events = await readEvents(stage.dataSource);
    return {
      events,
      differences: [...refused, ...differences(events, scenario.expect, scenario.never, run.names)],
      cases: new Set(events.map((event) => event.subject)).size,
      moves: stage.clocks.moves,
    };
  } finally {
    await stage.clear();
  }
}
