import { type PaymentReport } from './payment-report.js';

/**
 * One report for each payment of a batch that the bank speaks of. What it says of a transaction counts before what it says of the
 * whole; `PART` says nothing of those that are not named: they are awaited.
 *
 * @param endToEndIds of the batch's payments, in its order
 * @returns null where it names a payment that is not in the batch
 */
export function reportsOfBatch(report: PaymentReport, endToEndIds: readonly string[]): PaymentReport[] | null {
  const { status, groupStatus = status, reasonCode, reason, transactions = [] } = report;
  const named = new Map(transactions.map((each) => [each.endToEndId, each]));
  if ([...named.keys()].some((id) => !endToEndIds.includes(id))) return null;
  return endToEndIds.flatMap((messageId): PaymentReport[] => {
    const own = named.get(messageId);
    if (own !== undefined) {
      const { status: ofOne, reasonCode: code, reason: words, bankReference } = own;
      return [{ messageId, status: ofOne, reasonCode: code, reason: words, bankReference }];
    }
    if (groupStatus === 'PART' || groupStatus === null) return [];
    return [{ messageId, status: groupStatus, reasonCode, reason, bankReference: null }];
  });
}
