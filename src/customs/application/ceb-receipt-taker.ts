import { type Tx } from '../../platform/database/session.js';
import { type CebJson } from '../domain/ceb/check-message.js';
import { type ReturnMeaning } from '../domain/ceb/return-status.js';

/** One record of a message that customs sent, read; or of one of ours that was refused as a whole. */
export interface CebReceiptRecord {
  /** What says so: the message as it was kept, or our own where the exchange refused it. */
  readonly source: { readonly type: 'cebReceipt' | 'cebMessage'; readonly id: string };
  /** Name of the root: `CEB622Message`. */
  readonly kind: string;
  /** As the record has it: of what was declared, or customs' own. */
  readonly guid: string | null;
  /** 回执状态, as it came; null where the message has none (CEB816Message). */
  readonly returnStatus: string | null;
  readonly meaning: ReturnMeaning;
  /** 操作时间. */
  readonly returnTime: Date | null;
  /** 备注, in customs' own words. */
  readonly returnInfo: string;
  /** The whole record: elements by their official names. */
  readonly fields: CebJson;
}

/**
 * Acts on what customs says of its records. Each message is handed over once, in the transaction that notes it as taken; what
 * a receipt means for something that has moved on since is for the taker to judge: they come late, repeated in other words and
 * out of order.
 */
export abstract class CebReceiptTaker {
  /** Names of the roots that it takes; no two takers take the same. */
  abstract readonly kinds: readonly string[];

  /** @param records of one or several messages of one kind: to be taken in as few statements as can be */
  abstract take(tx: Tx, records: readonly CebReceiptRecord[]): Promise<void>;
}

/** Who takes which message of customs. */
export class CebReceiptTakers {
  private readonly byKind = new Map<string, CebReceiptTaker>();

  /** @throws Error when two take the same */
  constructor(takers: readonly CebReceiptTaker[]) {
    for (const taker of takers) {
      for (const kind of taker.kinds) {
        if (this.byKind.has(kind)) throw new Error(`Two takers for ${kind}`);
        this.byKind.set(kind, taker);
      }
    }
  }

  of(kind: string): CebReceiptTaker | null {
    return this.byKind.get(kind) ?? null;
  }
}
