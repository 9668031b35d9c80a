import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { type Preamble } from '../../platform/database/unit-of-work.js';
import { type PartyFacts } from '../domain/party.js';

const FACTS = `
  SELECT id, kind, reference, name, name_en AS "nameEn", country, address, uscc, customs_code AS "customsCode",
         enterprise_kind AS "enterpriseKind", bank_account AS "bankAccount", tax, aliases
  FROM parties.party`;

const BY_IDS = `${FACTS} WHERE tenant_id = $1 AND id = ANY($2::uuid[])`;

/** What other modules may ask about the tenant's parties. Stateless; each answer is one prepared statement. */
@Injectable()
export class Parties {
  /** The question that `byIds` asks, for a unit of work to send before it starts; its rows are PartyFacts. */
  question(tenantId: string, ids: readonly string[]): Preamble {
    return { sql: BY_IDS, values: [tenantId, ids] };
  }

  /** Those of the ids that exist, by id. */
  async byIds(view: View, ids: readonly string[]): Promise<ReadonlyMap<string, PartyFacts>> {
    const rows = await view.query<PartyFacts>(BY_IDS, [view.tenantId, ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async find(view: View, id: string): Promise<PartyFacts | null> {
    return (await this.byIds(view, [id])).get(id) ?? null;
  }
}
