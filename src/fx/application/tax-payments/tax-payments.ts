import { Injectable } from '@nestjs/common';

import { type ReceivedEvent } from '../../../contracts/events.js';
import { newId, parseId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { asLine } from '../../domain/payouts/payment-order.js';
import { PAYOUT } from '../../domain/payouts/payout-status.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { TaxPayment } from '../../entities/tax-payment.entity.js';
import { CollectionAccounts } from '../collections/collection-accounts.js';
import { TaxPaymentOrders } from './tax-payment-orders.js';

const NAME_MAX = 140;
const REMITTANCE_MAX = 140;

export interface TaxPaymentFilter {
  readonly state?: string | undefined;
  readonly partyId?: string | undefined;
  readonly billId?: string | undefined;
}

/** Taxes of imports: somewhere to pay from, and one payment for each bill. */
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

  /** A bill is to be paid: for the first time, or again after a no. While an order may be carried out there is no other. */
  async order(tx: Tx, { resourceId, data }: ReceivedEvent<'customs.tax_bill.payment_ordered'>): Promise<void> {
    const partyId = parseId('party', data.payerId);
    await this.accounts.ensure(tx, [{ partyId, currency: HOME, ownerName: data.payerName }]);
    const remittance = asLine(data.remittance, REMITTANCE_MAX);
    const known = await this.ofBill(tx, resourceId);
    if (known !== null) {
      if (!PAYOUT.allows(known.state, 'retry') || known.isAwaited) return;
      known.word(remittance);
      await this.orders.order(tx, known);
      await tx.store(TaxPayment, known);
      return;
    }
    const { payee } = data;
    const payment = TaxPayment.of({
      ...{ tenantId: tx.tenantId, id: newId(), billId: resourceId, partyId, remittance },
      amount: Money.fromJSON(data.amount),
      creditor: { name: asLine(payee.name, NAME_MAX), accountNumber: payee.accountNumber, cnaps: payee.cnaps },
      now: tx.now,
    });
    await this.orders.order(tx, payment);
    await tx.insert(TaxPayment, payment);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<TaxPayment> {
    const payment = await view.find(TaxPayment, id);
    if (payment === null) throw new ResourceNotFoundError(SAY.no_such_tax_payment);
    return payment;
  }

  list(view: View, query: PageQuery, { state, partyId, billId }: TaxPaymentFilter): Promise<Page<TaxPayment>> {
    const conditions = [...among('state', state), ...equal('party_id', partyId), ...equal('bill_id', billId)];
    return entityPage(view, TaxPayment, { table: 'fx.tax_payment', query, conditions });
  }

  private ofBill(tx: Tx, billId: string): Promise<TaxPayment | null> {
    return tx.manager.findOne(TaxPayment, {
      where: { tenantId: tx.tenantId, billId },
      lock: { mode: 'for_no_key_update' },
    });
  }
}
