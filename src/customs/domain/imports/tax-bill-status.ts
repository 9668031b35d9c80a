import { StateMachine, type Transition } from '../../../kernel/state-machine.js';
import { type DeclarationState } from '../declaration-status.js';

export const TAX_BILL_STATES = ['issued', 'paying', 'refused', 'paid', 'void'] as const;
export type TaxBillState = (typeof TAX_BILL_STATES)[number];

/*
 *   issued ──pay──▶ paying ──confirm──▶ paid
 *     │               │ ▲
 *     │             refuse │ pay
 *     │               ▼ │
 *     ├────────── refused
 *    void             │ void
 *     ▼               ▼
 *    void ◀───────────┘
 *
 * `paying` means: the money is ordered to leave, and what became of it is not certain. Only a no leads back from there.
 */
const TABLE = {
  pay: { from: ['issued', 'refused'], to: 'paying', byCaller: true, event: 'customs.tax_bill.payment_ordered' },
  refuse: { from: ['paying'], to: 'refused', event: 'customs.tax_bill.payment_refused' },
  confirm: { from: ['paying'], to: 'paid', event: 'customs.tax_bill.paid' },
  void: { from: ['issued', 'refused'], to: 'void', event: 'customs.tax_bill.void' },
} as const satisfies Record<string, Transition<TaxBillState>>;
export type TaxBillCommand = keyof typeof TABLE;

/** In which nothing is declared, and nothing owed: sent back, withdrawn or given up. */
const UNDECLARED: readonly DeclarationState[] = ['rejected', 'withdrawn', 'cancelled'];

/** Whether taxes are owed on a declaration in this state. */
export function owesTaxes(state: DeclarationState): boolean {
  return !UNDECLARED.includes(state);
}

/** The life of a tax bill. */
export const TAX_BILL = new StateMachine<TaxBillState, TaxBillCommand>('taxBill', TAX_BILL_STATES, TABLE);
