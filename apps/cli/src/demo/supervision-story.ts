import type { DemoAct } from './demo-act';
import { inspections, problems } from './check-story';
import { contest, interview, listing } from './listing-story';
import { registers, subsidies } from './money-story';
import type { StoryPlace } from './story-place';

/**
 * A county at work: listed, inspected, with problems, an interview, subsidies, posts and a workshop
 * (RULES 2.cycle, RULES 5.flight-check, RULES 6.write-off, RULES 8).
 */
export function supervisionStory(place: StoryPlace): DemoAct[] {
  return [
    ...listing(place),
    ...problems(place),
    ...inspections(place),
    ...interview(place),
    ...subsidies(place),
    ...registers(place),
    ...contest(place),
  ];
}
