import { Injectable } from '@nestjs/common';

import { coversHs, TaxClassifications } from '../../catalogue/index.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import { type InvoiceInput } from '../domain/invoice-input.js';
import { type InvoiceWarning } from '../domain/invoice-findings.js';
import { type Finding } from '../domain/finding.js';
import { type MatchedLine } from '../domain/match-facts.js';
import {
  type Categorised,
  categoryFault,
  categoryFindings,
  type TaxCategories as Asked,
  type TaxCategory,
} from '../domain/tax-category.js';

const SUGGESTED_MAX = 5;

/** What the table of tax classification codes (税收分类编码) says of invoices. */
@Injectable()
export class TaxCategories {
  constructor(private readonly classifications: TaxClassifications) {}

  /** Asks the table once for each day of issue. */
  private async of(view: View, lines: readonly Categorised[]): Promise<Asked> {
    const given = lines.flatMap(({ taxCategory, issuedOn }) =>
      taxCategory === null ? [] : [{ taxCategory, issuedOn }],
    );
    const days = [...new Set(given.map(({ issuedOn }) => issuedOn))];
    const tables = new Map<LocalDate, ReadonlyMap<string, TaxCategory> | null>();
    for (const day of days) {
      const codes = given.flatMap(({ taxCategory, issuedOn }) => (issuedOn === day ? [taxCategory] : []));
      tables.set(day, await this.table(view, [...new Set(codes)], day));
    }
    const latest = days.toSorted().at(-1);
    const hsCodes = [...new Set(lines.map(({ hsCode }) => hsCode))];
    const suggested =
      latest === undefined
        ? new Map<string, readonly string[]>()
        : await this.classifications.forHsCodes(view, hsCodes, latest, SUGGESTED_MAX);
    return {
      of: (code, day) => {
        const table = tables.get(day);
        return table == null ? null : table.get(code);
      },
      covers: coversHs,
      forHsCode: (hsCode) => suggested.get(hsCode) ?? [],
    };
  }

  /** What is odd about an invoice that is taken in, by the HS codes that it was recorded with. */
  async warnings(view: View, { issuedOn, lines }: InvoiceInput): Promise<InvoiceWarning[]> {
    const given = lines.map(({ taxCategory, goodsName, hsCode }) => ({ taxCategory, issuedOn, goodsName, hsCode }));
    if (given.every(({ taxCategory }) => taxCategory === null)) return [];
    const categories = await this.of(view, given);
    return given.flatMap((line, index) => {
      const detail = categoryFault(line, categories);
      return detail === null ? [] : [{ pointer: `/lines/${index}/taxCategory`, rule: 'tax_category' as const, detail }];
    });
  }

  /** Of the invoices that cover an export, by the HS codes that were declared. */
  async findings(view: View, matched: readonly MatchedLine[]): Promise<Finding[]> {
    const lines = matched.flatMap(({ line: { hsCode }, takes }) =>
      takes.map(({ invoice: { taxCategory = null, issuedOn, goodsName } }) => {
        return { taxCategory, issuedOn, goodsName, hsCode };
      }),
    );
    if (lines.every(({ taxCategory }) => taxCategory === null)) return [];
    return categoryFindings(matched, await this.of(view, lines));
  }

  /** Null where no table is loaded for that day. */
  private async table(
    view: View,
    codes: readonly string[],
    day: LocalDate,
  ): Promise<ReadonlyMap<string, TaxCategory> | null> {
    const known = await this.classifications.known(view, codes, day);
    if (known.size === 0 && !(await this.classifications.isOnRecord(view, day))) return null;
    return new Map(
      [...known].map(
        ([
          code,
          {
            known: { value },
            isGroup,
          },
        ]) => {
          const { nameZh: name, shortName, hsCodes: headings } = value;
          return [code, { name, shortName, isGroup, headings }];
        },
      ),
    );
  }
}
