/** What a process needs for its work, each with a question that fails while it is not there. */
export type Parts = Readonly<Record<string, () => Promise<unknown>>>;

export interface Readiness {
  isReady: boolean;
  words: Record<string, '就绪' | '未就绪'>;
}

/** Less than whoever asks is willing to wait. */
export const answerWithinMs = 1_500;

/** Asks every part at once and waits for none of them longer than a moment: one that hangs is not ready. */
export async function readinessOf(parts: Parts, withinMs = answerWithinMs): Promise<Readiness> {
  const asked = Object.entries(parts).map(async ([name, ask]) => [name, await isWell(ask, withinMs)] as const);
  const states = await Promise.all(asked);
  return {
    isReady: states.every(([, well]) => well),
    words: Object.fromEntries(states.map(([name, well]) => [name, well ? '就绪' : '未就绪'])),
  };
}

async function isWell(ask: () => Promise<unknown>, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  const answered = ask().then(
    () => true,
    () => false,
  );
  const well = await Promise.race([answered, late]);
  clearTimeout(timer);
  return well;
}
