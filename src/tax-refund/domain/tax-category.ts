import { type LocalDate } from '../../kernel/local-date.js';
import { type Sentence } from '../../kernel/sentence.js';
import { type Finding } from './finding.js';
import { finding } from './match-checks.js';
import { type MatchedLine } from './match-facts.js';
import { SAY } from './tax-category.sentences.js';

/** What the table says of one code, on the day that an invoice was issued. */
export interface TaxCategory {
  readonly name: string;
  /** Printed between asterisks before the name of the goods. */
  readonly shortName: string | null;
  readonly isGroup: boolean;
  /** HS headings, as the table states them; empty where it states none. */
  readonly headings: readonly string[];
}

/** The table, as far as it was asked. */
export interface TaxCategories {
  /** Undefined: the table has not the code. Null: no table is loaded for that day, and nothing is known. */
  of(code: string, day: LocalDate): TaxCategory | undefined | null;
  covers(headings: readonly string[], hsCode: string): boolean;
  /** The codes that the table has for an HS code. */
  forHsCode(hsCode: string): readonly string[];
}

export interface Categorised {
  /** Null where the invoice was recorded without one. */
  readonly taxCategory: string | null;
  readonly issuedOn: LocalDate;
  readonly goodsName: string;
  /** As declared. */
  readonly hsCode: string;
}

/** 篇: goods, and services of processing, which are billed for goods made of the customer's material (委托加工). */
const OF_GOODS: readonly string[] = ['1', '2'];
const PRINTED = /^\*([^*]+)\*/;

/**
 * What does not go together: an invoice's tax classification code, the goods that it prints and the HS code that was declared.
 * Says nothing where the table says nothing: it states headings of only some codes.
 * Source: 商品和服务税收分类编码表, 国家税务总局公告2016年第23号, 2017年第45号 (the short name is printed).
 */
export function categoryFault(given: Categorised, categories: TaxCategories): Sentence | null {
  const { taxCategory: code, issuedOn: day, goodsName, hsCode } = given;
  if (code === null) return null;
  const category = categories.of(code, day);
  if (category === null) return null;
  if (category === undefined) return SAY.unknown({ code, day });
  const { name, shortName, isGroup, headings } = category;
  if (!OF_GOODS.includes(code.slice(0, 1))) return SAY.not_goods({ code, name, hsCode });
  if (isGroup) return SAY.group({ code, name });
  if (headings.length > 0 && !categories.covers(headings, hsCode)) {
    const codes = categories.forHsCode(hsCode);
    const instead = codes.length === 0 ? SAY.none_suggested({ hsCode }) : SAY.suggested({ hsCode, codes });
    return SAY.other_goods({ code, name, headings, hsCode, instead });
  }
  const printed = PRINTED.exec(goodsName)?.[1];
  if (printed === undefined || shortName === null || printed === shortName) return null;
  return SAY.printed_otherwise({ name: goodsName, code, short: shortName });
}

/** Of the invoices that cover an export; nothing here forbids a claim. */
export function categoryFindings(matched: readonly MatchedLine[], categories: TaxCategories): Finding[] {
  return matched.flatMap(({ line: { hsCode, lineNumber }, takes }) =>
    takes.flatMap(({ invoice: { taxCategory = null, issuedOn, goodsName, invoiceNumber } }) => {
      const fault = categoryFault({ taxCategory, issuedOn, goodsName, hsCode }, categories);
      return fault === null ? [] : [finding('tax_category', 'warn', fault, { lineNumber, invoiceNumber })];
    }),
  );
}
