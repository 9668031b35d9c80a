import { Injectable } from '@nestjs/common';

import { type ReceivedEvent } from '../../../contracts/events.js';
import { newId, parseId } from '../../../kernel/ids.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { asLine } from '../../domain/payouts/payment-order.js';
import { PAYOUT } from '../../domain/payouts/payout-status.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { type TaxPaymentCause } from '../../domain/payouts/tax-payment-kind.js';
import { type Creditor } from '../../entities/payout.entity.js';
import { TaxPayment } from '../../entities/tax-payment.entity.js';
import { CollectionAccounts } from '../collections/collection-accounts.js';
import { TaxPaymentOrders } from './tax-payment-orders.js';

const NAME_MAX = 140;
const REMITTANCE_MAX = 140;

/** What an authority is to be paid, by whom, and where. */
interface Wanted {
  readonly payerId: string;
  readonly payerName: string;
  readonly payee: Creditor;
  readonly amount: MoneyJson;
  readonly remittance: string;
}

export interface TaxPaymentFilter {
  readonly kind: TaxPaymentCause['kind'];
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly billId?: string | undefined;
  readonly claimId?: string | undefined;
}

/** Money for the treasury: somewhere to pay from, and one payment for each bill of customs and each recovery of a refund. */
@Injectable()
export class TaxPayments {
  constructor(
    private readonly accounts: CollectionAccounts,
    private readonly orders: TaxPaymentOrders,
  ) {}

  /** Whoever owes taxes needs an account in CNY, to pay in and to be paid from. */
  async owed(tx: Tx, { data }: ReceivedEvent<'customs.tax_bill.issued'>): Promise<void> {
    await this.accounts.ensure(tx, [
      { partyId: parseId('party', data.payerId), currency: HOME, ownerName: data.payerName },
    ]);
  }

  /** A bill is to be paid: for the first time, or again after a no. */
  async order(tx: Tx, { resourceId, data }: ReceivedEvent<'customs.tax_bill.payment_ordered'>): Promise<void> {
    await this.pay(tx, { kind: 'customs_tax', billId: resourceId }, data);
  }

  /** The tax bureau is to have back what it refunded. */
  async giveBack(
    tx: Tx,
    { resourceId, data }: ReceivedEvent<'tax_refund.claim.clawback_payment_ordered'>,
  ): Promise<void> {
    const { number: clawbackNumber, letter } = data;
    await this.pay(tx, { kind: 'refund_clawback', claimId: resourceId, clawbackNumber, letter }, data);
  }

  /** While an order may be carried out there is no other. */
  private async pay(tx: Tx, cause: TaxPaymentCause, wanted: Wanted): Promise<void> {
    const partyId = parseId('party', wanted.payerId);
    await this.accounts.ensure(tx, [{ partyId, currency: HOME, ownerName: wanted.payerName }]);
    const remittance = asLine(wanted.remittance, REMITTANCE_MAX);
    const { name, accountNumber, cnaps } = wanted.payee;
    const creditor = { name: asLine(name, NAME_MAX), accountNumber, cnaps };
    const known = await this.of(tx, cause);
    if (known !== null) {
      if (!PAYOUT.allows(known.state, 'retry') || known.isAwaited) return;
      known.word(remittance, creditor);
      await this.orders.order(tx, known);
      await tx.store(TaxPayment, known);
      return;
    }
    const payment = TaxPayment.of({
      ...{ tenantId: tx.tenantId, id: newId(), cause, partyId, remittance, creditor },
      amount: Money.fromJSON(wanted.amount),
      now: tx.now,
    });
    await this.orders.order(tx, payment);
    await tx.insert(TaxPayment, payment);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string, kind?: TaxPaymentCause['kind']): Promise<TaxPayment> {
    const payment = await view.find(TaxPayment, id);
    if (payment === null || (kind !== undefined && payment.kind !== kind))
      throw new ResourceNotFoundError(SAY.no_such_tax_payment);
    return payment;
  }

  /** Of one kind, newest first. */
  list(view: View, query: PageQuery, filter: TaxPaymentFilter): Promise<Page<TaxPayment>> {
    const { kind, state, partyId, billId, claimId } = filter;
    const conditions = [
      ...equal('kind', kind),
      ...among('state', state),
      ...equal('party_id', partyId),
      ...equal('bill_id', billId),
      ...equal('claim_id', claimId),
    ];
    return entityPage(view, TaxPayment, { table: 'fx.tax_payment', query, conditions });
  }

  private of(tx: Tx, cause: TaxPaymentCause): Promise<TaxPayment | null> {
    const { tenantId } = tx;
    const what =
      cause.kind === 'customs_tax'
        ? { billId: cause.billId }
        : { claimId: cause.claimId, clawbackNumber: cause.clawbackNumber };
    return tx.manager.findOne(TaxPayment, { where: { tenantId, ...what }, lock: { mode: 'for_no_key_update' } });
  }
}
