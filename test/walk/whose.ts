import type { CaseFile, KeptAct } from '@duban/policy/case/case';
import { dutyRows, type DutyRow } from '@duban/policy/settings/duty-rows';

/**
 * Who may, as the clauses say it, told in a second way and apart from the rules that are walked: this file knows offices by their codes
 * alone and calls nothing that decides in the product.
 */
export interface Office {
  id: string;
  kind: string;
  place: string;
  /** Unit or department. */
  part: string;
}

export function officeOf(id: string): Office {
  const [kind = '', place = '', part = ''] = id.split(':');
  return { id, kind, place, part };
}

const levels: Record<number, string> = { 2: 'province', 4: 'city', 6: 'county', 9: 'township', 12: 'village' };
export const levelOf = ({ place }: Pick<Office, 'place'>): string => levels[place.length] ?? '';

/** As a row grants it: by kind, and by level where one is named. */
export const isGrantedTo = (by: readonly { kind: string; level?: string }[], office: Office): boolean =>
  by.some(({ kind, level }) => kind === office.kind && (level ?? levelOf(office)) === levelOf(office));

/** In whose places, villages and units each kind of case lies: RULES 9.corrections, DECISIONS 33. */
export function isOfCase({ caseId, opening }: CaseFile, office: Office): boolean {
  const [prefix = '', place = ''] = caseId.split(':');
  const said = opening as { village?: string; unit?: string };
  if (office.kind === 'dispatching-unit') return ['posting', 'interview'].includes(prefix) && said.unit === office.id;
  if (levelOf(office) !== 'village') return place.startsWith(office.place);
  if (['subsidies', 'duties'].includes(prefix)) return place.length === 9 && office.place.startsWith(place);
  return ['household', 'posting'].includes(prefix) ? said.village === office.place : place === office.place;
}

/** Who asks, what has been said before, and in which case. */
export interface Asked {
  office: Office;
  person: string;
  file: CaseFile;
}

const said = ({ file }: Asked, ...names: string[]): readonly KeptAct[] =>
  file.acts.filter(({ operation }) => names.includes(operation));
const didSo = ({ office, person }: Asked, acts: readonly KeptAct[]): boolean =>
  acts.some(({ by }) => by.office === office.id || (by.person !== undefined && by.person === person));
const last = <Value>(list: readonly Value[]): Value | undefined => list.at(-1);
const caseOf = ({ file }: Asked): string => file.caseId.split(':')[1] ?? '';
const isGroupOffice = (asked: Asked): boolean => asked.office.id === `leading-group-office:${caseOf(asked)}`;

/** What has been said of a problem since it was found, or has come back. */
function round(asked: Asked): readonly KeptAct[] {
  const back = asked.file.acts.findLastIndex(({ operation }) => operation === 'returned');
  return asked.file.acts.slice(back + 1);
}
const inRound = (asked: Asked, name: string): readonly KeptAct[] =>
  round(asked).filter(({ operation }) => operation === name);
/** Who owes it: the township, or in this round the department it was reported to. */
function problemOwner(asked: Asked): string {
  const { department } = (last(inRound(asked, 'reportUpward'))?.body ?? {}) as { department?: string };
  return department ?? `party-committee:${caseOf(asked).slice(0, 9)}`;
}

/** Lead departments of the story's dispatch (`fewLeads`), and the office that may file for them. */
const leads = [
  'revitalization-bureau:140423',
  'department:140423:education',
  'department:140423:water',
  'leading-group-office:140423',
];

const rowsHere = (asked: Asked): DutyRow[] =>
  Object.values(dutyRows as Record<string, DutyRow>).filter(({ level }) => level === levelOf({ place: caseOf(asked) }));
/** A township's sheet: its own duties by its party committee, those of cadres and teams by their village's secretary too. */
const recordsOnSheet = (asked: Asked): boolean => {
  const { office } = asked;
  const isOfPeople = rowsHere(asked).some(({ bound }) => bound.who === 'cadre' || bound.who === 'team');
  const isOfOffice = rowsHere(asked).some(
    ({ bound }) => bound.who === 'office' && bound.kind === office.kind && levelOf(office) === 'township',
  );
  const isSecretary = office.kind === 'village-party-secretary' && office.place.startsWith(caseOf(asked));
  return isOfOffice || (isOfPeople && (isSecretary || office.id === `party-committee:${caseOf(asked)}`));
};

const isInspector = (asked: Asked): boolean => asked.office.id === `stationing-office:${caseOf(asked)}`;
const scorersAbove = ['leading-group-office:14', 'province-group:14'];

/** Beyond kind, level and place: every row that says `own` says it here once more, for the stories that are walked. */
export const ownOf: Readonly<Record<string, (asked: Asked) => boolean>> = {
  // 二次核查由签字提出人以外的人员进行。
  'households.secondCheck': (asked) => !said(asked, 'signElimination').some(({ by }) => by.person === asked.person),
  // RULES 9.corrections: one's own step, or one of an office below; the report is the village's.
  'households.correct': () => true,
  // the city checks; the province what the city itself did, and in the story the county did it. Whoever did the work may say what was
  // found on a day before it, and hears of his own work with the problem he names.
  'listings.verifyProblem': ({ office }) => levelOf(office) !== 'province',
  // C-3.7: by who recorded that a higher bulletin named him.
  'postings.withdrawNaming': (asked) => {
    const namings = said(asked, 'namedInSuperiorBulletin');
    return namings.length === 0 || namings.some(({ by }) => by.office === asked.office.id);
  },
  // C-2.1: the unit, or the stationing office of the level that sent him: the city.
  'postings.recall': ({ office }) => office.kind === 'dispatching-unit' || office.id === 'stationing-office:1404',
  'duties.record': recordsOnSheet,
  'duties.recordAll': recordsOnSheet,
  // C-3.6: misfortunes are the county's year; the story is a township's month.
  'duties.misfortune': () => false,
  // RULES 9.excuse: 原则上 is excused by the office above: of a township's party committee the county's.
  'duties.excuse': (asked) => asked.office.id === `party-committee:${caseOf(asked).slice(0, 6)}`,
  // RULES 9.corrections: opened again by the office directly above: a township's sheet by the county's.
  'duties.reopen': (asked) =>
    asked.office.id === `stationing-office:${caseOf(asked).slice(0, 6)}` ||
    (rowsHere(asked).some(({ line }) => line === 'leading-group') &&
      asked.office.id === `leading-group-office:${caseOf(asked).slice(0, 6)}`),
  'dispatches.fileReturn': ({ office }) => leads.includes(office.id),
  'dispatches.correctReturn': ({ office }) => leads.includes(office.id),
  'dispatches.confirmLines': ({ office }) => leads.includes(office.id),
  'dispatches.supervise': ({ office }) => leads.includes(office.id),
  // the office above the county's leading-group office.
  'dispatches.reopen': ({ office }) => office.id === 'leading-group-office:1404',
  'work-bulletins.collect': isGroupOffice,
  'work-bulletins.issue': isGroupOffice,
  'work-bulletins.correct': isGroupOffice,
  // nobody confirms what all criticism was of himself; the story criticises a township and a department.
  'work-bulletins.confirmSolved': () => true,
  // who was interviewed, its party committee's other offices, or the province for it.
  'area-interviews.reportCommitment': ({ office }) => office.place === '1404' || scorersAbove.includes(office.id),
  'area-interviews.verifyCommitment': (asked) => {
    const reports = said(asked, 'reportCommitment');
    const isSettled = said(asked, 'verifyCommitment').length > 0;
    return isSettled || !didSo(asked, reports);
  },
  // C-2.end: who owes it; what was reported upward also the township that received it.
  'problems.plan': (asked) =>
    asked.office.id === problemOwner(asked) ||
    (inRound(asked, 'reportUpward').length > 0 && asked.office.id === `party-committee:${caseOf(asked).slice(0, 9)}`),
  'problems.rectified': (asked) => asked.office.id === problemOwner(asked) || asked.office.place === caseOf(asked),
  'problems.verify': (asked) => {
    const { responsible } = (last(inRound(asked, 'plan'))?.body ?? {}) as { responsible?: string };
    return !didSo(asked, inRound(asked, 'rectified')) && asked.person !== responsible;
  },
  // A new date is set by an office above who owes it; of the owner's own level by one that leads it, no other department.
  'problems.renew': (asked) => {
    const owner = officeOf(problemOwner(asked));
    const { office } = asked;
    return owner.place.startsWith(office.place) && office.id !== owner.id && office.kind !== 'department';
  },
  'inspections.draw': isInspector,
  'inspections.begin': isInspector,
  'inspections.find': isInspector,
  'inspections.recordQuiz': isInspector,
  'inspections.conclude': isInspector,
  'inspections.withdrawFinding': isInspector,
  'inspections.cancel': isInspector,
  'inspections.checkCounty': isInspector,
  // 乡村振兴部门 pays for transport, 人社部门 the 稳岗补助.
  'subsidies.review': ({ office }) => isPayer(office),
  'subsidies.pay': ({ office }) => isPayer(office),
  'subsidies.correctPayment': ({ office }) => isPayer(office),
  // published scores are corrected by who published them.
  'contests.correct': (asked) => {
    const [first] = said(asked, 'publish');
    return first === undefined || first.by.office === asked.office.id;
  },
};

const isPayer = ({ id }: Office): boolean =>
  id === 'revitalization-bureau:140423' || id === 'department:140423:human-resources';

/** Is it right that this office does this? Kind and level as the row grants them, the case's own places, and whose it is. */
export const isRight = (
  resource: string,
  name: string,
  by: readonly { kind: string; level?: string }[],
  asked: Asked,
): boolean =>
  isGrantedTo(by, asked.office) &&
  isOfCase(asked.file, asked.office) &&
  (ownOf[`${resource}.${name}`]?.(asked) ?? true);

interface OpeningBody {
  village?: string;
  place?: string;
  unit?: string;
  province?: string;
  kind?: string;
  territory?: string;
}
const ownVillage = ({ kind, place }: Office, village: string | undefined): boolean =>
  !kind.startsWith('village-') || place === village;

/** The same of openings: own village, own unit, own province; an inspection by who inspects. */
export const ownOpeningOf: Readonly<Record<string, (office: Office, body: OpeningBody) => boolean>> = {
  'households.report': (office, { village }) => ownVillage(office, village),
  'problems.record': (office, { place }) => ownVillage(office, place),
  'project-risks.warn': (office, { place }) => ownVillage(office, place),
  'postings.post': (office, { unit, village = '' }) =>
    office.kind === 'dispatching-unit' ? office.id === unit : village.startsWith(office.place),
  'cycles.start': ({ place }, { province }) => place === province,
  'inspections.plan': ({ id }, { kind, territory }) =>
    id === `${kind === 'inspection' ? 'inspection-team' : 'stationing-office'}:${territory}`,
};

/** Downwards only; a village also for what begins with its township. */
export const isOwnTerritory = (office: Office, territory: string): boolean =>
  territory.startsWith(office.place) || (levelOf(office) === 'village' && office.place.startsWith(territory));
