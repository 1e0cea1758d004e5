import { once } from 'node:events';
import { createServer } from 'node:net';
import { closeAllOpened } from '../setup/opened';
import { EngineProcess } from './engine-process';

afterEach(closeAllOpened, 120_000);

it('an engine killed is started again at once on the same port, time after time', async () => {
  const engine = await EngineProcess.start();
  for (let times = 0; times < 3; times += 1) await engine.killAndRestart();
  expect(engine.kills).toBe(3);
}, 120_000);

it('an order that fails is answered with the reason', async () => {
  const engine = await EngineProcess.start();
  await engine.kill();
  const stranger = createServer().listen(Number(engine.address.split(':')[1]), '127.0.0.1');
  await once(stranger, 'listening');
  await expect(engine.restart()).rejects.toThrow('已被占用，流程引擎无法启动');
  stranger.close();
  await once(stranger, 'close');
  await engine.restart();
}, 120_000);
