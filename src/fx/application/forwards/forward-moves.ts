import { Injectable } from '@nestjs/common';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { CHINA, dateInZone } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { Ledger } from '../../../ledger/index.js';
import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { MoreThanOpenError } from '../../domain/forwards/forward.errors.js';
import { SAY } from '../../domain/forwards/forward.sentences.js';
import { FORWARD } from '../../domain/forwards/forward-status.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { expectedBy } from '../../domain/patience.js';
import { Forward } from '../../entities/forward.entity.js';
import { ForwardMove } from '../../entities/forward-move.entity.js';
import { type ForwardQuote } from '../../entities/forward-quote.entity.js';
import { askForwardMove, moveForward } from '../../jobs/forward.job.js';
import { Cover } from './cover.js';
import { ForwardDeposits } from './forward-deposits.js';
import { resultEntry } from './forward-entries.js';
import { noteForward } from './forward-news.js';
import { ForwardQuotes } from './forward-quotes.js';

/** How contracts end otherwise than by delivery: given another last day (展期), or undone at the market (平仓). */
@Injectable()
export class ForwardMoves {
  constructor(
    private readonly quotes: ForwardQuotes,
    private readonly cover: Cover,
    private readonly deposits: ForwardDeposits,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Ends a part at the market: its result is booked now, the bank is told after that.
   * @throws ResourceNotFoundError, QuoteUsedError, QuoteExpiredError, OtherQuoteError, IllegalTransitionError
   * @throws MoreThanOpenError when less is open than was quoted for
   * @throws InsufficientFundsError when the client cannot pay a loss
   */
  async closeOut(tx: Tx, forwardId: string, quoteId: string): Promise<Forward> {
    await assertKnown(tx, forwardId);
    const quote = await this.quotes.use(tx, quoteId, { purpose: 'close_out', forwardId });
    const forward = await this.lock(tx, forwardId, quote, 'close_out');
    forward.move(quote.amount, tx.now);
    await this.deposits.keep(tx, forward);
    await this.begin(tx, forward, { quote, next: null });
    await tx.store(Forward, forward);
    noteForward(tx, forward, 'close_out_requested', forward.state);
    return forward;
  }

  /**
   * Gives a part another last day: undone and made anew, with the deposit that belongs to it.
   * @throws as `closeOut`
   */
  async rollOver(tx: Tx, forwardId: string, quoteId: string): Promise<Forward> {
    await assertKnown(tx, forwardId);
    const quote = await this.quotes.use(tx, quoteId, { purpose: 'rollover', forwardId });
    const forward = await this.lock(tx, forwardId, quote, 'roll');
    const heldBefore = forward.held;
    forward.move(quote.amount, tx.now);
    await this.deposits.keep(tx, forward);
    const next = await this.carryOn(tx, forward, quote, heldBefore.minus(forward.held));
    await this.begin(tx, forward, { quote, next });
    await tx.store(Forward, forward);
    noteForward(tx, forward, 'rollover_requested', forward.state);
    return forward;
  }

  /** The contract that a part becomes; its deposit is what is freed of the earlier one's. */
  private async carryOn(tx: Tx, forward: Forward, quote: ForwardQuote, deposit: Money): Promise<Forward> {
    const { id: rolledFrom, partyId, orderId, unit } = forward;
    const { contract, amount, id: quoteId } = quote;
    const next = Forward.intend({
      ...{ tenantId: tx.tenantId, id: newId(), quoteId, rolledFrom, partyId, orderId, unit, amount, now: tx.now },
      ...contract,
      deposit,
      worstRate: contract.rate,
      validUntil: null,
    });
    await this.deposits.keep(tx, next);
    next.request(expectedBy('deal', tx), tx.now);
    await tx.insert(Forward, next);
    noteForward(tx, next, 'requested', null);
    return next;
  }

  private async begin(
    tx: Tx,
    forward: Forward,
    { quote, next }: { readonly quote: ForwardQuote; readonly next: Forward | null },
  ): Promise<void> {
    const { closeRate, closeBankRate, result, bankResult } = quote.ending;
    const dueAt = expectedBy('deal', tx);
    const move = ForwardMove.begin({
      ...{ tenantId: tx.tenantId, id: newId(), forwardId: forward.id, quoteId: quote.id, conversionId: null },
      kind: next === null ? 'close_out' : 'rollover',
      nextId: next?.id ?? null,
      ...{ amount: quote.amount, rate: closeRate, bankRate: closeBankRate, result, bankResult },
      ...{ tradeDate: dateInZone(tx.now, CHINA), expectedBy: dueAt, now: tx.now },
    });
    const entry = resultEntry(move, forward);
    if (entry !== null) move.bookedAs(await this.ledger.post(tx, entry));
    await tx.insert(ForwardMove, move);
    enqueue(tx, moveForward, { moveId: move.id });
    enqueue(tx, askForwardMove, { moveId: move.id }, { dueAt });
  }

  /** The debt before what is sold of it, as everybody takes them. */
  private async lock(tx: Tx, id: string, quote: ForwardQuote, command: 'roll' | 'close_out'): Promise<Forward> {
    await this.cover.hold(tx, quote);
    const forward = await tx.lock(Forward, id);
    if (forward === null) throw new ResourceNotFoundError(SAY.no_such_forward);
    tx.assertFresh(forward);
    FORWARD.next(forward.state, command);
    const { open } = forward;
    if (!quote.amount.isMoreThan(open)) return forward;
    throw new MoreThanOpenError(SAY.changed_since_quoted, { open: open.toString() });
  }
}

/** @throws InvalidInputError, MoreThanOpenError */
export function assertPart(part: Money, open: Money): void {
  if (part.currency !== open.currency) {
    const message = SAY.currency_of_order({ currency: open.currency });
    throw new InvalidInputError([{ pointer: '/amount', code: 'currency_mismatch', message }]);
  }
  if (part.isMoreThan(open)) {
    throw new MoreThanOpenError(SAY.more_than_open({ open: open.toString() }), { open: open.toString() });
  }
}

/** @throws ResourceNotFoundError before anything is said of the quote */
async function assertKnown(tx: Tx, forwardId: string): Promise<void> {
  if ((await tx.find(Forward, forwardId)) === null) throw new ResourceNotFoundError(SAY.no_such_forward);
}
