import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';

import { type Language } from '../../kernel/sentence.js';
import { outliveDeadlocks } from '../database/deadlock.js';
import { openField, sealField, type SealedText } from '../database/sealed-fields.js';
import { type Tx } from '../database/session.js';
import { GroupCommit } from '../database/group-commit.js';
import { type Preamble, type RunOptions, UnitOfWork } from '../database/unit-of-work.js';
import { SAY } from '../platform.sentences.js';
import { languageHeaders, languageOf } from './language.js';
import { withMode } from './livemode.js';
import { type Principal, type Reply, type Request } from './request.js';
import {
  IdempotencyInProgressError,
  IdempotencyKeyRequiredError,
  IdempotencyKeyReusedError,
  IfMatchRequiredError,
  MalformedRequestError,
  UnauthenticatedError,
} from './request.errors.js';

/** How a route treats retries and versions; the defaults suit a POST that moves nothing. */
export interface CommandOptions {
  readonly status: number;
  /** `required` where money moves or a partner is told. */
  readonly idempotencyKey: 'optional' | 'required';
  /** `required` on PATCH and PUT. */
  readonly ifMatch: 'optional' | 'required';
  /** The answer has words in it, in the caller's language. A repeat is in that of the first. */
  readonly speaks: boolean;
  /** It makes something whose answer nobody needs to keep: it can be given in a batch. */
  readonly inBatches: boolean;
}

export const COMMAND_OPTIONS = 'entrepot:command';

/** One request that changes something. */
export class Command {
  constructor(
    readonly caller: Principal,
    readonly method: string,
    readonly path: string,
    /** Under which a repeat gets the first answer; null where there is none, and in a dry run, which keeps nothing. */
    readonly key: string | null,
    /** Binds a key to method, path and body. */
    readonly fingerprint: string,
    readonly ifMatch: number | null,
    readonly dryRun: boolean,
    readonly options: CommandOptions,
    readonly reply: Reply,
  ) {}

  /** The same command of a body that was read as a stream, by what it said. */
  ofStream(digest: string): Command {
    const { caller, method, path, key, ifMatch, dryRun, options, reply } = this;
    return new Command(caller, method, path, key, `${this.fingerprint} ${digest}`, ifMatch, dryRun, options, reply);
  }

  /** A body that comes as a stream can be read once. */
  get isRepeatable(): boolean {
    return !(this.reply.request.body instanceof Readable);
  }

  get language(): Language {
    return languageOf(this.reply.request.headers['accept-language']);
  }
}

/** Marks a route as a command and says how it treats retries. */
export function CommandRoute(options: Partial<CommandOptions> = {}): MethodDecorator {
  return SetMetadata(COMMAND_OPTIONS, {
    status: 200,
    idempotencyKey: 'optional',
    ifMatch: 'optional',
    speaks: false,
    inBatches: false,
    ...options,
  });
}

/** The command of this request, for `Commands.run`. */
export const CommandOf = createParamDecorator((_data: unknown, context: ExecutionContext): Command => {
  const http = context.switchToHttp();
  const options = Reflect.getMetadata(COMMAND_OPTIONS, context.getHandler()) as CommandOptions | undefined;
  if (options === undefined) throw new Error('A route with a Command needs @CommandRoute');
  return commandOf(http.getRequest<Request>(), http.getResponse<Reply>(), options);
});

/** Who is asking, for routes that only read. */
export const CallerOf = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<Request>();
  if (principal === undefined) throw new UnauthenticatedError(SAY.no_key_verified);
  return principal;
});

function commandOf(request: Request, reply: Reply, options: CommandOptions): Command {
  const { principal, headers, method } = request;
  if (principal === undefined) throw new UnauthenticatedError(SAY.no_key_verified);
  const [path = ''] = request.url.split('?');
  const key = single(headers['idempotency-key']);
  if (key === null && options.idempotencyKey === 'required') {
    throw new IdempotencyKeyRequiredError(SAY.idempotency_key_needed);
  }
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new MalformedRequestError(SAY.idempotency_key_visible, [
      { pointer: '#Idempotency-Key', code: 'format', message: SAY.visible_ascii },
    ]);
  }
  const ifMatch = versionOf(single(headers['if-match']));
  if (ifMatch === null && options.ifMatch === 'required') throw new IfMatchRequiredError(SAY.if_match_needed);
  const query = request.query as Record<string, unknown>;
  const dryRun = query['dryRun'] === 'true' || query['dryRun'] === true;
  const fingerprint = createHash('sha256')
    .update(`${method} ${path}\n${request.body instanceof Readable ? '' : JSON.stringify(request.body ?? null)}`)
    .digest('base64url');
  return new Command(principal, method, path, dryRun ? null : key, fingerprint, ifMatch, dryRun, options, reply);
}

function single(header: string | string[] | undefined): string | null {
  const value = Array.isArray(header) ? header[0] : header;
  return value === undefined || value === '' ? null : value;
}

/** The version that a strong ETag stands for. */
function versionOf(etag: string | null): number | null {
  if (etag === null || etag === '*') return null;
  const match = /^"(\d{1,9})"$/.exec(etag);
  if (match === null) {
    throw new MalformedRequestError(SAY.if_match_no_etag, [
      { pointer: '#If-Match', code: 'format', message: SAY.etag_as_given },
    ]);
  }
  return Number(match[1]);
}

interface KeptRow {
  /** False while another request with this key is running. */
  readonly mine: boolean;
  /** Null where there was none before. */
  readonly fingerprint: string | null;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: SealedText;
  readonly resource: string | null;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const CLAIM_KEY = `SELECT mine, fingerprint, status, headers, body, resource FROM platform.claim_key($1, $2, $3)`;

interface Grouped<Result> {
  readonly reads: readonly Preamble[];
  /** @param rows of each read, in order */
  work(this: void, tx: Tx, rows: readonly unknown[][]): Result;
}

/** What a presenter makes of the result; `id` and `version` give Location and ETag. */
interface Presented {
  readonly id?: string;
  readonly version?: number;
}

/**
 * The door through which HTTP commands enter the application: one transaction that holds the effect, its events,
 * its audit and, under an Idempotency-Key, the very answer. A retry gets that answer byte for byte; a twin that
 * arrives while the first runs is told to wait; a refused command keeps nothing.
 */
@Injectable()
export class Commands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: GroupCommit,
  ) {}

  /**
   * @param keep what of the body a repeat gets; by default all of it. For answers that show a secret once.
   * @returns the body as text, already serialised; status and headers are set on the reply
   */
  async run<Result, Body extends object>(
    command: Command,
    work: (tx: Tx) => Promise<Result>,
    present: (result: Result) => Body & Presented,
    keep?: (body: Body & Presented) => Body & Presented,
  ): Promise<string> {
    const { caller, key } = command;
    const options: RunOptions = {
      keepNothing: command.dryRun,
      expectedVersion: command.ifMatch,
      preambles: key === null ? [] : [claimOf(caller, key)],
    };
    const once = (): Promise<Answer> =>
      this.unitOfWork.runAfter(caller, options, async (tx, [claimed]) => {
        const earlier = earlierAnswer(command, claimed as KeptRow[] | undefined);
        return earlier ?? answered(command, tx, present(await work(tx)), keep);
      });
    return send(command.reply, await (command.isRepeatable ? outliveDeadlocks(once) : once()));
  }

  /**
   * As `run`, for what many do at once: commands of one tenant that come together share a transaction.
   * @param work asks the database nothing but `reads`, and writes by `tx.atCommit`
   */
  async runGrouped<Result, Body extends object>(
    command: Command,
    { reads, work }: Grouped<Result>,
    present: (result: Result) => Body & Presented,
  ): Promise<string> {
    const { caller, key } = command;
    const once = (tx: Tx, [claimed, ...rows]: readonly unknown[][]): Answer => {
      const earlier = earlierAnswer(command, claimed as KeptRow[] | undefined);
      return earlier ?? answered(command, tx, present(work(tx, rows)));
    };
    if (key === null) {
      const options: RunOptions = { keepNothing: command.dryRun, preambles: reads };
      const alone = (tx: Tx, rows: readonly unknown[][]): Promise<Answer> =>
        Promise.resolve(answered(command, tx, present(work(tx, rows))));
      return send(command.reply, await this.unitOfWork.runAfter(caller, options, alone));
    }
    const grouped = { caller, preambles: [claimOf(caller, key), ...reads], work: once };
    return send(command.reply, await this.groups.run(grouped, `${caller.actor} ${key}`));
  }
}

function claimOf(caller: Principal, key: string): Preamble {
  return { sql: CLAIM_KEY, values: [caller.tenantId, caller.actor, key] };
}

/** The answer, and under a key what a repeat will get. */
function answered<Body extends object>(
  command: Command,
  tx: Tx,
  body: Body & Presented,
  keep: (body: Body & Presented) => Body & Presented = (whole) => whole,
): Answer {
  const fresh = answerOf(command, body);
  const { key, caller, fingerprint } = command;
  if (key === null) return fresh;
  const kept = keep(body);
  const toKeep = kept === body ? fresh : answerOf(command, kept);
  tx.answer = {
    ...toKeep,
    body: keptBody(toKeep.body),
    key,
    actor: caller.actor,
    fingerprint,
    resource: body.id ?? null,
  };
  return fresh;
}

/** Most answers name no account, and are kept as they are. */
function keptBody(body: string): string {
  return body.includes('"accountNumber":') ? sealField(body) : body;
}

function earlierAnswer(command: Command, claimed: readonly KeptRow[] | undefined): Answer | null {
  const [row] = claimed ?? [];
  if (row === undefined) return null;
  const { mine, fingerprint, ...kept } = row;
  if (fingerprint === null) {
    if (!mine) throw new IdempotencyInProgressError(SAY.first_still_running);
    return null;
  }
  if (fingerprint !== command.fingerprint) {
    throw new IdempotencyKeyReusedError(SAY.key_used_otherwise, {
      firstResource: kept.resource,
    });
  }
  const headers = { ...kept.headers, 'Idempotent-Replayed': 'true' };
  return { ...kept, body: openField(kept.body), headers };
}

function answerOf(command: Command, body: Presented): Answer {
  const { caller, options, dryRun, path } = command;
  const headers: Record<string, string> = options.speaks ? languageHeaders(command.language) : {};
  if (body.version !== undefined) headers['ETag'] = `"${body.version}"`;
  if (options.status === 201 && body.id !== undefined && !dryRun) headers['Location'] = `${path}/${body.id}`;
  return { status: dryRun ? 200 : options.status, headers, body: JSON.stringify(withMode(body, caller.livemode)) };
}

function send(reply: Reply, { status, headers, body }: Answer): string {
  void reply.status(status).headers(headers).type('application/json; charset=utf-8');
  return body;
}
