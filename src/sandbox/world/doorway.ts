import { type FastifyInstance, type FastifyReply, type FastifyRequest, type HTTPMethods } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';

import { type Partner } from './partners.js';
import { type Effect } from './received.js';
import { Refusal } from './refusal.js';
import { isSameSecret } from './signature.js';
import { type Answer, type Request, type Taken, type World } from './world.js';

/** A request at a partner's door, let in. */
export interface Arrival {
  readonly partner: Partner;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  /** The caller's own id of the message; empty when it gave none. */
  readonly messageId: string;
  readonly at: Date;
  readonly traceparent: string | null;
  /** Where the partner is to answer to. @throws Refusal 400 when the caller named no usable place */
  callbackUrl(): string;
}

/** What the partner makes of it. */
export interface Reply {
  readonly answer: Answer;
  readonly reference: string | null;
  readonly effect: Effect;
  readonly isCutOff?: boolean;
}

export type Handle = (arrival: Arrival) => Reply;

/** How a partner words a refusal in its own wire format. */
export type Wording = (refusal: Refusal, arrival: Arrival) => Answer;

/** Which of our references a request is about, as far as can be seen before it is read. */
export type Reference = (arrival: Arrival) => string | null;

/** The entrance of one partner: who may come in, who is turned away, and the book in which all of them are written. */
export class Doorway {
  constructor(
    private readonly server: FastifyInstance,
    private readonly world: World,
    private readonly partner: Partner,
    private readonly wording: Wording = jsonWording,
  ) {}

  /** @param path below the partner's prefix. @param reference for the book, when the request is refused unread */
  on(method: HTTPMethods, path: string, handle: Handle, reference: Reference = () => null, wording?: Wording): void {
    this.server.route({
      method,
      url: `/${this.partner}${path}`,
      handler: (request, reply) => this.receive(request, reply, handle, reference, wording ?? this.wording),
    });
  }

  private async receive(
    request: FastifyRequest,
    reply: FastifyReply,
    handle: Handle,
    reference: Reference,
    wording: Wording,
  ): Promise<void> {
    const arrival = this.arrival(request);
    const outcome = this.decide(request, arrival, handle, reference, wording);
    const { status } = outcome.answer;
    this.world.received.add({
      ...arrival,
      path: request.url,
      headers: request.headers,
      reference: outcome.reference,
      effect: outcome.effect,
      status,
    });
    await this.world.settled();
    const { latencyMs, hang } = this.world.switchboard.of(this.partner);
    if (latencyMs > 0) await sleep(latencyMs);
    if (hang || outcome.isCutOff === true) {
      reply.hijack();
      if (!hang) request.raw.socket.destroy();
      return;
    }
    await reply.code(status).header('content-type', outcome.answer.contentType).send(outcome.answer.body);
  }

  private decide(
    request: FastifyRequest,
    arrival: Arrival,
    handle: Handle,
    reference: Reference,
    wording: Wording,
  ): Reply {
    try {
      this.admit(request);
      return handle(arrival);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const effect = error.status === 503 ? 'down' : 'refused';
      return { answer: wording(error, arrival), reference: reference(arrival), effect };
    }
  }

  private admit(request: FastifyRequest): void {
    const secret = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!isSameSecret(secret, this.world.options.secrets[this.partner])) {
      throw new Refusal(401, 'UNAUTHENTICATED', 'Authorization: Bearer <secret> is missing or wrong');
    }
    if (this.world.switchboard.of(this.partner).down) throw new Refusal(503, 'DOWN', 'Temporarily out of service');
  }

  private arrival(request: FastifyRequest): Arrival {
    return {
      partner: this.partner,
      method: request.method,
      path: request.url,
      params: request.params as Record<string, string>,
      query: request.query as Record<string, string>,
      body: typeof request.body === 'string' ? request.body : '',
      messageId: header(request, 'x-message-id') ?? '',
      at: this.world.clock.now(),
      traceparent: header(request, 'traceparent'),
      callbackUrl: () => callbackUrl(request),
    };
  }
}

/** Hands a request on to the world, to be taken once. */
export function reply(reference: string, taken: Taken): Reply {
  return { answer: taken.answer, reference, effect: taken.effect, isCutOff: taken.isCutOff };
}

export function jsonAnswer(status: number, body: object): Answer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

export function asked(reference: string, answer: Answer): Reply {
  return { answer, reference, effect: 'asked' };
}

/** The start of a request to `World.take` that every partner's route shares. */
export function requestOf(
  arrival: Arrival,
  kind: string,
  reference: string,
  magicTexts: readonly string[],
  callbackUrl = arrival.callbackUrl(),
): Request {
  const { partner, body, traceparent } = arrival;
  return { partner, kind, reference, body, callbackUrl, traceparent, magicTexts };
}

export function jsonWording(refusal: Refusal): Answer {
  const { code, message, faults } = refusal;
  return jsonAnswer(refusal.status, { code, message, errors: faults });
}

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function callbackUrl(request: FastifyRequest): string {
  const url = header(request, 'x-callback-url') ?? '';
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Refusal(400, 'NO_CALLBACK_URL', 'X-Callback-Url must hold the http(s) address to answer to');
  }
  return url;
}
