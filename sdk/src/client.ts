import { ApiKeyCredentials, type Credentials, NoCredentials, OAuthCredentials } from './credentials.js';
import { EntrepotError, NotFoundError, StaleVersionError } from './errors.js';
import { READ_AT, Resources } from './generated/resources.js';
import { Transport } from './transport.js';
import { type Awaitable, waitUntil, type WaitOptions } from './waiting.js';

/** Who calls: an API key, or the credentials of an OAuth client. Without either, `ENTREPOT_API_KEY` is taken. */
export interface EntrepotOptions {
  /** Without it `ENTREPOT_BASE_URL`, else `http://127.0.0.1:3000`. */
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** True: without any, for the little that is answered to anybody, such as `sandbox.tenants.create`. */
  readonly anonymous?: boolean | undefined;
  /** What the token is to be good for, by blanks: `orders:read events:read`. */
  readonly scope?: string | undefined;
  /** Unless it is `/oauth/token` of the platform. */
  readonly tokenUrl?: string | undefined;
  /** The tenant to act for, under its mandate, as `Acting-For`. */
  readonly actingFor?: string | undefined;
  /** For what a person reads: `zh-CN`. */
  readonly language?: string | undefined;
  /** Unless it is the version that these types describe. */
  readonly apiVersion?: string | undefined;
  /** Of each try; 30 seconds unless said. */
  readonly timeoutMs?: number | undefined;
  /** How often a request is sent again; 3 times unless said. */
  readonly maxRetries?: number | undefined;
  /** Instead of the global one: through a proxy, for instance. */
  readonly fetch?: typeof fetch | undefined;
}

const BASE_URL = 'http://127.0.0.1:3000';
const TIMEOUT_MS = 30_000;
const MAX_RETRIES = 3;
const ROUNDS = 5;

/** The platform, as its caller sees it. */
export class Entrepot extends Resources {
  readonly baseUrl: string;

  constructor(options: EntrepotOptions = {}) {
    const baseUrl = (options.baseUrl ?? environment('ENTREPOT_BASE_URL') ?? BASE_URL).replace(/\/+$/, '');
    const { actingFor, language, apiVersion, timeoutMs = TIMEOUT_MS, maxRetries = MAX_RETRIES } = options;
    const settings = { baseUrl, timeoutMs, maxRetries, actingFor, language, apiVersion };
    const send = options.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));
    super(new Transport({ ...settings, fetch: send }, credentialsOf(options, { baseUrl, timeoutMs, fetch: send })));
    this.baseUrl = baseUrl;
  }

  /**
   * Reads a resource again and again until the predicate holds: after a 202, which has `expectedBy`. Gives it the time
   * that `expectedBy` allows, and a minute in which the platform asks the partner itself.
   *
   * @throws OverdueError with the resource as it was last seen
   */
  waitFor<Resource extends Awaitable>(
    resource: Resource,
    predicate: (resource: Resource) => boolean,
    options: WaitOptions = {},
  ): Promise<Resource> {
    const homes = READ_AT[resource.id.split('_')[0] as keyof typeof READ_AT] as readonly string[] | undefined;
    if (homes === undefined) throw new EntrepotError(`${resource.id} is not read by its id`);
    const read = (signal: AbortSignal | undefined): Promise<Resource> => this.readAtHome(resource.id, homes, signal);
    return waitUntil(resource, read, predicate, options);
  }

  /** What is not at its first home is at the next. */
  private async readAtHome<Resource>(
    id: string,
    [home = '', ...others]: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Resource> {
    try {
      return await this.body<Resource>('GET', home, { path: { id }, signal });
    } catch (error) {
      if (others.length === 0 || !(error instanceof NotFoundError)) throw error;
      return this.readAtHome(id, others, signal);
    }
  }

  /**
   * Changes what somebody else may change at the same time: reads it, and lets `change` write with `ifMatch`; where that
   * was too late, from the start. `change` decides anew each time, since what it decided on is no more.
   *
   * @throws StaleVersionError after five rounds
   */
  async onLatest<Resource extends { readonly version: number }, Result>(
    read: () => Promise<Resource>,
    change: (resource: Resource, options: { readonly ifMatch: Resource }) => Promise<Result>,
  ): Promise<Result> {
    for (let round = 1; ; round += 1) {
      const resource = await read();
      try {
        return await change(resource, { ifMatch: resource });
      } catch (error) {
        if (!(error instanceof StaleVersionError) || round === ROUNDS) throw error;
      }
    }
  }
}

function credentialsOf(
  options: EntrepotOptions,
  { baseUrl, timeoutMs, fetch }: { baseUrl: string; timeoutMs: number; fetch: typeof globalThis.fetch },
): Credentials {
  if (options.anonymous === true) return new NoCredentials();
  const { clientId, clientSecret, scope, tokenUrl = `${baseUrl}/oauth/token` } = options;
  if (clientId !== undefined && clientSecret !== undefined) {
    return new OAuthCredentials({ clientId, clientSecret, scope, tokenUrl, timeoutMs, fetch });
  }
  const apiKey = options.apiKey ?? environment('ENTREPOT_API_KEY');
  if (apiKey === undefined) {
    throw new EntrepotError('Give apiKey, or clientId and clientSecret, or set ENTREPOT_API_KEY');
  }
  return new ApiKeyCredentials(apiKey);
}

/** Where there is an environment: not in every runtime that has `fetch`. */
function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] === '' ? undefined : process?.env?.[name];
}
