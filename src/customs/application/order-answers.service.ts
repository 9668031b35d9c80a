import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { ORDER_FILING } from '../domain/order-filing-status.js';
import { type OrderFinding, outcomeOf, refusalOf } from '../domain/order-filing.js';
import { OrderFiling } from '../entities/order-filing.entity.js';
import { filingsByGuids, orderMessage } from '../entities/order-filings.table.js';
import { type AskOrderFiling } from '../jobs/ask-order-filing.job.js';
import { CebMessages } from './ceb-messages.service.js';
import { type CebReceiptRecord, CebReceiptTaker } from './ceb-receipt-taker.js';
import { OrderDeclarations } from './order-declarations.service.js';
import { announceAnswered, awaitOrderAnswer, noteFiling } from './order-filing-news.js';

/** What customs says of orders (CEB304Message), and what it does not say in time. An answer lets the declarations go on. */
@Injectable()
export class OrderAnswers extends CebReceiptTaker {
  readonly kinds = ['CEB304Message'];

  constructor(
    private readonly messages: CebMessages,
    private readonly declarations: OrderDeclarations,
  ) {
    super();
  }

  override async take(tx: Tx, records: readonly CebReceiptRecord[]): Promise<void> {
    const decisive = records.flatMap(({ guid, meaning, returnStatus, returnInfo }) => {
      const outcome = outcomeOf(meaning, returnStatus);
      return guid === null || outcome === null ? [] : [{ guid: guid.toUpperCase(), outcome, returnStatus, returnInfo }];
    });
    const ids = await filingsByGuids(
      tx,
      decisive.map(({ guid }) => guid),
    );
    for (const { guid, outcome, returnStatus, returnInfo } of decisive) {
      const id = ids.get(guid);
      const filing = id === undefined ? null : await tx.lock(OrderFiling, id);
      // It may have been sent anew while we waited for it.
      if (filing?.recordGuid !== guid) continue;
      await this.settle(tx, filing, outcome === 'accept' ? null : refusalOf(returnStatus, returnInfo), returnInfo);
    }
  }

  /**
   * Nothing has come in time. A message that the exchange refused, or that could not be signed, refuses the order; of one that
   * customs has answered the exchange is asked for more; the message itself looks after what was never answered.
   */
  async overdue(tx: Tx, { orderFilingId, expectedBy }: AskOrderFiling): Promise<void> {
    const filing = await tx.lock(OrderFiling, orderFilingId);
    if (filing?.expectedBy?.toISOString() !== expectedBy || filing.messageId === null) return;
    const { state, reason } = await orderMessage(tx, filing.messageId);
    if (state === 'refused' || state === 'send_failed') {
      await this.settle(tx, filing, refusalOf(null, reason ?? ''), null);
      return;
    }
    if (state === 'answered') this.messages.ask(tx, [filing.messageId]);
    filing.waitLonger(tx);
    noteFiling(tx, 'ask', filing, filing.state);
    awaitOrderAnswer(tx, filing);
    await tx.store(OrderFiling, filing);
  }

  /**
   * @param refusal null where customs accepts the order
   * @param said customs' own words; null where it is not customs that refuses
   */
  private async settle(tx: Tx, filing: OrderFiling, refusal: OrderFinding | null, said: string | null): Promise<void> {
    const { state } = filing;
    const command = refusal === null ? 'accept' : 'refuse';
    if (!ORDER_FILING.allows(state, command)) return;
    if (refusal === null) filing.accept(said, tx);
    else filing.refuse(refusal, said, tx);
    noteFiling(tx, command, filing, state);
    announceAnswered(tx, filing);
    await tx.store(OrderFiling, filing);
    await this.declarations.goOn(tx, filing.orderId);
  }
}
