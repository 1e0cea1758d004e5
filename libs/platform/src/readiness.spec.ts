import { readinessOf } from './readiness';

const well = async (): Promise<void> => undefined;
const away = async (): Promise<void> => {
  throw new Error('away');
};
const hanging = (): Promise<never> => new Promise(() => undefined);

it('a process is ready when every part it needs is there', async () => {
  expect(await readinessOf({ 台账数据库: well, 流程引擎: well })).toEqual({
    isReady: true,
    words: { 台账数据库: '就绪', 流程引擎: '就绪' },
  });
});

it('a part that is away or hangs is named, and nobody waits for it', async () => {
  const began = Date.now();
  const { isReady, words } = await readinessOf({ 台账数据库: hanging, 流程引擎: away, 办理程序: well }, 50);
  expect({ isReady, words }).toEqual({
    isReady: false,
    words: { 台账数据库: '未就绪', 流程引擎: '未就绪', 办理程序: '就绪' },
  });
  expect(Date.now() - began).toBeLessThan(1_000);
});
