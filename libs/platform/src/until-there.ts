export interface Waiting {
  /** Hears once why there is something to wait for. */
  tell?: (line: string) => void;
  /** Ends the wait. */
  signal?: AbortSignal;
  pauseMs?: number;
}

/** Tries until it succeeds: what somebody needs who was started while it is away. */
export async function untilThere<T>(
  what: string,
  attempt: () => Promise<T>,
  { tell, signal, pauseMs = 1_000 }: Waiting = {},
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (tries === 0)
        tell?.(`${what}暂时无法访问（${error instanceof Error ? error.message : String(error)}），等它恢复`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
