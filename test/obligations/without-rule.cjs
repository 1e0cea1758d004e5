const { join } = require('node:path');
const swcJest = require('@swc/jest');

const sources = join(__dirname, '..', '..', 'libs', 'policy', 'src');
const dutyRows = join(sources, 'settings', 'duty-rows.ts');

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

const placeOf = (takeOut) => ('duty' in takeOut ? dutyRows : join(sources, takeOut.in));

function without(text, takeOut) {
  if ('duty' in takeOut) return `${text}\ndelete dutyRows[${JSON.stringify(takeOut.duty)}];\n`;
  const parts = text.split(takeOut.without);
  if (parts.length !== 2) throw new Error(`${takeOut.in}: 应恰有一处「${takeOut.without}」，有${parts.length - 1}处`);
  return parts.join(takeOut.instead ?? '');
}
