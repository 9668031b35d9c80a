import { type DeclarationState } from './declaration-status.js';

export const INSPECTION_OUTCOMES = ['conforms', 'differs', 'sampled'] as const;
export const EVIDENCE_KINDS = ['inspection_record', 'photo', 'laboratory_report', 'other'] as const;

export interface Evidence {
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  /** Where it is kept: its number or address. */
  readonly reference: string;
  /** SHA-256 of what is kept there, hex; null where nobody took it. */
  readonly digest: string | null;
}

/** An inspection of the goods (查验): the appointment with customs, then what was found. Instants are RFC 3339. */
export interface Inspection {
  readonly appointment: { readonly at: string; readonly place: string; readonly note: string | null } | null;
  readonly result: {
    readonly outcome: (typeof INSPECTION_OUTCOMES)[number];
    readonly inspectedAt: string;
    readonly note: string | null;
    readonly evidence: readonly Evidence[];
  } | null;
}

/** An appointment is made while customs wants to see the goods; once more, where it was moved. */
export function takesAppointment(state: DeclarationState): boolean {
  return state === 'inspecting';
}

/** What was found is often written down when the goods have been released already; it stays with the declaration. */
export function takesResult(state: DeclarationState, wasOrdered: boolean): boolean {
  const states: readonly DeclarationState[] = ['inspecting', 'released', 'departed', 'cleared', 'rejected'];
  return wasOrdered && states.includes(state);
}
