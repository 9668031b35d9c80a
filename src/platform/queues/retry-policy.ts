import { DomainError, type ErrorKind } from '../../kernel/domain-error.js';

/** Only what may be answered differently later is worth a retry; a broken rule stays broken. */
const RETRYABLE: Readonly<Record<ErrorKind, boolean>> = {
  malformed: false,
  invalid: false,
  unauthenticated: false,
  forbidden: false,
  'not-found': false,
  conflict: false,
  busy: true,
  stale: true,
  'precondition-required': false,
  'too-large': false,
  'too-many': true,
  'partner-rejected': false,
  'partner-unavailable': true,
  unavailable: true,
};

export interface Verdict {
  readonly retry: boolean;
  readonly code: string;
  readonly message: string;
}

/** What an error means for the job: a DomainError decides by its kind, anything else is ours and is tried again. */
export function judge(error: unknown): Verdict {
  if (error instanceof DomainError) {
    return { retry: RETRYABLE[error.kind], code: error.code, message: error.message };
  }
  return { retry: true, code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) };
}
