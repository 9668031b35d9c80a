import { Injectable } from '@nestjs/common';

import { type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { earliestExport } from '../domain/export-facts.js';
import { type RefundDeadlines, refundDeadlines } from '../domain/refund-deadlines.js';
import { SAY } from '../domain/tax-refund.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import { type ClaimFlag, flagsOf } from '../entities/claim-flags.table.js';
import { type ClaimLineRow, claimLinesOf } from '../entities/claim-lines.table.js';
import { type Filing, filingsOf } from '../entities/filings.table.js';
import { Invoice } from '../entities/invoice.entity.js';
import { RefundCase } from '../entities/refund-case.entity.js';

/** A claim with its lines and its attempts. */
export interface FullClaim {
  readonly claim: Claim;
  readonly lines: readonly ClaimLineRow[];
  readonly filings: readonly Filing[];
  readonly flags: readonly ClaimFlag[];
}

/** The refund of one order as a clerk wants to see it. */
export interface CaseView {
  readonly refundCase: RefundCase;
  /** The claim that stands, if one was made. */
  readonly claim: Claim | null;
  readonly invoices: readonly Invoice[];
  /** Known once customs has cleared some of the goods: those of the earliest export. */
  readonly deadlines: RefundDeadlines | null;
}

export interface ClaimFilter {
  readonly state: string | undefined;
  readonly orderId: string | undefined;
  readonly sellerId: string | undefined;
  readonly period: string | undefined;
}

/** What callers may look at. */
@Injectable()
export class ClaimReader {
  async get(view: View, id: string): Promise<FullClaim> {
    const claim = await this.claim(view, id);
    const [lines, filings, flags] = await Promise.all([claimLinesOf(view, id), filingsOf(view, id), flagsOf(view, id)]);
    return { claim, lines, filings, flags };
  }

  /** Without lines and attempts. */
  async claim(view: View, id: string): Promise<Claim> {
    const claim = await view.find(Claim, id);
    if (claim === null) throw new ResourceNotFoundError(SAY.no_such_claim);
    return claim;
  }

  list(view: View, query: PageQuery, { state, orderId, sellerId, period }: ClaimFilter): Promise<Page<Claim>> {
    return entityPage(view, Claim, {
      table: 'tax_refund.claim',
      query,
      conditions: [
        ...among('state', state),
        ...equal('order_id', orderId),
        ...equal('seller_id', sellerId),
        ...equal('period', period),
      ],
    });
  }

  async case(view: View, orderId: string): Promise<CaseView> {
    const refundCase = await view.find(RefundCase, orderId);
    if (refundCase === null) throw new ResourceNotFoundError(SAY.no_such_case);
    const { tenantId } = view;
    const [claims, invoices] = await Promise.all([
      view.manager.find(Claim, { where: { tenantId, orderId }, order: { id: 'DESC' }, take: 1 }),
      view.manager.find(Invoice, { where: { tenantId, orderId, state: 'recorded' }, order: { id: 'ASC' } }),
    ]);
    const exportDate = earliestExport(refundCase.declarations);
    return {
      refundCase,
      claim: claims.find(({ state }) => state !== 'abandoned') ?? null,
      invoices,
      deadlines: exportDate === null ? null : refundDeadlines({ exportDate }),
    };
  }

  cases(view: View, query: PageQuery, state: string | undefined): Promise<Page<RefundCase>> {
    return entityPage(view, RefundCase, {
      table: 'tax_refund.refund_case',
      query,
      conditions: among('state', state),
      hasOlderIds: true,
    });
  }
}
