import { childrenOf } from '@duban/contracts/divisions';
import type { CaseFile } from '@duban/policy/case/case';
import { parseCaseId } from '@duban/policy/case/case-id';
import { rulesOf } from '@duban/policy/manifest/processes';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import type { Caller } from '../auth/caller';

/** Texts that mean something to a case: days, its places, its deadlines, and whatever was said in it (ids of problems, cadres, commitments). */
export function knownTexts(file: CaseFile, caller: Caller, today: CivilDate): string[] {
  const { caseId, opening, acts } = file;
  const parsed = parseCaseId(caseId);
  const deadlines =
    parsed === undefined
      ? []
      : rulesOf(parsed.process)
          .view(file)
          .deadlines.map(({ id }) => id);
  const said = new Set<string>();
  for (const { body } of acts) collect(body, said);
  collect(opening, said);
  return [
    ...new Set([
      addDays(today, 1),
      today,
      ...deadlines,
      ...placesOf(parsed?.territory ?? caller.territory),
      caller.office,
      ...said,
      ...acts.map(({ occurredOn }) => occurredOn),
    ]),
  ];
}

/** A division, those it lies in, and one below it of each level. */
function placesOf(territory: string): string[] {
  const above = [2, 4, 6, 9].filter((length) => length < territory.length).map((length) => territory.slice(0, length));
  const below: string[] = [];
  for (let place = childrenOf(territory)[0]; place !== undefined; place = childrenOf(place)[0]) below.push(place);
  return [territory, ...above, ...below];
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part, into);
}
