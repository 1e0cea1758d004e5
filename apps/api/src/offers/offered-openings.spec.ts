import { callerOf, type Caller } from '../auth/caller';
import { offeredOpenings } from './offered-openings';

const may = (office: string): string[] =>
  offeredOpenings(callerOf(office) as Caller).flatMap(({ resource, isOffered }) => (isOffered ? [resource] : []));

it.each([
  ['village-committee:140423100201', ['households', 'problems', 'project-risks']],
  ['party-committee:140423100', ['households', 'problems', 'project-risks', 'subsidies']],
  ['leading-group-office:14', ['cycles', 'listings', 'area-interviews', 'problems', 'contests']],
  ['dispatching-unit:1404:U07', ['postings']],
  ['discipline-commission:140423', []],
])('%s may open %j', (office, resources) => expect(may(office)).toEqual(resources));

it('says who may instead', () =>
  expect(
    offeredOpenings(callerOf('dispatching-unit:1404:U07') as Caller).find(({ resource }) => resource === 'contests'),
  ).toMatchObject({
    process: 'contest',
    processName: '大比拼',
    route: '/api/v1/contests',
    isOffered: false,
    reason: '应由省级巩固衔接办办理。',
  }));
