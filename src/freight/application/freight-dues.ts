import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type EntryPosting, type Ledger } from '../../ledger/index.js';
import { type Tx } from '../../platform/database/session.js';
import { type Booking } from '../entities/booking.entity.js';

/** From the confirmation on the seller owes the freight, and the platform owes the carrier. */
export async function oweFreight(ledger: Ledger, tx: Tx, booking: Booking): Promise<void> {
  const amounts = booking.charges.map((charge) => Money.fromJSON(charge)).filter((amount) => !amount.isZero());
  if (amounts.length === 0) return;
  const postings = amounts.flatMap((amount): EntryPosting[] => [
    { account: { code: 'client_dues', partyId: booking.partyId }, amount },
    { account: { code: 'clearing_carrier' }, amount: amount.negated() },
  ]);
  const transferId = await ledger.post(tx, {
    kind: 'freight.booked',
    key: `freight/${booking.id}/owed`,
    orderId: booking.orderId,
    valueDate: dateInZone(tx.now, CHINA),
    memo: `Freight of booking ${booking.carrierBookingReference ?? ''}`,
    postings,
  });
  booking.noteFreightOwed(transferId);
}

/** The goods do not go by this booking: its freight is owed no more. */
export async function releaseFreight(
  ledger: Ledger,
  tx: Tx,
  booking: Booking,
  command: 'cancel' | 'decline',
): Promise<void> {
  if (booking.ledgerTransferId === null) return;
  const reason = command === 'cancel' ? 'The booking was cancelled' : 'The carrier declined the booking';
  await ledger.reverse(tx, booking.ledgerTransferId, { key: `freight/${booking.id}/released`, reason });
}
