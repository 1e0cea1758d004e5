import { postingBody } from '@duban/cli/rehearsal/demo-routine';
import { demoCadres, demoUnits, demoVillages } from '@duban/contracts/demo-county';
import { addDays, instantOf, type CivilDate, type Instant } from '@duban/policy/dates/civil-date';

/** An act of the story; `case` is missing for an opening. */
export interface StoryAct {
  as: string;
  do: string;
  case?: string;
  with: Record<string, unknown>;
}

/** A day of the story: all clocks are brought there, then the acts follow one another. */
export interface StoryDay {
  at: Instant;
  acts: StoryAct[];
}

const county = '140423';
const township = 'party-committee:140423100';
const village = 'village-committee:140423100201';
const bureau = `revitalization-bureau:${county}`;
const stationing = `stationing-office:${county}`;
const organization = `organization-department:${county}`;
const province = 'leading-group-office:14';
const able = { labour: 'full', wishesToWork: true, wholeHouseholdWithoutLabour: false };
const industry = { kind: 'development', type: 'industry', what: '庭院养殖' };

/** One cadre in each of three townships; the first will be absent twice. */
const villages = demoVillages()
  .filter((_, index) => index % 4 === 0)
  .slice(0, 3);
const cadres = demoCadres(3, 2030, villages).map((cadre) => ({
  ...cadre,
  unit: demoUnits()[6] ?? '',
  senderLevel: 'county' as const,
}));
const postingOf = (index: number): string => `posting:${cadres[index]?.township}:${cadres[index]?.id}:1`;
const households = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const householdOf = (id: string): string => `household:140423100:${id}:1`;
const listing = `listing:${county}:1`;
const assessment = `assessment:${county}:2030-03`;

const act = (as: string, what: string, on: CivilDate, body: Record<string, unknown> = {}, of?: string): StoryAct => ({
  as,
  do: what,
  with: { occurredOn: on, ...body },
  ...(of === undefined ? {} : { case: of }),
});

/** Some weeks of a county: households late at every step, a recall with its replacement, a listing failed twice, a month scored. */
export const story: readonly StoryDay[] = [
  { at: instantOf('2030-03-04', '09:00'), acts: [...campaign(), ...leads(), ...firstListing()] },
  { at: instantOf('2030-03-20', '10:00'), acts: [...firstSteps(), ...absences()] },
  { at: instantOf('2030-04-04', '10:00'), acts: [...month(), ...replacement()] },
  { at: instantOf('2030-05-10', '10:00'), acts: [...lateSteps(), ...ends()] },
  { at: instantOf('2030-06-20', '10:00'), acts: [] },
];

function campaign(): StoryAct[] {
  return [
    ...cadres.map((cadre) => act(stationing, 'postings.post', '2030-02-01', postingBody(cadre, '2030-02-01'))),
    act(province, 'cycles.start', '2030-03-01', { province: '14', year: 2030, title: '专项行动', counties: [county] }),
  ];
}

function leads(): StoryAct[] {
  return households.map((householdId, index) =>
    act(township, 'households.report', addDays('2030-02-08', index * 4), {
      householdId,
      village: '140423100201',
      kind: 'marginal',
      source: 'self-report',
    }),
  );
}

function firstListing(): StoryAct[] {
  return [
    act(province, 'listings.list', '2029-08-01', {
      county,
      grounds: [{ kind: 'national-exam', what: '国家考核反馈问题涉及该县' }],
      problems: [{ id: 'P1', what: '监测户帮扶措施未落实' }],
      liaisonLeaders: [{ person: 'L001', office: 'party-committee:1404' }],
    }),
    act(
      'leading-group-office:1404',
      'listings.verifyProblem',
      '2030-02-10',
      { problem: 'P1', passed: false, note: '仍未落实' },
      listing,
    ),
    act(province, 'listings.policyFinding', '2030-02-12', { positive: false, note: '政策落实不到位' }, listing),
    act(province, 'listings.acceptance', '2030-02-20', { passed: false, note: '未通过' }, listing),
  ];
}

function firstSteps(): StoryAct[] {
  return households
    .slice(0, 5)
    .flatMap((id, index) => [
      act(village, 'households.villageReview', addDays('2030-03-06', index), {}, householdOf(id)),
      act(township, 'households.townshipCheck', addDays('2030-03-10', index), {}, householdOf(id)),
      act(bureau, 'households.identify', addDays('2030-03-13', index), able, householdOf(id)),
    ]);
}

function absences(): StoryAct[] {
  const of = postingOf(0);
  return [
    act(stationing, 'postings.absence', '2030-03-05', {}, of),
    act(township, 'postings.recordReminder', '2030-03-07', { absenceOn: '2030-03-05' }, of),
    act(stationing, 'postings.absence', '2030-03-18', {}, of),
    act(organization, 'postings.orderInterview', '2030-03-19', { reason: '履职情况群众反映较多' }, postingOf(1)),
    act(
      stationing,
      'assessments.issueTaskList',
      '2030-03-05',
      { items: [{ what: '走访监测户并更新台账' }] },
      assessment,
    ),
  ];
}

function month(): StoryAct[] {
  return [
    ...cadres.map((cadre, index) =>
      act(
        `party-committee:${cadre.township}`,
        'scores.scoreAll',
        '2030-04-03',
        { scores: [{ cadre: cadre.id, task: 70 + index, presence: 80 }] },
        `scores:${cadre.township}:2030-03`,
      ),
    ),
    act(stationing, 'assessments.issueBulletin', '2030-04-04', { number: '襄驻办〔2030〕4号' }, assessment),
  ];
}

function replacement(): StoryAct[] {
  const { id: _, unit, village: __, senderLevel: ___, ...person } = cadres[0] as (typeof cadres)[number];
  const { bornOn, education, identity, annualAssessments } = person;
  const of = postingOf(0);
  return [
    act(unit, 'postings.recall', '2030-03-25', { reason: '无故脱岗两次', path: 'absence' }, of),
    act(unit, 'postings.organizationalHandling', '2030-03-26', { decision: 'warning', reason: '无故脱岗两次' }, of),
    act(
      unit,
      'postings.candidate',
      '2030-04-02',
      { cadreId: 'C900', bornOn, education, identity, annualAssessments },
      of,
    ),
    act(unit, 'postings.handover', '2030-04-03', { items: ['帮扶台账'] }, of),
  ];
}

function lateSteps(): StoryAct[] {
  return households
    .slice(0, 4)
    .flatMap((id, index) => [
      act(
        township,
        'households.plan',
        addDays('2030-04-10', index),
        { causes: ['缺技术'], measures: [industry] },
        householdOf(id),
      ),
      act(
        township,
        'households.measures',
        addDays('2030-04-25', index),
        { measures: [industry], tagged: true },
        householdOf(id),
      ),
      act(village, 'households.visit', addDays('2030-05-02', index), { note: '入户走访' }, householdOf(id)),
    ]);
}

function ends(): StoryAct[] {
  return [act(bureau, 'households.end', '2030-05-09', { cause: 'moved-away', reason: '整户迁出' }, householdOf('H5'))];
}

/** The api's clock in the story. */
export class StoryClock {
  instant: Instant = story[0]?.at ?? '';

  now(): Instant {
    return this.instant;
  }
}
