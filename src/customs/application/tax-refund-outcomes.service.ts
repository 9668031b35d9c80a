import { Injectable } from '@nestjs/common';

import { Money, type MoneyJson } from '../../kernel/money.js';
import { type Tx } from '../../platform/database/session.js';
import { names } from '../domain/imports/refundable-tax.js';
import { TAX_REFUND } from '../domain/imports/tax-refund-status.js';
import { type DeclarationRequest } from '../entities/declaration-request.entity.js';
import { ImportTaxRefund } from '../entities/import-tax-refund.entity.js';
import { type ExpireTaxRefund } from '../jobs/expire-tax-refund.job.js';
import { CustomsWindow } from '../partners/customs-window.port.js';
import {
  announceGrantedRefund,
  announceLateRefund,
  announcePaidRefund,
  announceRefusedRefund,
  noteRefund,
  watchRefund,
} from './tax-refund-news.js';

const AWAITED = `
  SELECT id, number, tax_number AS "taxNumber" FROM customs.import_tax_refund
  WHERE tenant_id = $1 AND state IN ('asked', 'granted') ORDER BY id`;

interface AwaitedRefund {
  readonly id: string;
  readonly number: string | null;
  readonly taxNumber: string;
}

/** What becomes of taxes that were asked back: what customs says, and the money. The books have it as any other that comes in. */
@Injectable()
export class TaxRefundOutcomes {
  constructor(private readonly window: CustomsWindow) {}

  /** Customs gives them back. @param body its answer, word for word */
  async granted(tx: Tx, request: DeclarationRequest, body: string): Promise<void> {
    const refund = await this.of(tx, request);
    if (refund === null || !TAX_REFUND.allows(refund.state, 'grant')) return;
    const { number, amount, interest } = this.window.readTaxRefund(body);
    const granted = amount ?? refund.amount;
    refund.grant({ number, amount: granted, interest }, tx);
    noteRefund(tx, 'grant', refund, 'asked');
    announceGrantedRefund(tx, refund, granted, interest);
    if (!this.settle(tx, refund)) watchRefund(tx, refund);
    await tx.store(ImportTaxRefund, refund);
  }

  /** Customs or a second person said no, of a request that may be about something else. */
  async refused(tx: Tx, request: DeclarationRequest): Promise<void> {
    if (request.kind !== 'tax_refund') return;
    const refund = await this.of(tx, request);
    if (refund === null || !TAX_REFUND.allows(refund.state, 'refuse')) return;
    refund.refuse(request.outcomeReason ?? '', tx.now);
    await tx.store(ImportTaxRefund, refund);
    noteRefund(tx, 'refuse', refund, 'asked');
    announceRefusedRefund(tx, refund);
  }

  /**
   * Money has come in for somebody. It is a refund's when it names its number, or the number of its bill and is just as much; it
   * may come before customs has said that it is granted.
   */
  async received(tx: Tx, amount: MoneyJson, remittance: string): Promise<void> {
    if (amount.currency !== 'CNY' || remittance === '') return;
    const awaited = await tx.query<AwaitedRefund>(AWAITED, [tx.tenantId]);
    const named = awaited.filter((each) => names(remittance, each.number) || names(remittance, each.taxNumber));
    const money = Money.fromJSON(amount);
    for (const { id } of named) {
      const refund = await tx.lock(ImportTaxRefund, id);
      if (refund === null || !isWaitedFor(refund)) continue;
      if (!names(remittance, refund.number) && !refund.expected.equals(money)) continue;
      refund.take(money, tx.now);
      this.settle(tx, refund);
      await tx.store(ImportTaxRefund, refund);
      return;
    }
  }

  /** The treasury should have paid: if it has not, somebody is told, and again later. */
  async chase(tx: Tx, { refundId, expectedBy }: ExpireTaxRefund): Promise<void> {
    const refund = await tx.lock(ImportTaxRefund, refundId);
    if (refund?.expectedBy?.toISOString() !== expectedBy) return;
    refund.waitOn(tx.now);
    await tx.store(ImportTaxRefund, refund);
    announceLateRefund(tx, refund, expectedBy);
    watchRefund(tx, refund);
  }

  /** @returns whether all of it is there */
  private settle(tx: Tx, refund: ImportTaxRefund): boolean {
    if (!refund.isThere || !TAX_REFUND.allows(refund.state, 'receive')) return false;
    refund.settle(tx.now);
    noteRefund(tx, 'receive', refund, 'granted');
    announcePaidRefund(tx, refund);
    return true;
  }

  private async of(tx: Tx, { id: requestId }: DeclarationRequest): Promise<ImportTaxRefund | null> {
    return tx.manager.findOne(ImportTaxRefund, {
      where: { tenantId: tx.tenantId, requestId },
      lock: { mode: 'for_no_key_update' },
    });
  }
}

function isWaitedFor({ state }: ImportTaxRefund): boolean {
  return state === 'asked' || state === 'granted';
}
