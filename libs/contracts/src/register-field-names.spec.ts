import type { CaseId } from '@duban/policy/case/process-list';
import type { CaseFile, KeptAct } from '@duban/policy/case/case';
import { contest } from '@duban/policy/processes/contest/contest';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { handRegisters } from '@duban/policy/registers/hand-registers';
import { registerKinds } from '@duban/policy/case/register-kinds';
import { basePolicy } from '@duban/policy/settings/policy-set';
import { subsidyCampaign } from '@duban/policy/processes/subsidy-campaign/subsidy-campaign';
import { registerColumns } from './register-field-names';

const isChinese = (words: string): boolean => /[\u4e00-\u9fff]/.test(words);

describe('fields of registers', () => {
  it.each([...Object.keys(handRegisters), ...Object.keys(registerKinds)])(
    '%s: every field and choice has a Chinese name',
    (kind) => {
      const columns = registerColumns(kind);
      expect(columns.length).toBeGreaterThan(0);
      expect(
        columns.filter(({ title, choices = {} }) => !isChinese(title) || !Object.values(choices).every(isChinese)),
      ).toEqual([]);
    },
  );

  it('no register is unknown and none has a field twice', () => {
    expect(registerColumns('nothing')).toEqual([]);
    for (const kind of Object.keys(handRegisters)) {
      const titles = registerColumns(kind).map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  const act = (sequence: number, operation: string, body: unknown): KeptAct => ({
    key: String(sequence),
    operation,
    body,
    sequence,
    occurredOn: '2026-07-10',
    recordedAt: '2026-07-10T02:00:00.000Z',
    by: { office: 'leading-group-office:14' },
  });
  const file = (caseId: CaseId, opening: unknown, acts: KeptAct[]): CaseFile<never> => ({
    caseId,
    opening: opening as never,
    acts,
    openedOn: '2026-07-01',
    openedBy: { office: 'leading-group-office:14' },
    policy: basePolicy,
    calendar: chinaCalendar,
    undelivered: [],
  });

  it('what a subsidy campaign keeps is named', () => {
    const entitled = [{ worker: 'W1', kind: 'transport', household: 'H1', village: '140423100204' }];
    const { records } = subsidyCampaign.view(
      file('subsidies:140423100:2026', { township: '140423100', year: '2026' }, [act(1, 'entitle', { entitled })]),
    );
    expect(unnamedOf(records, 'subsidy')).toEqual([]);
  });

  it('what a contest keeps is named', () => {
    const counties = ['140423', '140425'];
    const opening = {
      province: '14',
      year: '2026',
      title: '大比拼',
      counties,
      keyCounties: [],
      membershipSource: '名单',
    };
    const publish = act(1, 'publish', { number: '晋巩固衔接办〔2026〕1号', without: { counties, reason: '得分不全' } });
    const scored = contest.view(
      file('contest:14:2026', opening, [publish, act(2, 'scoreAll', { scores: [] })]),
    ).records;
    const rows = contest.view(
      file('contest:14:2026', opening, [act(1, 'publish', { number: '晋巩固衔接办〔2026〕1号' })]),
    ).records;
    expect(rows.length).toBeGreaterThan(1);
    expect(unnamedOf([...scored, ...rows], 'contest')).toEqual([]);
  });

  const unnamedOf = (records: readonly { table: string; row: object }[], kind: string): string[] => {
    const bodies = records.flatMap(({ row }) =>
      'kind' in row && row.kind === kind && 'body' in row ? [row.body as object] : [],
    );
    expect(bodies.length).toBeGreaterThan(0);
    const named = new Set(registerColumns(kind).map(({ name }) => name));
    return [...new Set(bodies.flatMap((body) => Object.keys(body)))].filter((name) => !named.has(name));
  };
});
