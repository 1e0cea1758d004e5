/** The page of a case, by the beginning of its id. Cases that have no page of their own share the general one. */
const folders: Readonly<Record<string, string>> = {
  household: 'households',
  listing: 'listings',
  posting: 'cadres',
  problem: 'problems',
  inspection: 'inspections',
  interview: 'interviews',
  'area-interview': 'interviews',
  dispatch: 'dispatches',
  'work-bulletin': 'bulletins',
  subsidies: 'subsidies',
  contest: 'contests',
  cycle: 'cycles',
};

/** `household:140423100:H1:1` → `/households/household:140423100:H1:1`. */
export const pathOfCase = (caseId: string, act?: string): string =>
  `/${folders[caseId.split(':', 1)[0] ?? ''] ?? 'cases'}/${caseId}${act === undefined ? '' : `?act=${act}`}`;
