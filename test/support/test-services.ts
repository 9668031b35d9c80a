import { type Services } from '../../scripts/services/index.js';

/** At most: `maxWorkers` of jest.config.mjs. Each has a share of the Redis databases. */
export const JEST_WORKERS = 2;

/** What global set-up tells the test files, through the environment of Jest's workers. */
export interface TestServices {
  /** The server, as an owner who may create databases. */
  readonly adminUrl: string;
  /** A migrated database to clone. */
  readonly templateName: string;
  /** The template's logins; they serve for every clone. */
  readonly appUrl: string;
  readonly workerUrl: string;
  /** Redis databases that nobody else uses, shared out to Jest's workers; empty when there is no Redis. */
  readonly redisUrls: readonly string[];
}

/** What global set-up leaves for global tear-down: Jest loads the two apart, in one process. */
export interface RunningServices {
  readonly services: Services;
  readonly tearDown: () => Promise<void>;
}

export type TestGlobal = typeof globalThis & { entrepotServices?: RunningServices };
