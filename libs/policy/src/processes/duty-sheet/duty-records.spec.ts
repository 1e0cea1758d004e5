import { codeOf } from '../../case/case-builder';
import { builtSheet, countyOffice, record, rowOf, system, threeCadres, township, type Sheet } from './duty-builder';

describe('records that come late', () => {
  it('make up for a period that is named, and stay late', () => {
    const sheet = builtSheet();
    expect(
      record(sheet, '2026-11-12', { duty: 'work-meeting', ower: '140423100201', period: '2026-W45' }),
    ).toMatchObject({
      admitted: true,
      told: expect.stringContaining('逾期补办'),
    });
    expect(rowOf(sheet, 'work-meeting@2026-W45')).toMatchObject({ fulfilled: 0, late: 1, missing: 1 });
  });

  it('recorded late but done in time are in time', () => {
    const sheet = builtSheet();
    record(sheet, '2026-11-05', { duty: 'work-meeting', ower: '140423100201' });
    expect(rowOf(sheet, 'work-meeting@2026-W45')).toMatchObject({ fulfilled: 1, late: 0 });
  });

  it('outside every period are refused with the periods there are', () =>
    expect(
      record(builtSheet(), '2026-12-10', { duty: 'visit-monitored', ower: '140423100201', covered: 1, of: 1 }),
    ).toMatchObject({
      code: 'OUT_OF_RANGE',
      field: 'occurredOn',
      detail: expect.stringContaining('2026-11（2026年11月）'),
    }));

  it('can be taken back, and the duty is owed again', () => {
    const sheet = builtSheet();
    record(sheet, '2026-11-05', { duty: 'township-study' });
    expect(sheet.deadline('township-study@2026-11')?.metOn).toBe('2026-11-05');
    const entry = sheet.file().acts.at(-1)!.sequence;
    expect(codeOf(sheet.say('takeBack', '2026-11-06', { entry, reason: '重复登记' }, township))).toBe('admitted');
    expect(sheet.deadline('township-study@2026-11')?.metOn).toBeUndefined();
    expect(sheet.say('takeBack', '2026-11-06', { entry, reason: '重复登记' }, township)).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
    });
  });
});

describe('somebody who is not on the roster', () => {
  it('is recorded, looked up again, and handed back when still unknown', () => {
    const sheet = builtSheet();
    expect(record(sheet, '2026-11-12', { duty: 'five-days', ower: 'C09', amount: 5 })).toMatchObject({
      admitted: true,
      told: expect.stringContaining('重新核对花名册'),
    });
    const asked = sheet.view().consequences.filter(({ key }) => key.startsWith('people#'));
    expect(asked).toMatchObject([{ kind: 'ask', question: 'roster', on: '2026-11-12' }]);
    sheet.say('rosterRead', '2026-11-12', threeCadres(), system);
    expect(sheet.view().consequences.filter(({ key }) => key.startsWith('people#'))).toEqual([]);
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toMatchObject([
      { to: 'party-committee:140423100' },
    ]);
  });

  it('is handed back with one notice for each act, however many lines and people it had', () => {
    const sheet = builtSheet();
    const owers = Array.from({ length: 25 }, (_, index) => `C${100 + index}`);
    const records = owers.flatMap((ower) => [1, 2].map((amount) => ({ duty: 'five-days', ower, amount })));
    sheet.say('recordAll', '2026-11-12', { records }, township);
    record(sheet, '2026-11-12', { duty: 'five-days', ower: 'C100', amount: 1 });
    sheet.say('rosterRead', '2026-11-12', threeCadres(), system);
    const repairs = sheet.view().notices.filter(({ kind }) => kind === 'repair');
    expect(repairs.map(({ title }) => title)).toEqual([
      '履职登记待核对（第4号，50项）',
      '履职登记待核对（第5号，1项）',
    ]);
    expect(repairs[0]?.text).toContain('〔C119〕等25人不在');
    expect(repairs[0]?.text).not.toContain('C120');
  });

  it('counts as soon as the roster has them', () => {
    const sheet = builtSheet();
    record(sheet, '2026-11-12', { duty: 'five-days', ower: 'C09', amount: 5 });
    sheet.say(
      'rosterRead',
      '2026-11-12',
      [...threeCadres(), { ...threeCadres()[0]!, cadre: 'C09', from: '2026-11-09' }],
      system,
    );
    expect(rowOf(sheet, 'five-days@2026-W46')).toMatchObject({ owed: 4, fulfilled: 1 });
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toEqual([]);
  });

  const readingsOf = (sheet: Sheet) =>
    sheet.view().consequences.flatMap((one) => (one.kind === 'ask' && one.question === 'roster' ? [one.on] : []));

  it('reads the roster at the beginning, in the middle and at the end of a month', () =>
    expect(readingsOf(builtSheet())).toEqual(['2026-11-01', '2026-11-16', '2026-12-01']));

  it('reads it again the day after the cycle began, when people are still being entered', () =>
    expect(readingsOf(builtSheet({ cycle: { from: '2026-11-01', to: '2026-12-31' } }))).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-16',
      '2026-12-01',
    ]));

  it('reads it every month of a quarter', () =>
    expect(readingsOf(builtSheet({ cadence: 'quarter' }))).toEqual([
      '2026-10-01',
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
    ]));

  it('keeps no answer that says nothing new', () =>
    expect(builtSheet().say('rosterRead', '2026-11-09', threeCadres(), system)).toMatchObject({
      admitted: true,
      keep: false,
    }));
});

describe('wrong input', () => {
  const sheet = builtSheet();
  it.each([
    ['an unknown duty', { duty: 'sleep' }, township, 'UNKNOWN_SUBJECT', 'duty'],
    ['another level’s duty', { duty: 'county-study' }, township, 'UNKNOWN_SUBJECT', 'duty'],
    ['nobody named', { duty: 'five-days' }, township, 'INVALID_INPUT', 'ower'],
    ['another office', { duty: 'township-study' }, countyOffice, 'NOT_ALLOWED', undefined],
    [
      'another township',
      { duty: 'five-days', ower: 'C01' },
      { office: 'party-committee:140423101' },
      'NOT_ALLOWED',
      undefined,
    ],
    [
      'another village’s team',
      { duty: 'work-meeting', ower: '140423100202' },
      { office: 'village-party-secretary:140423100201' },
      'NOT_ALLOWED',
      'ower',
    ],
    [
      'a share without a whole',
      { duty: 'visit-monitored', ower: '140423100201', covered: 3 },
      township,
      'INVALID_INPUT',
      'covered',
    ],
    ['hours where days are asked', { duty: 'five-days', ower: 'C01', hours: 8 }, township, 'INVALID_INPUT', 'hours'],
    [
      'an unknown period',
      { duty: 'work-meeting', ower: '140423100201', period: '2026-W30' },
      township,
      'UNKNOWN_SUBJECT',
      'period',
    ],
    ['too many times', { duty: 'township-study', amount: 40 }, township, 'OUT_OF_RANGE', 'amount'],
  ])('%s is refused', (_title, body, by, code, field) => {
    const verdict = record(sheet, '2026-11-12', body, by);
    expect(verdict).toMatchObject({ admitted: false, code, ...(field !== undefined && { field }) });
  });

  it('days of one list are added up as if each had come alone: a week has seven', () => {
    const days = (amount: number, ower = '140423100201') => ({ duty: 'broadcast', ower, amount });
    const said = (...records: object[]) => builtSheet().say('recordAll', '2026-11-12', { records }, township);
    expect(said(days(5), days(5))).toMatchObject({ code: 'OUT_OF_RANGE', field: 'records.1.amount' });
    expect(codeOf(said(days(5), days(2)))).toBe('admitted');
    expect(codeOf(said(days(5), days(5, '140423100202')))).toBe('admitted');
    expect(codeOf(said(days(5), { ...days(5), period: '2026-W45' }))).toBe('admitted');
  });

  it('names the line of a list', () =>
    expect(
      sheet.say(
        'recordAll',
        '2026-11-12',
        { records: [{ duty: 'five-days', ower: 'C01', amount: 5 }, { duty: 'sleep' }] },
        township,
      ),
    ).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
      field: 'records.1.duty',
    }));
});

describe('what another case says was done', () => {
  const done = (on: string, more: object = {}) => {
    const sheet = builtSheet({ territory: '140423' });
    sheet.say(
      'dutyDone',
      on,
      { duty: 'county-bulletin', period: '2026-11', evidence: 'work-bulletin:140423:2026-11', ...more },
      system,
    );
    return rowOf(sheet, 'county-bulletin@2026-11');
  };

  it('fulfils the duty, late when it was late', () => {
    expect(done('2026-11-20')).toMatchObject({ fulfilled: 1, missing: 0 });
    expect(done('2026-12-03')).toMatchObject({ fulfilled: 0, late: 1 });
  });

  it('of another period, or nobody’s here, is left alone without anybody being troubled', () => {
    expect(done('2026-11-20', { period: '2026-10' })).toMatchObject({ fulfilled: 0, missing: 1 });
    const sheet = builtSheet();
    expect(sheet.say('dutyDone', '2026-11-20', { duty: 'county-bulletin' }, system)).toMatchObject({
      admitted: true,
      keep: false,
    });
  });

  it('is said by the system alone', () =>
    expect(
      codeOf(
        builtSheet({ territory: '140423' }).say('dutyDone', '2026-11-20', { duty: 'county-bulletin' }, countyOffice),
      ),
    ).toBe('NOT_ALLOWED'));
});
