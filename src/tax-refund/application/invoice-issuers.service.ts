import { Injectable } from '@nestjs/common';

import { newId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { checkReview, type IssuerDetails, type ReviewDays } from '../domain/issuer.js';
import { IssuerSubmittedError, OwnIssuerError } from '../domain/issuer.errors.js';
import { SAY } from '../domain/issuer.sentences.js';
import { ISSUER } from '../domain/issuer-status.js';
import { InvoiceIssuer } from '../entities/invoice-issuer.entity.js';
import { FOLLOW_ISSUER } from '../jobs/tax-refund.job.js';
import { announceIssuer, announceNo, noteIssuer } from './issuer-news.js';

interface IssuerTerms {
  readonly name: string;
  readonly taxNumber: string;
  readonly details: IssuerDetails;
}

/** Who issues invoices: entered by one, reviewed by another (开票人预审), valid for a time. */
@Injectable()
export class InvoiceIssuers {
  /** @throws IssuerSubmittedError while another review of the same one waits */
  async submit(tx: Tx, terms: IssuerTerms): Promise<InvoiceIssuer> {
    const { tenantId, now } = tx;
    const issuer = InvoiceIssuer.submit({ ...terms, tenantId, id: newId(), enteredBy: tx.caller.actor, now });
    try {
      await tx.insert(InvoiceIssuer, issuer);
    } catch (error) {
      if (!violates(error, 'uq_invoice_issuer_submitted')) throw error;
      const { taxNumber } = terms;
      throw new IssuerSubmittedError(SAY.submitted_already({ taxNumber }), { taxNumber });
    }
    noteIssuer(tx, 'submit', issuer, null);
    announceIssuer(tx, issuer, 'submitted');
    return issuer;
  }

  /** @throws ResourceNotFoundError, IllegalTransitionError, InvalidInputError, OwnIssuerError */
  async approve(tx: Tx, id: string, days: ReviewDays): Promise<InvoiceIssuer> {
    const issuer = await this.toReview(tx, id, 'approve');
    checkReview(days, dateInZone(tx.now, CHINA));
    issuer.approve(days, tx.caller.actor, tx.now);
    await tx.store(InvoiceIssuer, issuer);
    this.follow(tx, issuer);
    noteIssuer(tx, 'approve', issuer, 'submitted', { ...days });
    announceIssuer(tx, issuer, 'approved');
    return issuer;
  }

  /** @throws ResourceNotFoundError, IllegalTransitionError, OwnIssuerError */
  async refuse(tx: Tx, id: string, reason: string): Promise<InvoiceIssuer> {
    const issuer = await this.toReview(tx, id, 'refuse');
    issuer.refuse(reason, tx.caller.actor, tx.now);
    await tx.store(InvoiceIssuer, issuer);
    noteIssuer(tx, 'refuse', issuer, 'submitted', { reason });
    announceNo(tx, issuer, 'refused', reason);
    return issuer;
  }

  /** From now on its review holds for no invoice any more. @throws ResourceNotFoundError, IllegalTransitionError */
  async revoke(tx: Tx, id: string, reason: string): Promise<InvoiceIssuer> {
    const issuer = await this.locked(tx, id);
    issuer.revoke(reason, tx.now);
    await tx.store(InvoiceIssuer, issuer);
    noteIssuer(tx, 'revoke', issuer, 'approved', { reason });
    announceNo(tx, issuer, 'revoked', reason);
    return issuer;
  }

  /** Its hour has come: somebody is told that the review ends soon, or that it has ended. */
  async followUp(tx: Tx, id: string): Promise<void> {
    const issuer = await tx.lock(InvoiceIssuer, id);
    if (issuer?.state !== 'approved' || issuer.expectedBy === null) return;
    if (issuer.expectedBy > tx.now) {
      this.follow(tx, issuer);
      return;
    }
    if (issuer.warnedAt === null) {
      issuer.warn(tx.now);
      this.follow(tx, issuer);
      noteIssuer(tx, 'warn', issuer, 'approved');
      announceIssuer(tx, issuer, 'expiring');
    } else {
      issuer.expire(tx.now);
      noteIssuer(tx, 'expire', issuer, 'approved');
      announceIssuer(tx, issuer, 'expired');
    }
    await tx.store(InvoiceIssuer, issuer);
  }

  async get(view: View, id: string): Promise<InvoiceIssuer> {
    const issuer = await view.find(InvoiceIssuer, id);
    if (issuer === null) throw new ResourceNotFoundError(SAY.no_such_issuer);
    return issuer;
  }

  list(
    view: View,
    query: PageQuery,
    filter: { readonly state: string | undefined; readonly taxNumber: string | undefined },
  ): Promise<Page<InvoiceIssuer>> {
    const conditions = [...among('state', filter.state), ...equal('tax_number', filter.taxNumber)];
    return entityPage(view, InvoiceIssuer, { table: 'tax_refund.invoice_issuer', query, conditions });
  }

  private follow(tx: Tx, { id, expectedBy }: InvoiceIssuer): void {
    if (expectedBy !== null) enqueue(tx, FOLLOW_ISSUER, { issuerId: id }, { dueAt: expectedBy });
  }

  /** In live operation somebody else decides than entered it. */
  private async toReview(tx: Tx, id: string, command: 'approve' | 'refuse'): Promise<InvoiceIssuer> {
    const issuer = await this.locked(tx, id);
    ISSUER.next(issuer.state, command);
    if (tx.livemode && issuer.enteredBy === tx.caller.actor) throw new OwnIssuerError(SAY.own_entry);
    return issuer;
  }

  private async locked(tx: Tx, id: string): Promise<InvoiceIssuer> {
    const issuer = await tx.lock(InvoiceIssuer, id);
    if (issuer === null) throw new ResourceNotFoundError(SAY.no_such_issuer);
    tx.assertFresh(issuer);
    return issuer;
  }
}
