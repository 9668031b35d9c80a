import path from 'node:path';

import { BUILT_MODULES } from './test/support/built-modules.mjs';

// What V8 made of the platform is kept, for Jest's workers and for the processes that they start.
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, 'node_modules/.cache/v8');

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  // TypeScript's ESM imports name the compiled file; Jest runs the source.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', {}] },
  testRegex: '\\.(spec|e2e-spec)\\.ts$',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

/** @type {import('jest').Config} */
export default {
  // Passing tests end when they are done; the rest of the time is for a machine that is busy.
  testTimeout: 120_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/side-by-side.mjs',
  // Modules that were loaded for one file stay in memory: a worker that holds too many is replaced, which costs it all that
  // it has loaded and made fast, and a busy machine takes its time to end one. That alone is no sign of something left open.
  workerIdleMemoryLimit: 0.12,
  workerGracefulExitTimeout: 10_000,
  reporters: ['default', '<rootDir>/test/support/summary-reporter.mjs'],
  projects: [
    // Rules of trade, beside the code, and of the code itself: a run of these alone starts no service.
    {
      ...shared,
      displayName: 'rules',
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/(?!architecture/)'],
    },
    // Everything that stands on a real database and real queues.
    {
      ...shared,
      displayName: 'system',
      // The platform and the packages as Node has loaded them, once for all files.
      testEnvironment: '<rootDir>/test/support/built-environment.mjs',
      transform: { ...BUILT_MODULES, ...shared.transform },
      transformIgnorePatterns: [],
      roots: ['<rootDir>/test'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/architecture/'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
};
