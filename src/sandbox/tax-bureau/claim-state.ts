import { type MoneyJson } from '../../kernel/money.js';
import { type Story } from '../world/world.js';
import { type Claim } from './claim.js';

export type Status =
  'received' | 'accepted' | 'queried' | 'withheld' | 'resumed' | 'approved' | 'rejected' | 'paid' | 'clawed_back';

/** What the bureau wants back of a claim that was paid. */
interface Demand {
  readonly letter: string;
  readonly amount: MoneyJson;
  readonly dueOn: string;
  readonly reason: string;
}

/** What the bureau knows of a claim. */
export interface ClaimState {
  /** The batch that it came with; absent of one by itself. */
  readonly batch?: string;
  readonly acceptanceNumber: string;
  readonly claimed: MoneyJson;
  /** What of it is consumption tax; absent where none is. */
  readonly claimedConsumptionTax?: MoneyJson;
  readonly taxpayer: string;
  /** The first item. */
  readonly firstLine: {
    readonly declarationLine: string;
    readonly amount: MoneyJson;
    readonly consumptionTax: MoneyJson;
  };
  words: readonly string[];
  status: Status;
  amount?: MoneyJson;
  /** What of the amount is consumption tax. */
  consumptionTaxAmount?: MoneyJson;
  reason?: string;
  treasuryReference?: string;
  letter?: string;
  dueOn?: string;
  disallowed?: readonly { declarationLine: string; amount: MoneyJson; reason: string }[];
  demand?: Demand;
  /** True while the treasury means to keep the demand from the next payment. */
  isToBeSetOff?: boolean;
  setOffs?: readonly { letter: string; amount: MoneyJson }[];
  readonly history: { readonly type: string; readonly at: string }[];
}
export type ClaimStory = Story<ClaimState>;

/** What the bureau says for what it does. */
export const REASONS = {
  rejected: { reasonCode: 'INVOICE_DOUBTFUL', reason: 'The supplier is under investigation for false invoices' },
  queried: { reasonCode: 'GOODS_NAME_DIFFERS', reason: 'Goods name on invoice and declaration differ' },
  withheld: { reasonCode: 'RISK_CHECK', reason: 'The supplier is being checked: the refund is withheld until then' },
  partial: { reasonCode: 'ITEM_DISALLOWED', reason: 'The invoice of the first item was voided' },
  clawed_back: { reasonCode: 'REFUND_RECOVERED', reason: 'Half of the input VAT turned out to be false' },
  less: { reasonCode: 'PARTLY_DISALLOWED', reason: 'Half of the input VAT is disallowed' },
} as const;

/** What the bureau remembers of what was claimed. */
export function kept({
  refund,
  consumptionTax,
  taxpayer,
  lines: [first],
}: Claim): Pick<ClaimState, 'claimed' | 'claimedConsumptionTax' | 'taxpayer' | 'firstLine'> {
  if (first === undefined) throw new Error('A claim has lines');
  const { declarationLine, consumptionTax: tax } = first;
  const firstLine = { declarationLine, amount: first.refund.plus(tax).toJSON(), consumptionTax: tax.toJSON() };
  const ofTax = consumptionTax.isZero() ? {} : { claimedConsumptionTax: consumptionTax.toJSON() };
  return { claimed: refund.toJSON(), ...ofTax, taxpayer, firstLine };
}
