import { StateMachine, type Transition } from '../../../kernel/state-machine.js';

/*
 *   issued ──summarise──▶ summarised ──void──▶ void
 *      └───────────────void───────────────────▲
 *
 * Customs issues a bill (电子税单) when a list is released, summarises it with others into a payment certificate (缴款书) that
 * the guarantor pays, or voids it because the list was withdrawn or its goods came back. It never goes backwards: what comes
 * late or again changes nothing.
 */
export const TAX_BILL_STATES = ['issued', 'summarised', 'void'] as const;
export type TaxBillState = (typeof TAX_BILL_STATES)[number];

const TABLE = {
  summarise: { from: ['issued'], to: 'summarised', event: 'customs.parcel_tax_bills.changed' },
  void: { from: ['issued', 'summarised'], to: 'void', event: 'customs.parcel_tax_bills.changed' },
} as const satisfies Record<string, Transition<TaxBillState>>;
export type TaxBillCommand = keyof typeof TABLE;

export const TAX_BILL = new StateMachine<TaxBillState, TaxBillCommand>('parcel tax bill', TAX_BILL_STATES, TABLE);

/** 税单状态. Source: CEB interface specification of GACC, version 2022-05. */
const STATE: Readonly<Record<string, TaxBillState | undefined>> = {
  '1': 'issued', // 已生成
  '2': 'summarised', // 已汇总
  '3': 'void', // 作废
};

/** @returns null where the code is none of the specification's */
export function taxBillState(code: string): TaxBillState | null {
  return STATE[code.trim()] ?? null;
}
