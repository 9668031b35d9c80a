import { createHash, randomBytes } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/app-config.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type Page, page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit } from '../../platform/outbox/outbox.js';
import { LiveCallerError } from '../../platform/tenants/tenant.errors.js';
import { inboxAddress } from '../domain/inbox-address.js';
import { InboxExistsError } from '../domain/webhooks.errors.js';
import { SAY } from '../domain/webhooks.sentences.js';
import { Endpoints } from './endpoints.service.js';

const TOKEN_BYTES = 32;
const TAKEN = 204;

/** What it is to answer, and how long it is to wait before. */
export interface InboxAnswer {
  readonly status: number;
  readonly delayMs: number;
}

export interface InboxRow {
  readonly endpoint_id: string;
  readonly url: string;
  readonly status: number;
  readonly delay_ms: number;
  readonly messages: number;
  readonly created_at: Date;
  readonly version: number;
}

export interface InboxMessageRow {
  readonly id: string;
  readonly received_at: Date;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly signature_verified: boolean;
  readonly answered_status: number;
}

/** While its endpoint is there: who removes that has no inbox any more. */
const LIVING = `EXISTS (SELECT FROM webhooks.endpoint e
                        WHERE e.tenant_id = i.tenant_id AND e.id = i.endpoint_id AND e.state <> 'removed')`;
const READ = `
  SELECT i.endpoint_id, e.url, i.status, i.delay_ms, i.created_at, i.version,
         (SELECT count(*)::int FROM webhooks.inbox_message m WHERE m.tenant_id = i.tenant_id) AS messages
  FROM webhooks.inbox i JOIN webhooks.endpoint e ON e.tenant_id = i.tenant_id AND e.id = i.endpoint_id
  WHERE i.tenant_id = $1 AND e.state <> 'removed'`;
/** The row is held either way, so that what comes next sees what another one has made. */
const CLAIM = `
  INSERT INTO webhooks.inbox AS i (tenant_id, endpoint_id, token_hash, status, delay_ms, created_at)
  VALUES ($1, $2, $3, ${TAKEN}, 0, $4)
  ON CONFLICT (tenant_id) DO UPDATE SET version = i.version RETURNING endpoint_id`;
const REPLACE = `
  UPDATE webhooks.inbox i
  SET endpoint_id = $2, token_hash = $3, status = ${TAKEN}, delay_ms = 0, created_at = $4, version = version + 1
  WHERE i.tenant_id = $1 AND NOT ${LIVING} RETURNING endpoint_id`;
const HOLD = `SELECT i.version FROM webhooks.inbox i WHERE i.tenant_id = $1 AND ${LIVING} FOR UPDATE OF i`;
const CHANGE = `UPDATE webhooks.inbox SET status = $2, delay_ms = $3, version = version + 1 WHERE tenant_id = $1`;
const EMPTY = `
  WITH gone AS (DELETE FROM webhooks.inbox_message WHERE tenant_id = $1 RETURNING 1) SELECT count(*)::int AS count FROM gone`;

/** The receiver that the platform itself plays for a sandbox tenant, as the tenant manages it. */
@Injectable()
export class Inboxes {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly endpoints: Endpoints,
  ) {}

  /**
   * @returns the inbox and the secret of its endpoint, which is never shown again
   * @throws LiveCallerError, InboxExistsError, EndpointLimitError
   */
  async create(tx: Tx): Promise<{ inbox: InboxRow; secret: string }> {
    assertSandbox(tx.livemode);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const url = inboxAddress(this.config.publicUrl, publicId('tenant', tx.tenantId), token);
    const { endpoint, secret } = await this.endpoints.create(tx, { url, description: 'Inbox', eventTypes: ['*'] });
    const values = [tx.tenantId, endpoint.id, hashOf(token), tx.now];
    const [claimed] = await tx.query<{ endpoint_id: string }>(CLAIM, values);
    if (claimed?.endpoint_id !== endpoint.id) {
      const replaced = await tx.query(REPLACE, values);
      if (replaced.length === 0) throw new InboxExistsError(SAY.inbox_exists);
    }
    return { inbox: await this.get(tx), secret };
  }

  async get(view: View): Promise<InboxRow> {
    const [row] = await view.query<InboxRow>(READ, [view.tenantId]);
    if (row === undefined) throw new ResourceNotFoundError(SAY.no_inbox);
    return row;
  }

  /** @throws LiveCallerError, ResourceNotFoundError, StaleVersionError */
  async change(tx: Tx, { status, delayMs }: InboxAnswer): Promise<InboxRow> {
    const { tenantId, livemode } = tx;
    assertSandbox(livemode);
    const [held] = await tx.query<{ version: number }>(HOLD, [tenantId]);
    if (held === undefined) throw new ResourceNotFoundError(SAY.no_inbox);
    tx.assertFresh({ tenantId, id: tenantId, version: held.version });
    await tx.query(CHANGE, [tenantId, status, delayMs]);
    note(tx, 'change', { status, delayMs });
    return this.get(tx);
  }

  messages(view: View, query: PageQuery): Promise<Page<InboxMessageRow>> {
    return page<InboxMessageRow>(view, {
      table: 'webhooks.inbox_message',
      columns: 'id, received_at, headers, body, signature_verified, answered_status',
      query,
    });
  }

  /** @returns how many there were */
  async empty(tx: Tx): Promise<number> {
    assertSandbox(tx.livemode);
    const [row] = await tx.query<{ count: number }>(EMPTY, [tx.tenantId]);
    const deleted = row?.count ?? 0;
    note(tx, 'empty', { deleted });
    return deleted;
  }
}

/** What is kept of the token: enough to know it again. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** @throws LiveCallerError */
export function assertSandbox(livemode: boolean): void {
  if (livemode) throw new LiveCallerError(SAY.inbox_live);
}

function note(tx: Tx, verb: string, details: Readonly<Record<string, unknown>>): void {
  audit(tx, { action: `webhooks.inbox.${verb}`, resourceType: 'tenant', resourceId: tx.tenantId, details });
}
