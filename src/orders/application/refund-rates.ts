import { Injectable } from '@nestjs/common';

import { Catalogue } from '../../catalogue/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type OrderLine } from '../domain/trade-order.js';

/** How many goods of one day are remembered. */
const KNOWN_MAX = 5_000;

/** Refund rates as an estimate needs them: of goods on a day, or unknown. */
@Injectable()
export class RefundRates {
  private readonly known = new Map<string, OrderLine['refundRate']>();

  constructor(private readonly catalogue: Catalogue) {}

  /** @returns null where the table has no row: an order may be placed all the same, only its estimate is without it */
  on(hsCode: string, date: LocalDate): OrderLine['refundRate'] {
    const key = `${date} ${hsCode}`;
    let rate = this.known.get(key);
    if (rate === undefined) {
      rate = this.lookUp(hsCode, date);
      if (this.known.size >= KNOWN_MAX) this.known.clear();
      this.known.set(key, rate);
    }
    return rate;
  }

  private lookUp(hsCode: string, exportDate: LocalDate): OrderLine['refundRate'] {
    try {
      const { refundRate, rule } = this.catalogue.refundRate({ hsCode, exportDate });
      return { rate: refundRate.toFixed(), tableVersion: rule.version };
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'unavailable') return null;
      throw error;
    }
  }
}
