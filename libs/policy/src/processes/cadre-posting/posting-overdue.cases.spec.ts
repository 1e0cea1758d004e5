import { heardBy, missed } from '../../case/case-builder';
import type { PostingOpening } from './posting-acts';
import { held, organization, township, unit, cityStationing, countyStationing } from './posting-builder';
import { absentTwice, postingCase, type PostingCase } from './posting-case';

const absentOnce = (): PostingCase => {
  const posting = postingCase();
  posting.asks('absence', '2026-08-03', {});
  return posting;
};
const recalled = (): PostingCase => {
  const posting = absentTwice();
  posting.asks('recall', '2026-08-12', { reason: '两次无故脱岗', path: 'absence' });
  return posting;
};

describe('OBLIGATIONS C-3.7, C-2.1: the day passes', () => {
  it('C-3.7.b: and the township has not reminded him', () =>
    expect(missed(absentOnce(), 'reminder:2026-08-03')).toEqual(
      heardBy('2026-08-06', [township, countyStationing, cityStationing]),
    ));

  it('C-3.7.d: and the unit has not recalled him', () =>
    expect(missed(absentTwice(), 'recall')).toEqual(heardBy('2026-08-15', [unit, organization, organization])));

  it('C-3.7.e: and the unit has not handled it', () =>
    expect(missed(absentTwice(), 'organizational-handling:absence')).toEqual(
      heardBy('2026-08-20', [unit, cityStationing, 'stationing-office:14']),
    ));

  it('C-2.1.m: and the stationing office has not recalled who failed the check', () =>
    expect(missed(postingCase({ opening: { bornOn: '1970-07-01' } }), 'recall')).toEqual(
      heardBy('2026-07-06', [cityStationing, organization, organization]),
    ));

  it('C-2.1.n: and the unit has not sent a newcomer', () =>
    expect(missed(recalled(), 'replacement')).toEqual(
      heardBy('2026-08-17', [unit, cityStationing, 'stationing-office:14']),
    ));
});

describe('OBLIGATIONS C-2.1: who fails a requirement is on post, and the day for his recall passes', () => {
  const province = 'stationing-office:14';
  const ofCounty = 'dispatching-unit:140423:U07';
  it.each<[string, Partial<PostingOpening>, string]>([
    ['C-2.1.d: 近3年年度考核等次', { annualAssessments: [] }, cityStationing],
    ['C-2.1.e: 年龄55周岁以下', { bornOn: '1970-07-01' }, cityStationing],
    ['C-2.1.f: 队长年龄不超50周岁', { role: 'team-leader', bornOn: '1975-07-01' }, cityStationing],
    [
      'C-2.1.h: 县派须中专以上学历',
      { education: 'below-secondary', senderLevel: 'county', unit: ofCounty },
      countyStationing,
    ],
    ['C-2.1.i: 身份', { identity: 'not-ok' }, cityStationing],
  ])('%s', (_, opening, owner) =>
    expect(missed(postingCase({ opening }), 'recall')).toEqual(
      heardBy('2026-07-06', [owner, organization, organization]),
    ),
  );

  it('C-2.1.g: 中央、省、市派须大专以上学历', () => {
    for (const [senderLevel, owner] of [
      ['central', province],
      ['province', province],
      ['city', cityStationing],
    ] as const)
      expect(missed(postingCase({ opening: { education: 'secondary', senderLevel } }), 'recall')).toEqual(
        heardBy('2026-07-06', [owner, organization, organization]),
      );
  });
});

describe('OBLIGATIONS C-2.1: posted without the check before it', () => {
  const named = (opening: Partial<PostingOpening>): string[] =>
    postingCase({ opening })
      .view()
      .notices.map(({ to, title }) => `${title} ${to}`);

  it('C-2.1.b: unit and county stationing office are named', () =>
    expect(named({ countyCheckedOn: undefined })).toEqual([
      `选派未经前置审核 ${unit}`,
      `选派未经前置审核 ${countyStationing}`,
    ]));

  it('C-2.1.c: unit and city stationing office are named', () =>
    expect(named({ cityCheckedOn: undefined })).toEqual([
      `选派未经前置审核 ${unit}`,
      `选派未经前置审核 ${cityStationing}`,
    ]));
});

it('OBLIGATIONS C-3.7.i: talked to twice, and the day for handling it passes', () => {
  const posting = postingCase();
  for (const { operation, occurredOn, body, by } of [
    held('2026-10-15', '2026-10-08', ['2026-08', '2026-09']),
    held('2026-11-12', '2026-11-10', [], ['M1', 'M2']),
  ])
    posting.say(operation, occurredOn, body, by);
  expect(missed(posting, 'organizational-handling')).toEqual(
    heardBy('2026-11-22', [organization, countyStationing, cityStationing]),
  );
});
