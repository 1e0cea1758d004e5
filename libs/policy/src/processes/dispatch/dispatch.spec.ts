import { codeOf, judgeBeginningOf } from '../../case/case-builder';
import { dispatch } from './dispatch';
import {
  bureau,
  builtDispatch,
  confirmedLines,
  education,
  fewLeads,
  placeAt,
  returnOf,
  system,
  townships,
} from './dispatch-builder';

const office = { office: 'leading-group-office:140423' };
const cityOffice = { office: 'leading-group-office:1404' };
const water = { office: 'department:140423:water' };

/** All three returns and ledgers in time, then the closing. */
function whole() {
  const running = builtDispatch();
  running.say('fileReturn', '2026-11-10', returnOf('monitoring'), bureau);
  running.say('fileReturn', '2026-11-12', returnOf('guarantees'), education);
  running.say('fileReturn', '2026-11-15', returnOf('guarantees'), water);
  for (const department of ['revitalization', 'education', 'water'] as const)
    running.say('confirmLines', '2026-11-14', { department, lines: confirmedLines(department) }, office);
  return running;
}
const close = (running: ReturnType<typeof builtDispatch>, until = '2026-11-18', on = '2026-11-19') =>
  running.say('periodClosed', on, { until }, system);
const keysOf = (running: ReturnType<typeof builtDispatch>, table: string) =>
  running.view().records.flatMap((one) => (one.table === table ? [one.key] : []));

describe('A-3.3: a half month’s dispatch', () => {
  it('is owed by each lead department until the half month’s last day, met on the day of its last return', () => {
    const running = builtDispatch();
    expect(running.view().deadlines.map(({ id, owner }) => `${id} ${owner}`)).toEqual([
      'return:revitalization revitalization-bureau:140423',
      'return:education department:140423:education',
      'return:water department:140423:water',
      'ledger:revitalization revitalization-bureau:140423',
      'ledger:education department:140423:education',
      'ledger:water department:140423:water',
    ]);
    expect(running.deadline('return:education')).toMatchObject({ due: '2026-11-15', clause: 'A-3.3' });
    expect(whole().deadline('return:water')?.metOn).toBe('2026-11-15');
  });

  it('A-4.3: with the clause’s own leads asks eight areas of twenty-five departments', () => {
    const { listed, deadlines } = builtDispatch({}).view();
    expect(listed).toMatchObject({ owed: 35, filed: 0, missing: 35 });
    expect(deadlines.filter(({ id }) => id.startsWith('return:'))).toHaveLength(25);
  });

  it('calls each department once, with all its areas', () => {
    const calls = builtDispatch({
      dispatchLeads: { monitoring: ['revitalization'], industry: ['revitalization'] },
    }).view().notices;
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      to: 'revitalization-bureau:140423',
      on: '2026-11-01',
      title: '2026年11月上半月政策落实调度（2个领域）',
    });
  });

  it('is closed three days later by a message to itself, reported to the office of the same level, and put away after a month', () => {
    const running = whole();
    expect(running.view().consequences).toMatchObject([
      { kind: 'ask', question: 'places' },
      { kind: 'ask', question: 'policy-lines', on: '2026-11-01' },
      { kind: 'ask', question: 'policy-lines', on: '2026-11-05' },
      { operation: 'periodClosed', on: '2026-11-19' },
      { operation: 'periodSealed', on: '2026-12-18' },
    ]);
    close(running);
    const report = running.view().notices.find(({ key }) => key === 'report:1');
    expect(report).toMatchObject({ to: 'leading-group-office:140423', on: '2026-11-19' });
    expect(report?.text).toContain('排队办法：各项指标完成率');
    expect(report?.text).toContain('各牵头部门均已报送');
    expect(running.view().records).toContainEqual(
      expect.objectContaining({
        table: 'bulletin',
        key: 'report:1',
        row: expect.objectContaining({ number: '半月调度〔140423〕2026-11-H1', corrects: null }),
      }),
    );
    running.say('periodSealed', '2026-12-18', {}, system);
    expect(running.view()).toMatchObject({ stage: 'sealed', ended: { on: '2026-12-18', outcome: 'complete' } });
  });

  it('names in its report who did not report, and keeps the places nobody reported on in the table', () => {
    const running = builtDispatch();
    running.say('fileReturn', '2026-11-16', returnOf('monitoring', [placeAt('140423100', 50)]), bureau);
    close(running);
    const text = running.view().notices.find(({ key }) => key === 'report:1')?.text ?? '';
    expect(text).toContain('未报送的牵头部门：教育部门（“三保障”和饮水安全政策）、水利部门');
    expect(text).toContain('未报 〔140423105〕');
    const stateOf = (key: string) =>
      running.view().records.find((one) => one.table === 'register' && one.key === key)?.row;
    expect(stateOf('place/monitoring/140423105')).toMatchObject({
      state: 'missing',
      territory: '140423105',
      body: { rank: null },
    });
    expect(stateOf('return/monitoring/revitalization')).toMatchObject({ state: 'late', on: '2026-11-16' });
    expect(stateOf('return/guarantees/water')).toMatchObject({ state: 'missing', owner: 'department:140423:water' });
  });

  it('asks the area’s lead for measures where a place lags, once the table is closed', () => {
    const running = whole();
    expect(running.deadline('supervise:monitoring')).toBeUndefined();
    close(running);
    expect(running.deadline('supervise:monitoring')).toMatchObject({
      due: '2026-12-04',
      owner: 'revitalization-bureau:140423',
      what: expect.stringContaining('〔140423105〕'),
    });
    running.say('supervise', '2026-11-25', { area: 'monitoring', place: '140423105', measure: '派员驻点督导' }, bureau);
    expect(running.deadline('supervise:monitoring')?.metOn).toBe('2026-11-25');
  });

  it('gives the county last in a city’s ranking as a ground for listing, and no township', () => {
    const county = whole();
    close(county);
    expect(keysOf(county, 'register').filter((key) => key.startsWith('ground'))).toEqual([]);
    const city = builtDispatch({ dispatchLeads: { monitoring: ['revitalization'] } }, '1404');
    const counties = ['03', '23', '25', '26', '27', '28'].map((code, index) => placeAt(`1404${code}`, 90 - index * 10));
    city.say('fileReturn', '2026-11-10', returnOf('monitoring', counties), { office: 'revitalization-bureau:1404' });
    expect(keysOf(city, 'register').filter((key) => key.startsWith('ground'))).toEqual([]);
    close(city);
    expect(keysOf(city, 'register').filter((key) => key.startsWith('ground'))).toEqual(['ground/140428']);
  });

  it('reopened by the office above takes a late return, and is reported anew under a number of its own', () => {
    const running = builtDispatch();
    close(running);
    expect(codeOf(running.say('fileReturn', '2026-11-20', returnOf('monitoring'), bureau))).toBe('CLOSED_PERIOD');
    expect(
      codeOf(running.say('reopen', '2026-11-20', { until: '2026-11-25', reason: '系统故障未报' }, cityOffice)),
    ).toBe('admitted');
    expect(codeOf(running.say('fileReturn', '2026-11-21', returnOf('monitoring'), bureau))).toBe('admitted');
    close(running, '2026-11-25', '2026-11-26');
    expect(running.view().records).toContainEqual(
      expect.objectContaining({
        key: 'report:2',
        row: expect.objectContaining({
          corrects: '半月调度〔140423〕2026-11-H1',
          title: expect.stringContaining('重报'),
        }),
      }),
    );
  });

  it('corrected shows the new figures, and keeps the day it was first filed', () => {
    const running = builtDispatch();
    running.say('fileReturn', '2026-11-10', returnOf('monitoring'), bureau);
    running.say(
      'correctReturn',
      '2026-11-16',
      { ...returnOf('monitoring', [placeAt('140423105', 100)]), reason: '数据录错' },
      bureau,
    );
    expect(running.deadline('return:revitalization')?.metOn).toBe('2026-11-10');
    const place = running.view().records.find((one) => one.key === 'place/monitoring/140423105');
    expect(place).toMatchObject({ row: { body: { rank: 1, progress: 100 } } });
  });

  it.each<[string, Parameters<ReturnType<typeof builtDispatch>['say']>, string]>([
    [
      'a department that does not lead the area',
      ['fileReturn', '2026-11-10', returnOf('monitoring'), education],
      'NOT_ALLOWED',
    ],
    [
      'an office of another level',
      ['fileReturn', '2026-11-10', returnOf('monitoring'), { office: 'revitalization-bureau:1404' }],
      'NOT_ALLOWED',
    ],
    [
      'the office filing for nobody named',
      ['fileReturn', '2026-11-10', returnOf('monitoring'), office],
      'INVALID_INPUT',
    ],
    [
      'a department filing for another',
      ['fileReturn', '2026-11-10', { ...returnOf('guarantees'), department: 'water' }, education],
      'NOT_ALLOWED',
    ],
    ['a day before the half month', ['fileReturn', '2026-10-31', returnOf('monitoring'), bureau], 'BEFORE_BEGINNING'],
    [
      'a place of another county',
      ['fileReturn', '2026-11-10', returnOf('monitoring', [placeAt('140429100', 1)]), bureau],
      'UNKNOWN_SUBJECT',
    ],
    [
      'a place the directory does not know',
      ['fileReturn', '2026-11-10', returnOf('monitoring', [placeAt('140423199', 1)]), bureau],
      'UNKNOWN_SUBJECT',
    ],
    [
      'a village',
      ['fileReturn', '2026-11-10', returnOf('monitoring', [placeAt('140423100201', 1)]), bureau],
      'UNKNOWN_SUBJECT',
    ],
    [
      'a place twice',
      ['fileReturn', '2026-11-10', returnOf('monitoring', [placeAt('140423100', 1), placeAt('140423100', 2)]), bureau],
      'INVALID_INPUT',
    ],
    [
      'a correction of nothing',
      ['correctReturn', '2026-11-10', { ...returnOf('monitoring'), reason: '更正' }, bureau],
      'WRONG_STAGE',
    ],
    [
      'reopening what is open',
      ['reopen', '2026-11-10', { until: '2026-11-20', reason: '补报' }, cityOffice],
      'WRONG_STAGE',
    ],
    ['an office closing it', ['periodClosed', '2026-11-10', { until: '2026-11-18' }, office], 'NOT_ALLOWED'],
  ])('refuses %s', (_title, said, code) => expect(codeOf(builtDispatch().say(...said))).toBe(code));

  it('refuses a second return, and the level itself reopening', () => {
    const running = whole();
    expect(codeOf(running.say('fileReturn', '2026-11-15', returnOf('monitoring'), bureau))).toBe('ALREADY_DONE');
    close(running);
    expect(codeOf(running.say('reopen', '2026-11-20', { until: '2026-11-25', reason: '补报' }, office))).toBe(
      'NOT_ALLOWED',
    );
    expect(codeOf(running.say('reopen', '2026-11-20', { until: '2027-11-25', reason: '补报' }, cityOffice))).toBe(
      'OUT_OF_RANGE',
    );
  });

  it('takes a return filed by the office for a department, and says which places it leaves out', () => {
    const verdict = builtDispatch(fewLeads).say(
      'fileReturn',
      '2026-11-10',
      { ...returnOf('guarantees', [placeAt('140423100', 1)]), department: 'education' },
      office,
    );
    expect(verdict).toMatchObject({ admitted: true, answer: { missing: townships.slice(1) } });
  });
});

describe('A-4.3: whose a dispatch is', () => {
  const offerOf = (running: ReturnType<typeof builtDispatch>, operation: string, by: { office: string }) =>
    dispatch.offer(running.file(), operation, { by, today: '2026-11-12' });
  const refusedAs = (code: string) => ({ isOffered: false, refusal: { code } });

  it.each([
    'department:140423:transport',
    'department:140429:education',
    'revitalization-bureau:1404',
    'department:140423:sleep',
  ])('is not offered to %s, which leads nothing of this level, and refuses it whatever the area', (outsider) => {
    const by = { office: outsider };
    for (const operation of ['fileReturn', 'correctReturn', 'supervise'])
      expect(offerOf(whole(), operation, by)).toMatchObject(refusedAs('NOT_ALLOWED'));
    for (const area of ['monitoring', 'guarantees'] as const)
      expect(codeOf(builtDispatch().say('fileReturn', '2026-11-10', returnOf(area), by))).toBe('NOT_ALLOWED');
  });

  it('is filed until all of the office’s own areas are, and corrected from the first on', () => {
    const running = builtDispatch();
    expect(offerOf(running, 'correctReturn', education)).toMatchObject(refusedAs('WRONG_STAGE'));
    running.say('fileReturn', '2026-11-10', returnOf('guarantees'), education);
    expect(offerOf(running, 'fileReturn', education)).toMatchObject(refusedAs('ALREADY_DONE'));
    expect(offerOf(running, 'correctReturn', education)).toMatchObject({ isOffered: true });
    expect(offerOf(running, 'correctReturn', water)).toMatchObject(refusedAs('WRONG_STAGE'));
    expect(offerOf(running, 'fileReturn', office)).toMatchObject({ isOffered: true });
    expect(offerOf(whole(), 'fileReturn', office)).toMatchObject(refusedAs('ALREADY_DONE'));
  });

  it('is neither filed nor corrected once it is closed, and still supervised', () => {
    const running = builtDispatch();
    running.say('fileReturn', '2026-11-10', returnOf('guarantees'), education);
    close(running);
    const offered = (operation: string, by: { office: string }) =>
      dispatch.offer(running.file(), operation, { by, today: '2026-11-20' });
    expect(offered('fileReturn', water)).toMatchObject(refusedAs('CLOSED_PERIOD'));
    expect(offered('correctReturn', education)).toMatchObject(refusedAs('CLOSED_PERIOD'));
    expect(offered('supervise', education)).toMatchObject({ isOffered: true });
  });

  it('has nothing to supervise before it is known which places stand in it', () => {
    const running = builtDispatch();
    expect(offerOf(running, 'supervise', bureau)).toMatchObject({ isOffered: true });
    const unread = { ...running.file(), acts: [] };
    const asked = { by: bureau, today: '2026-11-12' };
    expect(dispatch.offer(unread, 'supervise', asked)).toMatchObject(refusedAs('UNKNOWN_SUBJECT'));
  });

  it('is opened again by the office directly above alone', () => {
    const running = whole();
    close(running);
    const reopen = (by: string) =>
      codeOf(running.say('reopen', '2026-11-20', { until: '2026-11-25', reason: '补报' }, { office: by }));
    for (const by of ['leading-group-office:14', 'province-group:14', 'leading-group-office:1405'])
      expect(reopen(by)).toBe('NOT_ALLOWED');
    expect(reopen(cityOffice.office)).toBe('admitted');
  });

  it('begins with the book, not by an office', () => {
    const opening = {
      territory: '140423',
      period: '2026-11-H1',
      from: '2026-11-01',
      to: '2026-11-15',
      book: 'duty-book:140423:2026',
    } as const;
    const begun = (more: object) =>
      codeOf(judgeBeginningOf(dispatch, { ...opening, ...more }, { openedOn: '2026-11-01' }));
    expect(begun({})).toBe('admitted');
    expect(begun({ period: '2026-11-H2' })).toBe('INVALID_INPUT');
    expect(begun({ territory: '140423100' })).toBe('INVALID_INPUT');
    expect(codeOf(judgeBeginningOf(dispatch, opening, { openedOn: '2026-11-01', by: office }))).toBe('NOT_ALLOWED');
  });
});
