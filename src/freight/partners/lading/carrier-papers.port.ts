import { type DocumentReport } from '../../domain/lading/document-report.js';
import { type Instruction } from '../../domain/lading/instruction.js';
import { type InstructionsReport } from '../../domain/lading/lading-report.js';
import { type SurrenderManner } from '../../domain/lading/transport-document-status.js';
import { type Caller } from '../carrier.port.js';
import { type InstructionsMessage } from './shipping-instructions.js';

/** What a callback of the carrier's says of papers. */
export type PapersWord =
  | { readonly kind: 'instructions'; readonly report: InstructionsReport }
  | { readonly kind: 'document'; readonly report: DocumentReport };

export interface SurrenderRequest {
  readonly reference: string;
  readonly transportDocumentReference: string;
  readonly purpose: 'amendment' | 'delivery';
  readonly manner: SurrenderManner | null;
}

/** Ours for the record of the exchange, and the carrier's. */
interface Named {
  readonly reference: string;
  readonly carrierReference: string;
}

/**
 * The documentation desk of an ocean carrier, by DCSA Bill of Lading 3.0.
 *
 * Every call: @throws PartnerRejectedError a final no, with the carrier's words in `details.reason`;
 * @throws PartnerUnavailableError no answer, or one that cannot be read: it may or may not have acted
 */
export abstract class CarrierPapers {
  /** The instructions as they will be sent, checked against the carrier's schema. @throws UnsendableInstructionsError */
  abstract compose(instruction: Instruction): InstructionsMessage;

  /** A repeated reference gets the first answer, so sending twice is safe. */
  abstract instruct(
    caller: Caller,
    request: { readonly reference: string; readonly message: string },
  ): Promise<{ readonly shippingInstructionsReference: string }>;

  abstract update(caller: Caller, request: Named & { readonly message: string }): Promise<void>;

  /** Takes back an update that is not decided, or the instructions themselves. */
  abstract withdraw(caller: Caller, request: Named & { readonly what: 'update' | 'instructions' }): Promise<void>;

  /** How they stand; null while the carrier has not worked on them, or knows none. */
  abstract instructions(caller: Caller, carrierReference: string): Promise<InstructionsReport | null>;

  /** Lets a draft be issued. The carrier has taken it where this returns. */
  abstract approve(
    caller: Caller,
    request: { readonly reference: string; readonly transportDocumentReference: string },
  ): Promise<void>;

  /** Gives an issued bill back. A repeated reference is the same request. */
  abstract surrender(caller: Caller, request: SurrenderRequest): Promise<void>;

  abstract document(caller: Caller, transportDocumentReference: string): Promise<DocumentReport | null>;

  /** Null where the message is about something else. @throws UnreadableCarrierMessageError */
  abstract read(body: string): PapersWord | null;
}
