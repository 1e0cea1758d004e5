import { whatIfsOf } from '@duban/contracts/rehearsals';
import {
  endWithoutResult,
  giveBack,
  lostRehearsals,
  reportProgress,
  takeNext,
  type Held,
  type HowFar,
} from '@duban/persistence/rehearsal-queue';
import type { RehearsalRow } from '@duban/persistence/rehearsals';
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { clearStage, newStageName, type StageConfig } from '../rehearsal/stage';
import type { ChildWord, PlayOrder } from './child-words';

const everyMs = 1_000;
/** Longer than a busy machine lets a living runner wait. */
const silentSeconds = 15;

/** Carries out ordered rehearsals one at a time, each in a child process; one that a dead runner left behind is begun anew. */
export class RehearsalRunner {
  private isStopping = false;
  private child: ChildProcess | undefined;
  private wake: () => void = () => undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: StageConfig,
  ) {}

  /** Runs until it is told to stop. */
  async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        if (!(await this.turn())) await this.pause();
      } catch (error) {
        console.error('推演服务：', error instanceof Error ? error.message : error);
        await this.pause();
      }
    }
  }

  /** What is under way is given back at once. */
  stop(): void {
    this.isStopping = true;
    this.child?.kill('SIGKILL');
    this.wake();
  }

  private async turn(): Promise<boolean> {
    for (const lost of await lostRehearsals(this.dataSource, silentSeconds)) {
      await clearStage(this.config, lost.stage);
      await giveBack(this.dataSource, lost, false);
    }
    const stage = newStageName();
    const row = this.isStopping ? null : await takeNext(this.dataSource, stage);
    if (row === null) return false;
    await this.carryOut(row, { id: row.id, stage });
    return true;
  }

  private async carryOut(row: RehearsalRow, held: Held): Promise<void> {
    const played = this.play(row, held);
    const told = await this.accompany(held, played);
    const { code, failure } = await played.ended;
    if (code === 0) return;
    await clearStage(this.config, held.stage).catch((error: unknown) => console.error('推演服务：清理未完成', error));
    if (told === 'cancel') await endWithoutResult(this.dataSource, held, { state: 'cancelled' });
    else if (failure !== undefined) await endWithoutResult(this.dataSource, held, { state: 'failed', failure });
    else await giveBack(this.dataSource, held, this.isStopping);
  }

  private play(row: RehearsalRow, held: Held): Played {
    const child = fork(join(__dirname, 'play-order.js'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const { title, county, start, until, months, policy } = row;
    const order = { title, county, start, until, months, policy, whatIfs: whatIfsOf(row.whatIfs) };
    child.send({ ...held, order } satisfies PlayOrder);
    this.child = child;
    const howFar: HowFar = { day: null, done: 0, total: 0 };
    let failure: string | undefined;
    child.on('message', (word: ChildWord) => {
      if (word.kind === 'progress') Object.assign(howFar, { day: word.day, done: word.done, total: word.total });
      else failure = word.failure;
    });
    const ended = new Promise<{ code: number | null; failure: string | undefined }>((resolve) => {
      child.once('error', (error) => resolve({ code: null, failure: `推演没有开始（${error.message}）。` }));
      child.once('exit', (code) => resolve({ code, failure }));
    });
    void ended.then(() => {
      this.child = undefined;
      this.wake();
    });
    return { child, howFar, ended, isOver: () => child.exitCode !== null || child.signalCode !== null };
  }

  /** Notes the progress once a second until the child has ended; ends it when the office or another runner wants it so. */
  private async accompany(held: Held, { child, howFar, isOver }: Played): Promise<'go-on' | 'cancel' | 'taken-over'> {
    while (!isOver()) {
      const told = await reportProgress(this.dataSource, held, howFar).catch(() => 'go-on' as const);
      if (told !== 'go-on' && !isOver()) {
        child.kill('SIGKILL');
        return told;
      }
      await this.pause();
    }
    return 'go-on';
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

interface Played {
  child: ChildProcess;
  howFar: HowFar;
  ended: Promise<{ code: number | null; failure: string | undefined }>;
  isOver(): boolean;
}
