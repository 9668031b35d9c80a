import { StateMachine } from '../../../kernel/state-machine.js';

export const RECEIPT_STATES = ['pledged', 'partly_released', 'released', 'cancelled'] as const;
export type ReceiptState = (typeof RECEIPT_STATES)[number];
export type ReceiptCommand = 'release_part' | 'release' | 'withdraw' | 'refuse';

/**
 * The life of a pledged warehouse receipt (仓单质押).
 *
 *     pledged ──► partly_released ──► released
 *        │               │
 *        │               ▼
 *        └─────────► cancelled      taken back before anything was lent, or the movables register refused it
 *
 * A part is released against repayment, the last of it when nothing is owed on it.
 */
export const RECEIPT = new StateMachine<ReceiptState, ReceiptCommand>('warehouse receipt', RECEIPT_STATES, {
  release_part: {
    from: ['pledged', 'partly_released'],
    to: 'partly_released',
    event: 'financing.warehouse_receipt.part_released',
    byCaller: true,
  },
  release: {
    from: ['pledged', 'partly_released'],
    to: 'released',
    event: 'financing.warehouse_receipt.released',
    byCaller: true,
  },
  withdraw: { from: ['pledged'], to: 'cancelled', event: 'financing.warehouse_receipt.withdrawn', byCaller: true },
  refuse: {
    from: ['pledged', 'partly_released'],
    to: 'cancelled',
    event: 'financing.warehouse_receipt.refused',
  },
});

/** Goods are in pledge. */
export const LIVE_RECEIPT: ReadonlySet<ReceiptState> = new Set(['pledged', 'partly_released']);
