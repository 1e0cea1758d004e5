const { TestEnvironment } = require('jest-environment-node');

/** Node, as jest knows it; when a test file is done, whatever its tests left open is closed. */
module.exports = class ClosingEnvironment extends TestEnvironment {
  async teardown() {
    await this.global.dubanCloseAllOpened?.();
    await super.teardown();
  }
};
