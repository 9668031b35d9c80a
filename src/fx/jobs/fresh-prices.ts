import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { Board } from '../application/conversions/board.js';
import { Curves } from '../application/forwards/curves.js';
import { BoardStaleError } from '../domain/conversions/quote.errors.js';
import { CurveStaleError } from '../domain/forwards/forward.errors.js';
import { Bank, type BankCaller } from '../partners/bank.port.js';
import { ForwardDesk } from '../partners/forward-desk.port.js';

/** Records the prices that were fetched, if any were. */
type Recording = (tx: Tx) => Promise<void>;

/** The bank's prices, for what is worked from a queue: nobody waits for an answer, so they are fetched when they are needed. */
@Injectable()
export class FreshPrices {
  constructor(
    private readonly board: Board,
    private readonly bank: Bank,
    private readonly curves: Curves,
    private readonly desk: ForwardDesk,
  ) {}

  /**
   * Does it, and where the board or the curves of interest are stale once more with new ones.
   * @param work one transaction, that begins with `record`
   */
  async for(caller: BankCaller, work: (record: Recording) => Promise<unknown>): Promise<void> {
    try {
      await work(() => Promise.resolve());
    } catch (error) {
      const needsCurves = error instanceof CurveStaleError;
      if (!needsCurves && !(error instanceof BoardStaleError)) throw error;
      const board = await this.bank.board(caller);
      const curves = needsCurves ? await this.desk.curves(caller) : [];
      await work(async (tx) => {
        await this.board.record(tx, board);
        await this.curves.record(tx, curves);
      });
    }
  }
}
