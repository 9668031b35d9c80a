import { type Currency } from '../../kernel/currency.js';
import { type View } from '../../platform/database/session.js';

const ACCOUNTS = `
  SELECT id, currency, account_number AS "accountNumber" FROM fx.collection_account
  WHERE tenant_id = $1 AND party_id = $2 AND currency = ANY($3::text[])`;

export interface NamedAccount {
  readonly id: string;
  readonly currency: string;
  /** Null until the bank has opened it. */
  readonly accountNumber: string | null;
}

/** A client's accounts at the bank in these currencies, for postings and orders that name them. */
export async function bankAccountsOf(
  view: View,
  partyId: string,
  currencies: readonly Currency[],
): Promise<ReadonlyMap<string, NamedAccount>> {
  const rows = await view.query<NamedAccount>(ACCOUNTS, [view.tenantId, partyId, currencies]);
  return new Map(rows.map((row) => [row.currency, row]));
}

/** Money at the bank, in the client's account there; the account is named where there is one. */
export async function atBank(
  view: View,
  partyId: string,
  currency: Currency,
): Promise<{ readonly code: 'clearing_bank'; readonly subAccountId: string | null }> {
  const accounts = await bankAccountsOf(view, partyId, [currency]);
  return { code: 'clearing_bank', subAccountId: accounts.get(currency)?.id ?? null };
}
