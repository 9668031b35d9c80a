import { Injectable } from '@nestjs/common';

import { type OrderSnapshot } from '../../contracts/order-snapshot.js';
import { type Currency } from '../../kernel/currency.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { referenceKeys } from '../domain/remittance-reference.js';
import { Receivable } from '../entities/receivable.entity.js';
import { entityPage } from './entity-page.js';

/** Which receivables a payment may be for: those of the seller, in the currency of the account. */
interface Scope {
  readonly partyId: string;
  readonly currency: Currency;
}

export interface ReceivableFilter {
  readonly partyId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly state?: string | undefined;
}

/** So many open receivables of one seller and currency are looked through for a payer; the oldest first. */
const CANDIDATES_MAX = 500;

/** Looks up what may be named in the text; whether it is, the rule decides. Collected ones too: a second payment names them. */
const NAMED = `
  SELECT id FROM fx.receivable
  WHERE tenant_id = $1 AND (reference_key = ANY($4::text[]) OR contract_key = ANY($4::text[]))
    AND party_id = $2 AND expected_currency = $3
  ORDER BY id FOR UPDATE`;
const OPEN = `
  SELECT id FROM fx.receivable
  WHERE tenant_id = $1 AND party_id = $2 AND expected_currency = $3 AND state = 'open'
  ORDER BY id LIMIT ${CANDIDATES_MAX} FOR UPDATE`;
const ALIASES = `
  SELECT buyer_id, name FROM fx.payer_alias WHERE tenant_id = $1 AND buyer_id = ANY($2::uuid[]) ORDER BY name_key`;
const LEARN = `
  INSERT INTO fx.payer_alias (tenant_id, buyer_id, name_key, name, created_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (tenant_id, buyer_id, name_key) DO NOTHING`;

/** What buyers owe, one row for each order. */
@Injectable()
export class Receivables {
  async open(tx: Tx, order: OrderSnapshot): Promise<void> {
    if ((await tx.find(Receivable, order.id)) !== null) return;
    const receivable = Receivable.open({
      tenantId: tx.tenantId,
      orderId: order.id,
      partyId: order.seller.id,
      buyerId: order.buyer.id,
      buyerName: order.buyer.name,
      orderReference: order.reference,
      contractNumber: order.contractNumber,
      expected: Money.fromJSON(order.value),
      conversion: order.fx.conversion,
      planRate: new Decimal(order.fx.planRate),
      now: tx.now,
    });
    await tx.insert(Receivable, receivable);
  }

  find(view: View, orderId: string): Promise<Receivable | null> {
    return view.find(Receivable, orderId);
  }

  lock(tx: Tx, orderId: string): Promise<Receivable | null> {
    return tx.lock(Receivable, orderId);
  }

  /** Those whose reference or contract number stands somewhere in the text, locked. */
  async lockNamed(tx: Tx, { partyId, currency }: Scope, text: string): Promise<Receivable[]> {
    return this.load(tx, await tx.query<{ id: string }>(NAMED, [tx.tenantId, partyId, currency, referenceKeys(text)]));
  }

  /** Those that are still owed, oldest first, locked. */
  async lockOpen(tx: Tx, { partyId, currency }: Scope): Promise<Receivable[]> {
    return this.load(tx, await tx.query<{ id: string }>(OPEN, [tx.tenantId, partyId, currency]));
  }

  async store(tx: Tx, receivable: Receivable): Promise<void> {
    await tx.store(Receivable, receivable);
  }

  /** Names that people have recognised as a buyer's, by buyer. */
  async aliases(view: View, buyerIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await view.query<{ buyer_id: string; name: string }>(ALIASES, [view.tenantId, buyerIds]);
    const groups = Map.groupBy(rows, (row) => row.buyer_id);
    return new Map([...groups].map(([buyerId, found]) => [buyerId, found.map(({ name }) => name)]));
  }

  async learnAlias(tx: Tx, buyerId: string, { key, name }: { key: string; name: string }): Promise<void> {
    await tx.query(LEARN, [tx.tenantId, buyerId, key, name, tx.now]);
  }

  list(view: View, query: PageQuery, { partyId, orderId, state }: ReceivableFilter): Promise<Page<Receivable>> {
    const conditions = [...equal('party_id', partyId), ...equal('id', orderId), ...among('state', state)];
    return entityPage(view, Receivable, { table: 'fx.receivable', query, conditions });
  }

  private async load(tx: Tx, rows: readonly { id: string }[]): Promise<Receivable[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    return tx.manager
      .createQueryBuilder(Receivable, 'r')
      .where('r.tenant_id = :tenantId AND r.id = ANY(:ids)', { tenantId: tx.tenantId, ids })
      .orderBy('r.id')
      .getMany();
  }
}
