import { type MoneyJson } from '../../src/kernel/money.js';

export interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
  readonly details: Readonly<Record<string, unknown>>;
}
export interface CollectionBody {
  readonly id: string;
  readonly state: string;
  readonly kind: string;
  readonly amount: MoneyJson;
  readonly surplus: MoneyJson;
  readonly charges: MoneyJson | null;
  readonly payerName: string | null;
  readonly bankReference: string;
  readonly remittance: string;
  readonly reverses: string | null;
  readonly confidence: string | null;
  readonly flags: readonly string[];
  readonly note: string | null;
  readonly suggestions: readonly {
    readonly ground: string;
    readonly confidence: string;
    readonly shares: readonly { readonly orderId: string; readonly amount: MoneyJson }[];
    readonly flags: readonly string[];
  }[];
  readonly allowedActions: readonly string[];
  readonly allocations: readonly {
    readonly orderId: string;
    readonly amount: MoneyJson;
    readonly by: string;
    readonly duesTaken: MoneyJson;
  }[];
  readonly explanation: { readonly steps: readonly { readonly name: string; readonly value: string }[] };
}
export interface BankFileBody {
  readonly id: string;
  readonly state: string;
  readonly isRepeated: boolean;
  readonly entryCount: number;
  readonly reports: readonly { readonly id: string; readonly repeats: string | null }[];
  readonly entries: readonly { readonly reference: string; readonly outcome: string }[];
}
export interface ReceivableBody {
  readonly orderId: string;
  readonly state: string;
  readonly received: MoneyJson;
  readonly outstanding: MoneyJson;
}
export interface QuoteBody {
  readonly id: string;
  readonly state: string;
  readonly sell: MoneyJson;
  readonly buy: MoneyJson;
  readonly rate: string;
  readonly allowedActions: readonly string[];
}
export interface ConversionBody {
  readonly id: string;
  readonly state: string;
  readonly sold: MoneyJson;
  readonly bought: MoneyJson;
  readonly planned: MoneyJson | null;
  readonly dealId: string | null;
  readonly reason: string | null;
}
export interface PayoutBody {
  readonly id: string;
  readonly state: string;
  readonly amount: MoneyJson;
  readonly attempt: number;
  readonly messageId: string | null;
  readonly reasonCode: string | null;
  readonly allowedActions: readonly string[];
  readonly purpose: string;
}
export interface AccountBody {
  readonly id: string;
  readonly state: string;
  readonly currency: string;
  readonly accountNumber: string;
  readonly reason: string | null;
}
export interface EventRow {
  readonly type: string;
  readonly sequence: number;
  readonly data: Readonly<Record<string, never>>;
}
/** A conversion that is dealt for a later day. */
export interface DealtBody extends ConversionBody {
  readonly orderId: string;
  readonly valueDate: string;
  readonly tenor: string | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
  readonly expectedBy: string | null;
}
export interface ConversionChangeBody {
  readonly id: string;
  readonly state: string;
  readonly difference: { readonly amount: string };
  readonly reason: string | null;
}
export interface RateBody {
  readonly rate: string;
  readonly derivation: string;
  readonly via: string | null;
  readonly legs: readonly object[];
  readonly isStale: boolean;
  readonly prices: readonly { readonly side: string; readonly reference: string; readonly client: string }[];
}
