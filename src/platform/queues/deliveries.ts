import { Injectable } from '@nestjs/common';

import { type EventType, type ReceivedEvent } from '../../contracts/events.js';
import { type Caller } from '../database/caller.js';
import { type Tx, type View } from '../database/session.js';
import { BUNDLE_TOPIC } from '../database/bundle.js';
import { Gathering } from '../database/gathering.js';
import { isLostConnection } from '../database/lost-connection.js';
import { together } from '../database/together.js';
import { type Preamble, UnitOfWork } from '../database/unit-of-work.js';
import { type JobData, type JobDefinition } from './job-definition.js';

/**
 * Deliveries of one tenant are worked by one transaction at a time, in whatever process: none waits in the middle of its
 * work for a row that another one holds, and no two wait for each other.
 */
const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('deliveries/' || $1, 0))`;

/** By message, which the key finds; another queue's delivery of the same event is not touched. */
const CLAIM = `
  SELECT message_id, queue, payload FROM platform.delivery
  WHERE tenant_id = $1 AND message_id = ANY($2::uuid[]) AND queue || ' ' || message_id = ANY($3)
  ORDER BY message_id, queue FOR UPDATE`;

/**
 * Each when its turn comes, not all with the claim: who asks meanwhile whether something is still to be heard must be told
 * of what waits in its own group too.
 */
const TAKE = `
  DELETE FROM platform.delivery
  WHERE tenant_id = $1 AND message_id = ANY($2::uuid[]) AND queue || ' ' || message_id = ANY($3)`;

/** Of a bundle, in the order in which they were told. */
const EVENTS = `
  SELECT e.id, e.type, e.resource_id AS "resourceId", e.order_id AS "orderId", e.data
  FROM unnest($2::uuid[]) WITH ORDINALITY AS told (id, place)
  JOIN platform.event e ON e.tenant_id = $1 AND e.id = told.id ORDER BY told.place`;

/** Each event of a bundle gets a delivery of its own, as if it had come alone. */
const UNBUNDLE = `
  WITH bundle AS (
    DELETE FROM platform.delivery WHERE tenant_id = $1 AND message_id = $2 AND queue = $3
    RETURNING queue, payload, created_at, traceparent, clock_due_at)
  INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at, traceparent, clock_due_at)
  SELECT $1, e.id, b.queue, e.type, jsonb_build_object('resourceId', e.resource_id, 'orderId', e.order_id, 'data', e.data),
         now(), b.created_at, b.traceparent, b.clock_due_at
  FROM bundle b CROSS JOIN LATERAL jsonb_array_elements_text(b.payload -> 'ids') AS told (id)
  JOIN platform.event e ON e.tenant_id = $1 AND e.id = told.id::uuid`;

/** Larger groups gain little more, and one that fails is done again one by one. */
const SIZE_MAX = 64;

interface ClaimedRow {
  readonly message_id: string;
  readonly queue: string;
  /** Of an event that came alone. */
  readonly payload: EventPayloadRow & { readonly ids?: readonly string[] };
}

interface EventPayloadRow {
  readonly resourceId: string;
  readonly orderId: string | null;
  readonly data: never;
}

interface EventRow extends EventPayloadRow {
  readonly id: string;
  readonly type: EventType;
}

/** A delivery that was claimed, in its own `Tx`. */
interface Found {
  readonly tx: Tx;
  readonly delivery: Delivery<object>;
  /** What was given with it. */
  readonly item: unknown;
  readonly row: ClaimedRow;
}

/** An event of it: a bundle has many. */
interface Claimed extends Omit<Found, 'row'> {
  readonly event: EventRow;
}

/** What was given with a delivery that was claimed, in its own `Tx`. */
export interface Given<Item> {
  readonly tx: Tx;
  readonly item: Item;
}

/** An event that was claimed, in its own `Tx`. */
export interface Heard {
  readonly tx: Tx;
  readonly event: ReceivedEvent<EventType>;
}

/** What is to be done with a delivery, or at once with all of a group that name the same. */
type Reaction = (claimed: readonly Claimed[]) => Promise<void>;

interface Waiting {
  readonly delivery: Delivery<object>;
  readonly item: unknown;
  readonly reaction: Reaction;
  /** With false when it was done before. */
  readonly resolve: (first: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** One delivery in the hands of a processor. */
export class Delivery<Payload extends object> {
  /** True once its row is deleted in a committed transaction: nobody will act on it again. */
  claimed = false;

  /** The trace that the work belongs to: of its own span, where spans are kept, else of what ordered it. */
  traceparent: string | null;

  constructor(
    readonly queue: string,
    readonly job: JobData,
    /** 1 for the first try. */
    readonly attempt: number,
    readonly attemptsMax: number,
  ) {
    this.traceparent = job.traceparent;
  }

  get payload(): Payload {
    return (this.job.payload ?? {}) as Payload;
  }

  /** Many events of one transaction, which are heard together. */
  get isBundle(): boolean {
    return this.job.topic === BUNDLE_TOPIC;
  }

  get caller(): Caller {
    return { tenantId: this.job.tenantId, actor: `job:${this.queue}`, traceparent: this.traceparent };
  }
}

/**
 * The door through which queued work enters the application. Claiming deletes the delivery in the same transaction
 * as the effect, so the second of two identical deliveries finds nothing to claim and changes nothing.
 *
 * Deliveries of one tenant that come while its last ones are being committed share a transaction, one after the other:
 * each sees what those before it wrote. Where one of them fails nothing of the group is kept, and each is done by itself.
 */
@Injectable()
export class Deliveries {
  private readonly gathering = new Gathering<Waiting>({
    sizeMax: SIZE_MAX,
    atOnce: 1,
    settle: (tenantId, group) => this.settle(tenantId, group),
  });

  /** A bundle is a group by itself; what comes alone overtakes those that wait. */
  private readonly bundles = new Gathering<Waiting>({
    sizeMax: 1,
    atOnce: 1,
    settle: (tenantId, group) => this.settle(tenantId, group),
  });

  private readonly hearings = new WeakMap<(heard: readonly Heard[]) => Promise<void>, Reaction>();
  private readonly givings = new WeakMap<object, Reaction>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Runs `work` once per delivery, however often it is delivered. @returns false when it was done before */
  async once<Payload extends object>(delivery: Delivery<Payload>, work: (tx: Tx) => Promise<void>): Promise<boolean> {
    if (delivery.isBundle) throw new Error('The events of a bundle are heard');
    return this.claim(
      delivery,
      each(({ tx }) => work(tx)),
    );
  }

  /** As `once`, with the event that the delivery carries. */
  async hear(
    delivery: Delivery<object>,
    work: (tx: Tx, event: ReceivedEvent<EventType>) => Promise<void>,
  ): Promise<boolean> {
    return this.claim(
      delivery,
      each(({ tx, event }) => work(tx, event)),
    );
  }

  /**
   * As `hear`, for what is as easily done for many as for one.
   * @param work gets all events of a group that were given with this same function
   */
  async hearTogether(delivery: Delivery<object>, work: (heard: readonly Heard[]) => Promise<void>): Promise<boolean> {
    let reaction = this.hearings.get(work);
    if (reaction === undefined) {
      reaction = work;
      this.hearings.set(work, reaction);
    }
    return this.claim(delivery, reaction);
  }

  /**
   * As `once`, for what is as easily done for many as for one.
   * @param item what is to be done with this delivery
   * @param work gets the items of all deliveries of a group that were given with this same function
   */
  async onceTogether<Item>(
    delivery: Delivery<object>,
    item: Item,
    work: (given: readonly Given<Item>[]) => Promise<void>,
  ): Promise<boolean> {
    let reaction = this.givings.get(work);
    if (reaction === undefined) {
      reaction = (claimed) => work(claimed as readonly Given<Item>[]);
      this.givings.set(work, reaction);
    }
    return this.claim(delivery, reaction, item);
  }

  read<Payload extends object, Result>(
    delivery: Delivery<Payload>,
    work: (view: View) => Promise<Result>,
  ): Promise<Result> {
    return this.unitOfWork.read(delivery.caller, work);
  }

  /** Of a bundle that could not be done as a whole each event is delivered by itself. */
  async unbundle({ caller, queue, job }: Delivery<object>): Promise<void> {
    await this.unitOfWork.run(caller, (tx) => tx.query(UNBUNDLE, [tx.tenantId, job.messageId, queue]));
  }

  private async claim(delivery: Delivery<object>, reaction: Reaction, item: unknown = null): Promise<boolean> {
    const line = delivery.isBundle ? this.bundles : this.gathering;
    const first = await new Promise<boolean>((resolve, reject) => {
      line.join(delivery.job.tenantId, { delivery, item, reaction, resolve, reject });
    });
    delivery.claimed = true;
    return first;
  }

  private async settle(tenantId: string, group: readonly Waiting[]): Promise<void> {
    try {
      const claimed = await this.unitOfWork.runInTurn(tenantId, claimsOf(tenantId, group), (open, [, rows]) =>
        workAll(group, open, rows as ClaimedRow[]),
      );
      for (const { delivery, resolve } of group) resolve(claimed.has(delivery));
    } catch (error) {
      if (group.length === 1 || isLostConnection(error)) for (const { reject } of group) reject(error);
      else for (const one of group) await this.settle(tenantId, [one]);
    }
  }
}

function claimsOf(tenantId: string, group: readonly Waiting[]): Preamble[] {
  return [
    { sql: IN_TURN, values: [tenantId] },
    { sql: CLAIM, values: [tenantId, ...keysOf(group)] },
  ];
}

/** What CLAIM and TAKE find deliveries by. */
function keysOf(some: readonly { readonly delivery: Delivery<object> }[]): [messageIds: string[], places: string[]] {
  const messageIds = new Set(some.map(({ delivery }) => delivery.job.messageId));
  return [[...messageIds], some.map(({ delivery }) => placeOf(delivery.queue, delivery.job.messageId))];
}

/** @returns those that had not been done before */
async function workAll(
  group: readonly Waiting[],
  open: (caller: Caller) => Tx,
  rows: readonly ClaimedRow[],
): Promise<ReadonlySet<Delivery<object>>> {
  const rowOf = new Map(rows.map((row) => [placeOf(row.queue, row.message_id), row]));
  const done = new Set<Delivery<object>>();
  for (const [reaction, waiting] of Map.groupBy(group, (one) => one.reaction)) {
    const found = waiting.flatMap(({ delivery, item }) => {
      const place = placeOf(delivery.queue, delivery.job.messageId);
      const row = rowOf.get(place);
      // Twice in one group, it is done once.
      if (row === undefined || !rowOf.delete(place)) return [];
      done.add(delivery);
      return [{ tx: open(delivery.caller), delivery, item, row }];
    });
    await take(found, reaction);
  }
  return done;
}

/** One round trip less than to wait for it: the deliveries are gone before the first statement of the work. */
async function take(found: readonly Found[], reaction: Reaction): Promise<void> {
  const [first] = found;
  if (first === undefined) return;
  const { tx } = first;
  await together(tx.query(TAKE, [tx.tenantId, ...keysOf(found)]), react(found, reaction));
}

async function react(found: readonly Found[], reaction: Reaction): Promise<void> {
  const claimed: Claimed[] = [];
  for (const { row, ...one } of found) {
    const events = one.delivery.isBundle ? await eventsOf(one.tx, row) : [eventOf(one.delivery, row)];
    claimed.push(...events.map((event) => ({ ...one, event })));
  }
  await reaction(claimed);
}

function eventsOf(tx: Tx, { payload: { ids = [] } }: ClaimedRow): Promise<EventRow[]> {
  return tx.query<EventRow>(EVENTS, [tx.tenantId, ids]);
}

function eventOf({ job: { messageId, topic } }: Delivery<object>, { payload }: ClaimedRow): EventRow {
  const { resourceId, orderId, data } = payload;
  return { id: messageId, type: topic as EventType, resourceId, orderId, data };
}

function each(work: (one: Claimed) => Promise<void>): Reaction {
  return async (claimed) => {
    for (const one of claimed) await work(one);
  };
}

function placeOf(queue: string, messageId: string): string {
  return `${queue} ${messageId}`;
}

/** Whether a message to this queue was committed for the tenant and is not acted on yet. */
export async function isUnderWay(view: View, job: JobDefinition<object>): Promise<boolean> {
  const rows = await view.query(`SELECT 1 FROM platform.delivery WHERE tenant_id = $1 AND queue = $2 LIMIT 1`, [
    view.tenantId,
    job.queue,
  ]);
  return rows.length > 0;
}
