import { story, type StoryAct, type StoryDay } from '../../faults/story';
import { inspectionStory } from './inspection-story';
import { subsidyStory } from './subsidy-story';
import { dispatchStory } from './dispatch-story';

/** What is done for a history beyond the story of the faults, by the day of that story (from 0) on which it is done. */
export type StoryPart = Readonly<Record<number, readonly StoryAct[]>>;

const parts: readonly StoryPart[] = [dispatchStory, inspectionStory, subsidyStory];

/** The story that histories are recorded from. */
export const storyWithParts: readonly StoryDay[] = story.map((day, index) => ({
  ...day,
  acts: [...day.acts, ...parts.flatMap((part) => part[index] ?? [])],
}));
