import { Injectable } from '@nestjs/common';

import { type Currency } from '../../../kernel/currency.js';
import { newId } from '../../../kernel/ids.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { entityPage } from '../../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../../platform/http/paging.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { expectedBy, nextAsk, nextCreditsAsk } from '../../domain/patience.js';
import { CollectionAccount } from '../../entities/collection-account.entity.js';
import { lockAccounts } from './collection-rows.js';
import { watchStatements } from '../statements/statement-watches.js';
import { type AccountRequestPayload, askAccount, askCredits, openAccount } from '../../jobs/fx.job.js';

interface AccountWish {
  readonly partyId: string;
  readonly currency: Currency;
  readonly ownerName: string;
}

export interface AccountFilter {
  readonly partyId?: string | undefined;
  readonly currency?: string | undefined;
  readonly state?: string | undefined;
}

/** A request that was refused is made again by the next order, as a new attempt; one that stands is left alone. */
const REQUEST = `
  INSERT INTO fx.collection_account (tenant_id, id, party_id, currency, owner_name, state, expected_by, created_at, updated_at)
  SELECT $1, w.id, w.party_id, w.currency, w.owner_name, 'requested', $2, $3, $3
  FROM jsonb_to_recordset($4::jsonb) AS w (id uuid, party_id uuid, currency char(3), owner_name text)
  ORDER BY w.party_id, w.currency
  ON CONFLICT (tenant_id, party_id, currency) DO UPDATE
    SET state = 'requested', attempt = fx.collection_account.attempt + 1, owner_name = EXCLUDED.owner_name, reason = NULL, expected_by = $2, updated_at = $3, version = fx.collection_account.version + 1
    WHERE fx.collection_account.state = 'refused'
  RETURNING id, attempt`;

/** Open accounts that nobody has been watching; somebody owes money on them again. */
const WATCH = `
  UPDATE fx.collection_account SET credits_due_at = $2, version = version + 1
  WHERE tenant_id = $1 AND party_id = ANY($3::uuid[]) AND state = 'open' AND credits_due_at IS NULL
  RETURNING id`;
const OWED = `
  SELECT 1 FROM fx.receivable
  WHERE tenant_id = $1 AND party_id = $2 AND expected_currency = $3 AND state = 'open' LIMIT 1`;

/** Sellers' accounts at the bank: asked for with the first order in a currency, once for each seller and currency. */
@Injectable()
export class CollectionAccounts {
  /** Asks the bank for the accounts that are missing. */
  async ensure(tx: Tx, wishes: readonly AccountWish[]): Promise<void> {
    const rows = wishes.map(({ partyId, currency, ownerName }) => ({
      id: newId(),
      party_id: partyId,
      currency,
      owner_name: ownerName,
    }));
    const parties = wishes.map(({ partyId }) => partyId);
    // New ones and those that are watched again: all of them in the order in which everybody takes them.
    await lockAccounts(tx, { partyIds: parties });
    const dueAt = expectedBy('account', tx);
    const requested = await tx.query<{ id: string; attempt: number }>(REQUEST, [
      tx.tenantId,
      dueAt,
      tx.now,
      JSON.stringify(rows),
    ]);
    for (const { id, attempt } of requested) {
      enqueue(tx, openAccount, { accountId: id, attempt });
      enqueue(tx, askAccount, { accountId: id, attempt }, { dueAt });
      audit(tx, {
        action: 'collection_account.requested',
        resourceType: 'collectionAccount',
        resourceId: id,
        to: 'requested',
      });
    }
    const creditsAt = nextCreditsAsk(tx);
    for (const { id } of await tx.query<{ id: string }>(WATCH, [tx.tenantId, creditsAt, parties])) {
      enqueue(tx, askCredits, { accountId: id }, { dueAt: creditsAt });
    }
    await watchStatements(tx, parties);
  }

  find(view: View, id: string): Promise<CollectionAccount | null> {
    return view.find(CollectionAccount, id);
  }

  /** The seller's account in a currency, whatever its state. */
  of(view: View, partyId: string, currency: Currency): Promise<CollectionAccount | null> {
    return view.manager.findOneBy(CollectionAccount, { tenantId: view.tenantId, partyId, currency });
  }

  /** The bank has opened it. Hearing so again changes nothing. */
  async recordOpened(
    tx: Tx,
    request: AccountRequestPayload,
    facts: { accountNumber: string; bankBic: string },
  ): Promise<void> {
    const account = await this.lockAwaited(tx, request);
    if (account === null) return;
    const { id } = account;
    const creditsAt = nextCreditsAsk(tx);
    account.open({ ...facts, now: tx.now });
    account.askForCreditsAt(creditsAt, tx.now);
    await tx.store(CollectionAccount, account);
    publish(tx, {
      type: 'fx.collection_account.opened',
      resource: { type: 'collectionAccount', id },
      creates: true,
      changed: ['state', 'accountNumber', 'bankBic'],
      data: { currency: account.currency },
    });
    audit(tx, {
      action: 'collection_account.opened',
      resourceType: 'collectionAccount',
      resourceId: id,
      from: 'requested',
      to: 'open',
    });
    enqueue(tx, askCredits, { accountId: id }, { dueAt: creditsAt });
    await watchStatements(tx, [account.partyId]);
  }

  /** The bank said no. */
  async recordRefused(tx: Tx, request: AccountRequestPayload, reason: string): Promise<void> {
    const account = await this.lockAwaited(tx, request);
    if (account === null) return;
    account.refuse(reason, tx.now);
    await tx.store(CollectionAccount, account);
    audit(tx, {
      action: 'collection_account.refused',
      resourceType: 'collectionAccount',
      resourceId: account.id,
      from: 'requested',
      to: 'refused',
    });
  }

  /** Time is up: if it still waits, the request is made again (the bank answers it once), and again later. */
  async chase(tx: Tx, request: AccountRequestPayload): Promise<void> {
    const account = await this.lockAwaited(tx, request);
    if (account === null) return;
    const dueAt = nextAsk('account', account.createdAt, tx);
    account.waitUntil(dueAt, tx.now);
    await tx.store(CollectionAccount, account);
    enqueue(tx, openAccount, request);
    enqueue(tx, askAccount, request, { dueAt });
  }

  /** Its credits have been asked for: again later, as long as a buyer owes money on it. */
  async watchOn(tx: Tx, id: string): Promise<void> {
    const account = await tx.lock(CollectionAccount, id);
    if (account === null) return;
    const isOwed = (await tx.query(OWED, [tx.tenantId, account.partyId, account.currency])).length > 0;
    const dueAt = isOwed ? nextCreditsAsk(tx) : null;
    account.askForCreditsAt(dueAt, tx.now);
    await tx.store(CollectionAccount, account);
    if (dueAt !== null) enqueue(tx, askCredits, { accountId: id }, { dueAt });
  }

  list(view: View, query: PageQuery, { partyId, currency, state }: AccountFilter): Promise<Page<CollectionAccount>> {
    const conditions = [...equal('party_id', partyId), ...among('currency', currency), ...among('state', state)];
    return entityPage(view, CollectionAccount, { table: 'fx.collection_account', query, conditions });
  }

  /** Null when this request has been answered, or another has taken its place. */
  private async lockAwaited(tx: Tx, { accountId, attempt }: AccountRequestPayload): Promise<CollectionAccount | null> {
    const account = await tx.lock(CollectionAccount, accountId);
    return account?.state === 'requested' && account.attempt === attempt ? account : null;
  }
}
