import { kindOf, levelOf, territoryOf, type Level, type OfficeKind } from '@duban/policy/base/office';
import { reactive } from 'vue';

/** Who works in this window. Kept for the tab alone: closing it signs out. */
export interface Session {
  token: string | null;
  office: string;
  officeName: string;
  kind: OfficeKind;
  level: Level;
  territory: string;
}

const place = 'duban-session';

export const session = reactive<Session>(remembered());

export function signIn(token: string, office: string, officeName: string): void {
  Object.assign(session, sessionOf(token, office, officeName));
  sessionStorage.setItem(place, JSON.stringify({ token, office, officeName }));
}

/** Forgets the token; the router leads to the sign-in page. */
export function signOut(): void {
  sessionStorage.removeItem(place);
  session.token = null;
}

function remembered(): Session {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? '{}') as {
      token?: string;
      office?: string;
      officeName?: string;
    };
    return sessionOf(kept.token ?? null, kept.office ?? '', kept.officeName ?? '');
  } catch {
    return sessionOf(null, '', '');
  }
}

function sessionOf(token: string | null, office: string, officeName: string): Session {
  const territory = territoryOf(office);
  return { token, office, officeName, kind: kindOf(office), level: levelOf(territory) ?? 'county', territory };
}
