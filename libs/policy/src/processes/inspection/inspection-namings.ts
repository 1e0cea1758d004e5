import type { CaseId } from '../../case/process-list';
import { countyOf, levelOf, officeId, townshipOf, type Territory } from '../../base/office';
import type { Consequence, NoticeSpec } from '../../case/case';
import { compareDates, type CivilDate } from '../../dates/civil-date';
import type { NamedByFindingBody } from '../cadre-posting/posting-acts';
import { isSuperiorLevel } from '../cadre-posting/superior-level';
import { matterOf } from './inspection-consequences';
import type { Finding, InspectionFacts, InspectionFile } from './inspection-facts';

/** Somebody named in a finding that stands in the bulletin. */
interface Named {
  finding: Finding;
  person: string;
  posting?: CaseId;
}

/** C-3.4, C-3.7 (OBLIGATIONS D5): a superior bulletin tells the postings of those it names; what a correction takes out is taken back. */
export const namings = (file: InspectionFile, facts: InspectionFacts): Consequence[] => [
  ...rosterQuestions(file, facts),
  ...namedIn(file, facts).flatMap((named) => telling(file, facts, named)),
];

/** Who is named and was nowhere on post that day is looked for by the county. */
export const unknownPersons = (file: InspectionFile, facts: InspectionFacts): NoticeSpec[] =>
  facts.roster.length === 0
    ? []
    : namedIn(file, facts)
        .filter(({ posting, finding }) => posting === undefined && isBelowCity(finding.place))
        .map(({ finding: { id, place }, person }) => ({
          key: `unknown:${id}>${person}`,
          clause: 'C-3.7',
          on: facts.concluded?.occurredOn ?? file.openedOn,
          to: officeId('stationing-office', countyOf(place)),
          kind: 'repair',
          title: '上级通报点名的干部待核对',
          text: `${facts.concluded?.body.number ?? ''}第${id}项点名〔${person}〕，当日在岗花名册中没有此人。请核对后在其任职中登记被上级通报（事项${matterOf(file.caseId, id)}）。`,
        }));

const isBelowCity = (place: Territory): boolean => place.length >= 6;

function namedIn({ opening }: InspectionFile, { concluded, findings, settings, roster }: InspectionFacts): Named[] {
  if (concluded === undefined || !isSuperiorLevel(levelOf(opening.territory), settings)) return [];
  return findings
    .filter(({ withdrawnOn }) => withdrawnOn === undefined)
    .flatMap((finding) =>
      [...new Set(finding.persons)].map((person) => {
        const entry = roster.find(({ cadre, from, to }) => cadre === person && isOnPost({ from, to }, finding.on));
        return { finding, person, ...(entry !== undefined && { posting: entry.postingCase }) };
      }),
    );
}

const isOnPost = ({ from, to }: { from: CivilDate; to: CivilDate | null }, on: CivilDate): boolean =>
  from <= on && (to === null || on <= to);

/** One question for each township, over the days on which something was found there. */
function rosterQuestions(file: InspectionFile, facts: InspectionFacts): Consequence[] {
  const { concluded } = facts;
  if (concluded === undefined) return [];
  const named = namedIn(file, facts).map(({ finding: { place, on } }) => ({ territory: townshipOf(place), on }));
  const territories = [...new Set(named.map(({ territory }) => territory))].sort();
  return territories.flatMap((territory): Consequence[] => {
    const days = named.filter((one) => one.territory === territory).map((one) => one.on);
    days.sort(compareDates);
    const [from, to] = [days[0], days.at(-1)];
    if (from === undefined || to === undefined) return [];
    const { occurredOn: on } = concluded;
    return [
      {
        kind: 'ask',
        key: `roster:${territory}`,
        clause: 'C-3.7',
        on,
        question: 'roster',
        operation: 'rosterRead',
        body: { territory, from, to },
      },
    ];
  });
}

function telling(
  { caseId, opening }: InspectionFile,
  { concluded }: InspectionFacts,
  { finding, person, posting }: Named,
): Consequence[] {
  if (concluded === undefined || posting === undefined) return [];
  const body: NamedByFindingBody = {
    matter: finding.repeats ?? matterOf(caseId, finding.id),
    source: caseId,
    level: levelOf(opening.territory) === 'province' ? 'province' : 'city',
    bulletin: concluded.body.number,
  };
  return [
    {
      kind: 'tell',
      key: `named:${finding.id}>${person}`,
      clause: 'C-3.7',
      on: concluded.occurredOn,
      caseId: posting,
      operation: 'namedByFinding',
      body: { ...body },
      withdraw: 'findingWithdrawn',
    },
  ];
}
