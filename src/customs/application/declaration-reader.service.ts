import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/customs.sentences.js';
import { type Direction } from '../domain/declaration-form.js';
import { Declaration } from '../entities/declaration.entity.js';
import { type DeclarationRequest } from '../entities/declaration-request.entity.js';
import { Submission } from '../entities/submission.entity.js';
import { type DeclarationState } from '../domain/declaration-status.js';
import { type Declared } from './declarations.service.js';

export interface DeclarationFilter {
  readonly state: string | undefined;
  readonly orderId: string | undefined;
  readonly entryNumber: string | undefined;
}

export interface SummaryRow {
  readonly id: string;
  readonly order_id: string;
  readonly reference: string;
  readonly part_number: number;
  readonly part_of: number;
  readonly state: DeclarationState;
  readonly attempt: number;
  readonly entry_number: string | null;
  readonly export_date: string | null;
  readonly rejection_reason: string | null;
  readonly errors: number;
  readonly warnings: number;
  readonly expected_by: Date | null;
  readonly is_questioned: boolean;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export interface ImportFilter {
  readonly state: string | undefined;
  readonly importerId: string | undefined;
  readonly entryNumber: string | undefined;
}

export interface ReceiptRow {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly note: string;
  readonly entry_number: string | null;
  readonly export_date: string | null;
  readonly noticed_at: Date | null;
  readonly source: string;
  readonly outcome: string;
  readonly times_seen: number;
  readonly body: string;
  readonly steps: readonly string[] | null;
  readonly request_id: string | null;
  readonly created_at: Date;
}

export interface MessageRow {
  readonly id: string;
  readonly attempt: number;
  readonly client_reference: string;
  readonly state: string;
  readonly sequence_number: string | null;
  readonly fields: number;
  readonly reason: string | null;
  readonly message: string;
  readonly answer: string | null;
  readonly answered_at: Date | null;
  readonly created_at: Date;
}

const SUMMARY = `id, order_id, reference, part_number, part_of, state, attempt, entry_number, export_date::text AS export_date,
  rejection_reason,
  jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity == "error")')) AS errors,
  jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity == "warning")')) AS warnings,
  expected_by, supplement_asked IS NOT NULL AS is_questioned, version, created_at, updated_at`;
const RECEIPT = `id, kind, code, note, entry_number, export_date::text AS export_date, noticed_at, source, outcome,
  times_seen, body, steps, request_id, created_at`;
const MESSAGE = `id, attempt, client_reference, state, sequence_number, fields, reason, message, answer, answered_at, created_at`;

const REQUEST = `id, declaration_id AS "declarationId", attempt, kind, state, reason, changes, answers, sequence_number AS "sequenceNumber",
  outcome_reason AS "outcomeReason", message, approval, expected_by AS "expectedBy", sent_at AS "sentAt",
  decided_at AS "decidedAt", version, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** What callers may look at. */
@Injectable()
export class DeclarationReader {
  async get(view: View, id: string, direction: Direction = 'export'): Promise<Declared> {
    const declaration = await view.find(Declaration, id);
    if (declaration?.direction !== direction) throw new ResourceNotFoundError(SAY.no_such_declaration);
    const { attempt } = declaration;
    if (attempt === 0) return { declaration, submission: null };
    const submission = await view.manager.findOneBy(Submission, {
      tenantId: view.tenantId,
      declarationId: id,
      attempt,
    });
    return { declaration, submission };
  }

  list(view: View, query: PageQuery, { state, orderId, entryNumber }: DeclarationFilter): Promise<Page<SummaryRow>> {
    return page<SummaryRow>(view, {
      table: 'customs.declaration',
      columns: SUMMARY,
      query,
      conditions: [
        ...equal('direction', 'export'),
        ...among('state', state),
        ...equal('order_id', orderId),
        ...equal('entry_number', entryNumber),
      ],
    });
  }

  imports(view: View, query: PageQuery, { state, importerId, entryNumber }: ImportFilter): Promise<Page<Declaration>> {
    const conditions = [
      ...equal('direction', 'import'),
      ...among('state', state),
      ...equal('party_id', importerId),
      ...equal('entry_number', entryNumber),
    ];
    return entityPage(view, Declaration, { table: 'customs.declaration', query, conditions });
  }

  async receipts(view: View, declarationId: string, query: PageQuery): Promise<Page<ReceiptRow>> {
    await this.assertThere(view, declarationId);
    const conditions = equal('declaration_id', declarationId);
    return page<ReceiptRow>(view, { table: 'customs.receipt', columns: RECEIPT, query, conditions });
  }

  async messages(view: View, declarationId: string, query: PageQuery): Promise<Page<MessageRow>> {
    await this.assertThere(view, declarationId);
    const conditions = equal('declaration_id', declarationId);
    return page<MessageRow>(view, { table: 'customs.submission', columns: MESSAGE, query, conditions });
  }

  async requests(view: View, declarationId: string, query: PageQuery): Promise<Page<DeclarationRequest>> {
    await this.assertThere(view, declarationId);
    const conditions = equal('declaration_id', declarationId);
    return page<DeclarationRequest>(view, {
      table: 'customs.declaration_request',
      columns: REQUEST,
      query,
      conditions,
    });
  }

  private async assertThere(view: View, id: string): Promise<void> {
    const sql = `SELECT 1 AS found FROM customs.declaration WHERE tenant_id = $1 AND id = $2`;
    const found = await view.query(sql, [view.tenantId, id]);
    if (found.length === 0) throw new ResourceNotFoundError(SAY.no_such_declaration);
  }
}
