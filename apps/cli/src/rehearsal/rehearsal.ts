import { demoCountyCode } from '@duban/contracts/demo-county';
import { readDueDates, readEvents, type DueDate } from './read-events';
import { ScenarioRun, type Progress, type RefusedAct } from './scenario-run';
import { demoActs } from './demo-routine';
import type { Scenario } from './scenario';
import { newStageName, setStage, type StageConfig } from './stage';
import { differences, type RehearsedEvent } from './timeline';

export interface Rehearsal {
  events: RehearsedEvent[];
  /** Readable lines; empty when everything came as the scenario expects. */
  differences: string[];
  /** Acts that were refused though the scenario did not say so. */
  refused: RefusedAct[];
  dueDates: DueDate[];
  cases: number;
  /** How often a case's clock was moved forward. */
  moves: number;
}

/** Sets a stage, plays the scenario on it, reads what happened, and clears the stage away. */
export async function rehearse(
  scenario: Scenario,
  config: StageConfig,
  progress: Progress,
  name = newStageName(),
): Promise<Rehearsal> {
  const stage = await setStage(config, scenario.demo?.county ?? demoCountyCode, name);
  try {
    const run = new ScenarioRun(scenario, stage.engine, stage.dataSource);
    const unmet = await run.play([...demoActs(scenario), ...scenario.acts], progress);
    const events = await readEvents(stage.dataSource);
    return {
      events,
      differences: [...unmet, ...differences(events, scenario.expect, scenario.never, run.names)],
      refused: run.refused,
      dueDates: await readDueDates(stage.dataSource, scenario),
      cases: new Set(events.map((event) => event.subject)).size,
      moves: stage.clocks.moves,
    };
  } finally {
    await stage.clear();
  }
}
