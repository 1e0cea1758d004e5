import { levelOf, officeId } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal, type Refusal } from '../../base/verdict';
import type { Actor } from '../../case/case';
import {
  condition,
  office,
  operations,
  type Beginning,
  type DayBound,
  type OpeningRow,
  type Saying,
  type Situation,
} from '../../case/operation';
import { chineseDate, isCivilDate } from '../../dates/civil-date';
import { judgeMentions } from './bulletin-mentions';
import type { WorkBulletinOpening } from './work-bulletin-acts';
import { isUnsolved, type BulletinLine, type WorkBulletin, type WorkBulletinFacts } from './work-bulletin-facts';

const clause = 'A-3.4';
type Now = Situation<WorkBulletin>;

const leadingGroupOffices = [office('leading-group-office')];
/** 各级党委政府、相关行业部门 follow up. */
const followers = [
  ...leadingGroupOffices,
  office('party-committee'),
  office('department'),
  office('revitalization-bureau'),
  office('organization-department'),
];

/** a bulletin begins with the cycle's book, for a province, a city or a county. */
export const workBulletinOpenings = {
  begin: { clause, title: '政策落实情况通报', by: 'system', judge: judgeBeginning },
} satisfies Record<string, OpeningRow<WorkBulletinOpening>>;

function judgeBeginning({ opening: { territory, from, to } }: Beginning<WorkBulletinOpening>): Admission | Refusal {
  const isOfLevel = ['province', 'city', 'county'].includes(levelOf(territory) ?? '');
  return isOfLevel && isCivilDate(from) && from <= to
    ? admit()
    : refuse('INVALID_INPUT', clause, '政策落实情况通报由省、市、县三级按期编发。', 'territory');
}

/** RULES 9.corrections: it is issued, and corrected, by the leading-group office of its own level. */
const byIssuingOffice = condition<Now>('NOT_ALLOWED', ({ file: { opening }, by }) =>
  by.office === officeId('leading-group-office', opening.territory)
    ? undefined
    : '通报由本级巩固衔接办编发，当前单位不是本级巩固衔接办。',
);
/** Nobody confirms that what he was criticised for is solved: something must be left that was somebody else's. */
const bySomebodyElse = condition<Now>('NOT_ALLOWED', ({ facts, by }) => {
  const unsolved = facts.lines.filter(isUnsolved);
  return unsolved.length > 0 && unsolved.every((line) => isOfCriticised(line, by))
    ? '尚未解决的批评事项都是对本单位（本人代表的单位）的批评，应由其他单位、其他人员确认问题已解决。'
    : undefined;
});

const notIssued = condition<Now>('ALREADY_DONE', ({ facts: { publications } }) => {
  const [issued] = publications;
  return issued === undefined
    ? undefined
    : `本期通报已于${chineseDate(issued.issuedOn)}以${issued.number}印发，不再改动；有误的，请印发更正通报。`;
});
const issued = (sequel = '') =>
  condition<Now>('WRONG_STAGE', ({ facts: { publications } }) =>
    publications.length > 0 ? undefined : `通报尚未印发${sequel}。`,
  );
const someCriticised = condition<Now>('WRONG_STAGE', ({ facts: { lines } }) =>
  lines.some(isCriticised) ? undefined : '本期没有通报批评，或者均已更正撤销。',
);
const someUnsolved = condition<Now>('ALREADY_DONE', ({ facts: { lines } }) =>
  lines.some(isUnsolved) ? undefined : '受批评的问题均已确认解决。',
);
const someStanding = condition<Now>('ALREADY_DONE', ({ facts: { lines } }) =>
  lines.some(({ withdrawnOn }) => withdrawnOn === undefined)
    ? undefined
    : '通报中没有可更正的内容：未列表扬和批评，或者均已撤销。',
);

const sincePeriod = ({ file: { opening } }: Now): DayBound => ({ on: opening.from, what: '本期开始之日' });
const sinceIssue = ({ facts: { publications } }: Now): DayBound | undefined =>
  publications[0] && { on: publications[0].issuedOn, what: '通报印发之日' };
const sinceLastIssue = ({ facts: { publications } }: Now): DayBound | undefined => {
  const last = publications.at(-1);
  return last && { on: last.issuedOn, what: `${last.number}印发之日` };
};

/** everything that can be said to a bulletin. */
export const workBulletinOperations = operations<WorkBulletin>()({
  collect: {
    clause,
    title: '重新归集通报候选（表扬、批评）',
    by: leadingGroupOffices,
    own: [byIssuingOffice],
    when: [notIssued],
  },
  issue: {
    clause,
    title: '印发政策落实情况通报（对象为地区和部门）',
    by: leadingGroupOffices,
    own: [byIssuingOffice],
    when: [notIssued],
    since: sincePeriod,
    judge: judgeMentions,
  },
  followUp: {
    clause,
    title: '登记对受批评地区、部门的督查指导、跟进服务',
    by: followers,
    when: [issued(), someCriticised],
    since: sinceIssue,
    meets: ['follow-up'],
    judge: ({ facts, body }) => {
      const line = criticisedLine(facts, body.line);
      if ('admitted' in line) return line;
      return line.solved === undefined
        ? admit()
        : admit({ keep: false, told: `${line.id}已于${chineseDate(line.solved.on)}解决，本次跟进作为补充记录。` });
    },
    ledgerOnly: ['what'],
  },
  confirmSolved: {
    clause,
    title: '确认受批评的问题已彻底解决（附佐证）',
    by: leadingGroupOffices,
    own: [bySomebodyElse],
    when: [issued(), someCriticised, someUnsolved],
    since: sinceIssue,
    judge: judgeSolution,
    ledgerOnly: ['what', 'evidence'],
  },
  correct: {
    clause,
    title: '印发更正通报（改写或撤销一项；原通报保持原样）',
    by: leadingGroupOffices,
    own: [byIssuingOffice],
    when: [issued('，请直接编发'), someStanding],
    since: sinceLastIssue,
    judge: judgeCorrection,
  },
  candidatesRead: { by: 'system' },
  correctionsExpired: { by: 'system' },
});

const isCriticised = ({ side, withdrawnOn }: BulletinLine): boolean =>
  side === 'criticism' && withdrawnOn === undefined;

/** The criticised office, or a person who has followed up in its name. */
const isOfCriticised = ({ subject, followUps }: BulletinLine, { office: asking, person }: Actor): boolean =>
  asking === subject ||
  (person !== undefined && followUps.some(({ by }) => by.office === subject && by.person === person));

function criticisedLine({ lines }: WorkBulletinFacts, id: string): BulletinLine | FieldRefusal {
  const criticised = lines.filter(({ side }) => side === 'criticism');
  const line = criticised.find((one) => one.id === id);
  if (line === undefined) {
    const known = criticised.map((one) => one.id).join('、');
    return refuse('UNKNOWN_SUBJECT', clause, `应为通报批评的编号：${known}，收到${id}。`, 'line');
  }
  return line.withdrawnOn === undefined
    ? line
    : refuse('WRONG_STAGE', clause, `${id}已于${chineseDate(line.withdrawnOn)}更正撤销。`, 'line');
}

function judgeSolution({ facts, body, by }: Saying<WorkBulletin, 'confirmSolved'>): Admission | FieldRefusal {
  const line = criticisedLine(facts, body.line);
  if ('admitted' in line) return line;
  if (line.solved !== undefined)
    return refuse('ALREADY_DONE', clause, `${line.id}已于${chineseDate(line.solved.on)}确认解决。`, 'line');
  const own = `${line.id}批评的是本单位（本人代表的单位），应由其他单位、其他人员确认问题已解决。`;
  return isOfCriticised(line, by) ? refuse('NOT_ALLOWED', clause, own, 'line') : admit();
}

function judgeCorrection({ facts, body }: Saying<WorkBulletin, 'correct'>): Admission | FieldRefusal {
  const { publications, lines } = facts;
  const line = lines.find(({ id }) => id === body.line);
  if (line === undefined) {
    const known = lines.map(({ id }) => id).join('、');
    return refuse('UNKNOWN_SUBJECT', clause, `应为通报中的编号：${known}，收到${body.line}。`, 'line');
  }
  if (line.withdrawnOn !== undefined)
    return refuse('ALREADY_DONE', clause, `${body.line}已于${chineseDate(line.withdrawnOn)}撤销。`, 'line');
  if ((body.what === undefined) === (body.withdraw !== true))
    return refuse('INVALID_INPUT', clause, '更正应写明新的内容，或者撤销该项，二者取其一。', 'what');
  return publications.some(({ number }) => number === body.number)
    ? refuse('INVALID_INPUT', clause, `更正通报应有自己的文号，${body.number}已用过。`, 'number')
    : admit();
}
