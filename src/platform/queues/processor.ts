import { Injectable } from '@nestjs/common';

import { type EventData, type EventType, type ReceivedEvent } from '../../contracts/events.js';
import { type Tx } from '../database/session.js';
import { Deliveries, type Delivery, type Heard } from './deliveries.js';
import { type JobDefinition } from './job-definition.js';

/**
 * Works one queue. The rhythm is always the same: read, call out, record. A partner is called between two
 * transactions, never inside one, and what it answered is recorded with `deliveries.once`.
 */
export abstract class Processor<Payload extends object> {
  abstract readonly job: JobDefinition<Payload>;

  /** Returning means done; throwing means try again, or give up where the error is final. */
  abstract process(delivery: Delivery<Payload>): Promise<void>;
}

/** What a subscriber does on each event it hears; an event without an entry is none of its business. */
export type Hearing = { readonly [Type in EventType]?: (tx: Tx, event: ReceivedEvent<Type>) => Promise<void> };

/** Works a queue of events: one transaction per event, with its effect in it. */
@Injectable()
export abstract class Subscriber extends Processor<object> {
  abstract readonly hearing: Hearing;

  constructor(protected readonly deliveries: Deliveries) {
    super();
  }

  override async process(delivery: Delivery<object>): Promise<void> {
    await this.deliveries.hear(delivery, (tx, event) => this.react(tx, event));
  }

  protected async react(tx: Tx, event: ReceivedEvent<keyof EventData>): Promise<void> {
    const hear = this.hearing[event.type] as
      ((tx: Tx, event: ReceivedEvent<keyof EventData>) => Promise<void>) | undefined;
    await hear?.(tx, event);
  }
}

/** As `Subscriber`, for what is as easily done for many events as for one: those of a group are handed over together. */
@Injectable()
export abstract class GatheringSubscriber extends Processor<object> {
  constructor(protected readonly deliveries: Deliveries) {
    super();
  }

  protected abstract readonly reactToAll: (heard: readonly Heard[]) => Promise<void>;

  override async process(delivery: Delivery<object>): Promise<void> {
    await this.deliveries.hearTogether(delivery, this.reactToAll);
  }
}
