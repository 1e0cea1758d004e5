import { groupOf } from '@duban/contracts/operation-groups';
import type { OperationGroup } from '@duban/contracts/operation';
import {
  identifiedEpisode,
  helpedEpisode,
  openEpisode,
  township as townshipActor,
  villageCommittee,
  withoutLabour,
} from '@duban/policy/processes/household-monitoring/household-builder';
import { listedOn, withActs } from '@duban/policy/processes/county-listing/listing-builder';
import { builtAssessment, builtScores, rosterOf } from '@duban/policy/processes/monthly-assessment/month-builder';
import { absence, candidate, postingFile, recall } from '@duban/policy/processes/cadre-posting/posting-builder';
import { builtSheet, system } from '@duban/policy/processes/duty-sheet/duty-builder';
import { builtDispatch } from '@duban/policy/processes/dispatch/dispatch-builder';
import { issuedBulletin, builtBulletin } from '@duban/policy/processes/work-bulletin/work-bulletin-builder';
import type { CaseFile } from '@duban/policy/case/case';
import { callerOf, type Caller } from '../auth/caller';
import { offeredActs, type OfferedAct } from './offered-acts';

const bureau = 'revitalization-bureau:140423';
const township = 'party-committee:140423100';
const village = 'village-committee:140423100201';
const province = 'leading-group-office:14';
const stationing = 'stationing-office:140423';

const acts = (resource: string, file: unknown, office: string, today: string): OfferedAct[] =>
  offeredActs(groupOf(resource) as OperationGroup, {
    file: file as CaseFile,
    caller: callerOf(office) as Caller,
    today,
  });
const offered = (...[resource, file, office, today]: Parameters<typeof acts>): string[] =>
  acts(resource, file, office, today).flatMap(({ name, isOffered }) => (isOffered ? [name] : []));
const one = (name: string, ...args: Parameters<typeof acts>): OfferedAct =>
  acts(...args).find((act) => act.name === name) as OfferedAct;

const reported = openEpisode().file();
const checked = (() => {
  const episode = openEpisode();
  episode.say('villageReview', '2026-07-02', {}, villageCommittee);
  episode.say('townshipCheck', '2026-07-03', {}, townshipActor);
  return episode.file();
})();

describe('a household', () => {
  it.each<[string, string, unknown, string[], string[]]>([
    [
      'reported: the village reviews',
      village,
      reported,
      ['villageReview', 'visit'],
      ['townshipCheck', 'identify', 'signElimination', 'secondCheck'],
    ],
    [
      'reported: the township waits for it',
      township,
      reported,
      ['end', 'correct'],
      ['townshipCheck', 'plan', 'measures', 'changeCapacity', 'checkElimination'],
    ],
    [
      'reported: the bureau waits for the township',
      bureau,
      reported,
      ['notInclude', 'end'],
      ['identify', 'eliminate', 'review'],
    ],
    ['checked: the bureau identifies', bureau, checked, ['identify', 'notInclude'], ['eliminate', 'villageReview']],
    [
      'identified: the township plans',
      township,
      identifiedEpisode('2026-07-10').file(),
      ['plan', 'changeCapacity'],
      ['measures', 'checkElimination', 'review'],
    ],
    [
      'identified: not to be left out any more',
      bureau,
      identifiedEpisode('2026-07-10').file(),
      ['changeCapacity'],
      ['notInclude', 'eliminate'],
    ],
    [
      'helped: the village may sign',
      village,
      helpedEpisode().file(),
      ['signElimination', 'secondCheck'],
      ['checkElimination', 'plan'],
    ],
    [
      'wholly without labour: reviewed',
      bureau,
      helpedEpisode(withoutLabour).file(),
      ['review', 'changeCapacity'],
      ['eliminate'],
    ],
    [
      'an office that did not switch it on',
      'leading-group-office:140423',
      reported,
      [],
      ['suspend', 'extend', 'resume'],
    ],
  ])('%s', (_, office, file, may, mayNot) => {
    const names = offered('households', file, office, '2026-08-01');
    expect(names).toEqual(expect.arrayContaining(may));
    expect(names.filter((name) => mayNot.includes(name))).toEqual([]);
  });

  it('says why not in the words of the rules, or who may', () => {
    expect(one('identify', 'households', reported, bureau, '2026-07-02')).toMatchObject({
      isOffered: false,
      reason: expect.stringContaining('须先完成乡镇核查'),
      reasonClause: groupOf('households')?.operations['identify']?.clause,
      route: '/api/v1/households/household:140423100:H1:1/identify',
      byNames: '县级乡村振兴局',
    });
    expect(one('identify', 'households', reported, township, '2026-07-02')).toMatchObject({
      isOffered: false,
      reason: '应由县级乡村振兴局办理。',
    });
  });

  it('offers what was done already, and says what will be answered', () => {
    expect(one('villageReview', 'households', checked, village, '2026-07-04')).toMatchObject({
      isOffered: true,
      hint: expect.stringContaining('办结'),
    });
  });

  it('offers nothing once it has ended', () => {
    const episode = openEpisode();
    episode.say('end', '2026-07-02', { cause: 'moved-away', reason: '全家迁出' }, townshipActor);
    const all = acts('households', episode.file(), bureau, '2026-07-03');
    expect(all.filter(({ isOffered }) => isOffered)).toEqual([]);
    expect(all.find(({ name }) => name === 'end')?.reason).toContain('办结（迁出）');
  });

  it('lets the county approve an elimination once everything is there', () => {
    const episode = helpedEpisode();
    const findings = { incomePerHeadYuan: 9000, threeGuaranteesSafe: true, waterSafe: true, rigidSpendingSolved: true };
    expect(offered('households', episode.file(), bureau, '2027-08-01')).not.toContain('eliminate');
    episode.say('signElimination', '2027-07-30', findings, villageCommittee);
    expect(offered('households', episode.file(), township, '2027-08-01')).toContain('checkElimination');
    episode.say('checkElimination', '2027-07-31', {}, townshipActor);
    expect(offered('households', episode.file(), bureau, '2027-08-01')).toContain('eliminate');
  });

  it('lets an extension be recorded that was granted before expiry, where the office allows it', () => {
    const file = openEpisode({ settings: { extensionAllowed: true } }).file();
    expect(one('extend', 'households', file, 'leading-group-office:140423', '2026-07-05')).toMatchObject({
      isOffered: true,
      hint: null,
    });
    expect(one('extend', 'households', file, 'leading-group-office:140423', '2026-09-05')).toMatchObject({
      isOffered: true,
      hint: expect.stringContaining('补登'),
    });
  });
});

describe('a listing', () => {
  const listed = listedOn('2026-01-05');
  const examined = withActs(
    listed,
    ['2026-03-01', 'verifyProblem', { problem: 'P1', passed: false, note: '未到位' }],
    ['2026-03-01', 'verifyProblem', { problem: 'P2', passed: false, note: '未到位' }],
  );

  it('is accepted from its half-year on, and once every problem was looked at', () => {
    expect(one('acceptance', 'listings', examined, province, '2026-03-02')).toMatchObject({
      isOffered: false,
      reason: expect.stringContaining('起方可摘牌验收'),
    });
    expect(one('acceptance', 'listings', listed, province, '2026-07-10')).toMatchObject({
      isOffered: false,
      reason: expect.stringContaining('P1、P2'),
    });
    expect(offered('listings', examined, province, '2026-07-10')).toContain('acceptance');
  });

  it('lets problems be added, worked on and verified', () => {
    expect(offered('listings', listed, province, '2026-02-01')).toEqual(
      expect.arrayContaining(['addGround', 'addProblem', 'policyFinding']),
    );
    expect(offered('listings', listed, 'leading-group-office:1404', '2026-02-01')).toEqual(
      expect.arrayContaining(['problemProgress', 'verifyProblem']),
    );
  });
});

describe('a month', () => {
  it('issues its task list, waits for its end, then for its townships', () => {
    const month = builtAssessment();
    month.say('rosterRead', '2026-12-01', rosterOf('140423100', 1, 2), system);
    expect(offered('assessments', month.file(), stationing, '2026-11-02')).toContain('issueTaskList');
    expect(offered('assessments', month.file(), 'stationing-office:1404', '2026-11-02')).toContain('excuseTaskList');
    expect(one('issueBulletin', 'assessments', month.file(), stationing, '2026-11-20')).toMatchObject({
      isOffered: false,
      reason: expect.stringContaining('最早'),
    });
    expect(one('issueBulletin', 'assessments', month.file(), stationing, '2026-12-02')).toMatchObject({
      isOffered: false,
    });
    expect(one('correctScore', 'assessments', month.file(), stationing, '2026-12-02')).toMatchObject({
      isOffered: false,
    });
    expect(offered('assessments', month.file(), stationing, '2026-12-20')).toContain('issueBulletin');
  });

  it('is scored until the county’s bulletin', () => {
    const sheet = builtScores();
    expect(offered('scores', sheet.file(), township, '2026-12-02')).toEqual(
      expect.arrayContaining(['score', 'scoreAll', 'leaveUnscored']),
    );
    sheet.say('monthClosed', '2026-12-05', { bulletin: '襄驻办〔2026〕12号', on: '2026-12-05' }, system);
    expect(one('score', 'scores', sheet.file(), township, '2026-12-06')).toMatchObject({
      isOffered: false,
      reason: expect.stringContaining('已于'),
    });
  });
});

describe('a posting', () => {
  const unit = 'dispatching-unit:1404:U07';
  it('may be recalled by its own unit, replaced then, and handed over at last', () => {
    expect(offered('postings', postingFile([absence('2026-08-03')]), unit, '2026-08-04')).toEqual(
      expect.arrayContaining(['recall', 'end', 'move']),
    );
    expect(offered('postings', postingFile([]), unit, '2026-08-04')).not.toContain('candidate');
    expect(offered('postings', postingFile([]), unit, '2026-08-04')).not.toContain('handover');
    expect(offered('postings', postingFile([recall('2026-08-05')]), unit, '2026-08-06')).toContain('candidate');
    expect(
      offered('postings', postingFile([recall('2026-08-05'), candidate('2026-08-10')]), unit, '2026-08-11'),
    ).toContain('handover');
  });

  it('is no other unit’s', () => {
    expect(one('recall', 'postings', postingFile([]), 'dispatching-unit:1404:U08', '2026-08-04')).toMatchObject({
      isOffered: false,
      reason: expect.stringContaining('派出单位'),
    });
  });
});

describe('sheets and tables', () => {
  it('a sheet is recorded on until it closes, and opened again by the office above', () => {
    const sheet = builtSheet();
    expect(offered('duties', sheet.file(), township, '2026-11-10')).toEqual(
      expect.arrayContaining(['record', 'recordAll']),
    );
    expect(one('reopen', 'duties', sheet.file(), stationing, '2026-11-10')).toMatchObject({
      isOffered: false,
      reason: expect.stringContaining('尚未封账'),
    });
    sheet.say('periodClosed', '2026-12-09', { until: '2026-12-06' }, system);
  });

  it('a dispatch takes returns of its lead departments', () => {
    const running = builtDispatch();
    expect(offered('dispatches', running.file(), 'department:140423:education', '2026-11-05')).toEqual(
      expect.arrayContaining(['fileReturn']),
    );
    expect(one('fileReturn', 'dispatches', running.file(), 'department:140425:education', '2026-11-05')).toMatchObject({
      isOffered: false,
    });
    expect(one('fileReturn', 'dispatches', running.file(), 'department:140423:transport', '2026-11-05')).toMatchObject({
      isOffered: false,
    });
  });

  it('a bulletin is issued once, and corrected after', () => {
    const office = 'leading-group-office:140423';
    expect(offered('work-bulletins', builtBulletin().file(), office, '2026-11-21')).toEqual(
      expect.arrayContaining(['collect', 'issue']),
    );
    expect(one('correct', 'work-bulletins', builtBulletin().file(), office, '2026-11-21')).toMatchObject({
      isOffered: false,
      reason: '通报尚未印发，请直接编发。',
    });
    const names = offered('work-bulletins', issuedBulletin().file(), office, '2026-11-21');
    expect(names).toEqual(expect.arrayContaining(['followUp', 'confirmSolved', 'correct']));
    expect(names).not.toContain('issue');
    expect(offered('work-bulletins', builtBulletin().file(), 'leading-group-office:1404', '2026-11-21')).not.toContain(
      'issue',
    );
  });
});
