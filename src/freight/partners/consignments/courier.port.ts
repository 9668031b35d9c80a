import { type PartnerClient } from '../../../platform/partners/partner-client.js';
import { type ConsignmentInstruction } from '../../domain/consignments/consignment-instruction.js';
import { type CourierReport } from '../../domain/consignments/courier-report.js';

/** On whose behalf the courier is called. */
export type Caller = Parameters<PartnerClient['call']>[0];

export interface CourierCancellation {
  readonly reference: string;
  readonly reason: string | null;
}

/**
 * Whoever carries goods other than by sea: an express company, a post, the operator of a line, an airline, a railway; or
 * one that books with all of them. It knows a consignment by our reference.
 *
 * Every call: @throws PartnerRejectedError a final no, with the courier's words in `details.reason`;
 * @throws PartnerUnavailableError no answer, or one that cannot be read: it may or may not have acted
 */
export abstract class Courier {
  /** The request as it will be sent. The same instruction gives the same text. */
  abstract compose(instruction: ConsignmentInstruction): string;

  /** Hands the request over. A repeated reference gets the first answer, so asking twice is safe. */
  abstract book(
    caller: Caller,
    request: { readonly reference: string; readonly message: string },
  ): Promise<{ readonly courierReference: string }>;

  /** How it stands, with its numbers and all that happened; null when the courier knows none of this reference. */
  abstract consignment(caller: Caller, reference: string): Promise<CourierReport | null>;

  /** Asks it not to collect. What it makes of it comes later. */
  abstract cancel(caller: Caller, wish: CourierCancellation): Promise<void>;

  /** @throws UnreadableCourierMessageError */
  abstract read(body: string): CourierReport;
}
