import { type Services } from '../../scripts/services/index.js';

/** What global set-up tells the test files, through the environment of Jest's workers. */
export interface TestServices {
  /** The server, as an owner who may create databases. */
  readonly adminUrl: string;
  /** A migrated database to clone. */
  readonly templateName: string;
  /** The template's logins; they serve for every clone. */
  readonly appUrl: string;
  readonly workerUrl: string;
  /** One Redis database per Jest worker, nobody else's; empty when there is no Redis. */
  readonly redisUrls: readonly string[];
}

/** What global set-up leaves for global tear-down: Jest loads the two apart, in one process. */
export interface RunningServices {
  readonly services: Services;
  readonly tearDown: () => Promise<void>;
}

export type TestGlobal = typeof globalThis & { entrepotServices?: RunningServices };
