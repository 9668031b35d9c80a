import { type Said, type Sentence } from '../../../kernel/sentence.js';
import { needsOrderFiling } from '../order-filing.js';
import { messagesOf, type SupervisionMode, type Trade } from './mode.js';
import { SAY } from './modes.sentences.js';

export const PREPARATIONS = ['ecommerce_profile', 'order_accepted'] as const;

/** What has been set up for a mode, and of the order that is asked about. */
export interface Prepared {
  /** E-commerce profiles of the mode and direction. */
  readonly profiles: number;
  /** Whether customs has the order; null: no order is asked about. */
  readonly isOrderAccepted: boolean | null;
}

/** Something to be done on the platform before goods go under a mode; it says nothing of whether they may. */
export interface Preparation {
  readonly preparation: (typeof PREPARATIONS)[number];
  readonly outcome: 'met' | 'not_met';
  readonly why: Sentence;
  /** What to do about it; null: nothing is to be done. */
  readonly fix: Said | null;
}

/** A profile for whatever sends messages of e-commerce; and the order at customs, where its declaration waits for that. */
export function preparationsOf({ code }: SupervisionMode, trade: Trade, prepared: Prepared): Preparation[] {
  const found: Preparation[] = [];
  const direction = SAY[trade.direction];
  if (messagesOf(trade).some((message) => message.startsWith('CEB'))) {
    const says = { code, direction };
    found.push(
      prepared.profiles > 0
        ? { preparation: 'ecommerce_profile', outcome: 'met', why: SAY.has_profile(says), fix: null }
        : {
            preparation: 'ecommerce_profile',
            outcome: 'not_met',
            why: SAY.has_no_profile(says),
            fix: SAY.open_profile,
          },
    );
  }
  if (trade.direction === 'export' && needsOrderFiling(code) && prepared.isOrderAccepted !== null) {
    found.push(
      prepared.isOrderAccepted
        ? { preparation: 'order_accepted', outcome: 'met', why: SAY.customs_has_order, fix: null }
        : { preparation: 'order_accepted', outcome: 'not_met', why: SAY.customs_has_no_order, fix: SAY.send_order },
    );
  }
  return found;
}
