import { Injectable } from '@nestjs/common';

import { type Said } from '../../kernel/sentence.js';
import { type View } from '../../platform/database/session.js';
import { among, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/ceb/ceb.sentences.js';
import { type CebMessageState } from '../domain/ceb/message-status.js';
import { type CebReceiptOutcome, type CebReceiptSource } from '../entities/ceb-receipts.table.js';
import { CebPacking } from './ceb-packing.service.js';

export interface CebMessageRow {
  readonly id: string;
  readonly guid: string;
  readonly message: string;
  readonly direction: 'export' | 'import';
  readonly sender_id: string;
  readonly records: number;
  readonly subject_type: string | null;
  readonly subject_id: string | null;
  readonly body_bytes: number;
  readonly signed_at: Date | null;
  readonly state: CebMessageState;
  readonly attempts: number;
  readonly asks: number;
  readonly reason: Said | null;
  readonly sent_at: Date | null;
  readonly answered_at: Date | null;
  readonly expected_by: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export interface CebReceiptRow {
  readonly id: string;
  readonly message: string | null;
  readonly guid: string | null;
  readonly records: number;
  readonly source: CebReceiptSource;
  readonly outcome: CebReceiptOutcome;
  readonly reason: string | null;
  readonly body_bytes: number;
  readonly times_seen: number;
  readonly created_at: Date;
  readonly last_seen_at: Date;
}

const MESSAGE = `id, guid, message, direction, sender_id, records, subject_type, subject_id, body_bytes, signed_at, state,
  attempts, asks, reason, sent_at, answered_at, expected_by, created_at, updated_at`;
const RECEIPT = `id, message, guid, records, source, outcome, reason, body_bytes, times_seen, created_at, last_seen_at`;

/** What callers may look at of the channel to e-commerce customs. */
@Injectable()
export class CebReader {
  constructor(private readonly packing: CebPacking) {}

  messages(
    view: View,
    query: PageQuery,
    { state, message }: { readonly state: string | undefined; readonly message: string | undefined },
  ): Promise<Page<CebMessageRow>> {
    return page<CebMessageRow>(view, {
      table: 'customs.ceb_message',
      columns: MESSAGE,
      query,
      conditions: [...among('state', state), ...among('message', message)],
    });
  }

  async message(view: View, id: string): Promise<CebMessageRow> {
    const sql = `SELECT ${MESSAGE} FROM customs.ceb_message WHERE tenant_id = $1 AND id = $2`;
    const [row] = await view.query<CebMessageRow>(sql, [view.tenantId, id]);
    if (row === undefined) throw new ResourceNotFoundError(SAY.no_such_sent_message);
    return row;
  }

  /** Word for word: as it was or will be sent, but for a signature that it does not have yet. */
  async xml(view: View, id: string): Promise<string> {
    const sql = `SELECT body FROM customs.ceb_message WHERE tenant_id = $1 AND id = $2`;
    const [row] = await view.query<{ readonly body: Buffer }>(sql, [view.tenantId, id]);
    if (row === undefined) throw new ResourceNotFoundError(SAY.no_such_sent_message);
    return this.packing.open(row.body);
  }

  receipts(
    view: View,
    query: PageQuery,
    { outcome, message }: { readonly outcome: string | undefined; readonly message: string | undefined },
  ): Promise<Page<CebReceiptRow>> {
    return page<CebReceiptRow>(view, {
      table: 'customs.ceb_receipt',
      columns: RECEIPT,
      query,
      conditions: [...among('outcome', outcome), ...among('message', message)],
    });
  }

  /** When something of the tenant's was last signed. */
  async lastSignedAt(view: View): Promise<Date | null> {
    const sql = `SELECT max(signed_at) AS at FROM customs.ceb_message WHERE tenant_id = $1`;
    const [row] = await view.query<{ readonly at: Date | null }>(sql, [view.tenantId]);
    return row?.at ?? null;
  }
}
