import { type components, type paths } from './generated/schema.js';

/** The shapes of the contract by name: `Schemas['OrderDto']`. */
export type Schemas = components['schemas'];

/** What happened, as the feed and the webhooks tell it. */
export type EntrepotEvent = Schemas['EventDto'];

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The paths that know this method, as they stand in the contract: `/v1/orders/{id}`. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P][Lowercase<M>] extends { readonly responses: unknown } ? P : never;
}[keyof paths];

export type OperationOf<M extends Method, P extends PathOf<M>> = paths[P][Lowercase<M>];

/** One text for each `{place}` of the path. */
export type IdsOf<P> = P extends `${string}{${string}}${infer Rest}` ? [id: string, ...IdsOf<Rest>] : [];

export type BodyOf<Operation> = Operation extends { readonly requestBody: { readonly content: infer Content } }
  ? { [Type in keyof Content]: Type extends Json ? Content[Type] : RawBody }[keyof Content]
  : never;

type Json = 'application/json' | `${string}+json`;

/** What goes out as it is; JSON is everything else. */
export type RawBody = Blob | FormData | Uint8Array | URLSearchParams;

/** `limit` and filters; never for an operation that takes none. */
export type QueryOf<Operation> = Operation extends { readonly parameters: { readonly query?: infer Query } }
  ? NonNullable<Query>
  : never;

/** What a good answer holds: JSON as described, text, or bytes. */
export type AnswerOf<Operation> = Operation extends { readonly responses: infer Responses }
  ? { [Status in keyof Responses]: ContentOf<Responses[Status]> }[keyof Responses]
  : never;

/** JSON is asked for, so of several kinds it is the one that comes. */
type ContentOf<Response> = Response extends { readonly content: infer Content }
  ? 'application/json' extends keyof Content
    ? Content['application/json']
    : { [Type in keyof Content]: ReadAs<Type, Content[Type]> }[keyof Content]
  : undefined;

type ReadAs<Type, Schema> = Type extends Json ? Schema : Type extends `text/${string}` ? string : Uint8Array;

export type ItemOf<Operation> = AnswerOf<Operation> extends { readonly data: readonly (infer Item)[] } ? Item : never;

/** What holds for one call; the client's own settings where it says nothing. */
export interface CallOptions {
  /** Of a write. Without it each call has a fresh one; give your own to send the same thing again later. */
  readonly idempotencyKey?: string | undefined;
  /** The version you read: the resource, its `version`, or its ETag. */
  readonly ifMatch?: { readonly version: number } | number | string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Of each try. */
  readonly timeoutMs?: number | undefined;
  /** How often it is tried again; 0 for one try. */
  readonly maxRetries?: number | undefined;
  /** The tenant to act for, under its mandate, as `Acting-For`. */
  readonly actingFor?: string | undefined;
  /** For what a person reads: `zh-CN`. */
  readonly language?: string | undefined;
  readonly apiVersion?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** `dryRun`, where the operation offers it. */
export type WriteOptionsOf<Operation> = CallOptions &
  ([QueryOf<Operation>] extends [never] ? object : Omit<QueryOf<Operation>, keyof CallOptions>);

type RequiredPart<T> = { [Key in keyof T as object extends Pick<T, Key> ? never : Key]: T[Key] };

/** The filters of a read; they may be left out where none is required. */
export type QueryArgument<Operation> = [QueryOf<Operation>] extends [never]
  ? [query?: undefined]
  : keyof RequiredPart<QueryOf<Operation>> extends never
    ? [query?: QueryOf<Operation>]
    : [query: QueryOf<Operation>];

/** What `client.request` takes besides method and path. */
export type RequestInput<M extends Method, P extends PathOf<M>> = CallOptions &
  (IdsOf<P> extends [] ? object : { readonly path: PathParametersOf<OperationOf<M, P>> }) &
  (QueryArgument<OperationOf<M, P>> extends [query: infer Query]
    ? { readonly query: Query }
    : { readonly query?: QueryOf<OperationOf<M, P>> | undefined }) &
  ([BodyOf<OperationOf<M, P>>] extends [never] ? object : { readonly body: BodyOf<OperationOf<M, P>> });

type PathParametersOf<Operation> = Operation extends { readonly parameters: { readonly path: infer Path } }
  ? { readonly [Name in keyof Path]: string }
  : never;

/** The input may be left out where nothing in it is required. */
export type RequestArguments<M extends Method, P extends PathOf<M>> = keyof RequiredPart<
  RequestInput<M, P>
> extends never
  ? [input?: RequestInput<M, P>]
  : [input: RequestInput<M, P>];
