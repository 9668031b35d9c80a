import { publicId } from '../../../kernel/ids.js';
import { type Money } from '../../../kernel/money.js';
import { type Reason } from '../../../kernel/sentence.js';
import { type Tx } from '../../../platform/database/session.js';
import { audit, publish } from '../../../platform/outbox/outbox.js';
import { type ReceiptStanding } from '../../domain/stock/receipt-value.js';
import { type WarehouseReceipt } from '../../entities/warehouse-receipt.entity.js';

/** What is told of pledged receipts: to whoever hears events, and to the audit. */
const about = ({ id }: WarehouseReceipt, ...changed: string[]) =>
  ({ resource: { type: 'warehouseReceipt', id }, changed }) as const;

export function announcePledged(tx: Tx, receipt: WarehouseReceipt, { value, cover }: ReceiptStanding): void {
  const { id, sellerId, number, issuer, quantity, unit } = receipt;
  publish(tx, {
    ...{ type: 'financing.warehouse_receipt.pledged', resource: { type: 'warehouseReceipt', id }, creates: true },
    data: {
      ...{ sellerId: publicId('party', sellerId), number, issuer, quantity: quantity.toFixed(), unit },
      ...{ value: value.toJSON(), cover: cover.toJSON() },
    },
  });
  note(tx, receipt, 'pledge', null, { number, issuer });
}

export function announceRegistered(tx: Tx, receipt: WarehouseReceipt, registrationNumber: string): void {
  const data = { number: receipt.number, registrationNumber };
  publish(tx, { type: 'financing.warehouse_receipt.registered', ...about(receipt, 'registration'), data });
  note(tx, receipt, 'register', receipt.state, { registrationNumber });
}

export function announceRevalued(
  tx: Tx,
  receipt: WarehouseReceipt,
  { value, cover }: ReceiptStanding,
  source: string,
): void {
  const { number, valuedOn } = receipt;
  const figures = { value: value.toJSON(), cover: cover.toJSON() };
  publish(tx, {
    ...{ type: 'financing.warehouse_receipt.revalued', ...about(receipt, 'value') },
    data: { number, valuedOn, source, ...figures },
  });
  note(tx, receipt, 'revalue', receipt.state, { valuedOn, source, ...figures });
}

export function announceTopUp(
  tx: Tx,
  receipt: WarehouseReceipt,
  { owed, cover, shortfall }: Readonly<Record<'owed' | 'cover' | 'shortfall', Money>>,
): void {
  publish(tx, {
    ...{ type: 'financing.warehouse_receipt.top_up_due', ...about(receipt, 'shortfall') },
    data: { number: receipt.number, owed: owed.toJSON(), cover: cover.toJSON(), shortfall: shortfall.toJSON() },
  });
}

export function announceReleased(tx: Tx, receipt: WarehouseReceipt, quantity: string, value: Money): void {
  const { number, unit, leftQuantity, state } = receipt;
  const news = about(receipt, 'state', 'leftQuantity');
  if (state === 'released') {
    publish(tx, { type: 'financing.warehouse_receipt.released', ...news, data: { number, quantity, unit } });
    return;
  }
  const data = { number, quantity, unit, left: leftQuantity.toFixed(), value: value.toJSON() };
  publish(tx, { type: 'financing.warehouse_receipt.part_released', ...news, data });
}

export function announceCancelled(
  tx: Tx,
  receipt: WarehouseReceipt,
  how: 'withdrawn' | 'refused',
  { reason, causes }: Reason,
): void {
  const data = { number: receipt.number, reason, ...(causes === undefined ? {} : { causes }) };
  publish(tx, { type: `financing.warehouse_receipt.${how}`, ...about(receipt, 'state'), data });
}

export function note(
  tx: Tx,
  { id, state }: WarehouseReceipt,
  verb: string,
  from: string | null,
  details: Readonly<Record<string, unknown>> = {},
): void {
  const action = `financing.warehouse_receipt.${verb}`;
  audit(tx, { action, resourceType: 'warehouseReceipt', resourceId: id, from, to: state, details });
}
