import type { Territory } from '../base/office';
import { columnOf, processList, type CaseId, type ProcessName } from './process-list';

/** First part of a case id, which is also its workflow id. */
export const caseIdPrefixes = columnOf('idPrefix');

/** Processes whose cases about one subject follow one another: the last part of their ids is a number. */
export const numberedProcesses: ReadonlySet<ProcessName> = new Set(
  (Object.keys(processList) as ProcessName[]).filter((process) => processList[process].isNumbered),
);

/**
 * Business-readable id: `household:140423100:H1:1` (township, household, episode), `listing:140423:1` (county, number),
 * `accountability:140423:1`, `assessment:140423:2026-12`, `scores:140423100:2026-12`, `posting:140423100:C1:1` (township at the
 * time of posting, cadre, posting number), `interview:140423:C1:1:2026-12` (county, what it is about), `cycle:14:2026`, `duty-book:140423:2026`,
 * `duties:140423100:2026-11`, `dispatch:140423:2026-11-H1`, `work-bulletin:140423:2026-11` (territory, period),
 * `area-interview:1404:party-committee:1` (territory, office of it, number), `problem:140423100204:1` (place, number),
 * `inspection:14:flight-check:1` (territory of the inspecting office, kind, number),
 * `subsidies:140423100:2026` (township, year), `contest:14:2026` (province, year).
 * The second part is the territory, so that jurisdiction can be checked without the database.
 */
export const caseId = (process: ProcessName, territory: Territory, ...subject: (string | number)[]): CaseId =>
  `${caseIdPrefixes[process]}:${[territory, ...subject].join(':')}`;

const processByPrefix = Object.fromEntries(
  Object.entries(caseIdPrefixes).map(([process, prefix]) => [prefix, process]),
) as Record<string, ProcessName>;

/** Process and territory of a case id, or `undefined` when it is none. */
export function parseCaseId(id: string): { process: ProcessName; territory: Territory; subject: string[] } | undefined {
  const [prefix = '', territory, ...subject] = id.split(':');
  const process = processByPrefix[prefix];
  if (process === undefined || territory === undefined || !/^\d{2,12}$/.test(territory)) return undefined;
  return { process, territory, subject };
}

/** Text that is kept as a case id; what is none is a mistake of whoever kept it. */
export function ensureCaseId(text: string): CaseId {
  if (parseCaseId(text) === undefined) throw new Error(`${text} is no id of a case`);
  return text as CaseId;
}
