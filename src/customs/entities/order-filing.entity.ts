import { Check, Column, Entity } from 'typeorm';

import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { cebPatienceMs } from '../domain/ceb/patience.js';
import {
  ORDER_FILING,
  ORDER_FILING_STATES,
  type OrderFilingCommand,
  type OrderFilingState,
} from '../domain/order-filing-status.js';
import { type OrderFinding } from '../domain/order-filing.js';
import { type OrderPaper } from '../domain/parcels/papers.js';
import { type Moment } from '../domain/patience.js';

interface NewFiling {
  readonly tenantId: string;
  readonly id: string;
  readonly orderId: string;
  readonly reference: string;
  readonly supervisionMode: string;
  readonly paper: OrderPaper;
  readonly now: Date;
}

interface Sent {
  readonly profileId: string;
  readonly messageId: string;
  readonly recordGuid: string;
  readonly paper: OrderPaper;
}

/** The data of one order (CEB303Message) that customs must have before its declaration, and what customs said of it. */
@Entity({ schema: 'customs', name: 'order_filing' })
@Check('ck_order_filing_state', oneOf('state', ORDER_FILING_STATES))
export class OrderFiling implements Versioned {
  @TenantKey('order_filing')
  readonly tenantId!: string;

  @TenantKey('order_filing')
  readonly id!: string;

  @Column('uuid')
  readonly orderId!: string;

  /** The order's own reference. */
  @Column('text')
  readonly reference!: string;

  @Column('text')
  readonly supervisionMode!: string;

  @Column('text')
  readonly state!: OrderFilingState;

  /** How often it was sent; 0 before the first time. */
  @Column('integer')
  readonly attempt!: number;

  /** What is sent. */
  @Column('jsonb')
  readonly paper!: OrderPaper;

  /** With whose codes it was sent last. */
  @Column('uuid', { nullable: true })
  readonly profileId!: string | null;

  /** The message and the record in it that it was sent with last; only answers to this one count. */
  @Column('uuid', { nullable: true })
  readonly messageId!: string | null;

  @Column('text', { nullable: true })
  readonly recordGuid!: string | null;

  /** Why it is not with customs. */
  @Column('jsonb')
  readonly findings!: readonly OrderFinding[];

  /** In customs' own words, last. */
  @Column('text', { nullable: true })
  readonly customsSaid!: string | null;

  @Column('integer')
  readonly asks!: number;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly sentAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly answeredAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static open({ now, ...given }: NewFiling): OrderFiling {
    return Object.assign(new OrderFiling(), {
      ...given,
      ...{ state: 'waiting', attempt: 0, profileId: null, messageId: null, recordGuid: null },
      ...{ findings: [], customsSaid: null, asks: 0, expectedBy: null, sentAt: null, answeredAt: null },
      ...{ version: 1, createdAt: now, updatedAt: now },
    });
  }

  /** Why it has not been sent. */
  note(findings: readonly OrderFinding[], { now }: Moment): void {
    Object.assign(this, { findings, updatedAt: now });
  }

  /** @throws IllegalTransitionError unless it waits or was refused */
  send(sent: Sent, moment: Moment): void {
    const anew = { findings: [], customsSaid: null, answeredAt: null };
    this.become('send', { ...sent, ...anew, attempt: this.attempt + 1, sentAt: moment.now }, moment);
  }

  accept(customsSaid: string | null, moment: Moment): void {
    this.become('accept', { customsSaid, answeredAt: moment.now }, moment);
  }

  refuse(finding: OrderFinding, customsSaid: string | null, moment: Moment): void {
    this.become('refuse', { findings: [finding], customsSaid, answeredAt: moment.now }, moment);
  }

  cancel(moment: Moment): void {
    this.become('cancel', {}, moment);
  }

  /** Nothing came: wait again, longer. */
  waitLonger(moment: Moment): void {
    const asks = this.asks + 1;
    Object.assign(this, { asks, expectedBy: deadline(this.state, asks, moment), updatedAt: moment.now });
  }

  private become(command: OrderFilingCommand, changes: Partial<OrderFiling>, moment: Moment): void {
    const state = ORDER_FILING.next(this.state, command);
    Object.assign(this, { ...changes, state, asks: 0, expectedBy: deadline(state, 0, moment), updatedAt: moment.now });
  }
}

function deadline(state: OrderFilingState, asks: number, { now, livemode }: Moment): Date | null {
  return state === 'sent' ? new Date(now.getTime() + cebPatienceMs(asks, livemode)) : null;
}
