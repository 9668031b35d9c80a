import { Injectable } from '@nestjs/common';

import { publicId, tryParseId } from '../../../kernel/ids.js';
import { reasonOf } from '../../../kernel/sentence.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { audit, enqueue, publish } from '../../../platform/outbox/outbox.js';
import { type InstructionsReport, judgeInstructions } from '../../domain/lading/lading-report.js';
import { SAY_LADING } from '../../domain/lading/lading.sentences.js';
import { type InstructionsOwed } from '../../domain/lading/paper-owed.js';
import { type InstructionsCommand, type UpdateCommand } from '../../domain/lading/shipping-instructions-status.js';
import { ShippingInstructions } from '../../entities/shipping-instructions.entity.js';
import { SEND_INSTRUCTIONS } from '../../jobs/lading/lading.job.js';
import { CutOffs } from '../cut-offs.service.js';
import { armPaperAsk } from './paper-asking.js';

const LOCATE = `
  SELECT id FROM freight.shipping_instructions
  WHERE tenant_id = $1 AND (id = $2::uuid OR shipping_instructions_reference = $3 OR transport_document_reference = $4)
  ORDER BY (id = $2::uuid) DESC NULLS LAST, id DESC LIMIT 1`;

/** The numbers by which a message names papers. */
export interface PaperReferences {
  readonly forwarderReference: string | null;
  readonly shippingInstructionsReference: string | null;
  readonly transportDocumentReference: string | null;
}

/** Records what the carrier says of shipping instructions. Each method is safe to repeat, and does not trust the order of arrival. */
@Injectable()
export class InstructionsAnswers {
  constructor(private readonly cutOffs: CutOffs) {}

  /** Those that a message names, by our own reference first. Null when none of ours fits. */
  async locate(view: View, references: PaperReferences): Promise<string | null> {
    const { forwarderReference, shippingInstructionsReference, transportDocumentReference } = references;
    const own = forwarderReference === null ? null : tryParseId('shippingInstructions', forwarderReference);
    const values = [view.tenantId, own, shippingInstructionsReference, transportDocumentReference];
    const [row] = await view.query<{ id: string }>(LOCATE, values);
    return row?.id ?? null;
  }

  /** The carrier has what it was owed. Where something newer is owed by now, that goes out too. */
  async recordTaken(
    tx: Tx,
    id: string,
    { owed, revision, reference }: { owed: InstructionsOwed; revision: number; reference: string | null },
  ): Promise<void> {
    const row = await held(tx, id);
    if (owed === 'instructions' && reference !== null) row.noteTaken(reference, tx.now);
    const isOverdue = owed === 'update' && row.updateState === 'requested';
    if (isOverdue && row.revision === revision) row.noteUpdateTaken(tx.now);
    else if (isOverdue) enqueue(tx, SEND_INSTRUCTIONS, { instructionsId: id });
    await tx.store(ShippingInstructions, row);
  }

  /** A final no to a message. @param revision that was sent */
  async recordRefused(
    tx: Tx,
    id: string,
    { owed, revision, reason }: { owed: InstructionsOwed; revision: number; reason: string },
  ): Promise<void> {
    const row = await held(tx, id);
    const why = reasonOf(reason);
    if (owed === 'instructions' && row.state === 'requested') this.take(tx, row, 'refuse', reason);
    else if (owed === 'update' && row.updateState === 'requested' && row.revision === revision) {
      this.takeOfUpdate(tx, row, 'decline', reason);
    } else if (owed === 'update_withdrawal' && row.updateState === 'withdrawing') row.takeOfUpdate('keep', tx.now, why);
    else if (owed === 'cancellation' && row.isCancelling) row.keep(why, tx.now);
    armPaperAsk(tx, row, true);
    await tx.store(ShippingInstructions, row);
  }

  /**
   * Acts on a report.
   * @param seenVersion of the row before the carrier was asked: what it answers is the present only where nothing was recorded since
   * @returns whether anything was new
   */
  async record(tx: Tx, id: string, report: InstructionsReport, seenVersion: number | null): Promise<boolean> {
    const row = await held(tx, id);
    if (report.asOf === null && seenVersion !== null && seenVersion !== row.version) return false;
    const verdict = judgeInstructions(row, report);
    if (verdict === null) return false;
    row.noteReport(report, tx.now);
    const { command, update } = verdict;
    const reason = report.reasons.join('; ') || null;
    if (update !== null) this.takeOfUpdate(tx, row, update, reason);
    if (command !== null) this.take(tx, row, command, reason);
    if (command === 'receive' || command === 'complete') await this.cutOffs.meet(tx, row.bookingId, ['DCO']);
    const isNews = command !== null || update !== null;
    if (isNews) armPaperAsk(tx, row, true);
    await tx.store(ShippingInstructions, row);
    return isNews;
  }

  /** The job that asks came due. */
  async noteAsked(tx: Tx, id: string, dueAt: string): Promise<void> {
    const row = await held(tx, id);
    if (row.askArmedFor?.toISOString() !== dueAt) return;
    armPaperAsk(tx, row, false);
    // Without the carrier's reference there is nothing to ask for: they go out again, under the same reference.
    if (row.shippingInstructionsReference === null) enqueue(tx, SEND_INSTRUCTIONS, { instructionsId: id });
    await tx.store(ShippingInstructions, row);
  }

  private take(tx: Tx, row: ShippingInstructions, command: InstructionsCommand, reason: string | null): void {
    const from = row.state;
    const isPlain = command === 'receive' || command === 'complete' || command === 'cancel';
    const why = reasonOf(reason ?? [SAY_LADING.no_reason]);
    row.take(command, tx.now, isPlain ? null : why);
    const { bookingId, orderId, shippingInstructionsReference } = row;
    const about = { resource: { type: 'shippingInstructions', id: row.id }, orderId, changed: ['state'] };
    const data = { bookingId: publicId('booking', bookingId) };
    const type = 'freight.shipping_instructions';
    if (command === 'receive') {
      publish(tx, { type: `${type}.received`, ...about, data: { ...data, shippingInstructionsReference } });
    } else if (command === 'require_update') {
      publish(tx, { type: `${type}.update_wanted`, ...about, data: { ...data, ...why } });
    } else if (command === 'complete') publish(tx, { type: `${type}.completed`, ...about, data });
    else if (command === 'cancel') publish(tx, { type: `${type}.cancelled`, ...about, data });
    else publish(tx, { type: `${type}.declined`, ...about, data: { ...data, ...why } });
    audit(tx, {
      action: `${type}.${command}`,
      resourceType: 'shippingInstructions',
      resourceId: row.id,
      from,
      to: row.state,
    });
  }

  private takeOfUpdate(tx: Tx, row: ShippingInstructions, command: UpdateCommand, reason: string | null): void {
    const why = reasonOf(reason ?? [SAY_LADING.no_reason]);
    row.takeOfUpdate(command, tx.now, command === 'decline' ? why : null);
    const { id, orderId, revision } = row;
    const about = { resource: { type: 'shippingInstructions', id }, orderId, changed: ['updateState'] };
    const data = { bookingId: publicId('booking', row.bookingId) };
    const type = 'freight.shipping_instructions';
    if (command === 'confirm') publish(tx, { type: `${type}.updated`, ...about, data: { ...data, revision } });
    else if (command === 'decline')
      publish(tx, { type: `${type}.update_declined`, ...about, data: { ...data, ...why } });
    else if (command === 'drop') publish(tx, { type: `${type}.update_withdrawn`, ...about, data });
  }
}

async function held(tx: Tx, id: string): Promise<ShippingInstructions> {
  const row = await tx.lock(ShippingInstructions, id);
  if (row === null) throw new Error(`Shipping instructions ${id} are gone`);
  return row;
}
