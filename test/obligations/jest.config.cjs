const { projects, ..._more } = require('../../jest.config.cjs');

const { displayName: _name, transform, ...unit } = projects[0];
const [[files, [, swc]]] = Object.entries(transform);

/** The unit tests, each rule of `DUBAN_TAKE_OUT` left out. */
module.exports = { ...unit, transform: { [files]: [`${__dirname}/without-rule.cjs`, swc] } };
