import { Decimal } from '../../kernel/decimal.js';
import { type Fault } from '../../kernel/domain-error.js';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { BOOKING_CHANGE, type ChangeCommand, type ChangeKind, type ChangeState } from './booking-change-status.js';
import { type CarrierStatus } from './booking-report.js';
import { SAY_CARRIAGE as SAY } from './carriage.sentences.js';

export const DOCUMENT_TYPES = ['BOL', 'SWB'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export interface PartyChange {
  readonly name: string;
  readonly address: string;
}

/** Weights and packages of one line of the order. */
export interface GoodsChange {
  readonly lineNumber: number;
  readonly grossKg?: string;
  readonly cbm?: string;
  readonly packages?: number;
}

/** What may be changed of a booking. Ports, mode and containers are what the freight was quoted for: they need another. */
export interface BookingChanges {
  readonly expectedDepartureDate?: LocalDate;
  readonly vesselName?: string;
  readonly voyageNumber?: string;
  readonly transportDocumentType?: DocumentType;
  readonly isPartialLoadAllowed?: boolean;
  readonly isEquipmentSubstitutionAllowed?: boolean;
  readonly consignee?: PartyChange;
  readonly notifyParty?: PartyChange;
  readonly goods?: readonly GoodsChange[];
}

/** All changes that hold, the newest last: each field as it was last changed. */
export function mergedChanges(changes: readonly BookingChanges[]): BookingChanges {
  return changes.reduce<BookingChanges>((before, change) => {
    const goods = mergedGoods(before.goods ?? [], change.goods ?? []);
    const merged = { ...before, ...change };
    // Another day, and no ship named for it: the ship of before sails on another one.
    const isFree = change.expectedDepartureDate !== undefined && change.vesselName === undefined;
    const { vesselName, voyageNumber, ...shipless } = merged;
    const ship = {
      ...(vesselName === undefined ? {} : { vesselName }),
      ...(voyageNumber === undefined ? {} : { voyageNumber }),
    };
    return { ...shipless, ...(isFree ? {} : ship), ...(goods.length === 0 ? {} : { goods }) };
  }, {});
}

function mergedGoods(before: readonly GoodsChange[], after: readonly GoodsChange[]): GoodsChange[] {
  const byLine = new Map(before.map((line) => [line.lineNumber, line]));
  for (const line of after) byLine.set(line.lineNumber, { ...byLine.get(line.lineNumber), ...line });
  return [...byLine.values()].sort((left, right) => left.lineNumber - right.lineNumber);
}

/**
 * Every fault of a wish for changes.
 * @param lines numbers of the order's lines
 * @param today in China
 */
export function faultsOfChanges(changes: BookingChanges, lines: readonly number[], today: LocalDate): Fault[] {
  const faults: Fault[] = [];
  const { expectedDepartureDate: day, vesselName, voyageNumber, goods = [] } = changes;
  if (Object.keys(changes).length === 0) faults.push({ pointer: '', code: 'required', message: SAY.nothing_changed });
  if (day !== undefined && (!isLocalDate(day) || day < today)) {
    faults.push({ pointer: '/expectedDepartureDate', code: 'past', message: SAY.departure_past });
  }
  if ((vesselName === undefined) !== (voyageNumber === undefined)) {
    const pointer = vesselName === undefined ? '/vesselName' : '/voyageNumber';
    faults.push({ pointer, code: 'required', message: SAY.ship_and_voyage });
  }
  return [...faults, ...goods.flatMap((line, index) => faultsOfGoods(line, index, goods, lines))];
}

function faultsOfGoods(
  line: GoodsChange,
  index: number,
  all: readonly GoodsChange[],
  lines: readonly number[],
): Fault[] {
  const at = `/goods/${index}`;
  const faults: Fault[] = [];
  if (!lines.includes(line.lineNumber)) {
    faults.push({ pointer: `${at}/lineNumber`, code: 'unknown', message: SAY.no_such_line });
  }
  if (all.findIndex(({ lineNumber }) => lineNumber === line.lineNumber) !== index) {
    faults.push({ pointer: `${at}/lineNumber`, code: 'duplicate', message: SAY.line_twice });
  }
  if (line.grossKg !== undefined && !new Decimal(line.grossKg).greaterThan(0)) {
    faults.push({ pointer: `${at}/grossKg`, code: 'range', message: SAY.weight_positive });
  }
  return faults;
}

export interface ChangeStanding {
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  /** When the carrier took the message. */
  readonly takenAt: Date | null;
  /** The carrier's word on the amendment before this one. */
  readonly statusBefore: string | null;
  /** Its last word before the wish, by its own clock. */
  readonly reportedBefore: Date | null;
  /** When, by its own clock, it last said again what it had said of the amendment before. */
  readonly repeatedAt: Date | null;
}

export interface ChangeWord {
  readonly bookingStatus: CarrierStatus;
  readonly amendedBookingStatus: string | null;
  readonly asOf: Date | null;
  readonly heardAt: Date;
}

/** Asked so long after it took a message, a carrier answers of what it has. */
const SETTLED_MS = 15 * 60_000;

const OF_AMENDMENT: Readonly<Record<string, ChangeCommand>> = {
  AMENDMENT_RECEIVED: 'receive',
  AMENDMENT_CONFIRMED: 'confirm',
  AMENDMENT_DECLINED: 'decline',
  AMENDMENT_CANCELLED: 'drop',
};

/**
 * What a report means for an open change; null where it says nothing of it. A word from before the wish, by the carrier's
 * own clock, or one that repeats what it said of the amendment before, is about something else. Where an update and the
 * confirmation crossed, the carrier takes it for an amendment. Where the receipt comes behind the answer, and the answer
 * reads like that to the amendment before, the two together decide.
 * @example an update that was received, then CONFIRMED → confirm
 */
export function judgeChange(change: ChangeStanding, word: ChangeWord): ChangeCommand | null {
  const { reportedBefore, state, kind } = change;
  if (word.asOf !== null && reportedBefore !== null && word.asOf <= reportedBefore) return null;
  const command = ofAmendment(change, word) ?? (kind === 'update' ? ofUpdate(change, word) : null);
  return command !== null && BOOKING_CHANGE.allows(state, command) ? command : null;
}

/**
 * True where the carrier says what it said of the amendment before, so that it may be of that one: kept until the receipt
 * of this amendment tells which, should that be the one that comes late.
 */
export function isRepeated(change: ChangeStanding, word: ChangeWord): boolean {
  const { state, statusBefore, reportedBefore } = change;
  const { amendedBookingStatus: said, asOf } = word;
  if (state !== 'requested' || said === null || said !== statusBefore || said === 'AMENDMENT_RECEIVED') return false;
  return asOf !== null && (reportedBefore === null || asOf > reportedBefore);
}

function ofAmendment(change: ChangeStanding, word: ChangeWord): ChangeCommand | null {
  const { amendedBookingStatus: said, asOf } = word;
  const { state, statusBefore, takenAt, repeatedAt } = change;
  const command = said === null ? undefined : OF_AMENDMENT[said];
  if (command === undefined || state !== 'requested') return command ?? null;
  if (command === 'receive') return isAnswered(repeatedAt, asOf) ? ofStatus(statusBefore) : command;
  if (said !== statusBefore) return command;
  const isSettled = asOf === null && takenAt !== null && word.heardAt.getTime() - takenAt.getTime() >= SETTLED_MS;
  return isSettled ? command : null;
}

/** What was repeated after it had the amendment was its answer. */
function isAnswered(repeatedAt: Date | null, receivedAt: Date | null): boolean {
  return repeatedAt !== null && receivedAt !== null && receivedAt <= repeatedAt;
}

function ofStatus(status: string | null): ChangeCommand {
  return OF_AMENDMENT[status ?? ''] ?? 'receive';
}

function ofUpdate({ state, takenAt }: ChangeStanding, { bookingStatus, asOf }: ChangeWord): ChangeCommand | null {
  if (bookingStatus === 'UPDATE_RECEIVED') return 'receive';
  // What it says now, when asked, is said of what it has; what it called back with may have crossed our message.
  const isOfIt = state !== 'requested' || (asOf === null && takenAt !== null);
  if (isOfIt && ['CONFIRMED', 'PENDING_AMENDMENT', 'COMPLETED'].includes(bookingStatus)) return 'confirm';
  // Asked for once more, after it had what we sent.
  return bookingStatus === 'PENDING_UPDATE' && state === 'received' ? 'decline' : null;
}
