import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/customs.sentences.js';
import { SAY_OF_IMPORTS } from '../domain/imports/import.sentences.js';
import { type Due, excessOf, firstTooMuch, refundableTaxes, type TaxShare } from '../domain/imports/refundable-tax.js';
import { owesTaxes } from '../domain/imports/tax-bill-status.js';
import { NothingToRefundError } from '../domain/imports/tax-refund.errors.js';
import { refundableUntil } from '../domain/imports/tax-refund-law.js';
import { Declaration } from '../entities/declaration.entity.js';
import { ImportTaxRefund } from '../entities/import-tax-refund.entity.js';
import { attemptOfReceipt } from '../entities/receipts.table.js';
import { TaxBill } from '../entities/tax-bill.entity.js';
import { DeclarationRequests } from './declaration-requests.service.js';
import { ImportAssessments } from './import-assessments.service.js';
import { announceAsked, noteRefund } from './tax-refund-news.js';

export interface AskedBack {
  readonly reason: string;
  /** Which bill; null where only one is paid. */
  readonly billId: string | null;
  /** How much of each tax; null for all that was paid too much. */
  readonly shares: readonly TaxShare[] | null;
}

export interface TaxRefundFilter {
  readonly state: string | undefined;
  readonly declarationId: string | undefined;
  readonly billId: string | undefined;
}

/** Taxes of imports that were paid too much, asked back: of a bill never more than was paid and has not come back. */
@Injectable()
export class ImportTaxRefunds {
  constructor(
    private readonly requests: DeclarationRequests,
    private readonly assessments: ImportAssessments,
  ) {}

  /**
   * Asks customs. What is asked for counts at once, so that nothing is asked back twice.
   * @throws ResourceNotFoundError, NothingToRefundError, InvalidInputError, and what `DeclarationRequests.ask` throws
   */
  async ask(tx: Tx, declarationId: string, { reason, billId, shares }: AskedBack): Promise<ImportTaxRefund> {
    const declaration = await tx.lock(Declaration, declarationId);
    if (declaration?.direction !== 'import') throw new ResourceNotFoundError(SAY.no_such_declaration);
    const bill = await this.paidBill(tx, declarationId, billId);
    const askBy = lastDayOf(bill, dateInZone(tx.now, CHINA));
    const taxes = refundableTaxes(bill.lines, await this.due(tx, declaration, bill), await this.asked(tx, bill.id));
    const wanted = shares ?? excessOf(taxes);
    if (wanted === null) throw invalid('/taxes', 'required', SAY_OF_IMPORTS.refund_unknown);
    if (wanted.length === 0) {
      throw new NothingToRefundError(SAY_OF_IMPORTS.nothing_too_much({ number: bill.number }));
    }
    const tooMuch = firstTooMuch(wanted, taxes);
    if (tooMuch !== null) throw invalid(`/taxes/${tooMuch}/amount`, 'too_much', SAY_OF_IMPORTS.refund_too_much);
    const refund = { taxNumber: bill.number, shares: wanted };
    const request = await this.requests.ask(tx, declarationId, { kind: 'tax_refund', reason, refund });
    const { tenantId, now } = tx;
    const kept = ImportTaxRefund.of({
      ...{ tenantId, id: newId(), requestId: request.id, declarationId, billId: bill.id, partyId: bill.partyId },
      ...{ ...refund, reason, askBy, now },
    });
    await tx.insert(ImportTaxRefund, kept);
    noteRefund(tx, 'ask', kept, null);
    announceAsked(tx, kept);
    return kept;
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ImportTaxRefund> {
    const refund = await view.find(ImportTaxRefund, id);
    if (refund === null) throw new ResourceNotFoundError(SAY_OF_IMPORTS.no_such_tax_refund);
    return refund;
  }

  list(
    view: View,
    query: PageQuery,
    { state, declarationId, billId }: TaxRefundFilter,
  ): Promise<Page<ImportTaxRefund>> {
    const conditions = [
      ...among('state', state),
      ...equal('declaration_id', declarationId),
      ...equal('bill_id', billId),
    ];
    return entityPage(view, ImportTaxRefund, { table: 'customs.import_tax_refund', query, conditions });
  }

  /** Held, so that two that ask at once take turns. */
  private async paidBill(tx: Tx, declarationId: string, billId: string | null): Promise<TaxBill> {
    const where = { tenantId: tx.tenantId, declarationId, state: 'paid' as const };
    const [bill, another] = await tx.manager.find(TaxBill, {
      where: billId === null ? where : { ...where, id: billId },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    if (bill === undefined) throw new NothingToRefundError(SAY_OF_IMPORTS.no_paid_bill);
    if (another !== undefined) throw invalid('/billId', 'required', SAY_OF_IMPORTS.several_bills);
    return bill;
  }

  /** Nothing is owed on an attempt that was withdrawn, even when the import was declared anew. */
  private async due(tx: Tx, declaration: Declaration, bill: TaxBill): Promise<Due> {
    const attempt = await attemptOfReceipt(tx, bill.receiptId);
    if (!owesTaxes(declaration.state) || attempt !== declaration.attempt) return 'nothing';
    return (await this.assessments.foresee(tx, declaration)).assessment;
  }

  /** All that is asked back of a bill, or has come back; what was refused does not count. */
  private async asked(tx: Tx, billId: string): Promise<TaxShare[]> {
    const refunds = await tx.manager.findBy(ImportTaxRefund, { tenantId: tx.tenantId, billId });
    return refunds.filter(({ state }) => state !== 'refused').flatMap(({ shares }) => shares);
  }
}

/** @throws NothingToRefundError when it is past */
function lastDayOf({ number, paidOn }: TaxBill, today: string): string {
  if (paidOn === null) throw new Error(`Bill ${number} is paid, and nobody knows when`);
  const until = refundableUntil(paidOn);
  if (today > until) throw new NothingToRefundError(SAY_OF_IMPORTS.refund_too_late({ number, paidOn, until }));
  return until;
}

function invalid(pointer: string, code: string, message: Sentence): InvalidInputError {
  return new InvalidInputError([{ pointer, code, message }]);
}
