import { Injectable } from '@nestjs/common';

import { Catalogue, type LibraryRate, RefundLibrary } from '../../catalogue/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import { type Preamble } from '../../platform/database/unit-of-work.js';
import { type GivenLine, type OrderLine } from '../domain/trade-order.js';

/** How many goods of one day are remembered. */
const KNOWN_MAX = 5_000;

/** What the rate of a line stands on. */
type Goods = Pick<OrderLine, 'hsCode' | 'refundCode'>;

/** Refund rates as an estimate needs them: of goods on a day, or unknown. */
@Injectable()
export class RefundRates {
  /** By day and code: of the table that comes with the project, which does not change. */
  private readonly known = new Map<string, OrderLine['refundRate']>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly library: RefundLibrary,
  ) {}

  /** What has to be known of the official library about the goods of an order; its rows are for `on`. */
  question(tenantId: string, lines: readonly GivenLine[]): Preamble {
    const codes = lines.flatMap(({ hsCode, refundCode }) => [hsCode, refundCode].filter((code) => code != null));
    const productIds = [...new Set(lines.flatMap(({ productId }) => productId ?? []))];
    return this.library.question(tenantId, { codes, productIds });
  }

  rows(view: View, lines: readonly Goods[]): Promise<LibraryRate[]> {
    return this.library.rows(
      view,
      lines.flatMap(({ hsCode, refundCode }) => [hsCode, ...(refundCode === null ? [] : [refundCode])]),
    );
  }

  /** @returns null where no row is known, or a person must choose one: an order may be placed all the same, only its estimate is without it */
  on(goods: Goods, date: LocalDate, library: readonly LibraryRate[]): OrderLine['refundRate'] {
    if (library.length > 0) return this.lookUp(goods, date, library);
    const key = `${date} ${goods.hsCode}`;
    let rate = this.known.get(key);
    if (rate === undefined) {
      rate = this.lookUp(goods, date, []);
      if (this.known.size >= KNOWN_MAX) this.known.clear();
      this.known.set(key, rate);
    }
    return rate;
  }

  private lookUp(
    { hsCode, refundCode }: Goods,
    exportDate: LocalDate,
    library: readonly LibraryRate[],
  ): OrderLine['refundRate'] {
    try {
      const query = { hsCode, refundCode: refundCode ?? undefined, exportDate };
      const { refundRate, rule } = this.catalogue.refundRateFrom(library, query);
      return { rate: refundRate.toFixed(), tableVersion: rule.version };
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'unavailable') return null;
      throw error;
    }
  }
}
