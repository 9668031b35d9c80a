import { StateMachine } from '../../../kernel/state-machine.js';

export const STOCK_COUNT_STATES = ['open', 'counted', 'adjusted', 'cancelled'] as const;
export type StockCountState = (typeof STOCK_COUNT_STATES)[number];
export type StockCountCommand = 'record' | 'adjust' | 'cancel';

/**
 * The life of a stock count (盘点): open ──► counted ──► adjusted, and cancelled before that. While it is open nobody is told what
 * should be there.
 */
export const STOCK_COUNT = new StateMachine<StockCountState, StockCountCommand>('stock count', STOCK_COUNT_STATES, {
  record: { from: ['open'], to: 'counted', event: 'freight.stock_count.counted', byCaller: true },
  adjust: { from: ['counted'], to: 'adjusted', event: 'freight.stock_count.adjusted', byCaller: true },
  cancel: { from: ['open', 'counted'], to: 'cancelled', event: 'freight.stock_count.cancelled', byCaller: true },
});
