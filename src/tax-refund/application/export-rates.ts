import { Injectable } from '@nestjs/common';

import { Catalogue } from '../../catalogue/index.js';
import { type OrderLineSnapshot } from '../../contracts/order-snapshot.js';
import { Decimal } from '../../kernel/decimal.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type View } from '../../platform/database/session.js';
import { type TaxRates } from '../domain/consumption-tax-voucher.js';
import { type ClearedDeclaration } from '../domain/export-facts.js';
import { type ClaimCalculation } from '../entities/claim-columns.js';

/** The refund rate of a declared item: one of both is null. */
export interface ExportRate {
  readonly known: ClaimCalculation['refundRates'][number] | null;
  /** Why none is known, or that a person must choose one. */
  readonly refusal: Sentence | null;
  /** How the official library has the goods taxed with consumption tax; null where it knows none. */
  readonly consumptionTax: TaxRates | null;
}

/** The refund rates of what was exported, on its export date. */
@Injectable()
export class ExportRates {
  constructor(private readonly catalogue: Catalogue) {}

  /** By item, in their order, in one statement; what a person chose for a line of the order counts for its items. */
  async of(
    view: View,
    { items, exportDate }: Pick<ClearedDeclaration, 'items' | 'exportDate'>,
    lines: readonly OrderLineSnapshot[],
  ): Promise<ExportRate[]> {
    const queries = items.map(({ hsCode, orderLineId }) => {
      const chosen = lines.find(({ id }) => id === orderLineId)?.refundCode;
      // Declared under another code than it was ordered under: the choice was made for other goods.
      const refundCode = chosen?.startsWith(hsCode) === true ? chosen : undefined;
      return { hsCode, refundCode, exportDate };
    });
    const found = await this.catalogue.refundRates(view, queries);
    return found.map((rate, index): ExportRate => {
      if (rate instanceof Error) return { known: null, refusal: rate.sentence, consumptionTax: null };
      const { refundRate, rule, steps, library } = rate;
      return {
        known: { hsCode: queries[index]?.hsCode ?? '', exportDate, refundRate: refundRate.toString(), rule, steps },
        refusal: null,
        consumptionTax: consumptionTaxIn(library),
      };
    });
  }
}

/** How the official library has goods taxed; null where it knows no consumption tax of them. */
export function consumptionTaxIn(
  library: { readonly adValorem: string | null; readonly specificTax: string | null } | null,
): TaxRates | null {
  const rate = decimalOf(library?.adValorem ?? null);
  const amountPerUnit = decimalOf(library?.specificTax ?? null);
  return rate === null && amountPerUnit === null ? null : { rate, amountPerUnit };
}

/** A rate of nought is none. */
function decimalOf(text: string | null): Decimal | null {
  const value = text === null ? null : new Decimal(text);
  return value?.isZero() === false ? value : null;
}
