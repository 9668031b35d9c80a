import { type Asker } from './customs-window.port.js';

/** A message as the exchange takes it. */
export interface CebTransmission {
  /** Our own id of the message, the same on every repeat (CopMsgId). */
  readonly reference: string;
  /** Name of the root: `CEB621Message`. */
  readonly message: string;
  readonly direction: 'export' | 'import';
  /** The transmitting enterprise's id at the exchange (dxpId). */
  readonly senderId: string;
  /** When it was made, the same on every repeat. */
  readonly createdAt: Date;
  /** The message, word for word. */
  readonly xml: string;
}

/**
 * The exchange platform (数据交换平台, DXP) that carries messages to e-commerce customs and its receipts back. Three outcomes of
 * a call: an answer; PartnerRejectedError, a final no with its words in `details.reason`; PartnerUnavailableError, unknown: send
 * it again with the same reference, which declares nothing twice.
 */
export abstract class CebWindow {
  abstract send(asker: Asker, transmission: CebTransmission): Promise<void>;

  /** Every message that came back for this one, word for word, or null when the exchange never had it. */
  abstract receipts(asker: Asker, reference: string): Promise<readonly string[] | null>;
}
