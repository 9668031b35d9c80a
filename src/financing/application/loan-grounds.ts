import { Injectable } from '@nestjs/common';

import { type OrderSnapshot, type SellerSnapshot } from '../../contracts/order-snapshot.js';
import { OrderBook } from '../../orders/index.js';
import { Parties, type PartyFacts } from '../../parties/index.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/financing.sentences.js';
import { SAY_STOCK } from '../domain/stock/stock.sentences.js';
import { type LoanSubject } from '../domain/subject.js';
import { type CalledMargin, marginsOf } from '../entities/called-margin.table.js';
import { WarehouseReceipt } from '../entities/warehouse-receipt.entity.js';
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
  /** Null of what is lent on no goods in pledge. */
  readonly receipt: WarehouseReceipt | null;
  /** What was called of the forward whose margin is lent; of others none. */
  readonly margins: readonly CalledMargin[];
}

const NOTHING = { order: null, facts: null, receipt: null, margins: [] } as const;

const IN_TURN = `SELECT pg_advisory_xact_lock(hashtextextended('financing/seller/' || $1 || '/' || $2, 0))`;

/** What loans are lent on: an order, a seller, goods in pledge, or the margin of a forward. */
@Injectable()
export class LoanGrounds {
  constructor(
    private readonly orders: OrderBook,
    private readonly parties: Parties,
  ) {}

  /** Held until the transaction ends: whatever else concerns loans on it waits its turn. @throws ResourceNotFoundError */
  async hold(tx: Tx, subject: LoanSubject, learnt: NewFacts = {}): Promise<LoanGround> {
    if (subject.kind !== 'order') {
      await passTurnstile(tx, subject);
      return this.see(tx, subject);
    }
    const order = await this.orders.snapshot(tx, subject.id);
    return { ...NOTHING, subject, order, seller: order.seller, facts: await learn(tx, subject.id, learnt) };
  }

  /** @throws ResourceNotFoundError */
  async see(view: View, subject: LoanSubject): Promise<LoanGround> {
    const { kind, id } = subject;
    if (kind === 'seller') return { ...NOTHING, subject, seller: await this.borrower(view, id) };
    if (kind === 'warehouse_receipt') return this.ofReceipt(view, subject);
    if (kind === 'forward') return this.ofForward(view, subject);
    const order = await this.orders.snapshot(view, id);
    const facts = (await readFacts(view, id)) ?? noFacts(id);
    return { ...NOTHING, subject, order, seller: order.seller, facts };
  }

  private async ofReceipt(view: View, subject: LoanSubject): Promise<LoanGround> {
    const receipt = await view.find(WarehouseReceipt, subject.id);
    if (receipt === null) throw new ResourceNotFoundError(SAY_STOCK.no_such_receipt);
    return { ...NOTHING, subject, receipt, seller: await this.borrower(view, receipt.sellerId) };
  }

  private async ofForward(view: View, subject: LoanSubject): Promise<LoanGround> {
    const margins = await marginsOf(view, subject.id);
    const [first] = margins;
    if (first === undefined) throw new ResourceNotFoundError(SAY_STOCK.no_such_margin);
    return { ...NOTHING, subject, margins, seller: await this.borrower(view, first.sellerId) };
  }

  private async borrower(view: View, sellerId: string): Promise<Borrower> {
    const seller = borrowerIn(await this.parties.find(view, sellerId));
    if (seller === null) throw new ResourceNotFoundError(SAY.no_such_seller);
    return seller;
  }
}

/** Passed before anything of a loan is held: what comes for the same order, line, goods or forward waits here. */
export async function passTurnstile(tx: Tx, { kind, id }: LoanSubject): Promise<void> {
  if (kind === 'order') await learn(tx, id, {});
  else if (kind === 'warehouse_receipt') await tx.lock(WarehouseReceipt, id);
  else await tx.query(IN_TURN, [tx.tenantId, id]);
}

/** Null of who is no seller. */
function borrowerIn(party: PartyFacts | null): Borrower | null {
  if (party?.kind !== 'seller' || party.uscc === null) return null;
  const { id, name, uscc, bankAccount } = party;
  return { id, name, uscc, bankAccount };
}
