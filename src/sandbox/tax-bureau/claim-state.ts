import { type MoneyJson } from '../../kernel/money.js';
import { type Story } from '../world/world.js';

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
