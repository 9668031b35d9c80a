import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type EntryPosting, type Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { COVER_CURRENCY } from '../../domain/insurance/cover-terms.js';
import { type ShipmentDeclaration } from '../../entities/shipment-declaration.entity.js';

/** Once the insurer has accepted the shipment the seller owes the premium, and the platform owes the insurer. */
export async function owePremium(ledger: Ledger, tx: Tx, declaration: ShipmentDeclaration): Promise<void> {
  const { id, orderId, sellerId: partyId, premium } = declaration;
  if (premium.isZero()) return;
  await ledger.post(tx, {
    ...{ kind: 'financing.premium', key: `financing.premium:${id}`, orderId, valueDate: dateInZone(tx.now, CHINA) },
    memo: `Premium of shipment ${declaration.declarationNumber ?? ''}`,
    postings: [
      { account: { code: 'client_dues', partyId }, amount: premium },
      { account: { code: 'clearing_insurer' }, amount: premium.negated() },
    ],
  });
}

/**
 * The premium goes to the insurer. What receipts of the order have not settled of it yet is taken from the seller's money.
 * @throws InsufficientFundsError
 */
export async function bookPremiumPaid(ledger: Ledger, tx: Tx, declaration: ShipmentDeclaration): Promise<void> {
  const { id, orderId, sellerId: partyId, premium } = declaration;
  if (premium.isZero()) return;
  const { posted } = await ledger.balance(tx, { code: 'client_dues', partyId, currency: COVER_CURRENCY, orderId });
  const due = Money.max(Money.zero(COVER_CURRENCY), Money.min(premium, posted));
  const ofSeller: EntryPosting[] = [
    { account: { code: 'client_funds', partyId }, amount: due },
    { account: { code: 'client_dues', partyId }, amount: due.negated() },
  ];
  await ledger.post(tx, {
    ...{ kind: 'financing.premium_paid', key: `financing.premium_paid:${id}`, orderId },
    ...{
      valueDate: dateInZone(tx.now, CHINA),
      memo: `Premium of shipment ${declaration.declarationNumber ?? ''} paid`,
    },
    postings: [
      ...(due.isZero() ? [] : ofSeller),
      { account: { code: 'clearing_insurer' }, amount: premium },
      { account: { code: 'clearing_bank' }, amount: premium.negated() },
    ],
  });
}

/** Money of the insurer's is with us for the seller: an indemnity, or the seller's part of what was recovered. */
export async function bookReceived(
  ledger: Ledger,
  tx: Tx,
  received: {
    readonly kind: 'indemnity' | 'recovery';
    readonly id: string;
    readonly orderId: string;
    readonly sellerId: string;
    readonly amount: Money;
    readonly valueDate: LocalDate;
    readonly bankReference: string;
  },
): Promise<void> {
  const { kind, id, orderId, sellerId: partyId, amount, valueDate, bankReference } = received;
  await ledger.post(tx, {
    ...{ kind: `financing.${kind}`, key: `financing.${kind}:${id}`, orderId, valueDate },
    memo: `Paid by the insurer under ${bankReference}`,
    postings: [
      { account: { code: 'clearing_bank' }, amount },
      { account: { code: 'client_funds', partyId }, amount: amount.negated() },
    ],
  });
}
