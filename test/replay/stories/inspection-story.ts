import { sha256 } from '@duban/policy/processes/inspection/sha256';
import type { StoryAct } from '../../faults/story';
import type { StoryPart } from './index';

const office = 'stationing-office:140423';
const township = 'party-committee:140423100';
const check = 'inspection:140423:flight-check:1';
const problem = 'problem:140423100204:140423-flight-check-1-F1:1';
const seed = 'a seed for the story, long enough';
const act = (as: string, what: string, on: string, body: object, of?: string): StoryAct => ({
  as,
  do: what,
  with: { occurredOn: on, ...body },
  ...(of === undefined ? {} : { case: of }),
});

const sample = {
  seedHash: sha256(seed),
  frame: [{ id: '140423100204', stratum: '140423100' }],
  size: 1,
  excludeMonths: 3,
};

/** C-3.4 and C-2.end: a flight check with its sample, a finding put right late and written off. */
export const inspectionStory: StoryPart = {
  0: [
    act(office, 'inspections.plan', '2030-03-04', {
      territory: '140423',
      kind: 'flight-check',
      scope: '140423',
      plannedOn: '2030-03-10',
      sample,
    }),
  ],
  1: [
    act(office, 'inspections.draw', '2030-03-09', { seed, publicValue: '7' }, check),
    act(office, 'inspections.begin', '2030-03-10', {}, check),
    act(
      office,
      'inspections.find',
      '2030-03-10',
      { id: 'F1', place: '140423100204', list: 'livelihood', what: '公益岗位无考勤' },
      check,
    ),
    act(office, 'inspections.conclude', '2030-03-18', { number: '襄驻办〔2030〕3号', summary: '检查一个村' }, check),
    act(
      township,
      'problems.plan',
      '2030-03-19',
      { measure: '建立考勤', responsible: 'C001', due: '2030-03-31' },
      problem,
    ),
  ],
  3: [
    act(
      'village-committee:140423100204',
      'problems.rectified',
      '2030-04-20',
      { what: '已建考勤', evidence: '考勤表' },
      problem,
    ),
    act(office, 'problems.verify', '2030-04-25', { passed: true, note: '属实' }, problem),
  ],
};
