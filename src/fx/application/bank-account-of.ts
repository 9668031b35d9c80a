import { type Currency } from '../../kernel/currency.js';
import { openField, type SealedText } from '../../platform/database/sealed-fields.js';
import { type View } from '../../platform/database/session.js';

const ACCOUNTS = `
  SELECT id, currency, account_number AS "keptNumber" FROM fx.collection_account
  WHERE tenant_id = $1 AND party_id = $2 AND currency = ANY($3::text[])`;

interface AccountRow {
  readonly id: string;
  readonly currency: string;
  readonly keptNumber: SealedText | null;
}

export class NamedAccount {
  readonly id: string;
  readonly currency: string;
  private readonly keptNumber: SealedText | null;

  constructor({ id, currency, keptNumber }: AccountRow) {
    this.id = id;
    this.currency = currency;
    this.keptNumber = keptNumber;
  }

  /** Null until the bank has opened it. Postings name the account by its id and never ask. */
  get accountNumber(): string | null {
    return this.keptNumber === null ? null : openField(this.keptNumber);
  }
}

/** A client's accounts at the bank in these currencies, for postings and orders that name them. */
export async function bankAccountsOf(
  view: View,
  partyId: string,
  currencies: readonly Currency[],
): Promise<ReadonlyMap<string, NamedAccount>> {
  const rows = await view.query<AccountRow>(ACCOUNTS, [view.tenantId, partyId, currencies]);
  return new Map(rows.map((row) => [row.currency, new NamedAccount(row)]));
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
