import { buildCase, heardBy, missed } from '../../case/case-builder';
import type { SubsidyKind } from './subsidy-acts';
import { subsidyCampaign } from './subsidy-campaign';

const township = { office: 'party-committee:140423100' };
const bureau = 'revitalization-bureau:140423';
const labour = 'department:140423:human-resources';
/** One worker entitled to a subsidy, who has applied, and is approved where a day is said. */
const campaign = (kind: SubsidyKind, { applied, approved }: { applied?: string; approved?: string } = {}) => {
  const running = buildCase(subsidyCampaign, {
    caseId: 'subsidies:140423100:2026',
    openedOn: '2026-03-02',
    opening: { township: '140423100', year: '2026' },
  });
  const W1 = { worker: 'W1', kind };
  running.say('entitle', '2026-03-05', { entitled: [{ ...W1, household: 'H1', village: '140423100204' }] }, township);
  if (applied !== undefined) running.say('apply', applied, { applications: [{ ...W1, by: 'self' }] }, township);
  if (approved !== undefined)
    running.say(
      'review',
      approved,
      { decisions: [{ ...W1, approved: true }] },
      { office: kind === 'transport' ? bureau : labour },
    );
  return running;
};

type Owed = [obligation: string, deadline: string, running: ReturnType<typeof campaign>, owner: string, due: string];

const entitled = campaign('transport');
const applied = campaign('transport', { applied: '2026-03-10' });
const approved = campaign('transport', { applied: '2026-03-10', approved: '2026-03-15' });
const owed: Owed[] = [
  ['B-2.2.2.c', 'paid:transport', entitled, bureau, '2026-11-30'],
  ['B-2.2.2.d', 'paid:retention', campaign('retention'), labour, '2026-11-30'],
  ['B-2.3.4.b', 'review:transport@2026-03-10', applied, bureau, '2026-03-20'],
  ['B-2.3.4.c', 'payment:transport@2026-03-15', approved, bureau, '2026-03-30'],
];

describe('OBLIGATIONS, way T: the day passes and a subsidy is not paid', () => {
  it.each(owed)('%s: %s', (_, id, running, owner, due) =>
    expect(missed(running, id)).toEqual(
      heardBy(due, [owner, 'leading-group-office:140423', 'leading-group-office:1404']),
    ),
  );

  it('A-2.3.b, B-2.3.4.d, C-2.4.d: neither of the two is paid, and each office is heard of for its own', () => {
    const unpaid = { transport: bureau, retention: labour } as const;
    for (const kind of ['transport', 'retention'] as const)
      expect(missed(campaign(kind), `paid:${kind}`)).toEqual(
        heardBy('2026-11-30', [unpaid[kind], 'leading-group-office:140423', 'leading-group-office:1404']),
      );
  });
});
