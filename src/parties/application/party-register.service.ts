import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { type KeptAccount, openAccount } from '../../platform/database/sealed-fields.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { among, equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { SAY } from '../domain/parties.sentences.js';
import { PartyReferenceTakenError } from '../domain/party.errors.js';
import { type BankAccount, type PartyTerms } from '../domain/party.js';
import { Party } from '../entities/party.entity.js';

/** What a list of parties may be narrowed by. */
export interface PartyFilter {
  readonly kind?: string | undefined;
  readonly reference?: string | undefined;
  readonly uscc?: string | undefined;
  readonly country?: string | undefined;
}

type Row = Omit<Party, 'tenantId' | 'amend'>;
type KeptRow = Omit<Row, 'bankAccount'> & { readonly bankAccount: KeptAccount<BankAccount> | null };

const COLUMNS = `
  id, kind, reference, name, name_en AS "nameEn", country, address, uscc, customs_code AS "customsCode",
  enterprise_kind AS "enterpriseKind", bank_account AS "bankAccount", tax, aliases, warnings, version,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Enters parties and keeps them up to date. */
@Injectable()
export class PartyRegister {
  /** @throws InvalidInputError, PartyReferenceTakenError */
  async enter(tx: Tx, terms: PartyTerms): Promise<Party> {
    const party = Party.enter({ tenantId: tx.tenantId, id: newId(), now: tx.now }, terms);
    await unlessTaken(tx.insert(Party, party), terms.reference);
    audit(tx, { action: 'parties.enter', resourceType: 'party', resourceId: party.id });
    return party;
  }

  /** Orders that are placed already see the change the next time a service looks. @throws as `enter`, StaleVersionError */
  async amend(tx: Tx, id: string, change: Partial<Omit<PartyTerms, 'kind'>>): Promise<Party> {
    const party = await tx.lock(Party, id);
    if (party === null) throw new ResourceNotFoundError(SAY.no_such_party);
    tx.assertFresh(party);
    party.amend(change, tx.now);
    await unlessTaken(tx.store(Party, party), party.reference);
    audit(tx, {
      action: 'parties.amend',
      resourceType: 'party',
      resourceId: id,
      details: { fields: Object.keys(change) },
    });
    return party;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<Party> {
    const party = await view.find(Party, id);
    if (party === null) throw new ResourceNotFoundError(SAY.no_such_party);
    return party;
  }

  async list(view: View, query: PageQuery, filter: PartyFilter): Promise<Page<Row>> {
    const conditions = [
      ...among('kind', filter.kind),
      ...equal('reference', filter.reference),
      ...equal('uscc', filter.uscc),
      ...equal('country', filter.country),
    ];
    const found = await page<KeptRow>(view, { table: 'parties.party', columns: COLUMNS, query, conditions });
    return { ...found, data: found.data.map(opened) };
  }
}

function opened({ bankAccount, ...rest }: KeptRow): Row {
  return { ...rest, bankAccount: bankAccount === null ? null : openAccount(bankAccount) };
}

async function unlessTaken(write: Promise<void>, reference: string): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!violates(error, 'uq_party_reference')) throw error;
    throw new PartyReferenceTakenError(SAY.reference_taken, { reference });
  }
}
