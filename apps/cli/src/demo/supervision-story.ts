import type { SampleAct } from './demo-act';
import { inspections, problems } from './check-story';
import { contest, interview, listing } from './listing-story';
import { registers, subsidies } from './money-story';
import type { StoryPlace } from './story-place';

/** Parts 2, 5, 6 and 8 of the rules in a county at work: listed, inspected, with problems, an interview, subsidies, posts and a workshop. */
export function supervisionStory(place: StoryPlace): SampleAct[] {
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
