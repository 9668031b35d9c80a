import { type Fault } from '../../../kernel/domain-error.js';
import { type Bilingual } from '../../../kernel/sentence.js';
import { type CebJson } from '../ceb/check-message.js';
import { type ReturnMeaning } from '../ceb/return-status.js';
import { type ParcelState } from '../parcels/parcel-status.js';
import { type Direction, type ProfileTerms } from '../parcels/profile.js';

/** What is filed about parcels after their lists. */
export const PARCEL_FILING_KINDS = [
  'withdrawal',
  'arrival',
  'departure',
  'master_waybill',
  'return',
  'return_tally',
  'summary',
  'delivery',
  'warehouse_entry',
] as const;
export type ParcelFilingName = (typeof PARCEL_FILING_KINDS)[number];

/** A list (清单) as customs has it: elements of the message by their official names. */
export interface FiledList {
  readonly head: Readonly<Record<string, string>>;
  readonly lines: readonly Readonly<Record<string, string>>[];
}

/** So much of a line of a list (`gnum`), in its declared unit. */
export interface ReturnedLine {
  readonly lineNo: number;
  readonly quantity: string;
}

/** What has come back of a parcel, in parts; null where nothing has, or all of it at once. */
export interface Returned {
  readonly lines: readonly ReturnedLine[];
  readonly isAll: boolean;
  /** Of the reckoned taxes of an import, fen. */
  readonly tax: string | null;
}

/** Another filing about a parcel: on its way, or taken by customs. */
export interface OtherFiling {
  readonly kind: ParcelFilingName;
  readonly isAccepted: boolean;
  /** Another one of its kind is possible beside it: it is about something else, or about a part. */
  readonly isOfPart: boolean;
}

/** A parcel that is to be filed about. */
export interface FiledParcel {
  readonly id: string;
  readonly orderNo: string;
  readonly state: ParcelState;
  readonly invtNo: string;
  readonly preNo: string | null;
  readonly releasedAt: Date | null;
  /** As it was filed, not as its profile would have it now. */
  readonly list: FiledList;
  /** What has come back of it in parts. */
  readonly returned: Returned | null;
  readonly others: readonly OtherFiling[];
}

/** One record of the message. */
export interface FilingRecord {
  readonly guid: string;
  /** 企业内部编号, 20 signs: one for all records that are one document in several messages. */
  readonly copNo: string;
  /** `yyyyMMddHHmmss`, Beijing time. */
  readonly stamp: string;
  /** 报文总数 and 报文序号: of how many messages the document is made, and which this is. */
  readonly count: number;
  readonly number: number;
  readonly parcels: readonly FiledParcel[];
  readonly terms: ProfileTerms;
}

/**
 * What there is to know of one kind of filing in one direction: everything else is the same for all. A new kind is a file with
 * one of these, its name in `PARCEL_FILING_KINDS`, and a place in `filing-kinds.ts`.
 */
export interface ParcelFilingKind<Said extends object = object> {
  readonly name: ParcelFilingName;
  readonly direction: Direction;
  /** Name of the root, `CEB605Message`, and of the element that repeats. */
  readonly message: string;
  readonly element: string;
  /** What answers it: `CEB606Message`. */
  readonly reply: string;
  /** The result by which customs has taken a record. */
  readonly acceptedBy: ReturnMeaning;
  /** States in which a parcel may be filed about. */
  readonly from: readonly ParcelState[];
  /** 1: each parcel has a record of its own, a hundred in a message; more: that many in a record, each record a message. */
  readonly parcelsPerRecord: number;
  /** What becomes of a parcel when customs has taken its record; null: it stays as it is. */
  readonly effect: 'withdraw' | 'depart' | 'return' | null;
  /** Element of a receipt with the number that customs gives the record, beside 预录入编号. */
  readonly numberField?: string;
  /** What is wrong with what the caller said, with JSON pointers into the body. */
  faultsOf?(said: Said, now: Date): Fault[];
  /** Why not, beside its state and another filing of this kind; null: it may. */
  whyNot?(parcel: FiledParcel, now: Date, said: Said): Bilingual | null;
  /** Parcels of one record agree in this. */
  groupOf?(parcel: FiledParcel, said: Said): string;
  /** Whether another may follow it when customs has taken it: of what is left, or of what comes later. */
  isOfPart?(said: Said): boolean;
  /** Another filing of this kind is possible where this differs. */
  aspectOf?(said: Said): string;
  recordOf(record: FilingRecord, said: Said): CebJson;
}
