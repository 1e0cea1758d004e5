import type { Act } from '../../case/case';
import { kindOf, officeKindName, type OfficeKind } from '../../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';
import { chineseDate } from '../../dates/civil-date';
import { contestContents, contestMethods, type ContestMethod } from '../../base/contest-parts';
import type {
  ContestScore,
  CorrectContestBody,
  ImportMembershipBody,
  PublishContestBody,
  ScoreContestBody,
} from './contest-acts';
import { keyOf, readContest, type ContestFacts, type ContestFile } from './contest-facts';

const clause = 'A-3.1';

/** Who gives which score: departments their own evaluation, the province office and its inspectors all others. */
export const scorers: Readonly<Record<ContestMethod, readonly OfficeKind[]>> = {
  showcase: ['leading-group-office'],
  'on-site': ['leading-group-office', 'inspection-team'],
  departments: ['department', 'revitalization-bureau', 'organization-department'],
  daily: ['leading-group-office', 'inspection-team', 'stationing-office'],
};

/** everything that can be said to a contest. */
export function judgeContest(file: ContestFile, act: Act): Verdict {
  const facts = readContest(file);
  switch (act.operation) {
    case 'importMembership':
      return judgeMembership(file, facts, act as Act<ImportMembershipBody>);
    case 'scoreAll':
      return judgeScores(file, facts, act as Act<ScoreContestBody>);
    case 'correct':
      return judgeCorrection(file, facts, act as Act<CorrectContestBody>);
    case 'publish':
      return judgePublication(file, facts, act as Act<PublishContestBody>);
    case 'correctionsExpired':
      return act.by.office === 'system' ? admit() : refuse('NOT_ALLOWED', clause, '本项由系统登记，不由单位办理。');
    default:
      return refuse('INVALID_INPUT', clause, `大比拼没有“${act.operation}”这一事项。`, 'operation');
  }
}

function judgeMembership(
  { opening }: ContestFile,
  { scores, publications }: ContestFacts,
  { body }: Act<ImportMembershipBody>,
): Verdict {
  if (publications.length > 0) return refuse('WRONG_STAGE', clause, '排名已经公布，不再更换重点帮扶县名单。');
  const stranger = body.keyCounties.findIndex((county) => !opening.counties.includes(county));
  if (stranger >= 0)
    return refuse(
      'UNKNOWN_SUBJECT',
      clause,
      `重点帮扶县应在参加的县之中，收到${body.keyCounties[stranger]}。`,
      `keyCounties.${stranger}`,
    );
  const scored = [...scores.values()].find(
    ({ method, county }) => method === 'on-site' && !body.keyCounties.includes(county),
  );
  return scored === undefined
    ? admit()
    : refuse('WRONG_STAGE', clause, `${scored.county}已有实地核查得分，应保留在重点帮扶县名单中。`, 'keyCounties');
}

function judgeScores(file: ContestFile, facts: ContestFacts, { body, by }: Act<ScoreContestBody>): Verdict {
  if (facts.publications.length > 0)
    return refuse('CLOSED_PERIOD', clause, '排名已经公布；得分有误的请更正，并印发更正通报。');
  const seen = new Set<string>();
  for (const [index, one] of body.scores.entries()) {
    const path = `scores.${index}.`;
    const refusal = refuseScore(file, facts, one, by.office, path);
    if (refusal !== undefined) return refusal;
    if (facts.scores.has(keyOf(one)) || seen.has(keyOf(one)))
      return refuse(
        'DUPLICATE_SCORE',
        clause,
        `${named(one)}已有得分，每项只打一次分；有误的请更正并说明理由。`,
        `${path}county`,
      );
    seen.add(keyOf(one));
  }
  return admit({ answer: { scores: body.scores.length } });
}

function judgeCorrection(
  file: ContestFile,
  facts: ContestFacts,
  { body, by, occurredOn }: Act<CorrectContestBody>,
): Verdict {
  const refusal = refuseScore(file, facts, body, by.office, '');
  if (refusal !== undefined) return refusal;
  const known = facts.scores.get(keyOf(body));
  if (known === undefined) return refuse('WRONG_STAGE', clause, `${named(body)}尚无得分，请直接打分。`, 'county');
  const last = facts.publications.at(-1);
  if (last === undefined) return admit();
  if (body.number === undefined)
    return refuse(
      'INVALID_INPUT',
      clause,
      `排名已于${chineseDate(last.issuedOn)}公布，更正应写明更正通报的文号（number）。`,
      'number',
    );
  if (facts.publications.some(({ number }) => number === body.number))
    return refuse('INVALID_INPUT', clause, `更正通报应有自己的文号，${body.number}已用过。`, 'number');
  return occurredOn < last.issuedOn
    ? refuse('BEFORE_BEGINNING', clause, `更正应不早于${chineseDate(last.issuedOn)}。`, 'occurredOn')
    : admit();
}

function refuseScore(
  { opening }: ContestFile,
  { keyCounties }: ContestFacts,
  one: ContestScore,
  office: string,
  path: string,
): Refusal | undefined {
  if (!scorers[one.method].includes(kindOf(office))) {
    return refuse(
      'NOT_ALLOWED',
      clause,
      `“${contestMethods[one.method]}”不由${officeKindName(office)}打分。`,
      `${path}method`,
    );
  }
  if (!opening.counties.includes(one.county))
    return refuse('UNKNOWN_SUBJECT', clause, `应为参加大比拼的县，收到${one.county}。`, `${path}county`);
  if (one.method === 'on-site' && !keyCounties.includes(one.county)) {
    return refuse(
      'CONDITIONS_NOT_MET',
      clause,
      `实地核查在46个重点帮扶县进行，${one.county}不在名单中。`,
      `${path}county`,
    );
  }
  const isSound = one.score >= 0 && one.score <= 100 && Math.abs(one.score * 10 - Math.round(one.score * 10)) < 1e-9;
  return isSound
    ? undefined
    : refuse('OUT_OF_RANGE', clause, `得分应为0至100、至多一位小数，收到的是${one.score}。`, `${path}score`);
}

const named = ({ county, method, content }: ContestScore): string =>
  `${county}的“${contestMethods[method]}·${contestContents[content]}”`;

function judgePublication(
  { opening, acts }: ContestFile,
  { lines, publications }: ContestFacts,
  { body, by, occurredOn }: Act<PublishContestBody>,
): Verdict {
  const [first] = publications;
  if (kindOf(by.office) !== 'leading-group-office') return refuse('NOT_ALLOWED', clause, '排名由省巩固衔接办公布。');
  if (first !== undefined)
    return refuse(
      'ALREADY_DONE',
      clause,
      `排名已于${chineseDate(first.issuedOn)}以${first.number}公布；有误的请更正。`,
    );
  const scoredOn = acts
    .map((act) => act.occurredOn)
    .sort()
    .at(-1);
  if (scoredOn !== undefined && occurredOn < scoredOn)
    return refuse(
      'BEFORE_BEGINNING',
      clause,
      `公布应不早于最后打分之日（${chineseDate(scoredOn)}），收到的是${chineseDate(occurredOn)}。`,
      'occurredOn',
    );
  const left = body.without?.counties ?? [];
  const stranger = left.findIndex((county) => !opening.counties.includes(county));
  if (stranger >= 0)
    return refuse(
      'UNKNOWN_SUBJECT',
      clause,
      `应为参加大比拼的县，收到${left[stranger]}。`,
      `without.counties.${stranger}`,
    );
  const missing = lines.filter((line) => line.missing > 0 && !left.includes(line.county));
  if (missing.length === 0) return admit();
  const list = missing.map(({ county, missing: parts }) => `${county}（缺${parts}项）`).join('、');
  return refuse(
    'CONDITIONS_NOT_MET',
    clause,
    `以下县得分不全，不能公布排名：${list}；确需先行公布的，请列明不参加排名的县和理由（without）。`,
    'without',
  );
}
