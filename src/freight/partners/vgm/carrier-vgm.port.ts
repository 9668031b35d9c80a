import { type VgmNotice } from '../../domain/vgm/vgm-content.js';
import { type VgmReport } from '../../domain/vgm/vgm-report.js';
import { type Caller } from '../carrier.port.js';

/**
 * An ocean carrier as one who consumes verified gross masses, by DCSA VGM 1.0. What it makes of them it tells in shipment events
 * of Track & Trace 2.2.
 *
 * Every call: @throws PartnerRejectedError a final no, with the carrier's words in `details.reason`;
 * @throws PartnerUnavailableError no answer, or one that cannot be read: it may or may not have acted
 */
export abstract class CarrierVgm {
  /** The declaration as it will be sent, checked against the standard. @throws UndeclarableMassError */
  abstract compose(notice: VgmNotice): string;

  /** A repeated reference is the same declaration. */
  abstract declare(caller: Caller, request: { readonly reference: string; readonly message: string }): Promise<void>;

  /** What the carrier said last of one declaration; null where it has said nothing. */
  abstract standing(
    caller: Caller,
    request: { readonly declarationId: string; readonly carrierBookingReference: string },
  ): Promise<VgmReport | null>;

  /** What a callback says of declarations of ours; empty where it is about something else. @throws UnreadableCarrierMessageError */
  abstract read(body: string): readonly VgmReport[];
}
