import { Injectable } from '@nestjs/common';

import { Money } from '../../kernel/money.js';
import { type View } from '../../platform/database/session.js';
import { entityPage } from '../../platform/http/entity-page.js';
import { among, equal, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { spreadOf } from '../domain/filing-batch.js';
import { SAY } from '../domain/filing-batch.sentences.js';
import { FilingBatch } from '../entities/filing-batch.entity.js';
import {
  type BatchedClaim,
  claimsOfBatch,
  type PaymentOfBatch,
  paymentsOfBatch,
  type RateTotal,
  totalsByRate,
} from '../entities/filing-batches.table.js';
import { payableIn, receivedOf } from './batch-outcomes.service.js';

/** A batch with its claims, its totals, and what was paid for it. Money in CNY. */
export interface FullBatch {
  readonly batch: FilingBatch;
  readonly claims: readonly BatchedClaim[];
  readonly rates: readonly RateTotal[];
  readonly taxable: Money;
  readonly refund: Money;
  readonly awarded: Money;
  readonly payments: readonly PaymentOfBatch[];
  readonly received: Money;
  /** What has come and covers no whole claim yet. */
  readonly unspread: Money;
}

export interface BatchFilter {
  readonly state: string | undefined;
  readonly sellerId: string | undefined;
  readonly period: string | undefined;
  readonly regime: string | undefined;
}

/** Attempts that the bureau did not get, or did not take. */
const LEFT: readonly (string | null)[] = ['doubted', 'withheld', 'refused'];

/** What callers see of batches. */
@Injectable()
export class FilingBatchReader {
  async get(view: View, id: string): Promise<FullBatch> {
    const batch = await view.find(FilingBatch, id);
    if (batch === null) throw new ResourceNotFoundError(SAY.no_such_batch);
    const [claims, payments] = await Promise.all([claimsOfBatch(view, id), paymentsOfBatch(view, id)]);
    const standing = standingIn(claims);
    const rates = await totalsByRate(
      view,
      standing.map((claim) => claim.id),
    );
    const payable = payableIn(claims);
    const received = receivedOf(payments);
    return {
      ...{ batch, claims, rates, payments, received },
      taxable: sum(standing.map((claim) => claim.taxable)),
      refund: sum(standing.map((claim) => claim.refund)),
      awarded: sum(payable.map((claim) => claim.awarded)),
      unspread: spreadOf(received, payable).left,
    };
  }

  list(view: View, query: PageQuery, { state, sellerId, period, regime }: BatchFilter): Promise<Page<FilingBatch>> {
    return entityPage(view, FilingBatch, {
      table: 'tax_refund.filing_batch',
      query,
      conditions: [
        ...among('state', state),
        ...equal('seller_id', sellerId),
        ...equal('period', period),
        ...equal('regime', regime),
      ],
    });
  }
}

/** Those that wait in it, or that the bureau has of it. */
export function standingIn(claims: readonly BatchedClaim[]): BatchedClaim[] {
  return claims.filter(({ filing }) => !LEFT.includes(filing));
}

function sum(amounts: readonly Money[]): Money {
  return Money.sum(amounts, 'CNY');
}
