import { type LocalDate } from '../../../kernel/local-date.js';
import { type Money } from '../../../kernel/money.js';
import { type Reason } from '../../../kernel/sentence.js';
import { type Caller } from '../../../platform/partners/partner-client.js';
import { type LossCause } from '../../domain/insurance/cover-terms.js';
import { type ClaimDocument } from '../../domain/insurance/claim-document.js';

export interface LimitApplication {
  /** Ours; a repeated one gets the first answer. */
  readonly reference: string;
  readonly policyNumber: string;
  readonly insured: { readonly name: string; readonly uscc: string };
  readonly buyer: { readonly name: string; readonly country: string };
  readonly amount: Money;
  readonly tenorDays: number;
}

export interface ShipmentNotice {
  readonly reference: string;
  readonly policyNumber: string;
  readonly limitReference: string;
  readonly buyer: string;
  readonly shippedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly amount: Money;
  readonly covered: Money;
  readonly premium: Money;
}

export interface LossNotice {
  readonly reference: string;
  readonly declarationReference: string;
  readonly buyer: string;
  readonly cause: LossCause;
  readonly loss: Money;
  readonly noticedOn: LocalDate;
}

/** What the insurer said of a buyer limit. */
export interface LimitMessage {
  readonly about: 'limit';
  readonly reference: string;
  readonly kind: 'received' | 'granted' | 'refused' | 'reduced' | 'revoked';
  readonly limitNumber?: string | undefined;
  /** Of what is granted. */
  readonly amount?: Money | undefined;
  readonly validFrom?: LocalDate | undefined;
  readonly validUntil?: LocalDate | undefined;
  readonly why: Reason;
  /** When it was said; null of what is only received. */
  readonly asOf: Date | null;
}

/** What the insurer said of a claim. */
export interface ClaimMessage {
  readonly about: 'claim';
  readonly reference: string;
  readonly kind: 'notified' | 'filed' | 'accepted' | 'reduced' | 'refused' | 'paid' | 'recovered';
  /** What is accepted, was paid, or was recovered of the buyer in all. */
  readonly amount: Money | null;
  readonly why: Reason;
  /** Of what was paid, or passed on. */
  readonly payment: { readonly valueDate: LocalDate; readonly bankReference: string } | null;
}

export type InsurerMessage = LimitMessage | ClaimMessage;

/**
 * A company that insures exports on credit (such as 中国信保).
 *
 * Every call: @throws PartnerRejectedError a final no, with the insurer's reason in `details.reason`;
 * @throws PartnerUnavailableError no answer, or one that cannot be read: it may or may not have acted
 */
export abstract class Insurer {
  abstract applyForLimit(caller: Caller, application: LimitApplication): Promise<void>;
  /** How a limit stands; null where the insurer does not know it. */
  abstract limit(caller: Caller, reference: string): Promise<LimitMessage | null>;
  /** @returns the insurer's number of the declaration */
  abstract declare(caller: Caller, shipment: ShipmentNotice): Promise<string>;
  abstract payPremium(
    caller: Caller,
    payment: { readonly reference: string; readonly amount: Money; readonly paidOn: LocalDate },
  ): Promise<void>;
  /** @returns the insurer's number of the claim */
  abstract notifyLoss(caller: Caller, notice: LossNotice): Promise<string>;
  abstract fileClaim(
    caller: Caller,
    claim: { readonly reference: string; readonly indemnity: Money; readonly documents: readonly ClaimDocument[] },
  ): Promise<void>;
  abstract claim(caller: Caller, reference: string): Promise<ClaimMessage | null>;
  /** Reads a callback. @throws UnreadableInsurerMessageError */
  abstract read(body: string): InsurerMessage;
}
