import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   draft ──submit──▶ submitted ──approve──▶ approved
 *     ▲                   │                     │
 *     ├─────decline───────┤                     │
 *     └─────change────────┴─────────change──────┘
 *
 * Approved at once where no second person is asked for. A change asks for approval anew; until then orders go on with the
 * version that was approved last.
 */
export const PRODUCT_STATES = ['draft', 'submitted', 'approved'] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];

const TABLE = {
  change: { from: ['draft', 'submitted', 'approved'], to: 'draft', event: 'catalogue.product.changed', byCaller: true },
  submit: { from: ['draft'], to: 'submitted', event: 'catalogue.product.submitted', byCaller: true },
  approve: { from: ['submitted'], to: 'approved', event: 'catalogue.product.approved' },
  decline: { from: ['submitted'], to: 'draft', event: 'catalogue.product.declined' },
} as const satisfies Record<string, Transition<ProductState>>;
export type ProductCommand = keyof typeof TABLE;

export const PRODUCT = new StateMachine<ProductState, ProductCommand>('product', PRODUCT_STATES, TABLE);
