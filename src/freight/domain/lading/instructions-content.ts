import { type DocumentType, type PartyChange } from '../booking-change.js';

export const SEAL_SOURCES = ['CAR', 'SHI', 'VET', 'CUS'] as const;
export type SealSource = (typeof SEAL_SOURCES)[number];

export const PAYMENT_TERMS = ['PRE', 'COL'] as const;
export type PaymentTerm = (typeof PAYMENT_TERMS)[number];

/** Whose seal it is by DCSA code: the carrier's, the shipper's, of the veterinary office or of customs. */
export interface Seal {
  readonly number: string;
  readonly source: SealSource;
}

/** What of one line of the order is in a container. Weights are decimal strings, kg; volumes m³. */
export interface BoxedLine {
  readonly lineNumber: number;
  readonly grossKg: string;
  readonly packages: number;
  readonly cbm?: string;
}

/** A container that carries the goods (DCSA `utilizedTransportEquipments`). */
export interface InstructedBox {
  readonly equipmentReference: string;
  readonly ISOEquipmentCode: string;
  readonly isShipperOwned: boolean;
  /** As painted on the door, kg; of the shipper's own containers the standard wants it. */
  readonly tareKg?: string;
  readonly seals: readonly Seal[];
  /** Absent of all containers: the goods are spread evenly. */
  readonly cargo?: readonly BoxedLine[];
}

export interface Contact {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
}

/** What the shipper says; what is not said here comes from order, parties and booking. Names are those of DCSA Bill of Lading 3.0. */
export interface InstructionsContent {
  readonly transportDocumentTypeCode: DocumentType;
  readonly isElectronic: boolean;
  readonly isShippedOnBoardType: boolean;
  readonly isToOrder: boolean;
  readonly freightPaymentTermCode: PaymentTerm;
  readonly numberOfOriginals: number;
  readonly numberOfCopies: number;
  /** Of the bill that the forwarder gives the shipper under the carrier's: theirs is then the master. */
  readonly houseBillOfLadingReference?: string;
  readonly contact: Contact;
  readonly consignee?: PartyChange;
  readonly notifyParty?: PartyChange;
  readonly shippingMarks?: string;
  readonly utilizedTransportEquipments: readonly InstructedBox[];
}
