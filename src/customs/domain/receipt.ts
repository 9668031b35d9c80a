import { checkDeclarationNumber } from '../../kernel/identifiers/index.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Direction } from './declaration-form.js';
import { type DeclarationState } from './declaration-status.js';

export const RECEIPT_KINDS = [
  'accepted',
  'reviewing',
  'concluded',
  'inspecting',
  'released',
  'departed',
  'cleared',
  'rejected',
  'deleted',
  'request_granted',
  'request_refused',
  'tax_bill',
  'other',
] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** One receipt of customs, read. */
export interface Receipt {
  readonly kind: ReceiptKind;
  /** 统一编号, given when the message was taken; null on a tally report. */
  readonly sequenceNumber: string | null;
  /** 报关单号, 18 digits, from acceptance on. */
  readonly entryNumber: string | null;
  /** When customs wrote it. */
  readonly noticedAt: Date | null;
  /** The day the goods left China, where the receipt knows it. */
  readonly exportDate: LocalDate | null;
  /** In customs' own words. */
  readonly note: string;
  /** The code as it came: CHANNEL, or the type of the message. */
  readonly code: string;
  /** Word for word. */
  readonly body: string;
}

/**
 * How far each state is along the way. Customs numbers nothing in time, receipts come late, twice and out of order:
 * only this rank decides, and it only grows within one attempt.
 */
const RANK: Readonly<Partial<Record<DeclarationState, number>>> = {
  queued: 0,
  submitted: 0,
  accepted: 1,
  reviewing: 2,
  concluded: 3,
  inspecting: 4,
  released: 5,
  departed: 6,
  cleared: 7,
};

const COMMAND_OF = {
  accepted: 'accept',
  reviewing: 'review',
  concluded: 'conclude',
  inspecting: 'inspect',
  released: 'release',
  departed: 'depart',
  cleared: 'clear',
} as const;
type Milestone = keyof typeof COMMAND_OF;

/** What every declaration passes, even where the receipt of it is late or lost: others wait for these facts. */
const ALWAYS_PASSED: readonly Milestone[] = ['accepted', 'released', 'departed', 'cleared'];

/** What comes into the country does not leave it. */
const PASSED_BY_IMPORTS: readonly Milestone[] = ['accepted', 'released', 'cleared'];

/** `learn_inspection`: customs had looked at what it has released since; the state stays as it is. */
export type StepCommand = (typeof COMMAND_OF)[Milestone] | 'reject' | 'learn_inspection';

export interface Plan {
  readonly steps: readonly StepCommand[];
  /**
   * `late`: says nothing new. `held`: a fact is missing without which the next step would be a guess; kept until the
   * fact comes. `ignored`: customs says something that changes nothing for us.
   */
  readonly outcome: 'applied' | 'late' | 'held' | 'ignored';
}

/** Order in which receipts that wait together are applied. */
export function rankOf(kind: ReceiptKind): number {
  // What was granted is granted of the declaration as all else that waits has left it.
  if (isOfRequest(kind)) return ANSWERS_LAST;
  if (kind === 'tax_bill') return BILLS_ONCE_ACCEPTED;
  return kind in COMMAND_OF ? (RANK[kind as DeclarationState] ?? 0) : 0;
}

const ANSWERS_LAST = 99;
/** Of what was accepted, and before it is released. */
const BILLS_ONCE_ACCEPTED = 1.5;

/** An answer to what was asked about a declaration, not a step of the declaration itself. */
export function isOfRequest(kind: ReceiptKind): kind is 'request_granted' | 'request_refused' {
  return kind === 'request_granted' || kind === 'request_refused';
}

interface Known {
  readonly state: DeclarationState;
  readonly entryNumber: string | null;
  readonly exportDate: LocalDate | null;
  /** Whether customs is known to have looked at the goods; taken for known unless it is said. */
  readonly inspected?: boolean;
  /** An export's unless it is said. */
  readonly direction?: Direction;
}

/** What a receipt of the running attempt does to a declaration: only ever forward, and a release is never undone. */
export function planFor(
  { state, entryNumber, exportDate, inspected = true, direction = 'export' }: Known,
  receipt: Receipt,
): Plan {
  const { kind } = receipt;
  if (kind === 'other' || kind === 'tax_bill' || isOfRequest(kind)) return { steps: [], outcome: 'ignored' };
  const here = RANK[state];
  if (here === undefined) return { steps: [], outcome: 'late' };
  if (kind === 'rejected' || kind === 'deleted') {
    return here < (RANK.released ?? 0) ? { steps: ['reject'], outcome: 'applied' } : { steps: [], outcome: 'late' };
  }
  const there = RANK[kind] ?? 0;
  if (there <= here) {
    // A fact all the same: what the inspection found is still to be reported.
    const isOurs = receipt.entryNumber === null || receipt.entryNumber === entryNumber;
    const isNews = kind === 'inspecting' && !inspected && isOurs && here >= (RANK.released ?? 0);
    return isNews ? { steps: ['learn_inspection'], outcome: 'applied' } : { steps: [], outcome: 'late' };
  }
  if (kind === 'departed' && direction === 'import') return { steps: [], outcome: 'ignored' };
  const always = direction === 'import' ? PASSED_BY_IMPORTS : ALWAYS_PASSED;
  const passed = always.filter((milestone) => rankOf(milestone) > here && rankOf(milestone) < there);
  const steps: StepCommand[] = [];
  for (const milestone of [...passed, kind]) {
    const isKnown =
      milestone === 'accepted'
        ? isEntryNumber(receipt.entryNumber, direction)
        : milestone !== 'departed' || receipt.exportDate !== null || exportDate !== null;
    if (!isKnown) return { steps, outcome: 'held' };
    if (entryNumber !== null && receipt.entryNumber !== null && receipt.entryNumber !== entryNumber) {
      return { steps: [], outcome: 'held' };
    }
    steps.push(COMMAND_OF[milestone]);
  }
  return { steps, outcome: 'applied' };
}

/** 18 digits, of a declaration that goes this way. */
export function isEntryNumber(number: string | null, expected: Direction): boolean {
  if (number?.length !== 18) return false;
  const { valid, direction } = checkDeclarationNumber(number);
  return valid && direction === expected;
}
