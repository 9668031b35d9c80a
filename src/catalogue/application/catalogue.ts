import { Injectable } from '@nestjs/common';

import { DomainError } from '../../kernel/domain-error.js';
import { type View } from '../../platform/database/session.js';
import { REFUND_RATES } from '../data/refund-rates.js';
import {
  type RefundRateAnswer,
  refundRateAnswer,
  type RefundRateFact,
  refundRateHistory,
} from '../domain/refund-answer.js';
import { type LibraryQuestion, type LibraryRate } from '../domain/refund-library.js';
import {
  type RefundRate,
  type RefundRateFilter,
  refundRateOn,
  type RefundRateQuery,
  type RefundRateRow,
  refundRatesIn,
} from '../domain/refund-rate.js';
import { RefundLibrary } from './refund-library.js';

/** What other modules may ask of the reference data. Every answer says which rule and version it stands on. */
@Injectable()
export class Catalogue {
  constructor(private readonly library: RefundLibrary) {}

  /**
   * The export refund rate of goods on the export date of their declaration.
   * @throws InvalidInputError, ProductGroupUnknownError, RefundRateNotFoundError, RefundRateChoiceError
   */
  async refundRate(view: View, query: RefundRateQuery): Promise<RefundRate> {
    return this.refundRateFrom(await this.library.rows(view, codesOf([query])), query);
  }

  /** Of many goods, in one statement: each rate, or why there is none. */
  async refundRates(
    view: View,
    queries: readonly RefundRateQuery[],
    issue?: number,
  ): Promise<(RefundRate | DomainError)[]> {
    const rows = await this.library.rows(view, codesOf(queries), issue);
    return queries.map((query) => {
      try {
        return this.refundRateFrom(rows, query);
      } catch (error) {
        if (error instanceof DomainError) return error;
        throw error;
      }
    });
  }

  /** What is known of goods on a day, and what a person must choose among. */
  async refundRateAnswer(view: View, question: LibraryQuestion): Promise<RefundRateAnswer> {
    const codes = [question.hsCode, ...(question.refundCode === null ? [] : [question.refundCode])];
    return refundRateAnswer(REFUND_RATES, await this.library.rows(view, codes), question);
  }

  /** Of many goods, in one statement. */
  async refundRateAnswers(view: View, questions: readonly LibraryQuestion[]): Promise<RefundRateAnswer[]> {
    const codes = questions.flatMap(({ hsCode, refundCode }) => [hsCode, ...(refundCode === null ? [] : [refundCode])]);
    const rows = await this.library.rows(view, codes);
    return questions.map((question) => refundRateAnswer(REFUND_RATES, rows, question));
  }

  async refundRateHistory(view: View, hsCode: string): Promise<RefundRateFact[]> {
    return refundRateHistory(REFUND_RATES, await this.library.rows(view, [hsCode]), hsCode);
  }

  /** @param rows of the official library about the goods. @throws as `refundRate` */
  refundRateFrom(rows: readonly LibraryRate[], query: RefundRateQuery): RefundRate {
    return refundRateOn(REFUND_RATES, query, rows);
  }

  /** The table that comes with the project, or some of it. */
  refundRateTable(filter: RefundRateFilter): { version: string; rows: RefundRateRow[] } {
    return { version: REFUND_RATES.version, rows: refundRatesIn(REFUND_RATES, filter) };
  }
}

function codesOf(queries: readonly RefundRateQuery[]): string[] {
  return queries.flatMap(({ hsCode, refundCode }) => [hsCode, refundCode].filter((code) => code !== undefined));
}
