import { Injectable } from '@nestjs/common';

import { InputCheck } from '../../../kernel/input-check.js';
import { newId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { moveUnderMandate } from '../../../platform/auth/mandates/mandate-limits.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, type DatedPageQuery, equal, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { NotBookedError } from '../../domain/collections/collection.errors.js';
import { COLLECTION } from '../../domain/collections/collection-status.js';
import { SAY as FX } from '../../domain/fx.sentences.js';
import { asLine, creditorFaults, type PaymentCreditor } from '../../domain/payouts/payment-order.js';
import { type RefundReason } from '../../domain/refunds/refund-status.js';
import { NothingToRefundError, PayerAccountUnknownError } from '../../domain/refunds/refund.errors.js';
import { SAY } from '../../domain/refunds/refund.sentences.js';
import { BopDeclaration } from '../../entities/bop-declaration.entity.js';
import { CollectionRefund } from '../../entities/collection-refund.entity.js';
import { Collection } from '../../entities/collection.entity.js';
import { lockAccount } from '../collections/collection-rows.js';
import { PayerAccounts } from './payer-accounts.js';
import { RefundMoney } from './refund-money.js';
import { announceRequested, noteRefund } from './refund-news.js';
import { RefundOrders } from './refund-orders.js';

export interface RefundWish {
  /** As much as is left, where it is left out. */
  readonly amount?: Money | undefined;
  readonly reasonCode: RefundReason;
  readonly note?: string | undefined;
}

export interface RefundFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly collectionId?: string | undefined;
}

const NAME_MAX = 140;
const REMITTANCE_MAX = 140;

/** Money of buyers that goes back to the account that it came from (原路退回): as long as it pays for nothing. */
@Injectable()
export class CollectionRefunds {
  constructor(
    private readonly payers: PayerAccounts,
    private readonly money: RefundMoney,
    private readonly orders: RefundOrders,
  ) {}

  /**
   * Sets it aside and orders it from the bank, or asks a second person. From this moment it can pay for nothing else.
   * @throws ResourceNotFoundError, StaleVersionError, IllegalTransitionError, NotBookedError, InvalidInputError
   * @throws PayerAccountUnknownError, NothingToRefundError, InsufficientFundsError, MandateLimitError
   */
  async request(tx: Tx, collectionId: string, wish: RefundWish): Promise<CollectionRefund> {
    const collection = await this.lock(tx, collectionId);
    const amount = amountOf(collection, wish.amount);
    const { creditor, box } = this.payeeOf(collection, amount);
    await moveUnderMandate(tx, amount);
    const id = newId();
    const { accountId, partyId, bankReference } = collection;
    collection.sendBack(amount, tx.now);
    await tx.store(Collection, collection);
    const refund = CollectionRefund.of({
      ...{ tenantId: tx.tenantId, id, collectionId, accountId, partyId, amount },
      ...(await this.money.setAside(tx, collection, { refundId: id, amount })),
      ...{ reasonCode: wish.reasonCode, note: wish.note ?? null },
      ...{ payeeName: creditor.name, payeeBox: box, payeeEnding: creditor.accountNumber.slice(-4) },
      remittance: remittanceOf(bankReference, wish.reasonCode),
      bopDeclarationId: await declaredAs(tx, collectionId),
      now: tx.now,
    });
    await this.orders.order(tx, refund);
    await tx.insert(CollectionRefund, refund);
    announceRequested(tx, refund);
    noteRefund(tx, 'requested', refund, null);
    return refund;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<CollectionRefund> {
    const refund = await view.find(CollectionRefund, id);
    if (refund === null) throw new ResourceNotFoundError(SAY.no_such_refund);
    return refund;
  }

  list(view: View, query: DatedPageQuery, filter: RefundFilter): Promise<Page<CollectionRefund>> {
    const { state, partyId, collectionId } = filter;
    const conditions = [
      ...among('state', state),
      ...equal('party_id', partyId),
      ...equal('collection_id', collectionId),
    ];
    return entityPage(view, CollectionRefund, { table: 'fx.collection_refund', query, conditions });
  }

  /** Where it goes, for the order to the bank. */
  creditorOf({ payeeName, payeeBox }: CollectionRefund): PaymentCreditor {
    return creditorOf(payeeName, this.payers, payeeBox);
  }

  private async lock(tx: Tx, id: string): Promise<Collection> {
    const found = await tx.find(Collection, id);
    if (found !== null) await lockAccount(tx, { id: found.accountId });
    const collection = await tx.lock(Collection, id);
    if (collection === null) throw new ResourceNotFoundError(FX.no_such_collection);
    tx.assertFresh(collection);
    if (collection.entryKind !== 'credit') throw new NotBookedError(FX.not_booked);
    if (collection.state === 'matched') throw new NothingToRefundError(SAY.nothing_left);
    COLLECTION.next(collection.state, collection.state === 'partly_matched' ? 'refund_surplus' : 'refund');
    return collection;
  }

  /** @throws PayerAccountUnknownError where no message to the bank can be made of what is known */
  private payeeOf(
    { payerName, payerBox }: Collection,
    amount: Money,
  ): { readonly creditor: PaymentCreditor; readonly box: Buffer } {
    if (payerName === null || payerBox === null) throw new PayerAccountUnknownError(SAY.payer_account_unknown);
    const creditor = creditorOf(asLine(payerName, NAME_MAX), this.payers, payerBox);
    if (creditorFaults({ amount, remittance: 'REFUND' }, creditor).length > 0) {
      throw new PayerAccountUnknownError(SAY.payer_account_unknown);
    }
    return { creditor, box: payerBox };
  }
}

function creditorOf(name: string, payers: PayerAccounts, box: Buffer): PaymentCreditor {
  const { number: accountNumber, isIban, bic, cnaps } = payers.open(box);
  return { name, accountNumber, isIban, bic, cnaps };
}

/** @throws NothingToRefundError, InvalidInputError where it is of another currency, or more than is left */
function amountOf({ surplus: left }: Collection, wanted: Money | undefined): Money {
  if (left.isZero()) throw new NothingToRefundError(SAY.nothing_left);
  if (wanted === undefined) return left;
  const check = new InputCheck();
  const isCurrency = wanted.currency === left.currency;
  check.that(isCurrency, '/amount/currency', 'currency', SAY.in_currency({ currency: left.currency }));
  if (isCurrency) {
    check.that(wanted.minor > 0n, '/amount', 'not_positive', SAY.above_zero);
    check.that(!wanted.isMoreThan(left), '/amount', 'too_much', SAY.no_more_than({ left: left.toString() }));
  }
  check.done();
  return wanted;
}

/** In letters and digits that every system on the way carries. */
function remittanceOf(bankReference: string, reason: RefundReason): string {
  const words = `REFUND ${bankReference} ${reason.replaceAll('_', ' ').toUpperCase()}`;
  return asLine(words.replace(/[^\x20-\x7e]/g, ' '), REMITTANCE_MAX);
}

/** What the bank has of the receipt, or is given: a draft can still be changed before it is told. */
async function declaredAs(tx: Tx, collectionId: string): Promise<string | null> {
  const declaration = await tx.manager.findOneBy(BopDeclaration, { tenantId: tx.tenantId, collectionId });
  if (declaration === null) return null;
  const isTold = declaration.wasAccepted || ['submitted', 'accepted'].includes(declaration.state);
  return isTold ? declaration.id : null;
}
