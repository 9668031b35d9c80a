import { publicId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type EntryPosting, type LedgerEntry } from '../../../ledger/index.js';
import { forwardResultKey } from '../../domain/statements/ledger-keys.js';
import { type Forward } from '../../entities/forward.entity.js';
import { type ForwardMove } from '../../entities/forward-move.entity.js';

/** What a part that is undone gains the client, or costs it; null where it comes to nothing. */
export function resultEntry(move: ForwardMove, { orderId, partyId }: Forward): LedgerEntry | null {
  const { id, result, tradeDate } = move;
  if (result.isZero()) return null;
  return {
    kind: 'fx.forward-result',
    key: `fx.forward-result/${id}`,
    orderId,
    valueDate: tradeDate,
    memo: publicId('forwardMove', id),
    postings: [
      { account: { code: 'fx_result' }, amount: result },
      { account: { code: 'client_funds', partyId }, amount: result.negated() },
    ],
  };
}

/** The bank has settled, on the client's account in CNY: what it paid more than the client got is the platform's; null where it comes to nothing. */
export function bankResultEntry(
  { id }: ForwardMove,
  { orderId }: Forward,
  { result, valueDate }: { readonly result: Money; readonly valueDate: LocalDate },
  atBank: EntryPosting['account'],
): LedgerEntry | null {
  if (result.isZero()) return null;
  return {
    kind: 'fx.forward-settled',
    key: forwardResultKey(id),
    orderId,
    valueDate,
    memo: publicId('forwardMove', id),
    postings: [
      { account: atBank, amount: result },
      { account: { code: 'fx_result' }, amount: result.negated() },
    ],
  };
}
