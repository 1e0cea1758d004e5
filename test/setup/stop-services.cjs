/** jest's global tear-down: leaves no process behind. */
module.exports = async () => {
  const services = globalThis.dubanServices;
  globalThis.dubanServices = undefined;
  await services?.stop();
};
