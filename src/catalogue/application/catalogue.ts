import { Injectable } from '@nestjs/common';

import { REFUND_RATES } from '../data/refund-rates.js';
import {
  type RefundRate,
  type RefundRateFilter,
  refundRateOn,
  type RefundRateQuery,
  type RefundRateRow,
  refundRatesIn,
} from '../domain/refund-rate.js';

/** What other modules may ask of the reference data. Every answer says which rule and version it stands on. */
@Injectable()
export class Catalogue {
  /**
   * The export refund rate of goods on the export date of their declaration.
   * @throws InvalidInputError, ProductGroupUnknownError, RefundRateNotFoundError
   */
  refundRate(query: RefundRateQuery): RefundRate {
    return refundRateOn(REFUND_RATES, query);
  }

  /** The table itself, or some of it. */
  refundRates(filter: RefundRateFilter): { version: string; rows: RefundRateRow[] } {
    return { version: REFUND_RATES.version, rows: refundRatesIn(REFUND_RATES, filter) };
  }
}
