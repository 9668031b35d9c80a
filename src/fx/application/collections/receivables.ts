import { Injectable } from '@nestjs/common';

import { type OrderSnapshot } from '../../../contracts/order-snapshot.js';
import { type Currency } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type PartyFacts, Parties } from '../../../parties/index.js';
import { Tx, type View } from '../../../platform/database/session.js';
import { type SqlValue } from '../../../platform/database/sql-value.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { nameKeys, normaliseName, similarName } from '../../domain/collections/payer-name.js';
import { RECEIVABLE } from '../../domain/collections/receivable-status.js';
import { Receivable } from '../../entities/receivable.entity.js';

/** Which receivables a payment may be for: those of the seller, in the currency of the account. */
export interface Scope {
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
/** So many that are owed under one contract, or by one buyer, are read for it. */
const OF_ONE_MAX = 2_000;
/** Buyers whose names are read together. */
const BUYERS_AT_ONCE = 1_000;

const OF_SCOPE = `r.tenant_id = $1 AND r.party_id = $2 AND r.expected_currency = $3`;
/** Collected ones too: a second payment names them. */
const NAMED = `
  SELECT * FROM fx.receivable r WHERE ${OF_SCOPE} AND r.reference_key = ANY($4::text[]) ORDER BY r.id`;
const COVERED = `
  SELECT * FROM fx.receivable l WHERE l.tenant_id = $1 AND l.id = ANY(ARRAY(
    SELECT o.id FROM unnest($4::text[]) AS k (contract_key) CROSS JOIN LATERAL (
      SELECT r.id FROM fx.receivable r WHERE ${OF_SCOPE} AND r.contract_key = k.contract_key
      ORDER BY r.state <> 'open', r.id LIMIT ${OF_ONE_MAX}) AS o)) ORDER BY l.id`;
const OF_BUYERS = `
  SELECT * FROM fx.receivable l WHERE l.tenant_id = $1 AND l.id = ANY(ARRAY(
    SELECT o.id FROM unnest($4::uuid[]) AS b (buyer_id) CROSS JOIN LATERAL (
      SELECT r.id FROM fx.receivable r WHERE ${OF_SCOPE} AND r.buyer_id = b.buyer_id AND r.state = 'open'
      ORDER BY r.id LIMIT ${OF_ONE_MAX}) AS o)) ORDER BY l.id`;
/** Nearest to the amount first, in case there are very many. */
const NEAREST = `
  SELECT * FROM fx.receivable r WHERE ${OF_SCOPE} AND r.state = 'open'
  ORDER BY abs(r.expected_minor - r.received_minor - $4::bigint), r.id LIMIT ${CANDIDATES_MAX}`;
/** Named, under a contract that is named, or of buyers who are called so. */
const OTHER_CURRENCIES = `
  SELECT * FROM fx.receivable r
  WHERE r.tenant_id = $1 AND r.party_id = $2 AND r.expected_currency <> $3 AND r.state = 'open'
    AND (r.reference_key = ANY($4::text[]) OR r.contract_key = ANY($4::text[]) OR r.buyer_id = ANY($5::uuid[]))
  ORDER BY r.id LIMIT ${CANDIDATES_MAX}`;
const OPEN_BUYERS = `
  SELECT DISTINCT r.buyer_id AS id FROM fx.receivable r
  WHERE r.tenant_id = $1 AND r.state = 'open' AND r.buyer_id > $2 ORDER BY 1 LIMIT ${BUYERS_AT_ONCE}`;

const ALIASES = `
  SELECT buyer_id, name FROM fx.payer_alias WHERE tenant_id = $1 AND buyer_id = ANY($2::uuid[]) ORDER BY name_key`;
const CALLED = `
  SELECT DISTINCT buyer_id AS id FROM fx.payer_alias
  WHERE tenant_id = $1 AND (similar_key = ANY($2::text[]) OR left(name_key, 30) = ANY($3::text[]))`;
const LEARN = `
  INSERT INTO fx.payer_alias (tenant_id, buyer_id, name_key, similar_key, name, created_at)
  SELECT $1, n.buyer, n.key, n.alike, n.name, $2
  FROM jsonb_to_recordset($3::jsonb) AS n (buyer uuid, key text, alike text, name text) ORDER BY n.buyer, n.key
  ON CONFLICT (tenant_id, buyer_id, name_key) DO UPDATE SET similar_key = EXCLUDED.similar_key
    WHERE fx.payer_alias.similar_key = ''`;

/** What buyers owe, one row for each order. */
@Injectable()
export class Receivables {
  constructor(private readonly parties: Parties) {}

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
    await this.learnRecords(tx, [order.buyer.id], new Map([[order.buyer.id, [order.buyer.name]]]));
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

  /** Those whose reference is one of the keys; whether it stands in a text, the rule decides. Collected ones too. */
  findNamed(view: View, { partyId, currency }: Scope, keys: readonly string[]): Promise<Receivable[]> {
    return this.debts(view, NAMED, [view.tenantId, partyId, currency, keys]);
  }

  /** Those whose contract number is one of the keys; those that are owed first. */
  findUnderContract(view: View, { partyId, currency }: Scope, keys: readonly string[]): Promise<Receivable[]> {
    return this.debts(view, COVERED, [view.tenantId, partyId, currency, keys]);
  }

  /** Those that are still owed by these buyers. */
  findOfBuyers(view: View, { partyId, currency }: Scope, buyerIds: readonly string[]): Promise<Receivable[]> {
    return this.debts(view, OF_BUYERS, [view.tenantId, partyId, currency, buyerIds]);
  }

  /** Those that are still owed; those nearest to the amount first, in case there are very many. */
  findOpen(view: View, { partyId, currency }: Scope, amount: Money): Promise<Receivable[]> {
    return this.debts(view, NEAREST, [view.tenantId, partyId, currency, amount.minor.toString()]);
  }

  /** Those that are owed in another currency than this, and that money may be for; nobody holds them. */
  findInOtherCurrencies(
    view: View,
    { partyId, currency }: Scope,
    { keys, buyers }: { readonly keys: readonly string[]; readonly buyers: readonly string[] },
  ): Promise<Receivable[]> {
    return view.entities(Receivable, OTHER_CURRENCIES, [view.tenantId, partyId, currency, keys, buyers]);
  }

  /** In a transaction that changes something they are held until it ends. */
  private debts(view: View, sql: string, values: readonly SqlValue[]): Promise<Receivable[]> {
    return view.entities(Receivable, view instanceof Tx ? `${sql} FOR NO KEY UPDATE` : sql, values);
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

  /** Buyers who are called so, or nearly so, by their own records or by what people have recognised. */
  async buyersCalled(view: View, payerNames: readonly string[]): Promise<string[]> {
    const { exact, similar } = nameKeys(payerNames);
    const cut = [...exact].map((name) => name.slice(0, CUT_AT));
    const rows = await view.query<{ id: string }>(CALLED, [view.tenantId, [...similar], cut]);
    return rows.map(({ id }) => id);
  }

  /** What buyers are called: in their own records, and by what people have recognised them by. */
  async payerNames(view: View, buyerIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const [buyers, learnt] = [await this.parties.byIds(view, buyerIds), await this.aliases(view, buyerIds)];
    return new Map(buyerIds.map((id) => [id, [...recordedNames(buyers.get(id)), ...(learnt.get(id) ?? [])]]));
  }

  /** From now on these buyers are found by all the names in their records. */
  async learnRecords(
    tx: Tx,
    buyerIds: readonly string[],
    beside: ReadonlyMap<string, readonly string[]> = new Map(),
  ): Promise<void> {
    const buyers = await this.parties.byIds(tx, buyerIds);
    await learn(
      tx,
      buyerIds.flatMap((buyerId) =>
        [...recordedNames(buyers.get(buyerId)), ...(beside.get(buyerId) ?? [])].map((name) => ({ buyerId, name })),
      ),
    );
  }

  /** The same for all who owe something: before many receipts are matched at once. */
  async learnOpenRecords(tx: Tx): Promise<void> {
    let after = NOBODY;
    for (;;) {
      const ids = (await tx.query<{ id: string }>(OPEN_BUYERS, [tx.tenantId, after])).map(({ id }) => id);
      if (ids.length > 0) await this.learnRecords(tx, ids);
      if (ids.length < BUYERS_AT_ONCE) return;
      after = ids.at(-1) ?? after;
    }
  }

  async learnAlias(tx: Tx, buyerId: string, name: string): Promise<void> {
    await learn(tx, [{ buyerId, name }]);
  }

  list(view: View, query: PageQuery, { partyId, orderId, state }: ReceivableFilter): Promise<Page<Receivable>> {
    const conditions = [...equal('party_id', partyId), ...equal('id', orderId), ...among('state', state)];
    return entityPage(view, Receivable, { table: 'fx.receivable', query, conditions, hasOlderIds: true });
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
/** As the index has it. */
const CUT_AT = 30;

function recordedNames(buyer: PartyFacts | undefined): string[] {
  if (buyer === undefined) return [];
  return [buyer.name, buyer.nameEn ?? '', ...buyer.aliases].filter((name) => name !== '');
}

async function learn(tx: Tx, names: readonly { readonly buyerId: string; readonly name: string }[]): Promise<void> {
  const rows = new Map<string, object>();
  for (const { buyerId, name } of names) {
    const key = normaliseName(name);
    if (key !== '') rows.set(`${buyerId} ${key}`, { buyer: buyerId, key, alike: similarName(key), name });
  }
  if (rows.size > 0) await tx.query(LEARN, [tx.tenantId, tx.now, JSON.stringify([...rows.values()])]);
}
