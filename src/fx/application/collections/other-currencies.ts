import { Injectable } from '@nestjs/common';

import { type Currency } from '../../../kernel/currency.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { type View } from '../../../platform/database/session.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { type Debt } from '../../domain/collections/debt.js';
import { type Suggestion } from '../../domain/collections/match-collection.js';
import { type CrossRate, suggestOtherCurrency } from '../../domain/collections/other-currency.js';
import { paymentTolerance } from '../../domain/collections/payment-tolerance.js';
import { referenceKeys } from '../../domain/collections/remittance-reference.js';
import { rateBetween } from '../../domain/rates/rate-between.js';
import { type Collection } from '../../entities/collection.entity.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { type BoardQuotation, BoardRates } from '../rates/board-rates.js';
import { Receivables } from './receivables.js';

/** Orders in another currency that money may be for: shown on the work list, never matched by themselves. */
@Injectable()
export class OtherCurrencies {
  constructor(
    private readonly receivables: Receivables,
    private readonly rates: BoardRates,
  ) {}

  /** By the id of the collection; those for which nothing is found are left out. */
  async suggestions(view: View, open: readonly Collection[]): Promise<ReadonlyMap<string, readonly Suggestion[]>> {
    const found = new Map<string, readonly Suggestion[]>();
    for (const [first, ...others] of Map.groupBy(open, ({ accountId }) => accountId).values()) {
      if (first === undefined) continue;
      const collections = [first, ...others];
      const debts = await this.debtsFor(view, collections);
      if (debts.length === 0) continue;
      for (const each of collections) {
        const suggested = await this.suggest(view, each, debts);
        if (suggested.length > 0) found.set(each.id, suggested);
      }
    }
    return found;
  }

  private async suggest(view: View, collection: Collection, owed: readonly Owed[]): Promise<Suggestion[]> {
    const { surplus: amount, charges, text, payerNames, bookedOn: on } = collection;
    const rateTo = await this.ratesOf(view, collection, owed);
    const debts = owed.map((each) => debtOf(each, on));
    return suggestOtherCurrency({ amount, charges, text, payerNames }, debts, { on, rateTo });
  }

  private async debtsFor(view: View, collections: readonly Collection[]): Promise<Owed[]> {
    const [first] = collections;
    if (first === undefined) return [];
    const keys = collections.flatMap(({ text }) => referenceKeys(text));
    const buyers = await this.receivables.buyersCalled(
      view,
      collections.flatMap(({ payerNames }) => payerNames),
    );
    const scope = { partyId: first.partyId, currency: first.amount.currency };
    const found = await this.receivables.findInOtherCurrencies(view, scope, { keys: [...new Set(keys)], buyers });
    if (found.length === 0) return [];
    const names = await this.receivables.payerNames(view, [...new Set(found.map(({ buyerId }) => buyerId))]);
    return found.map((receivable) => ({
      receivable,
      payerNames: [...new Set([receivable.buyerName, ...(names.get(receivable.buyerId) ?? [])])],
    }));
  }

  /** Of the last board on the day of the receipt; of the latest of all where there was none yet. */
  private async ratesOf(
    view: View,
    { amount: { currency: base }, bookedOn }: Collection,
    owed: readonly Owed[],
  ): Promise<(currency: Currency) => CrossRate | null> {
    const currencies = [...new Set([base, ...owed.map(({ receivable }) => receivable.expected.currency)])];
    const [ofDay, latest] = [
      await this.rates.at(view, currencies, new Date(`${bookedOn}T23:59:59.999+08:00`)),
      await this.rates.at(view, currencies, LATEST),
    ];
    const legOf = (currency: Currency): BoardQuotation | null =>
      [...ofDay, ...latest].find((leg) => leg.base === currency) ?? null;
    return (quote) => {
      const between = rateBetween({ base, quote }, HOME, legOf);
      if (between === null) return null;
      const times = between.legs.map(({ asOf }) => asOf).toSorted((left, right) => left.getTime() - right.getTime());
      const [asOf] = times;
      return asOf === undefined ? null : { rate: between.rate, asOf };
    };
  }
}

interface Owed {
  readonly receivable: Receivable;
  readonly payerNames: readonly string[];
}

/** Behind every board. */
const LATEST = new Date('9999-12-31T00:00:00Z');

function debtOf({ receivable, payerNames }: Owed, on: LocalDate): Debt {
  const { id: orderId, orderReference: reference, contractNumber, due: expected, received } = receivable;
  const tolerance = paymentTolerance(expected, on, null).amount;
  return { orderId, reference, contractNumber, payerNames, expected, received, tolerance };
}
