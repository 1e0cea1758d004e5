import { familyOf, runningProcesses, startLimited } from './launch-modules';
import { isAlive, sleeping, until } from './watching';

const node = process.execPath;
/** Ignores every wish to end, and has a child in a group of its own that does so too. */
const stubborn = `process.on('SIGTERM', () => undefined);
  require('node:child_process').spawn(process.execPath, ['-e', "process.on('SIGTERM', () => undefined);" + ${JSON.stringify(sleeping)}], { detached: true, stdio: 'ignore' });
  ${sleeping}`;

jest.setTimeout(60_000);

describe('a command that may take so long', () => {
  it('is ended with everything it has started', async () => {
    const { ended } = startLimited(node, ['-e', stubborn], { limitMs: 6_000, output: 'ignore' });
    const family = await until(() => {
      const guard = runningProcesses().find(
        ({ command, parent }) =>
          parent === process.pid && command.includes('with-parent.mjs') && command.includes('SIGTERM'),
      );
      const found = guard === undefined ? [] : familyOf(guard.pid);
      return found.length === 3 && found;
    });
    expect(await ended).toMatchObject({ isLate: true });
    expect((family as number[]).filter(isAlive)).toEqual([]);
  });

  it('ends by itself when it is done in time', async () => {
    expect(await startLimited(node, ['-e', 'process.exit(3)'], { limitMs: 60_000, output: 'ignore' }).ended).toEqual({
      code: 3,
      isLate: false,
    });
  });
});
