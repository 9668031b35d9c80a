import { Injectable } from '@nestjs/common';

import { type Currency } from '../../../kernel/currency.js';
import { earlierOf, type LocalDate } from '../../../kernel/local-date.js';
import { type View } from '../../../platform/database/session.js';
import { type Page } from '../../../platform/http/paging.js';
import { MalformedRequestError } from '../../../platform/http/request.errors.js';
import { SAY as PLATFORM } from '../../../platform/platform.sentences.js';
import { foreignOf } from '../../domain/rates/quotation.js';
import { rateBetween, type RateBetween } from '../../domain/rates/rate-between.js';
import { rateSource, type RateSourceCode } from '../../domain/rates/rate-source.js';
import { BoardRates } from './board-rates.js';
import { assertPair, type KnownLeg } from './rate-book.js';
import { ReferenceRates } from './reference-rates.js';

/** A rate of the past. */
export interface PastRate extends RateBetween<KnownLeg> {
  readonly source: RateSourceCode;
  readonly base: Currency;
  readonly quote: Currency;
  readonly asOf: Date;
}

export interface HistoryAsked {
  readonly base: Currency;
  readonly quote: Currency;
  readonly source: RateSourceCode;
  /** First and last day. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The rates of a pair by one source, the newest first: day by day, or board by board. */
@Injectable()
export class RateHistory {
  constructor(
    private readonly board: BoardRates,
    private readonly references: ReferenceRates,
  ) {}

  /** @throws InvalidInputError, MalformedRequestError */
  async list(view: View, asked: HistoryAsked): Promise<Page<PastRate>> {
    const { base, quote, source, limit, cursor } = asked;
    assertPair(asked);
    const { home } = rateSource(source);
    const currencies = [base, quote].filter((currency) => currency !== home);
    const before = cursor === undefined ? null : instantOf(cursor);
    const legs = await this.legs(view, { ...asked, currencies, before });
    const times = [...new Set(legs.map(({ asOf }) => asOf.getTime()))];
    const all = times.flatMap((time): PastRate[] => {
      const then = legs.filter(({ asOf }) => asOf.getTime() === time);
      const between = rateBetween({ base, quote }, home, (currency) => {
        return then.find((leg) => foreignOf(leg) === currency) ?? null;
      });
      return between === null ? [] : [{ source, base, quote, ...between, asOf: new Date(time) }];
    });
    const data = all.slice(0, limit);
    const last = data.at(-1);
    return { data, nextCursor: all.length > limit && last !== undefined ? cursorOf(last.asOf) : null };
  }

  private legs(
    view: View,
    asked: HistoryAsked & { readonly currencies: readonly Currency[]; readonly before: Date | null },
  ): Promise<readonly KnownLeg[]> {
    const { source, currencies, from, to, before } = asked;
    const limit = asked.limit + 1;
    if (source === 'board') {
      const end = dayAfter(to);
      const span = { from: startOf(from), before: before === null || before > end ? end : before, limit };
      return this.board.history(view, currencies, span);
    }
    const until = before === null ? to : earlierOf(to, dayBefore(before));
    return this.references.history(view, { source, currencies, from, to: until, limit });
  }
}

/** Boards are told by the days of China. */
function startOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

function dayAfter(day: LocalDate): Date {
  return new Date(startOf(day).getTime() + 86_400_000);
}

/** Published in the day of the zone, so that the day before an instant of publication is a day in UTC as well. */
function dayBefore(instant: Date): LocalDate {
  return new Date(instant.getTime() - 86_400_000).toISOString().slice(0, 10);
}

function cursorOf(asOf: Date): string {
  return Buffer.from(asOf.toISOString()).toString('base64url');
}

function instantOf(cursor: string): Date {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))) return new Date(text);
  throw new MalformedRequestError(PLATFORM.cursor_foreign, [
    { pointer: '?cursor', code: 'format', message: PLATFORM.cursor_unchanged },
  ]);
}
