import { type DeclarationForm, type Direction } from '../domain/declaration-form.js';
import { type Part } from '../domain/declaration-split.js';

export interface NewDeclaration {
  readonly tenantId: string;
  readonly id: string;
  readonly direction: Direction;
  /** Null of an import. */
  readonly orderId: string | null;
  /** Who imports, and owes the taxes; null of an export. */
  readonly partyId: string | null;
  readonly reference: string;
  /** Of an order that goes in several declarations. */
  readonly part: Part;
  readonly form: DeclarationForm;
  readonly now: Date;
}

/** What holds of every declaration before anything has happened to it. */
export const UNDECLARED = {
  state: 'draft',
  attempt: 0,
  findings: [],
  entryNumber: null,
  inspected: false,
  rejectionReason: null,
  exportDate: null,
  submittedAt: null,
  acceptedAt: null,
  releasedAt: null,
  departedAt: null,
  clearedAt: null,
  expectedBy: null,
  asks: 0,
  approval: null,
  supplementAsked: null,
  inspection: null,
  booking: null,
  version: 1,
} as const;
