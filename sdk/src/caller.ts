import { type BatchItems, ndjsonOf } from './batch.js';
import {
  type AnswerOf,
  type BodyOf,
  type CallOptions,
  type EntrepotEvent,
  type IdsOf,
  type ItemOf,
  type Method,
  type OperationOf,
  type PathOf,
  type QueryArgument,
  type RequestArguments,
  type WriteOptionsOf,
} from './operations.js';
import { type Page, Pages } from './pages.js';
import { follow, type ScenarioOptions, type ScenarioProgress } from './scenario.js';
import { tail, type TailOptions } from './tail.js';
import { type Answer, type Transport } from './transport.js';
import { type OperationProgress, watch, type WatchOptions, type WatchWays } from './watch.js';

type Parameters = Readonly<Record<string, unknown>>;

interface Input extends CallOptions {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Parameters | undefined;
  readonly body?: unknown;
}

type ListOf<P extends PathOf<'GET'>> = Pages<
  ItemOf<OperationOf<'GET', P>>,
  AnswerOf<OperationOf<'GET', P>> & Page<ItemOf<OperationOf<'GET', P>>>
>;

/** Ids, filters, options. */
export type ListMethod<P extends PathOf<'GET'>> = (
  ...args: [...IdsOf<P>, ...QueryArgument<OperationOf<'GET', P>>, options?: CallOptions]
) => ListOf<P>;

/** Ids, filters, options. */
export type ReadMethod<P extends PathOf<'GET'>> = (
  ...args: [...IdsOf<P>, ...QueryArgument<OperationOf<'GET', P>>, options?: CallOptions]
) => Promise<AnswerOf<OperationOf<'GET', P>>>;

/** Ids, options. */
export type GetMethod<P extends PathOf<'GET'>> = (
  ...args: [...IdsOf<P>, options?: CallOptions]
) => Promise<AnswerOf<OperationOf<'GET', P>>>;

/** Ids, body, options. */
export type WriteMethod<M extends Method, P extends PathOf<M>> = (
  ...args: [...IdsOf<P>, body: BodyOf<OperationOf<M, P>>, options?: WriteOptionsOf<OperationOf<M, P>>]
) => Promise<AnswerOf<OperationOf<M, P>>>;

/** Ids, options. */
export type ActMethod<M extends Method, P extends PathOf<M>> = (
  ...args: [...IdsOf<P>, options?: WriteOptionsOf<OperationOf<M, P>>]
) => Promise<AnswerOf<OperationOf<M, P>>>;

export type TailMethod = (options?: TailOptions) => AsyncGenerator<EntrepotEvent, void, undefined>;

const CALL_OPTIONS: ReadonlySet<string> = new Set<keyof CallOptions>([
  'idempotencyKey',
  'ifMatch',
  'signal',
  'timeoutMs',
  'maxRetries',
  'actingFor',
  'language',
  'apiVersion',
  'headers',
]);

const SCENARIOS = '/v1/sandbox/scenarios';
const OPERATION = '/v1/operations/{id}';
const PROGRESS = `${OPERATION}/progress`;

/** Calls operations by method and path, and makes the methods that are named after them. */
export abstract class Caller {
  constructor(private readonly transport: Transport) {}

  /** Any operation of the contract, by its method and path: `client.request('GET', '/v1/orders/{id}', { path: { id } })`. */
  async request<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    ...[input]: RequestArguments<M, P>
  ): Promise<AnswerOf<OperationOf<M, P>>> {
    return (await this.send(method, path, (input ?? {}) as Input)).body as AnswerOf<OperationOf<M, P>>;
  }

  /** Likewise, with status, headers, ETag, and whether it was given again. */
  async requestAnswer<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    ...[input]: RequestArguments<M, P>
  ): Promise<Answer<AnswerOf<OperationOf<M, P>>>> {
    return (await this.send(method, path, (input ?? {}) as Input)) as Answer<AnswerOf<OperationOf<M, P>>>;
  }

  /** An operation as it goes, and last when it is over; then it ends. */
  watchOperation(id: string, options?: WatchOptions): AsyncGenerator<OperationProgress, void> {
    const path = { id };
    const ways: WatchWays = {
      open: (lastEventId, signal) => {
        const headers = {
          accept: 'text/event-stream',
          ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
        };
        return this.transport.open({ method: 'GET', address: fillIn(PROGRESS, path), headers, signal });
      },
      read: (signal) => this.body('GET', OPERATION, { path, signal }),
    };
    return watch(ways, options);
  }

  /** Rehearses a whole export in a sandbox tenant: as it is begun, as it goes, and last when it is over. */
  async *runScenario(
    kind: string,
    parameters: object = {},
    options: ScenarioOptions = {},
  ): AsyncGenerator<ScenarioProgress, void> {
    const begun: ScenarioProgress = await this.body('POST', SCENARIOS, { body: { kind, parameters } });
    const path = { id: begun.id };
    yield* follow(begun, (signal) => this.body('GET', `${SCENARIOS}/{id}`, { path, signal }), options);
  }

  /**
   * Gives one command, named by its `operationId`, for many items. They are written down as they come, so an iterable that reads
   * them from elsewhere need not hold them all.
   */
  async sendBatch(operation: string, items: BatchItems | Blob, options: CallOptions = {}): Promise<OperationProgress> {
    const body = items instanceof Blob ? items : await ndjsonOf(items);
    return this.body('POST', '/v1/batches', { ...options, query: { operation }, body });
  }

  protected list<P extends PathOf<'GET'>>(path: P): ListMethod<P> {
    return (...args) => {
      const [ids, [query, options]] = split(path, args);
      return new Pages((next) =>
        this.body('GET', path, { ...options, path: ids, query: { ...(query ?? {}), ...next } }),
      );
    };
  }

  protected read<P extends PathOf<'GET'>>(path: P): ReadMethod<P> {
    return (...args) => {
      const [ids, [query, options]] = split(path, args);
      return this.body('GET', path, { ...options, path: ids, query });
    };
  }

  protected get<P extends PathOf<'GET'>>(path: P): GetMethod<P> {
    return (...args) => {
      const [ids, [options]] = split(path, args);
      return this.body('GET', path, { ...options, path: ids });
    };
  }

  protected write<M extends Method, P extends PathOf<M>>(method: M, path: P): WriteMethod<M, P> {
    return (...args) => {
      const [ids, [body, options]] = split(path, args);
      return this.body(method, path, { ...optionsAndQuery(options), path: ids, body });
    };
  }

  protected act<M extends Method, P extends PathOf<M>>(method: M, path: P): ActMethod<M, P> {
    return (...args) => {
      const [ids, [options]] = split(path, args);
      return this.body(method, path, { ...optionsAndQuery(options), path: ids });
    };
  }

  protected tail(path: PathOf<'GET'>): TailMethod {
    return (options) => tail((query, signal) => this.body('GET', path, { query, signal }), options);
  }

  protected async body<Body>(method: Method, path: string, input: Input): Promise<Body> {
    return (await this.send(method, path, input)).body as Body;
  }

  private send(method: Method, path: string, { path: ids, query, ...rest }: Input): Promise<Answer<unknown>> {
    return this.transport.send({ ...rest, method, address: fillIn(path, ids ?? {}) + searchOf(query ?? {}) });
  }
}

/** The ids that the path has places for, by name, and what follows them. */
function split(
  path: string,
  args: readonly unknown[],
): [Record<string, string>, (Record<string, unknown> | undefined)[]] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const ids = Object.fromEntries(names.map((name, index) => [name, args[index] as string]));
  return [ids, args.slice(names.length) as (Record<string, unknown> | undefined)[]];
}

/** Parameters of the operation stand among the options: `{ dryRun: true }`. */
function optionsAndQuery(options: Parameters = {}): Input {
  const entries = Object.entries(options);
  return {
    ...Object.fromEntries(entries.filter(([name]) => CALL_OPTIONS.has(name))),
    query: Object.fromEntries(entries.filter(([name]) => !CALL_OPTIONS.has(name))),
  };
}

function fillIn(path: string, ids: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const id = ids[name];
    if (id === undefined || id === '') throw new TypeError(`${path} needs ${name}`);
    return encodeURIComponent(id);
  });
}

/** Lists go with commas, as the API takes them. */
function searchOf(query: Parameters): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)]))).toString();
  return text === '' ? '' : `?${text}`;
}
