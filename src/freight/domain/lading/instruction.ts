import { type InstructionsContent } from './instructions-content.js';
import { type Stowed } from './stuffing.js';

/** All that a carrier is told in shipping instructions: what the shipper says, with what order, parties and booking know. */
export interface Instruction {
  /** Ours, made from their id: a repeat of it gets the carrier's first answer. */
  readonly reference: string;
  readonly customerReference: string;
  readonly revision: number;
  /** The carrier's own, of an update. */
  readonly shippingInstructionsReference: string | null;
  readonly carrierBookingReference: string;
  readonly content: InstructionsContent;
  readonly shipper: { readonly name: string; readonly address: string; readonly uscc: string };
  readonly consignee: { readonly name: string; readonly address: string };
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  /** The goods fall under the EU's Import Control System 2. */
  readonly isInIcs2Zone: boolean;
  readonly stowed: readonly Stowed[];
}
