import { Injectable } from '@nestjs/common';

import { type Decimal } from '../../../kernel/decimal.js';
import { newId, publicId } from '../../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger, type LedgerEntry } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { publish } from '../../../platform/outbox/outbox.js';
import { HOME } from '../../domain/conversions/price-quote.js';
import { BoardStaleError } from '../../domain/conversions/quote.errors.js';
import { SAY } from '../../domain/fx.sentences.js';
import { type Carried, middleRate, realise, takeIn, takeOut, toBeCarried } from '../../domain/results/carrying.js';
import { type CarryingMovement, insertMovement, standingOf } from '../../entities/carrying.table.js';
import { departureOf } from '../../entities/exposure-facts.table.js';
import { type Receivable } from '../../entities/receivable.entity.js';
import { Receivables } from '../collections/receivables.js';
import { Board } from '../conversions/board.js';

interface Exchange {
  readonly id: string;
  readonly sold: Money;
  readonly brought: Money;
}

interface DayPrice {
  readonly rate: Decimal;
  readonly asOf: Date;
}

const DUES = `
  SELECT coalesce(sum(dues_minor), 0)::text AS minor FROM fx.allocation
  WHERE tenant_id = $1 AND order_id = $2 AND dues_currency = $3 AND undone_at IS NULL`;

/** In the order in which they were settled. */
const EXCHANGES = `
  SELECT c.id, c.sold_minor::text AS sold, c.bought_minor::text AS bought FROM fx.conversion c
  WHERE c.tenant_id = $1 AND c.order_id = $2 AND c.state = 'settled' AND c.sold_currency = $3 AND c.bought_currency = '${HOME}'
    AND NOT EXISTS (SELECT FROM fx.carrying_movement m WHERE m.tenant_id = c.tenant_id AND m.conversion_id = c.id)
  ORDER BY c.updated_at, c.id`;

/**
 * Keeps what each order’s foreign currency stands at in CNY, and books what its exchange brought against that. Whatever is
 * heard, and however often, it looks at what is: so facts may come in any order.
 */
@Injectable()
export class BookedValues {
  constructor(
    private readonly receivables: Receivables,
    private readonly board: Board,
    private readonly ledger: Ledger,
  ) {}

  /** @throws BoardStaleError when something is to be valued and no board of the day is at hand */
  async follow(tx: Tx, orderId: string): Promise<void> {
    const receivable = await this.receivables.lock(tx, orderId);
    if (receivable === null || receivable.expected.currency === HOME) return;
    await this.takeUp(tx, receivable);
    await this.takeExchanges(tx, receivable);
  }

  /** What is to be there and is not comes in at the rate of the day; what is there too much goes at its average. */
  private async takeUp(tx: Tx, receivable: Receivable): Promise<void> {
    const { id: orderId, partyId, expected, received, state } = receivable;
    const isRecognised = (await departureOf(tx, orderId)) !== null;
    const dues = await this.duesOf(tx, receivable);
    const target = toBeCarried({ state, expected, received, dues, isRecognised });
    const { carried, takenIn } = await standingOf(tx, orderId, expected.currency);
    const missing = target.minus(takenIn);
    if (missing.isZero()) return;
    const owner = { orderId, partyId };
    if (missing.isNegative()) {
      await this.keep(tx, { ...owner, kind: 'taken_out', ...takeOut(carried, missing.absolute()) });
      return;
    }
    const price = await this.priceOfDay(tx, expected.currency);
    // A currency that the bank does not quote cannot be exchanged with it either.
    if (price === null) return;
    const { rate, asOf } = price;
    const kind = isRecognised ? 'recognised' : 'advance';
    await this.keep(tx, { ...owner, kind, ...takeIn(missing, rate), rate, rateAsOf: asOf });
  }

  private async takeExchanges(tx: Tx, { id: orderId, partyId, expected }: Receivable): Promise<void> {
    const rows = await tx.query<{ id: string; sold: string; bought: string }>(EXCHANGES, [
      tx.tenantId,
      orderId,
      expected.currency,
    ]);
    for (const { id, sold, bought } of rows) {
      const { carried } = await standingOf(tx, orderId, expected.currency);
      const exchange = {
        id,
        sold: Money.ofMinor(BigInt(sold), expected.currency),
        brought: Money.ofMinor(BigInt(bought), HOME),
      };
      // What was never valued has no result: it is named as such by who asks.
      if (exchange.sold.isMoreThan(carried.foreign)) return;
      await this.takeExchange(tx, { orderId, partyId }, carried, exchange);
    }
  }

  private async takeExchange(
    tx: Tx,
    owner: { readonly orderId: string; readonly partyId: string },
    carried: Carried,
    { id, sold, brought }: Exchange,
  ): Promise<void> {
    const realised = realise(carried, sold, brought);
    const { result, value } = realised;
    const transferId = result.isZero()
      ? null
      : await this.ledger.post(tx, resultEntry({ conversionId: id, orderId: owner.orderId, result }, today(tx)));
    await this.keep(tx, { ...owner, kind: 'realised', conversionId: id, transferId, ...realised });
    publish(tx, {
      type: 'fx.result.realised',
      resource: { type: 'conversion', id },
      orderId: owner.orderId,
      data: {
        sold: sold.toJSON(),
        brought: brought.toJSON(),
        carried: value.negated().toJSON(),
        result: result.toJSON(),
      },
    });
  }

  private async keep(
    tx: Tx,
    facts: Pick<CarryingMovement, 'orderId' | 'partyId' | 'kind' | 'foreign' | 'value'> &
      Partial<CarryingMovement> & {
        rule: CarryingMovement['explanation']['rule'];
        steps: CarryingMovement['explanation']['steps'];
      },
  ): Promise<void> {
    const { rule, steps, ...movement } = facts;
    await insertMovement(tx, {
      ...{ conversionId: null, brought: null, result: null, rate: null, rateAsOf: null, transferId: null },
      ...movement,
      id: newId(),
      occurredOn: today(tx),
      explanation: { rule, steps },
      createdAt: tx.now,
    });
  }

  private async duesOf(tx: Tx, { id, expected }: Receivable): Promise<Money> {
    const [row] = await tx.query<{ minor: string }>(DUES, [tx.tenantId, id, expected.currency]);
    return Money.ofMinor(BigInt(row?.minor ?? 0), expected.currency);
  }

  /** @returns null where the bank does not quote the currency */
  private async priceOfDay(tx: Tx, currency: string): Promise<DayPrice | null> {
    const { fetchedAt, lines } = await this.board.read(tx);
    if (fetchedAt === null || dateInZone(fetchedAt, CHINA) !== today(tx)) throw new BoardStaleError(SAY.no_fresh_board);
    const line = lines.find((one) => one.currency === currency);
    return line === undefined ? null : { rate: middleRate(line), asOf: line.asOf };
  }
}

function today({ now }: Tx): LocalDate {
  return dateInZone(now, CHINA);
}

function resultEntry(
  { conversionId, orderId, result }: { conversionId: string; orderId: string; result: Money },
  valueDate: LocalDate,
): LedgerEntry {
  return {
    kind: 'fx.result-realised',
    key: `fx.result-realised/${conversionId}`,
    orderId,
    valueDate,
    memo: publicId('conversion', conversionId),
    postings: [
      { account: { code: 'fx_valuation' }, amount: result },
      { account: { code: 'fx_result' }, amount: result.negated() },
    ],
  };
}
