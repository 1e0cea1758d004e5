import { codeOf } from '../../case/case-builder';
import { firstTownship, rosterOf, builtAssessment, secondTownship } from './month-builder';
import type { Settings } from '../../settings/policy-set';

const number = '襄驻办〔2026〕9号';
const six = [...rosterOf(firstTownship, 1, 3), ...rosterOf(secondTownship, 4, 3)];
const scoreOf = (cadre: string, total: number) => ({ cadre, task: total, presence: total });
const sheet = (township: string, version: number, totals: Record<string, number>, unscored: string[] = []) => ({
  township,
  version,
  scores: Object.entries(totals).map(([cadre, total]) => scoreOf(cadre, total)),
  unscored,
});

/** November 2026, roster read, first township scored; the second too unless it is missing. */
function scoring(
  more: {
    roster?: typeof six;
    second?: object | null;
    changes?: Partial<Settings>;
    undelivered?: readonly string[];
  } = {},
) {
  const { roster = six, second = sheet(secondTownship, 2, { C04: 70, C05: 60, C06: 50 }), ...rest } = more;
  const month = builtAssessment(rest);
  month.say('rosterRead', '2026-12-01', roster);
  month.say('sheetReceived', '2026-12-03', sheet(firstTownship, 2, { C01: 95, C02: 90, C03: 85 }));
  if (second !== null) month.say('sheetReceived', '2026-12-04', second);
  return month;
}
const published = (more: Parameters<typeof scoring>[0] = {}) => {
  const month = scoring(more);
  month.say('issueBulletin', '2026-12-05', { number });
  return month;
};
type Month = ReturnType<typeof scoring>;
const told = (month: Month, operation: string) =>
  month
    .view()
    .consequences.flatMap((consequence) =>
      consequence.kind === 'tell' && consequence.operation === operation ? [consequence] : [],
    );
const lowCases = (month: Month) => told(month, 'lowMonth').map(({ caseId }) => caseId);
const bulletins = (month: Month) =>
  month.view().records.flatMap((record) => (record.table === 'bulletin' ? [record.row] : []));

describe('clause C-3.5: the task list by the 5th', () => {
  it.each([
    ['2026-11', '2026-11-05'],
    ['2026-12', '2026-12-07'],
    ['2026-10', '2026-10-08'],
  ])('%s: due %s', (month, due) =>
    expect(builtAssessment({ month }).deadline('task-list')).toMatchObject({ due, owner: 'stationing-office:140423' }),
  );

  it.each([
    ['2026-11-03', true],
    ['2026-11-05', true],
    ['2026-11-06', false],
  ])('a cycle that starts on %s: owed this month %s', (openedOn, owed) =>
    expect(builtAssessment({ openedOn }).deadline('task-list') !== undefined).toBe(owed),
  );

  it('is met by the first list; a second in time replaces it, a later one is only noted', () => {
    const month = builtAssessment();
    month.say('issueTaskList', '2026-11-03', { items: [{ what: '走访监测户' }] });
    expect(
      month.say('issueTaskList', '2026-11-05', { items: [{ what: '走访监测户' }, { what: '宣讲政策' }] }),
    ).toMatchObject({
      keep: true,
      told: expect.any(String),
    });
    expect(month.say('issueTaskList', '2026-11-06', { items: [{ what: '另一清单' }] })).toMatchObject({ keep: false });
    expect(month.deadline('task-list')?.metOn).toBe('2026-11-03');
    expect(month.view().listed).toMatchObject({ taskItems: 2 });
  });

  it('can be excused with a reason (原则上)', () => {
    const month = builtAssessment();
    month.say('excuseTaskList', '2026-11-04', { reason: '全县防汛' });
    expect(month.deadline('task-list')).toMatchObject({ dropped: { on: '2026-11-04', reason: '全县防汛' } });
  });
});

describe('clause C-3.5: the roster and the townships', () => {
  it('asks for the roster on the 1st of the following month', () => {
    expect(builtAssessment().view().consequences).toMatchObject([
      {
        kind: 'ask',
        question: 'roster',
        on: '2026-12-01',
        body: { territory: '140423', from: '2026-11-01', to: '2026-11-30' },
      },
    ]);
  });

  it('starts a sheet for each township with cadres to score, with the task list', () => {
    const month = builtAssessment();
    month.say('issueTaskList', '2026-11-03', { items: [{ what: '走访监测户' }] });
    month.say('rosterRead', '2026-12-01', [...six, { ...rosterOf('140423102', 7, 1)[0]!, from: '2026-11-28' }]);
    const starts = month.view().consequences.filter(({ kind }) => kind === 'start');
    expect(starts).toMatchObject([
      {
        caseId: `scores:${firstTownship}:2026-11`,
        on: '2026-12-01',
        opening: {
          assessment: 'assessment:140423:2026-11',
          cadres: [{ cadre: 'C01' }, { cadre: 'C02' }, { cadre: 'C03' }],
          tasks: [{ what: '走访监测户', for: 'all' }],
        },
      },
      { caseId: `scores:${secondTownship}:2026-11` },
    ]);
  });

  it('ends where nobody is to be scored, with a neutral month for who is on the roster', () => {
    const month = builtAssessment();
    month.say('rosterRead', '2026-12-01', [{ ...six[0]!, from: '2026-11-28' }]);
    expect(month.view()).toMatchObject({ stage: 'nothing-to-score', ended: { on: '2026-12-01' } });
    expect(month.deadline('bulletin')).toMatchObject({ dropped: { on: '2026-12-01' } });
    expect(told(month, 'neutralMonth')).toMatchObject([{ caseId: six[0]!.postingCase, body: { month: '2026-11' } }]);
  });

  it.each([
    ['2026-12-04', '2026-12-03'],
    ['2026-12-02', '2026-12-03'],
    ['2026-12-03', '2026-12-03'],
  ])('keeps the newer line of a cadre, dated %s, though the older one, dated %s, arrives after it', (newer, older) => {
    const month = builtAssessment();
    month.say('rosterRead', '2026-12-01', rosterOf(firstTownship, 1, 1));
    month.say('sheetReceived', newer, sheet(firstTownship, 3, { C01: 70 }));
    month.say('sheetReceived', older, sheet(firstTownship, 2, { C01: 95 }));
    expect(month.view().records).toMatchObject([{ table: 'score', row: { cadre: 'C01', total: 70 } }]);
  });
});

describe('clause C-3.5 [D township-cut]: missing townships', () => {
  const partly = sheet(secondTownship, 2, { C04: 70 }, ['C05']);

  it('refuses the bulletin and names them; a township is missing while one cadre is open', () => {
    const month = scoring({ second: partly });
    const refused = month.say('issueBulletin', '2026-12-05', { number });
    expect(refused).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      detail: expect.stringContaining(`〔${secondTownship}〕`),
    });
    expect(refused.admitted ? '' : refused.detail).not.toContain(firstTownship);
  });

  it.each<[string, number, string]>([
    ['2026-12-10', 3, 'CONDITIONS_NOT_MET'],
    ['2026-12-11', 3, 'admitted'],
    ['2026-12-06', 0, 'CONDITIONS_NOT_MET'],
    ['2026-12-07', 0, 'admitted'],
  ])('without them on %s with %d days of grace: %s', (on, bulletinGraceDays, code) => {
    const month = scoring({ second: null, changes: { bulletinGraceDays } });
    const verdict = month.say('issueBulletin', on, { number, withoutMissing: true });
    expect(codeOf(verdict)).toBe(code);
  });

  it('asks, once the days of grace are over, to say that it is issued without them', () =>
    expect(scoring({ second: null }).say('issueBulletin', '2026-12-11', { number })).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      field: 'withoutMissing',
    }));

  it('tells the day from which it may be issued without them', () => {
    expect(
      scoring({ second: null }).say('issueBulletin', '2026-12-08', { number, withoutMissing: true }),
    ).toMatchObject({
      detail: expect.stringContaining('12月11日'),
    });
  });

  it('names them in the bulletin, ranks what came, and makes the rest 未考核', () => {
    const month = scoring({ second: partly });
    expect(month.say('issueBulletin', '2026-12-11', { number, withoutMissing: true })).toMatchObject({
      answer: { ranked: 4, low: [], missing: [secondTownship] },
    });
    expect(bulletins(month)[0]?.text).toContain(`未按要求报送或未全部报送考核结果的乡镇\n〔${secondTownship}〕。`);
    expect(bulletins(month)[0]?.text).toContain(`〔C06〕 〔${secondTownship}〕 乡镇未评分`);
    expect(bulletins(month)[0]?.text).toContain(`〔C05〕 〔${secondTownship}〕 乡镇说明理由后未评分`);
  });

  it('issues nothing by silence, and waiting moves no date', () => {
    const month = scoring({ second: null });
    expect(codeOf(month.say('wait', '2026-12-08', { reason: '乡镇补报', until: '2026-12-10' }))).toBe('admitted');
    expect(month.view()).toMatchObject({ stage: 'scoring', listed: { waitingUntil: '2026-12-10', missing: 1 } });
    expect(month.deadline('bulletin')).not.toHaveProperty('metOn');
    expect(codeOf(scoring().say('wait', '2026-12-08', { reason: '乡镇补报', until: '2026-12-10' }))).toBe(
      'CONDITIONS_NOT_MET',
    );
  });
});

describe('clause C-3.5: the bulletin', () => {
  it('is due by the 5th of the following month, and met by issuing', () => {
    expect(scoring().deadline('bulletin')).toMatchObject({ due: '2026-12-07', owner: 'stationing-office:140423' });
    expect(published().deadline('bulletin')).toMatchObject({ metOn: '2026-12-05' });
  });

  it.each([
    ['before the month is over', '2026-12-01', '2026-11-30', 'TOO_EARLY'],
    ['dated before a score it contains', '2026-12-04', '2026-12-03', 'CONDITIONS_NOT_MET'],
    ['dated before both', '2026-12-04', '2026-11-30', 'CONDITIONS_NOT_MET'],
  ])('is refused %s', (_title, scored, on, code) => {
    const month = builtAssessment();
    month.say('rosterRead', '2026-12-01', six);
    month.say('sheetReceived', scored, sheet(firstTownship, 2, { C01: 95, C02: 90, C03: 85 }));
    month.say('sheetReceived', scored, sheet(secondTownship, 2, { C04: 70, C05: 60, C06: 50 }));
    expect(month.say('issueBulletin', on, { number })).toMatchObject({ code, field: 'occurredOn' });
  });

  it('is refused until the roster has been read', () =>
    expect(codeOf(builtAssessment().say('issueBulletin', '2026-12-03', { number }))).toBe('CONDITIONS_NOT_MET'));

  it('ranks county and townships, copies to each unit once, and closes the sheets', () => {
    const month = published();
    expect(month.view().stage).toBe('published');
    const rank = (scope: string, cadre: string) =>
      month.view().records.find(({ table, key }) => table === 'rank' && key === `${scope}:2026-11:${cadre}`)?.row;
    expect(rank('140423', 'C04')).toMatchObject({ rank: 4, low: false });
    expect(rank(secondTownship, 'C04')).toMatchObject({ rank: 1 });
    expect(month.view().notices.map(({ to, kind }) => `${kind} ${to}`)).toEqual([
      'copy dispatching-unit:1404:U0',
      'copy dispatching-unit:1404:U1',
    ]);
    expect(told(month, 'monthClosed')).toMatchObject([
      { caseId: `scores:${firstTownship}:2026-11`, body: { bulletin: number, counted: 2 } },
      { caseId: `scores:${secondTownship}:2026-11` },
    ]);
  });

  it('tells only whose state changes: the low one', () => {
    expect(told(published(), 'lowMonth')).toMatchObject([
      {
        caseId: `posting:${secondTownship}:C06:1`,
        on: '2026-12-05',
        withdraw: 'notLowMonth',
        body: { month: '2026-11', bulletin: number, rank: 6, copyDelivered: true },
      },
    ]);
    expect(told(published(), 'neutralMonth')).toEqual([]);
  });

  it('with four ranked the month is neutral for everybody', () => {
    const month = published({ roster: [...six.slice(0, 3), six[3]!], second: sheet(secondTownship, 2, { C04: 10 }) });
    expect(lowCases(month)).toEqual([]);
    expect(told(month, 'neutralMonth').map(({ caseId }) => caseId)).toHaveLength(4);
  });

  it('makes nobody low when all are equal', () => {
    const month = scoring({ second: sheet(secondTownship, 2, { C04: 80, C05: 80, C06: 80 }) });
    month.say('sheetReceived', '2026-12-05', sheet(firstTownship, 3, { C01: 80, C02: 80, C03: 80 }));
    month.say('issueBulletin', '2026-12-05', { number });
    expect(lowCases(month)).toEqual([]);
    expect(told(month, 'neutralMonth')).toEqual([]);
  });

  it('tells who was not scored that the month is neutral', () => {
    const newcomer = { ...rosterOf(firstTownship, 9, 1)[0]!, from: '2026-11-25' };
    const month = published({
      roster: [...six, newcomer],
      second: sheet(secondTownship, 2, { C04: 70, C06: 50 }, ['C05']),
    });
    expect(told(month, 'neutralMonth').map(({ caseId }) => caseId)).toEqual([
      `posting:${secondTownship}:C05:1`,
      newcomer.postingCase,
    ]);
  });

  it('lets a second officer know that it is done, and takes no scores any more', () => {
    const month = published();
    expect(month.say('issueBulletin', '2026-12-06', { number: '另号' })).toMatchObject({
      admitted: true,
      keep: false,
      told: expect.stringContaining('由驻村办印发'),
    });
    expect(codeOf(month.say('sheetReceived', '2026-12-06', sheet(firstTownship, 9, { C01: 1 })))).toBe('CLOSED_PERIOD');
  });

  it('says when a copy found no inbox, to the posting and to the county', () => {
    const copy = `copy:${number}:dispatching-unit:1404:U0`;
    const month = published({ undelivered: [copy] });
    expect(told(month, 'copyUndelivered')).toMatchObject([
      { caseId: `posting:${secondTownship}:C06:1`, withdraw: 'copyDelivered', body: { bulletin: number } },
    ]);
    expect(month.view().notices.find(({ kind }) => kind === 'repair')).toMatchObject({
      to: 'stationing-office:140423',
      key: `repair:${copy}`,
    });
  });
});

describe('clause C-3.5 [D month-corrections]: corrections after the bulletin', () => {
  const correction = (cadre: string, total: number, no: string) => ({
    ...scoreOf(cadre, total),
    reason: '计分有误',
    number: no,
  });

  it('re-rank, are published as 更正通报, and flip who is low', () => {
    const month = published();
    expect(month.say('correctScore', '2026-12-10', correction('C06', 99, '襄驻办〔2026〕10号'))).toMatchObject({
      answer: { ranked: 6, low: ['C05'] },
    });
    expect(lowCases(month)).toEqual([`posting:${secondTownship}:C05:1`]);
    expect(told(month, 'lowMonth')[0]).toMatchObject({ on: '2026-12-10', body: { bulletin: '襄驻办〔2026〕10号' } });
    expect(bulletins(month)).toMatchObject([
      { number, corrects: null, text: bulletins(published())[0]!.text },
      {
        number: '襄驻办〔2026〕10号',
        corrects: number,
        issuedOn: '2026-12-10',
        title: expect.stringContaining('更正通报'),
      },
    ]);
    expect(month.view().notices).toHaveLength(4);
  });

  it('leave a low month that stands as it was told', () => {
    const month = published();
    const before = told(month, 'lowMonth');
    month.say('correctScore', '2026-12-10', correction('C01', 94, '10号'));
    expect(told(month, 'lowMonth').map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });

  it('score a cadre whose township was missing', () => {
    const month = scoring({ second: null });
    month.say('issueBulletin', '2026-12-11', { number, withoutMissing: true });
    expect(told(month, 'neutralMonth')).toHaveLength(6);
    for (const [index, cadre] of ['C04', 'C05'].entries())
      month.say('correctScore', '2026-12-14', correction(cadre, 40 + index, `${10 + index}号`));
    expect(lowCases(month)).toEqual([`posting:${secondTownship}:C04:1`]);
    expect(told(month, 'neutralMonth').map(({ caseId }) => caseId)).toEqual([`posting:${secondTownship}:C06:1`]);
  });

  it.each<[string, string, object, string]>([
    ['a cadre of another county', '2026-12-10', correction('C77', 80, '10号'), 'UNKNOWN_SUBJECT'],
    ['a score out of range', '2026-12-10', correction('C01', 101, '10号'), 'OUT_OF_RANGE'],
    ['the number of the bulletin itself', '2026-12-10', correction('C01', 80, number), 'ALREADY_DONE'],
    ['a day before the bulletin', '2026-12-04', correction('C01', 80, '10号'), 'BEFORE_BEGINNING'],
    ['the score that was published', '2026-12-10', correction('C01', 95, '10号'), 'CONDITIONS_NOT_MET'],
  ])('are refused for %s', (_title, on, body, code) =>
    expect(codeOf(published().say('correctScore', on, body))).toBe(code),
  );

  it('are the township’s own before the bulletin', () =>
    expect(codeOf(scoring().say('correctScore', '2026-12-05', correction('C01', 80, '10号')))).toBe('WRONG_STAGE'));

  it('by a second officer are noted', () => {
    const month = published();
    month.say('correctScore', '2026-12-10', correction('C01', 80, '10号'));
    expect(month.say('correctScore', '2026-12-10', correction('C01', 80, '11号'))).toMatchObject({
      admitted: true,
      keep: false,
    });
  });
});

describe('clause C-3.5: the end of a month', () => {
  it('comes a year after its bulletin; the following bulletin closes nothing', () => {
    const month = published();
    expect(told(month, 'correctionsExpired')).toMatchObject([
      { caseId: 'assessment:140423:2026-11', on: '2027-12-06' },
    ]);
    expect(month.view().consequences.filter(({ key }) => key === 'previous')).toEqual([]);
    month.say('correctionsExpired', '2027-12-06', { month: '2026-11' });
    expect(month.view().ended).toMatchObject({ on: '2027-12-06', outcome: 'expired' });
  });

  it('does not come while an interview rests on it that was not held', () => {
    const month = published();
    month.say('talkOwed', '2027-12-01', { talk: 'C01/2026-11+2027-11' });
    expect(told(month, 'correctionsExpired')).toEqual([]);
    month.say('talkHeld', '2027-12-05', { talk: 'C01/2026-11+2027-11' });
    expect(told(month, 'correctionsExpired')).toMatchObject([{ on: '2027-12-16' }]);
  });

  it('does not come before its own bulletin', () => expect(told(scoring(), 'correctionsExpired')).toEqual([]));
});
