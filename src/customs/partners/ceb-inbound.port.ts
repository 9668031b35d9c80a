import { type CebJson } from '../domain/ceb/check-message.js';

/** A message of customs, taken out of its envelope. */
export interface OpenedReceipt {
  /** All of it as it came, unpacked. */
  readonly text: string;
  /** The message within, well-formed. */
  readonly xml: string;
  /** Name of its root: `CEB622Message`. */
  readonly kind: string;
}

/** Opens what comes in at the door, and reads what is in it. Pure: no step of it looks anything up. */
export abstract class CebInbound {
  /**
   * Bounded in time and memory, whatever comes.
   * @param raw the bytes of the body
   * @param encoding as the header Content-Encoding has it
   * @throws CebReceiptRefusedError where it is no message of customs, or one that is not to be read
   */
  abstract open(raw: Buffer, encoding: string | undefined): Promise<OpenedReceipt>;

  /**
   * The records of a message that was opened, as far as they can be read: customs may have more elements than we know.
   * @throws CebReceiptRefusedError where there is none
   */
  abstract recordsOf(opened: Pick<OpenedReceipt, 'xml' | 'kind'>): readonly CebJson[];
}
