import { divisionName, officeName } from '@duban/contracts/divisions';
import { postingRoles } from '@duban/policy/processes/cadre-posting/selection-check';
import { read } from '../api/client';
import type { Page } from '@duban/contracts/answers/answer-fields';
import type { CaseRow } from '@duban/contracts/answers/cases';
import { personName } from '../cases/person-names';

/** A stationed cadre on post. */
export interface CadreOnPost {
  cadre: string;
  village: string;
  township: string;
  unit: string;
  role: string;
}

/** Who is on post in a territory, by village; read once a page. */
export async function cadresOnPost(territory: string, signal?: AbortSignal): Promise<CadreOnPost[]> {
  const found: CadreOnPost[] = [];
  let after: string | null | undefined;
  do {
    const query = { process: 'cadre-posting', territory, ended: false, sort: 'territory', limit: 200, after } as const;
    const page: Page<CaseRow> = await read('/cases', query, signal);
    found.push(...page.items.filter(({ listed }) => listed['vacantSince'] === null).map(cadreIn));
    after = page.next;
  } while (after !== null && found.length < 4_000);
  return found.sort((one, other) => (one.village + one.cadre < other.village + other.cadre ? -1 : 1));
}

const cadreIn = ({ listed, territory }: CaseRow): CadreOnPost => ({
  cadre: String(listed['cadre']),
  village: String(listed['village']),
  township: territory,
  unit: String(listed['unit']),
  role: String(listed['role']),
});

/** 张三 C001（西垴头村驻村第一书记，派出单位U01）, to choose from; the name where this office may read it. */
function cadreTitle({ cadre, village, role, unit }: CadreOnPost): string {
  const name = personName(cadre);
  return `${name === null ? '' : `${name} `}${cadre}（${divisionName(village)}${postingRoles[role as keyof typeof postingRoles] ?? ''}，${officeName(unit)}）`;
}

export const cadreChoices = (cadres: readonly CadreOnPost[]): { value: string; title: string }[] =>
  cadres.map((one) => ({ value: one.cadre, title: cadreTitle(one) }));
