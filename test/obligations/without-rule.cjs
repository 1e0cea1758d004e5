const { join } = require('node:path');
const swcJest = require('@swc/jest');

const sources = join(__dirname, '..', '..', 'libs', 'policy', 'src');
/** Tables whose rows are left out by name: where they stand, and what they are called. */
const tables = {
  duty: { in: 'settings/duty-rows.ts', table: 'dutyRows' },
  policy: { in: 'base/policy-lines.ts', table: 'policyLines' },
};
const tableOf = (takeOut) => Object.keys(tables).find((one) => one in takeOut);

/** Compiles as everywhere, but leaves the rule of `DUBAN_TAKE_OUT` out of its file. Sources on disk are never touched. */
exports.createTransformer = (options) => {
  const compiler = swcJest.createTransformer(options);
  const takeOut = JSON.parse(process.env.DUBAN_TAKE_OUT ?? 'null');
  const left = (text, path) => (takeOut === null || path !== placeOf(takeOut) ? text : without(text, takeOut));
  return {
    ...compiler,
    process: (text, path, more) => compiler.process(left(text, path), path, more),
    getCacheKey: (text, path, more) => compiler.getCacheKey(left(text, path), path, more),
  };
};

const placeOf = (takeOut) => join(sources, (tables[tableOf(takeOut)] ?? takeOut).in);

function without(text, takeOut) {
  const kind = tableOf(takeOut);
  if (kind !== undefined) return `${text}\ndelete ${tables[kind].table}[${JSON.stringify(takeOut[kind])}];\n`;
  const parts = text.split(takeOut.without);
  if (parts.length !== 2) throw new Error(`${takeOut.in}: 应恰有一处「${takeOut.without}」，有${parts.length - 1}处`);
  return parts.join(takeOut.instead ?? '');
}
