import { TestEnvironment } from 'jest-environment-node';

import { beginTests, loadPlatform, loaders } from './built-modules.mjs';

/** Node's, with a way past Jest's registry to what Node itself has loaded: see `built-modules.mjs`. */
export default class BuiltEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    // Not the functions themselves: Jest takes a test's globals apart when it is over.
    for (const [name, load] of Object.entries(loaders)) {
      Object.defineProperty(this.global, name, { value: (file) => load(file) });
    }
    beginTests();
  }

  async setup() {
    await super.setup();
    await loadPlatform();
  }
}
