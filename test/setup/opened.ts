/** Everything that has been opened in this test file and is not closed yet. */
const all = new Set<Opened>();

/**
 * What a test has opened, closed the other way round. It is closed at the end of the test file even if the test failed or ran out of time half way,
 * so that no process and no connection stays behind; whatever is still being opened then is closed at once.
 */
export class Opened {
  private readonly closers: (() => unknown)[] = [];
  private closing: Promise<void> | undefined;

  constructor() {
    all.add(this);
  }

  get isOver(): boolean {
    return this.closing !== undefined;
  }

  async add<T>(opening: T | Promise<T>, close: (one: T) => unknown): Promise<T> {
    const one = await opening;
    if (this.isOver) {
      await close(one);
      throw new Error('the test that opened this is over');
    }
    this.closers.push(() => close(one));
    return one;
  }

  close(): Promise<void> {
    this.closing ??= this.closeAll();
    return this.closing;
  }

  private async closeAll(): Promise<void> {
    all.delete(this);
    const failures: unknown[] = [];
    for (const close of this.closers.reverse()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

export async function closeAllOpened(): Promise<void> {
  for (const opened of [...all].reverse()) await opened.close();
}

Object.assign(globalThis, { dubanCloseAllOpened: closeAllOpened });
