import { publicId } from '../../kernel/ids.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { type Collection } from './collection.entity.js';

/** What of a receipt pays for one order. */
interface OrderReceipt {
  readonly collectionId: string;
  readonly bookedOn: LocalDate;
  readonly bankReference: string;
  readonly payerCountry: string | null;
  readonly amount: Money;
  readonly total: Money;
}

/** As others are told of one. */
interface ToldReceipt extends Omit<OrderReceipt, 'amount' | 'total'> {
  readonly amount: MoneyJson;
  readonly total: MoneyJson;
}

interface Row {
  readonly order_id: string;
  readonly id: string;
  readonly booked_on: LocalDate;
  readonly bank_reference: string;
  readonly payer_country: string | null;
  readonly paid_minor: string;
  readonly amount_minor: string;
  readonly currency: string;
}

const STANDING = `
  SELECT a.order_id, c.id, c.booked_on::text AS booked_on, c.bank_reference, c.payer_country,
         sum(a.amount_minor)::text AS paid_minor, c.amount_minor::text AS amount_minor, c.amount_currency AS currency
  FROM fx.allocation a
  JOIN fx.collection c ON c.tenant_id = a.tenant_id AND c.id = a.collection_id
  WHERE a.tenant_id = $1 AND a.order_id = ANY($2::uuid[]) AND a.undone_at IS NULL
  GROUP BY a.order_id, c.tenant_id, c.id ORDER BY c.booked_on, c.id`;

/** The single receipts that orders were paid by: those of before, and those that are being counted now. */
export class OrderReceipts {
  private constructor(private readonly byOrder: Map<string, Map<string, OrderReceipt>>) {}

  /** @param orderIds of those for which some money had come before */
  static async of(tx: Tx, orderIds: readonly string[]): Promise<OrderReceipts> {
    const receipts = new OrderReceipts(new Map());
    if (orderIds.length === 0) return receipts;
    for (const row of await tx.query<Row>(STANDING, [tx.tenantId, orderIds])) {
      receipts.put(row.order_id, {
        collectionId: row.id,
        bookedOn: row.booked_on,
        bankReference: row.bank_reference,
        payerCountry: row.payer_country,
        amount: Money.ofMinor(BigInt(row.paid_minor), row.currency),
        total: Money.ofMinor(BigInt(row.amount_minor), row.currency),
      });
    }
    return receipts;
  }

  /** So much of a collection pays for an order; two shares of one are one receipt. */
  add(orderId: string, { id, bookedOn, bankReference, payerCountry, amount: total }: Collection, share: Money): void {
    const before = this.byOrder.get(orderId)?.get(id);
    const amount = before === undefined ? share : before.amount.plus(share);
    this.put(orderId, { collectionId: id, bookedOn, bankReference, payerCountry, amount, total });
  }

  /** As others are told of them, the first first. */
  told(orderId: string): ToldReceipt[] {
    const receipts = [...(this.byOrder.get(orderId)?.values() ?? [])];
    return receipts
      .sort((left, right) => (left.bookedOn === right.bookedOn ? 0 : left.bookedOn < right.bookedOn ? -1 : 1))
      .map(({ collectionId, amount, total, ...plain }) => ({
        collectionId: publicId('collection', collectionId),
        ...plain,
        amount: amount.toJSON(),
        total: total.toJSON(),
      }));
  }

  private put(orderId: string, receipt: OrderReceipt): void {
    const receipts = this.byOrder.get(orderId) ?? new Map<string, OrderReceipt>();
    this.byOrder.set(orderId, receipts.set(receipt.collectionId, receipt));
  }
}
