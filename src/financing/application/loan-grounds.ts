import { Injectable } from '@nestjs/common';

import { type OrderSnapshot, type SellerSnapshot } from '../../contracts/order-snapshot.js';
import { OrderBook } from '../../orders/index.js';
import { Parties, type PartyFacts } from '../../parties/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/financing.sentences.js';
import { type LoanSubject } from '../domain/subject.js';
import { learn, type NewFacts, noFacts, type OrderFacts, readFacts } from './order-facts.js';

/** Who borrows. */
export type Borrower = Pick<SellerSnapshot, 'id' | 'name' | 'uscc' | 'bankAccount'>;

/** What a loan is lent on, with all that is known of it. */
export interface LoanGround {
  readonly subject: LoanSubject;
  readonly seller: Borrower;
  /** Both are null of what is lent on no order. */
  readonly order: OrderSnapshot | null;
  readonly facts: OrderFacts | null;
}

const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('financing/seller/' || $1 || '/' || $2, 0))`;

/** What loans are lent on: an order, or a seller. */
@Injectable()
export class LoanGrounds {
  constructor(
    private readonly orders: OrderBook,
    private readonly parties: Parties,
  ) {}

  /** Held until the transaction ends: whatever else concerns loans on it waits its turn. @throws ResourceNotFoundError */
  async hold(tx: Tx, subject: LoanSubject, learnt: NewFacts = {}): Promise<LoanGround> {
    if (subject.kind === 'seller') {
      await passTurnstile(tx, subject);
      return this.ofSeller(tx, subject);
    }
    const order = await this.orders.snapshot(tx, subject.id);
    return { subject, order, seller: order.seller, facts: await learn(tx, subject.id, learnt) };
  }

  /** @throws ResourceNotFoundError */
  async see(view: View, subject: LoanSubject): Promise<LoanGround> {
    if (subject.kind === 'seller') return this.ofSeller(view, subject);
    const order = await this.orders.snapshot(view, subject.id);
    const facts = (await readFacts(view, subject.id)) ?? noFacts(subject.id);
    return { subject, order, seller: order.seller, facts };
  }

  private async ofSeller(view: View, subject: LoanSubject): Promise<LoanGround> {
    const seller = borrowerIn(await this.parties.find(view, subject.id));
    if (seller === null) throw new ResourceNotFoundError(SAY.no_such_seller);
    return { subject, seller, order: null, facts: null };
  }
}

/** Passed before anything of a loan is held: what comes for the same order, or the same line, waits here. */
export async function passTurnstile(tx: Tx, { kind, id }: LoanSubject): Promise<void> {
  if (kind === 'order') await learn(tx, id, {});
  else await tx.query(IN_TURN, [tx.tenantId, id]);
}

/** Null of who is no seller. */
function borrowerIn(party: PartyFacts | null): Borrower | null {
  if (party?.kind !== 'seller' || party.uscc === null) return null;
  const { id, name, uscc, bankAccount } = party;
  return { id, name, uscc, bankAccount };
}
