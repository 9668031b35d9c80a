import { Injectable } from '@nestjs/common';

import { Approvals } from '../../approvals/index.js';
import { told } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { effectOfGrant } from '../domain/declaration-request.js';
import { SAY_OF_REQUESTS } from '../domain/declaration-request.sentences.js';
import { DeclarationRequest } from '../entities/declaration-request.entity.js';
import { openRequest } from '../entities/declaration-requests.table.js';
import { type Declaration } from '../entities/declaration.entity.js';
import { type KeptReceipt, type ReceiptOutcome } from '../entities/receipts.table.js';
import { note } from './announce.js';
import { TaxBills } from './tax-bills.service.js';
import { TaxRefundOutcomes } from './tax-refund-outcomes.service.js';
import { announceGranted, announceRequestRefused, noteRequest } from './request-news.js';

/** What an answer did. */
export interface Heard {
  readonly outcome: ReceiptOutcome;
  readonly steps: readonly string[];
}

/** What customs answers to requests about a declaration, and what that does to it. The caller holds it and stores it. */
@Injectable()
export class RequestOutcomes {
  constructor(
    private readonly approvals: Approvals,
    private readonly bills: TaxBills,
    private readonly refunds: TaxRefundOutcomes,
  ) {}

  /** An answer twice, or to what is over, changes nothing. */
  async hear(tx: Tx, declaration: Declaration, receipt: KeptReceipt): Promise<Heard> {
    const request = receipt.requestId === null ? null : await tx.lock(DeclarationRequest, receipt.requestId);
    // Taxes may be asked back while the import is declared anew; anything else was about that attempt.
    if (request !== null && request.kind !== 'tax_refund' && request.attempt !== declaration.attempt) {
      return { outcome: 'superseded', steps: [] };
    }
    if (request?.state !== 'queued' && request?.state !== 'sent') return { outcome: 'late', steps: [] };
    if (receipt.kind === 'request_refused') {
      await this.refuse(tx, declaration, request, receipt.note);
      return { outcome: 'applied', steps: ['refuse'] };
    }
    const heard = await this.grant(tx, declaration, request);
    if (request.kind === 'tax_refund') await this.refunds.granted(tx, request, receipt.body);
    return heard;
  }

  async refuse(tx: Tx, declaration: Declaration, request: DeclarationRequest, reason: string): Promise<void> {
    const from = request.state;
    request.refuse(reason, tx);
    noteRequest(tx, 'refuse', declaration, request, from);
    announceRequestRefused(tx, declaration, request);
    await tx.store(DeclarationRequest, request);
    await this.refunds.refused(tx, request);
  }

  /** The declaration took another way: what was asked about it is not to be had any more. */
  async overtakeOpen(tx: Tx, declaration: Declaration): Promise<void> {
    const request = await openRequest(tx, declaration.id);
    if (request !== null && request.kind !== 'tax_refund') await this.overtake(tx, declaration, request);
  }

  async overtake(tx: Tx, declaration: Declaration, request: DeclarationRequest): Promise<void> {
    const from = request.state;
    await this.approvals.dismiss(tx, request.approval);
    request.overtake(told(SAY_OF_REQUESTS.goods_left, 'zh'), tx);
    noteRequest(tx, 'overtake', declaration, request, from);
    await tx.store(DeclarationRequest, request);
  }

  async grant(tx: Tx, declaration: Declaration, request: DeclarationRequest): Promise<Heard> {
    const { state: from } = declaration;
    const effect = effectOfGrant(request.kind, from);
    if (effect === null) {
      await this.overtake(tx, declaration, request);
      return { outcome: 'late', steps: [] };
    }
    const before = request.state;
    request.grant(tx);
    await tx.store(DeclarationRequest, request);
    noteRequest(tx, 'grant', declaration, request, before);
    if (effect === 'withdraw') {
      declaration.withdraw(tx);
      await this.bills.lift(tx, declaration);
    } else if (effect === 'cancel_exit') declaration.cancelExit(tx);
    else if (effect === 'answer') declaration.question(null, tx);
    else if (effect === 'change') declaration.change(request.form ?? declaration.form, tx);
    if (declaration.state !== from) note(tx, effect as 'withdraw' | 'cancel_exit', declaration, from);
    announceGranted(tx, declaration, request);
    return { outcome: 'applied', steps: [effect] };
  }
}
