import { groupOf, operationAt, routeOf } from '@duban/contracts/operation-groups';
import type { DemoAct } from './demo-act';
import { outcomeOf, PatientSender, type Outcome, type Patience } from './patience';

const together = 5;

export interface Sending {
  progress?: (done: number, total: number) => void;
  /** Hears what is waited for. */
  tell?: (line: string) => void;
  patience?: Patience;
}

/**
 * Does the acts of a story through the api, as their offices would, part after part, and in order for each case. A case that the system opens by
 * itself (a month's sheet, a half month's dispatch) is waited for, and so is an api that asks to be asked again. The same story sent again does nothing twice.
 */
export async function sendActs(
  api: string,
  name: string,
  parts: readonly (readonly DemoAct[])[],
  sending: Sending = {},
): Promise<void> {
  const { progress, tell = () => undefined, patience } = sending;
  const sender = new PatientSender(tell, patience);
  const offices = new Tokens(api, sender);
  const cases = new Map<string, string>();
  const total = parts.flat().length;
  let done = 0;
  const sendLane = async (lane: readonly Keyed[]): Promise<void> => {
    for (const { act, key } of lane) {
      const path = pathOf(act, cases);
      const answer = await sender.send(`示例中“${act.do}”（${act.as}）`, async () =>
        sendOnce(`${api}/api/v1/${path}`, await offices.headersOf(act.as), act, key),
      );
      if (act.name !== undefined && answer.caseId !== undefined) cases.set(act.name, answer.caseId);
      progress?.((done += 1), total);
    }
  };
  for (const [number, part] of parts.entries()) {
    const lanes = lanesOf(part.map((act, index) => ({ act, key: `${name}-${number}-${index}` })));
    const worker = async (): Promise<void> => {
      for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) await sendLane(lane);
    };
    await Promise.all(Array.from({ length: together }, worker));
  }
}

interface Keyed {
  act: DemoAct;
  key: string;
}

/** Acts on one case, or that follow from one opening, keep their order; the others may overtake each other. */
function lanesOf(acts: readonly Keyed[]): Keyed[][] {
  const lanes = new Map<string, Keyed[]>();
  for (const keyed of acts) {
    const { case: of, name, do: what } = keyed.act;
    const lane = of?.replace(/^\$/, '') ?? name ?? what;
    lanes.set(lane, [...(lanes.get(lane) ?? []), keyed]);
  }
  return [...lanes.values()];
}

interface Answer {
  caseId?: string;
}

async function sendOnce(
  url: string,
  headers: Record<string, string>,
  act: DemoAct,
  key: string,
): Promise<Outcome<Answer>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': key },
    body: JSON.stringify({ ...act.with, occurredOn: act.on.slice(0, 10) }),
  });
  // The system opens cases, reads rosters and closes periods by itself: what comes before that comes again.
  return outcomeOf(
    answer,
    (status, words) => (act.case !== undefined && (status === 404 || status === 409)) || words.includes('请稍后再试'),
  );
}

function pathOf({ do: what, case: of }: DemoAct, cases: ReadonlyMap<string, string>): string {
  const [resource = '', operation = ''] = what.split('.');
  if (resource === 'registers') return `registers/${operation}`;
  const group = groupOf(resource);
  if (group?.opening?.name === operation) return resource;
  if (group === undefined || operationAt(group, routeOf(operation)) === undefined)
    throw new Error(`示例中的操作 ${what} 不存在`);
  const caseId = of?.startsWith('$') === true ? cases.get(of.slice(1)) : of;
  return `${resource}/${caseId ?? ''}/${routeOf(operation)}`;
}

/** Tokens of the development issuer, one for each office. */
class Tokens {
  private readonly known = new Map<string, Promise<string>>();

  constructor(
    private readonly api: string,
    private readonly sender: PatientSender,
  ) {}

  async headersOf(office: string): Promise<Record<string, string>> {
    const token = this.known.get(office) ?? this.issue(office);
    this.known.set(office, token);
    return { authorization: `Bearer ${await token}`, 'content-type': 'application/json' };
  }

  private async issue(office: string): Promise<string> {
    const { token } = await this.sender.send(`开发签发（DUBAN_DEV_ISSUER=on）为 ${office} `, async () =>
      outcomeOf<{ token: string }>(
        await fetch(`${this.api}/api/v1/dev/tokens`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ office }),
        }),
        () => false,
      ),
    );
    return token;
  }
}
