import { Injectable } from '@nestjs/common';

import { type KeptAccount, openAccount } from '../../platform/database/sealed-fields.js';
import { type View } from '../../platform/database/session.js';
import { type Preamble } from '../../platform/database/unit-of-work.js';
import { type BankAccount, type PartyFacts } from '../domain/party.js';

const FACTS = `
  SELECT id, kind, reference, name, name_en AS "nameEn", country, address, uscc, customs_code AS "customsCode",
         enterprise_kind AS "enterpriseKind", bank_account AS "bankAccount", tax, aliases
  FROM parties.party`;

const BY_IDS = `${FACTS} WHERE tenant_id = $1 AND id = ANY($2::uuid[])`;

/** A party as its row is kept: the number of its account is sealed. */
export type KeptParty = Omit<PartyFacts, 'bankAccount'> & { readonly bankAccount: KeptAccount<BankAccount> | null };

/** What other modules may ask about the tenant's parties. Stateless; each answer is one prepared statement. */
@Injectable()
export class Parties {
  /** The question that `byIds` asks, for a unit of work to send before it starts; its rows are KeptParty. */
  question(tenantId: string, ids: readonly string[]): Preamble {
    return { sql: BY_IDS, values: [tenantId, ids] };
  }

  /** Those of the ids that exist, by id. */
  async byIds(view: View, ids: readonly string[]): Promise<ReadonlyMap<string, PartyFacts>> {
    const rows = await view.query<KeptParty>(BY_IDS, [view.tenantId, ids]);
    return new Map(rows.map(({ bankAccount, ...rest }) => [rest.id, { ...rest, bankAccount: opened(bankAccount) }]));
  }

  async find(view: View, id: string): Promise<PartyFacts | null> {
    return (await this.byIds(view, [id])).get(id) ?? null;
  }
}

function opened(account: KeptAccount<BankAccount> | null): BankAccount | null {
  return account === null ? null : openAccount(account);
}
