import { operationGroups } from '@duban/contracts/operation-groups';
import { processNames, type ProcessName } from '@duban/policy/case/case';
import { citation, type ClauseId } from '@duban/policy/base/clauses/clauses';
import { grantNames, isGranted } from '@duban/policy/case/admission';
import type { Caller } from '../auth/caller';

/** A kind of case an office may open, or why it may not. */
export interface OfferedOpening {
  resource: string;
  process: ProcessName;
  processName: string;
  title: string;
  name: string;
  /** Path to post it to. */
  route: string;
  summary: string;
  clause: ClauseId;
  citation: string;
  isOffered: boolean;
  reason: string | null;
  byNames: string;
}

/** Every kind of case that offices open; the others begin by themselves. */
export const offeredOpenings = (caller: Caller): OfferedOpening[] =>
  operationGroups.flatMap(({ resource, process, title, opening }) => {
    if (opening === undefined) return [];
    const { clause, title: summary, by } = opening;
    const isOffered = isGranted(caller.office, by);
    const byNames = grantNames(by);
    return {
      resource,
      process,
      processName: processNames[process],
      title,
      name: opening.name,
      route: `/api/v1/${resource}`,
      summary,
      clause,
      citation: citation(clause),
      isOffered,
      reason: isOffered ? null : `应由${byNames}办理。`,
      byNames,
    };
  });
