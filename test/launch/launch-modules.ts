/** What tests use of the launcher, which is plain Node without types. */
export interface Part {
  exited: Promise<number>;
  stop(): Promise<void>;
  kill(): void;
}
interface Process {
  pid: number;
  parent: number;
  group: number;
  command: string;
}

const launch = (name: string): string => `../../infra/launch/${name}.mjs`;

export const { keepRunning } = jest.requireActual<{
  keepRunning(what: {
    what: string;
    start: () => Promise<Part>;
    log: string;
    pauseMs: number;
    tell: (line: string) => void;
  }): Promise<Part & { current: Part }>;
}>(launch('keep-running'));

export const { startChild } = jest.requireActual<{
  startChild(
    command: string,
    args: string[],
    options?: { output?: string },
  ): Part & { child: { pid: number }; isAlive(): boolean };
}>(launch('children'));

export const { startLimited } = jest.requireActual<{
  startLimited(
    command: string,
    args: string[],
    options: { limitMs: number; output: string },
  ): { ended: Promise<{ code: number; isLate: boolean }> };
}>(launch('limited'));

export const { runningProcesses, endFamily, familyOf, endLeftBehind } = jest.requireActual<{
  runningProcesses(): Process[];
  familyOf(pid: number): number[];
  endFamily(pid: number): Promise<void>;
  endLeftBehind(what: string, isOurs: (command: string) => boolean): Promise<void>;
}>(launch('processes'));

export const { forgetStaleLock } = jest.requireActual<{ forgetStaleLock(data: string): void }>(launch('stale-lock'));

export const { claimPort } = jest.requireActual<{
  claimPort(port: number, what: string, setting: string): Promise<number>;
}>(launch('ports'));
