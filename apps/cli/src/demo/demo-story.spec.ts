import { groupOf, operationAt, routeOf } from '@duban/contracts/operation-groups';
import { entryBody } from '@duban/contracts/registers';
import { readInput } from '@duban/contracts/read-input';
import { handRegister } from '@duban/policy/registers/hand-registers';
import { demoStory } from './demo-story';

const story = demoStory({ today: '2026-11-26', cadres: 24, households: 30, townships: 3, hasLastMonth: true }).flat();

it.each(story.map((act, index) => [`${index} ${act.do}`, act] as const))(
  '%s is filled in as the api asks',
  (_, act) => {
    const [resource = '', name = ''] = act.do.split('.');
    const register = resource === 'registers' ? handRegister(name) : undefined;
    const group = groupOf(resource);
    const operation =
      group?.opening?.name === name ? group.opening : group && operationAt(group, routeOf(name))?.operation;
    const schema = register === undefined ? operation?.body : entryBody(register);
    expect(schema).toBeDefined();
    expect(readInput(schema!, act.with)).toMatchObject({ isSound: true });
  },
);

it('nothing is dated after today', () => {
  expect(story.filter(({ on }) => on > '2026-11-26')).toEqual([]);
});

it('a year begins without the month before it', () => {
  const january = demoStory({
    today: '2027-01-02',
    cadres: 8,
    households: 4,
    townships: 1,
    hasLastMonth: true,
  }).flat();
  expect(january.find(({ do: what }) => what === 'cycles.start')?.with).toMatchObject({
    year: 2027,
    startsOn: '2027-01-01',
  });
});
