import { Injectable } from '@nestjs/common';

import { type Decimal } from '../../../kernel/decimal.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Parties } from '../../../parties/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { isUnderWay } from '../../../platform/queues/deliveries.js';
import {
  type Credit,
  type Debt,
  type Match,
  matchByContract,
  matchByPayer,
  matchByReference,
} from '../../domain/collections/match-collection.js';
import { paymentTolerance } from '../../domain/collections/payment-tolerance.js';
import { type Collection } from '../../entities/collection.entity.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { onOrderPlaced } from '../../jobs/fx.job.js';
import { Board } from '../conversions/board.js';
import { Receivables } from './receivables.js';

/** A match, with the rows of what it was matched to, locked. */
export interface FoundMatch {
  readonly match: Match;
  readonly receivables: readonly Receivable[];
}

/** Brings together what the matching rule needs to know: debts, names, tolerances of the day. */
@Injectable()
export class Debts {
  constructor(
    private readonly receivables: Receivables,
    private readonly parties: Parties,
    private readonly board: Board,
  ) {}

  /**
   * First by reference; only where no order is named, by contract, then by payer and amount. While an order of the
   * tenant is still on its way to us, only its reference decides: the money may be that order's, which will look for it
   * when it is here.
   */
  async match(tx: Tx, collection: Collection): Promise<FoundMatch> {
    const credit: Credit = {
      amount: collection.amount,
      charges: collection.charges,
      text: collection.text,
      payerNames: collection.payerNames,
    };
    const scope = { partyId: collection.partyId, currency: collection.amount.currency };
    const named = await this.receivables.lockNamed(tx, scope, credit.text);
    const byReference = named.length === 0 ? null : matchByReference(credit, await this.of(tx, named));
    if (byReference !== null) return { match: byReference, receivables: named };
    if (await isUnderWay(tx, onOrderPlaced)) return { match: matchByPayer(credit, []), receivables: [] };
    const covered = await this.receivables.lockUnderContract(tx, scope, credit);
    const byContract = covered.length === 0 ? null : matchByContract(credit, await this.of(tx, covered));
    if (byContract !== null) return { match: byContract, receivables: covered };
    const open = await this.receivables.lockOpen(tx, scope, credit.amount);
    const debts = open.length === 0 ? [] : await this.of(tx, open, await this.payerNames(tx, open));
    return { match: matchByPayer(credit, debts), receivables: open };
  }

  /** @param names of each buyer, where the payer matters */
  async of(
    tx: Tx,
    receivables: readonly Receivable[],
    names: ReadonlyMap<string, readonly string[]> = new Map(),
  ): Promise<Debt[]> {
    const perUsd = await this.perUsd(tx, receivables);
    const today = dateInZone(tx.now, CHINA);
    return receivables.map(({ id, orderReference, contractNumber, buyerId, buyerName, due, received, state }) => ({
      orderId: id,
      reference: orderReference,
      contractNumber,
      payerNames: [buyerName, ...(names.get(buyerId) ?? [])],
      expected: due,
      received,
      // Of a debt that was waived not a cent is expected.
      tolerance: state === 'waived' ? Money.zero(due.currency) : paymentTolerance(due, today, perUsd).amount,
    }));
  }

  private perUsd(tx: Tx, [first]: readonly Receivable[]): Promise<Decimal | null> {
    const currency = first?.expected.currency;
    return currency === undefined || currency === 'USD' ? Promise.resolve(null) : this.board.perUsd(tx, currency);
  }

  /** What a buyer is called in its own record, and what people have recognised it by. */
  private async payerNames(
    tx: Tx,
    receivables: readonly Receivable[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const buyerIds = [...new Set(receivables.map(({ buyerId }) => buyerId))];
    const [buyers, learnt] = [await this.parties.byIds(tx, buyerIds), await this.receivables.aliases(tx, buyerIds)];
    return new Map(
      buyerIds.map((buyerId) => {
        const buyer = buyers.get(buyerId);
        const own = buyer === undefined ? [] : [buyer.name, buyer.nameEn ?? '', ...buyer.aliases];
        return [buyerId, [...own, ...(learnt.get(buyerId) ?? [])].filter((name) => name !== '')];
      }),
    );
  }
}
