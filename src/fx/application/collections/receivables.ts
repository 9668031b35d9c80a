import { Injectable } from '@nestjs/common';
import { type SelectQueryBuilder } from 'typeorm';

import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { type Currency } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { RECEIVABLE } from '../../domain/collections/receivable-status.js';
import { referenceKeys } from '../../domain/collections/remittance-reference.js';
import { Receivable } from '../../entities/receivable.entity.js';

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

/** So many open receivables of one seller and currency are looked through for a payer. */
const CANDIDATES_MAX = 500;

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

  /** Nothing is owed on a cancelled order. One that was collected at the same moment stays so. */
  async waive(tx: Tx, order: OrderSnapshot): Promise<void> {
    // The news may be here before that of the order itself, which then finds its receivable and opens no other.
    await this.open(tx, order);
    const receivable = await this.lock(tx, order.id);
    if (receivable === null || !RECEIVABLE.allows(receivable.state, 'waive')) return;
    receivable.waive(tx.now);
    await this.store(tx, receivable);
  }

  find(view: View, orderId: string): Promise<Receivable | null> {
    return view.find(Receivable, orderId);
  }

  lock(tx: Tx, orderId: string): Promise<Receivable | null> {
    return tx.lock(Receivable, orderId);
  }

  /** Those whose reference may stand in the text, locked; whether it does, the rule decides. Collected ones too: a second payment names them. */
  async lockNamed(tx: Tx, scope: Scope, text: string): Promise<Receivable[]> {
    return locked(tx, scope)
      .andWhere('r.reference_key = ANY(:keys)', { keys: referenceKeys(text) })
      .getMany();
  }

  /** Those whose contract number may stand in the text, locked; those that are owed first, nearest to the amount. */
  async lockUnderContract(
    tx: Tx,
    scope: Scope,
    { text, amount }: { text: string; amount: Money },
  ): Promise<Receivable[]> {
    const found = locked(tx, scope)
      .andWhere('r.contract_key = ANY(:keys)', { keys: referenceKeys(text) })
      .orderBy(`r.state <> 'open'`);
    return nearest(found, amount).getMany();
  }

  /** Those that are still owed, locked; those nearest to the amount first, in case there are very many. */
  async lockOpen(tx: Tx, scope: Scope, amount: Money): Promise<Receivable[]> {
    return nearest(locked(tx, scope).andWhere(`r.state = 'open'`), amount).getMany();
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
    return entityPage(view, Receivable, { table: 'fx.receivable', query, conditions, hasOlderIds: true });
  }
}

function locked(tx: Tx, { partyId, currency }: Scope): SelectQueryBuilder<Receivable> {
  return tx.manager
    .createQueryBuilder(Receivable, 'r')
    .setLock('for_no_key_update')
    .where('r.tenant_id = :tenantId AND r.party_id = :partyId AND r.expected_currency = :currency', {
      tenantId: tx.tenantId,
      partyId,
      currency,
    });
}

/** In case there are very many: those whose rest is nearest to the amount. */
function nearest(found: SelectQueryBuilder<Receivable>, amount: Money): SelectQueryBuilder<Receivable> {
  return found
    .addOrderBy('abs(r.expected_minor - r.received_minor - :minor::bigint)')
    .addOrderBy('r.id')
    .setParameter('minor', amount.minor.toString())
    .limit(CANDIDATES_MAX);
}
