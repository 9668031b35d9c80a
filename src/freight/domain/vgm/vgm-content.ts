import { type VgmMethod } from '../verified-gross-mass.js';

/** What the shipper says of one packed container. Weights are decimal strings, kg. */
export interface VgmContent {
  readonly equipmentReference: string;
  readonly method: VgmMethod;
  readonly cargoKg: string;
  readonly dunnageKg?: string;
  /** As painted on the door. */
  readonly tareKg: string;
  readonly weighedKg?: string;
  /** The most that it may weigh, as painted on the door. */
  readonly ratedGrossKg?: string;
  /** Instant with offset; of method 1 only. */
  readonly weighedAt?: string;
  readonly weighingPlace?: string;
  /** Of the weighbridge, or of the method of calculation where the authority certifies it. */
  readonly certificateReference?: string;
  /** Who is authorised by the shipper to sign (SOLAS VI/2.5). */
  readonly responsiblePerson: string;
}

/** What was worked out of it, kg: kept with it, since a declaration is not worked out anew. */
export interface VgmFigures {
  readonly verifiedKg: string;
  readonly calculatedKg: string;
  readonly differenceKg: string;
  readonly toleranceKg: string;
  readonly payloadKg: string;
}

/** All that the carrier is told. */
export interface VgmNotice {
  /** Ours, made from its id: a repeat of it is known. */
  readonly reference: string;
  readonly declaredAt: Date;
  readonly carrierBookingReference: string;
  readonly customerReference: string;
  readonly shipper: string;
  readonly content: VgmContent;
  readonly figures: VgmFigures;
  /** Our references of earlier declarations of the same container, which are to be forgotten. */
  readonly retracted: readonly string[];
}

/** SOLAS takes the name in capitals for a signature. */
export function signatureOf({ responsiblePerson }: Pick<VgmContent, 'responsiblePerson'>): string {
  return responsiblePerson.toUpperCase();
}
