import { Injectable } from '@nestjs/common';

import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { type DatedPageQuery, equal, page, type Page } from '../../../platform/http/paging.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { isForeignReceipt } from '../../domain/bop/foreign-receipt.js';
import { smallSellerStatus } from '../../domain/safe/small-seller-status.js';
import { Collection } from '../../entities/collection.entity.js';
import { classOn } from '../../entities/enterprise-classes.table.js';
import {
  addToYear,
  SELLER_YEAR,
  sellerYear,
  setYearStatus,
  type SmallSellerYear,
} from '../../entities/small-seller-years.table.js';
import { Board } from '../conversions/board.js';

const YEAR_DIGITS = 4;

/** What sellers receive in a calendar year: those who trade little need not register in the directory. */
@Injectable()
export class SmallSellers {
  constructor(private readonly board: Board) {}

  /** A receipt counts in the year of its credit, in USD at the last known board. The caller counts it once. */
  async count(tx: Tx, collectionId: string): Promise<void> {
    const collection = await tx.find(Collection, collectionId);
    if (collection?.entryKind !== 'credit' || !isForeignReceipt(collection)) return;
    const { partyId, bookedOn } = collection;
    const year = await addToYear(tx, partyId, yearOf(bookedOn), await this.cents(tx, collection.amount));
    const { status } = smallSellerStatus(Money.ofMinor(BigInt(year.totalMinor), 'USD'));
    if (status === year.status) return;
    await setYearStatus(tx, year.id, status);
    // Of those who are registered anyway nobody wants to hear it.
    if ((await classOn(tx, partyId, bookedOn))?.isSmallSeller !== true) return;
    publish(tx, {
      type: 'fx.small_seller.status_changed',
      resource: { type: 'party', id: partyId },
      data: { year: year.year, total: Money.ofMinor(BigInt(year.totalMinor), 'USD').toJSON(), status },
    });
  }

  async isExempt(view: View, partyId: string, on: LocalDate): Promise<boolean> {
    return (await sellerYear(view, partyId, yearOf(on)))?.status !== 'registration_required';
  }

  list(
    view: View,
    query: DatedPageQuery,
    filter: { partyId?: string | undefined; year?: number | undefined },
  ): Promise<Page<SmallSellerYear>> {
    const conditions = [...equal('party_id', filter.partyId), ...equal('year', filter.year)];
    return page<SmallSellerYear>(view, { table: 'fx.small_seller_year', columns: SELLER_YEAR, query, conditions });
  }

  private async cents(view: View, amount: Money): Promise<bigint | null> {
    if (amount.currency === 'USD') return amount.minor;
    const perUsd = await this.board.perUsd(view, amount.currency);
    return perUsd === null ? null : Money.ofMajor(amount.toDecimal().div(perUsd), 'USD', 'half-up').minor;
  }
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, YEAR_DIGITS));
}
