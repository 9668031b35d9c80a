import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../kernel/ids.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { among, equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { audit, enqueue } from '../../platform/outbox/outbox.js';
import {
  DeclarationImportedError,
  ImportWithdrawnError,
  UploadForgottenError,
} from '../domain/declaration-import.errors.js';
import { SAY } from '../domain/declaration-import.sentences.js';
import { type ImportKind } from '../domain/declaration-table-columns.js';
import { ROW_OUTCOMES, type RowOutcome } from '../domain/declaration-table-comparison.js';
import { type ReadRow } from '../domain/declaration-table-reading.js';
import {
  countOutcomes,
  type DeclarationImport,
  findImport,
  forgetSlices,
  IMPORT_COLUMNS,
  type ImportedRow,
  importRowsAfter,
  insertImport,
  insertImportRows,
  lockImport,
  markWithdrawn,
  sameImport,
  sliceOf,
} from '../entities/declaration-imports.table.js';
import { holdDeclared, ordersTouched, releaseDeclared } from '../entities/declared-elsewhere.table.js';
import { MATCH_EXPORT } from '../jobs/tax-refund.job.js';
import { DeclarationSummaries } from './declaration-summaries.service.js';
import { type UploadedTable } from './declaration-uploads.service.js';
import {
  type ImportUnderWay,
  settleAdjustments,
  settleAgainst,
  settleGoods,
  settlePurchases,
} from './declared-rows.js';

/** Whose table it is, and of which month. */
export interface TableOf {
  readonly kind: ImportKind;
  readonly taxpayerNumber: string;
  /** `YYYYMM`. */
  readonly period: string;
}

export interface ImportFilter {
  readonly kind: string | undefined;
  readonly state: string | undefined;
  readonly taxpayerNumber: string | undefined;
}

const ROWS_AT_ONCE = 1_000;

/** Official tables that were prepared elsewhere: held against the claims here, and kept with what came of it. */
@Injectable()
export class DeclarationImports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly summaries: DeclarationSummaries,
  ) {}

  /**
   * All rows of it, or none. What no claim here declares counts as declared elsewhere from then on: it is claimed here no more.
   * @throws DeclarationImportedError for the very same table; UploadForgottenError
   */
  async settle(tx: Tx, of: TableOf, uploaded: UploadedTable): Promise<DeclarationImport> {
    const id = newId();
    const { rows, sha256 } = uploaded;
    await holdDeclared(tx);
    const found = { id, ...of, rows, sha256 };
    const same = await sameImport(tx, found);
    if (same !== null) {
      throw new DeclarationImportedError(SAY.imported({ id: publicId('declarationImport', same) }));
    }
    await insertImport(tx, found);
    const under = { importId: id, kind: of.kind, taxpayer: of.taxpayerNumber };
    for (let number = 1; number <= uploaded.slices; number += 1) {
      const slice = await sliceOf(tx, uploaded.uploadId, number);
      if (slice === null) throw new UploadForgottenError(SAY.too_slow);
      await insertImportRows(tx, id, await this.settleRows(tx, under, of, slice));
    }
    await countOutcomes(tx, id);
    await forgetSlices(tx, uploaded.uploadId);
    for (const orderId of await ordersTouched(tx, id)) enqueue(tx, MATCH_EXPORT, { orderId });
    this.note(tx, 'import', id, null, { kind: of.kind, rows, sha256 });
    return this.get(tx, id);
  }

  /** Its result stays on record; its items and its invoices are free again. @throws ResourceNotFoundError, ImportWithdrawnError */
  async withdraw(tx: Tx, id: string, reason: string): Promise<DeclarationImport> {
    await holdDeclared(tx);
    const found = await lockImport(tx, id);
    if (found === null) throw new ResourceNotFoundError(SAY.no_such_import);
    tx.assertFresh({ tenantId: tx.tenantId, ...found });
    if (found.state === 'withdrawn') throw new ImportWithdrawnError(SAY.withdrawn);
    for (const orderId of await ordersTouched(tx, id)) enqueue(tx, MATCH_EXPORT, { orderId });
    await releaseDeclared(tx, id);
    await markWithdrawn(tx, id, reason);
    this.note(tx, 'withdraw', id, 'kept', { reason });
    return this.get(tx, id);
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<DeclarationImport> {
    const found = await findImport(view, id);
    if (found === null) throw new ResourceNotFoundError(SAY.no_such_import);
    return found;
  }

  list(view: View, query: PageQuery, { kind, state, taxpayerNumber }: ImportFilter): Promise<Page<DeclarationImport>> {
    const conditions = [...among('kind', kind), ...among('state', state), ...equal('taxpayer_number', taxpayerNumber)];
    return page(view, { table: 'tax_refund.declaration_import', columns: IMPORT_COLUMNS, query, conditions });
  }

  /** A row a line, in the order of the table. @throws ResourceNotFoundError */
  async rows(caller: Principal, id: string, asked: readonly RowOutcome[]): Promise<Readable> {
    await this.unitOfWork.read(caller, (view) => this.get(view, id));
    const outcomes = asked.length === 0 ? ROW_OUTCOMES : asked;
    const next = (after: number): Promise<ImportedRow[]> =>
      this.unitOfWork.read(caller, (view) => importRowsAfter(view, id, after, { outcomes, limit: ROWS_AT_ONCE }));
    async function* all(): AsyncGenerator<string> {
      for (let part = await next(0); part.length > 0; part = await next(part.at(-1)?.number ?? 0)) {
        yield part.map((row) => `${JSON.stringify(lineOf(row))}\n`).join('');
      }
    }
    return Readable.from(all(), { objectMode: false });
  }

  private async settleRows(
    tx: Tx,
    under: ImportUnderWay,
    of: TableOf,
    rows: readonly ReadRow[],
  ): Promise<readonly ImportedRow[]> {
    const { kind, ...rest } = under;
    switch (kind) {
      case 'purchase_details':
        return settlePurchases(tx, { ...rest, kind }, rows);
      case 'manufacturer_summary':
        return settleAgainst(under, rows, await this.summaries.held(tx, of));
      case 'code_adjustments':
        return settleAdjustments(tx, under, rows);
      default:
        return settleGoods(tx, { ...rest, kind }, rows);
    }
  }

  private note(
    tx: Tx,
    command: 'import' | 'withdraw',
    id: string,
    from: string | null,
    details: Readonly<Record<string, unknown>>,
  ): void {
    const to = command === 'import' ? 'kept' : 'withdrawn';
    const action = `tax_refund.declaration_import.${command}`;
    audit(tx, { action, resourceType: 'declaration_import', resourceId: id, from, to, details });
  }
}

function lineOf({ claimId, ...row }: ImportedRow): object {
  return { ...row, claimId: claimId === null ? null : publicId('claim', claimId) };
}
