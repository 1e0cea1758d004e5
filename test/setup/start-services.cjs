/** jest's global set-up: the real services, once a run. `npm test` has started them; a single jest run starts its own. */
module.exports = async () => {
  // What the api answers in a test is what contracts promise, or the test is red.
  process.env.DUBAN_CHECK_ANSWERS = 'on';
  if (process.env.DUBAN_TEST_DATABASE_URL && process.env.DUBAN_TEST_TEMPORAL_ADDRESS) return;
  if (globalThis.dubanServices) return;
  const { startServices } = await import('../../infra/launch/services.mjs');
  globalThis.dubanServices = await startServices();
  Object.assign(process.env, globalThis.dubanServices.testEnv);
};
