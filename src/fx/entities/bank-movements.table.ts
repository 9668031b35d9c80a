import { type Tx, type View } from '../../platform/database/session.js';
import { type KnownMovement } from '../domain/bank-files/bank-file-outcome.js';
import { type BankEntry } from '../domain/bank-files/bank-message.js';
import { type Reversible } from '../domain/bank-files/find-reversed.js';

const KNOWN = `
  SELECT bank_reference AS "bankReference", part_of AS "partOf", entry_kind AS kind FROM fx.collection
  WHERE tenant_id = $1 AND account_id = $2
    AND (bank_reference = ANY($3::text[]) OR bank_reference = ANY($4::text[]) OR part_of = ANY($3::text[]))
  UNION ALL
  SELECT bank_reference, NULL, 'credit' FROM fx.payout_return
  WHERE tenant_id = $1 AND account_id = $2 AND (bank_reference = ANY($3::text[]) OR bank_reference = ANY($4::text[]))
  UNION ALL
  SELECT return_reference, NULL, 'credit' FROM fx.collection_refund
  WHERE tenant_id = $1 AND account_id = $2
    AND (return_reference = ANY($3::text[]) OR return_reference = ANY($4::text[]))`;
/** Each can be taken back once. */
const REVERSIBLE = `
  SELECT c.id, c.bank_reference AS "bankReference", c.end_to_end_id AS "endToEndId", c.uetr FROM fx.collection c
  WHERE c.tenant_id = $1 AND c.account_id = $2 AND c.entry_kind = $3 AND c.amount_minor = $4 AND c.booked_on <= $5
    AND NOT EXISTS (SELECT 1 FROM fx.collection r WHERE r.tenant_id = c.tenant_id AND r.reverses = c.id)
  ORDER BY c.id DESC LIMIT 100`;

/** What was told before of these movements of an account, in whichever message. */
export function knownMovements(view: View, accountId: string, entries: readonly BankEntry[]): Promise<KnownMovement[]> {
  const references = entries.map(({ bankReference }) => bankReference);
  const wholes = entries.flatMap(({ partOf }) => partOf ?? []);
  return view.query<KnownMovement>(KNOWN, [view.tenantId, accountId, references, wholes]);
}

/** What a reversal on an account may take back. */
export function reversible(
  tx: Tx,
  accountId: string,
  { amount, direction, bookedOn }: BankEntry,
): Promise<Reversible[]> {
  const kind = direction === 'debit' ? 'credit' : 'debit';
  return tx.query<Reversible>(REVERSIBLE, [tx.tenantId, accountId, kind, amount.minor.toString(), bookedOn]);
}
