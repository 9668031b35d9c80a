import { Injectable } from '@nestjs/common';

import { newId } from '../../../kernel/ids.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { type DocumentReport, judgeDocument } from '../../domain/lading/document-report.js';
import { SAY_LADING } from '../../domain/lading/lading.sentences.js';
import { ShippingInstructions } from '../../entities/shipping-instructions.entity.js';
import { TransportDocument } from '../../entities/transport-document.entity.js';
import { SEND_DOCUMENT_WISH } from '../../jobs/lading/lading.job.js';
import { tellDrafted, tellRefused, tellStep } from './document-news.js';

const BY_REFERENCE = `
  SELECT id FROM freight.transport_document
  WHERE tenant_id = $1 AND transport_document_reference = $2 AND coalesce(transport_document_sub_reference, '') = coalesce($3, '')`;

const VERSION = `
  SELECT version FROM freight.transport_document
  WHERE tenant_id = $1 AND transport_document_reference = $2 ORDER BY id DESC LIMIT 1`;

const WISHED = `
  SELECT id FROM freight.transport_document
  WHERE tenant_id = $1 AND instructions_id = $2 AND level = 'master' AND wish IS NOT NULL`;

const LAST_OF = `
  SELECT id FROM freight.transport_document
  WHERE tenant_id = $1 AND instructions_id = $2 AND level = 'master' ORDER BY id DESC LIMIT 1`;

/** Records what the carrier says of transport documents. Safe to repeat, in whatever order it comes. */
@Injectable()
export class DocumentAnswers {
  /**
   * Acts on a report. The instructions are held first, so that the first word of a document makes one row however many come.
   * @param seenVersion of the row before the carrier was asked; null where it called
   */
  async record(tx: Tx, instructionsId: string, report: DocumentReport, seenVersion: number | null): Promise<void> {
    const instructions = await tx.lock(ShippingInstructions, instructionsId);
    if (instructions === null) throw new Error(`Shipping instructions ${instructionsId} are gone`);
    const row = (await this.known(tx, report)) ?? (await this.drawnUp(tx, instructions, report));
    const isOvertaken = report.asOf === null && seenVersion !== null && seenVersion !== row.version;
    const verdict = judgeDocument(row.state, row.lastReportedAt, report);
    if (isOvertaken || verdict.kind === 'stale') return;
    row.noteReport(report, tx.now);
    const why = reasonOf(report.reasons.join('; ') || [SAY_LADING.no_reason]);
    for (const command of verdict.kind === 'news' ? verdict.commands : []) {
      row.take(command, tx.now, command === 'give_back' ? why : null);
      tellStep(tx, row, command, why);
    }
    await tx.store(TransportDocument, row);
    if (row.level !== 'master' || instructions.transportDocumentReference === row.transportDocumentReference) return;
    if (row.isOver) return;
    instructions.noteDocument(row.transportDocumentReference, tx.now);
    await tx.store(ShippingInstructions, instructions);
  }

  /** Of the carrier's document with this number; null while there is none. */
  async versionOf(view: View, number: string): Promise<number | null> {
    const [found] = await view.query<{ version: number }>(VERSION, [view.tenantId, number]);
    return found?.version ?? null;
  }

  /** What was wished of documents and not decided goes out once more, under the same reference: the carrier may have lost it. */
  async repeatWishes(tx: Tx, instructionsId: string): Promise<void> {
    const wished = await tx.query<{ id: string }>(WISHED, [tx.tenantId, instructionsId]);
    for (const { id: documentId } of wished) enqueue(tx, SEND_DOCUMENT_WISH, { documentId });
  }

  /** The carrier's final no to what it was asked for. @param wishId of the asking */
  async recordRefused(tx: Tx, id: string, wishId: string, reason: string): Promise<void> {
    const row = await tx.lock(TransportDocument, id);
    if (row?.wishId !== wishId) return;
    const isApproval = row.wish === 'approval';
    const why = reasonOf(reason);
    row.refuse(why, tx.now);
    tellRefused(tx, row, isApproval, why);
    await tx.store(TransportDocument, row);
  }

  private async known(tx: Tx, report: DocumentReport): Promise<TransportDocument | null> {
    const { transportDocumentReference, transportDocumentSubReference } = report;
    const values = [tx.tenantId, transportDocumentReference, transportDocumentSubReference];
    const [found] = await tx.query<{ id: string }>(BY_REFERENCE, values);
    return found === undefined ? null : tx.lock(TransportDocument, found.id);
  }

  /** Drafted by the carrier, whatever has become of it by the time we hear of it. */
  private async drawnUp(tx: Tx, of: ShippingInstructions, report: DocumentReport): Promise<TransportDocument> {
    const { tenantId, id: instructionsId, bookingId, orderId, content } = of;
    const [last] = await tx.query<{ id: string }>(LAST_OF, [tenantId, instructionsId]);
    const { transportDocumentReference, transportDocumentSubReference } = report;
    const row = TransportDocument.drawnUp(
      {
        ...{ tenantId, id: newId(), bookingId, orderId, instructionsId, level: 'master', masterId: null },
        ...{ replacesId: last?.id ?? null, type: report.type ?? content.transportDocumentTypeCode },
        ...{ transportDocumentReference, transportDocumentSubReference, document: report.document ?? {} },
      },
      tx.now,
    );
    await tx.insert(TransportDocument, row);
    tellDrafted(tx, row, true);
    return row;
  }
}
