import { type Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { type Conversion } from '../../entities/conversion.entity.js';

/** What was bought for a later day is the client's in the books, and not to be had before the bank has delivered. */
export async function holdBought(tx: Tx, ledger: Ledger, conversion: Conversion): Promise<void> {
  if (conversion.tenor === null) return;
  const { partyId, orderId, bought } = conversion;
  await ledger.hold(tx, {
    key: groupOf(conversion),
    account: { code: 'client_funds', partyId },
    amount: bought,
    orderId,
    group: groupOf(conversion),
  });
}

export async function freeBought(tx: Tx, ledger: Ledger, conversion: Conversion, reason: string): Promise<void> {
  if (conversion.tenor !== null) await ledger.voidHold(tx, { group: groupOf(conversion) }, { reason });
}

/** Of one booking: one that is changed is booked anew. */
function groupOf({ id, transferId }: Conversion): string {
  return `fx.conversion/${id}/${transferId ?? ''}`;
}
