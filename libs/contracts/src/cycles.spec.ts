import { cycles, startCycleBody } from './cycles';
import { assessments } from './assessments';
import type { OperationGroup } from './operation';
import { scores } from './scores';

const body = { province: '14', year: 2026, title: '专项行动', startsOn: '2026-11-01', counties: ['140423', '140423'] };
const faultsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } }) =>
  result.error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('clause A-0: starting a cycle', () => {
  const opening = cycles.opening!;

  it('is one case per province and year; a further one of the year carries a name', () => {
    expect(opening.subject(body as never)).toEqual({ territory: '14', subject: ['2026'] });
    expect(opening.subject({ ...body, name: 'second' } as never)).toMatchObject({ subject: ['2026', 'second'] });
  });

  it('counts a county once', () =>
    expect(opening.opening(body as never, null)).toEqual({ ...body, counties: ['140423'] }));

  it('names what is wrong in the body', () => {
    expect(
      faultsOf(startCycleBody.safeParse({ ...body, province: '140', counties: ['1404'], startsOn: '2026-02-30' })),
    ).toEqual(['province', 'startsOn', 'counties.0']);
    expect(startCycleBody.safeParse({ ...body, unknown: 1 }).success).toBe(false);
  });
});

describe('clause C-3.5: who may do what', () => {
  const own = ({ operations }: OperationGroup) => Object.entries(operations).filter(([name]) => name !== 'redeliver');

  it('leaves the month to the county stationing office and the sheet to the township party committee', () => {
    for (const [name, { by }] of own(assessments))
      expect(by).toEqual([{ kind: 'stationing-office', level: name === 'excuseTaskList' ? 'city' : 'county' }]);
    for (const [, { by }] of own(scores)) expect(by).toEqual([{ kind: 'party-committee', level: 'township' }]);
  });

  it('has no operation for what only cases tell each other', () => {
    const namesOf = (group: OperationGroup) => own(group).map(([name]) => name);
    expect(namesOf(assessments).sort()).toEqual([
      'correctScore',
      'excuseTaskList',
      'issueBulletin',
      'issueTaskList',
      'wait',
    ]);
    expect(namesOf(scores).sort()).toEqual(['correct', 'leaveUnscored', 'score', 'scoreAll']);
  });

  it('leaves the range of a score to the rules, and asks for numbers', () => {
    const { body: scoreAll } = scores.operations['scoreAll']!;
    expect(scoreAll.safeParse({ scores: [{ cadre: 'C1', task: 101, presence: 80 }] }).success).toBe(true);
    expect(faultsOf(scoreAll.safeParse({ scores: [{ cadre: 'C1', task: '80', presence: 80 }] }))).toEqual([
      'scores.0.task',
    ]);
    expect(scoreAll.safeParse({ scores: [] }).success).toBe(false);
  });

  it('takes a task list with items only', () => {
    const { body: list } = assessments.operations['issueTaskList']!;
    expect(list.safeParse({ items: [{ what: '走访监测户', for: 'team' }] }).success).toBe(true);
    expect(list.safeParse({ items: [] }).success).toBe(false);
    expect(list.safeParse({ items: [{ what: '走访监测户', for: 'nobody' }] }).success).toBe(false);
  });
});
