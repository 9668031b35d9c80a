import { type LocalDate } from '../../../kernel/local-date.js';
import { type FilingContent, type SupportingKind } from './contract-filing.js';

/** A file that goes with a message, as the message says it; its bytes are kept under its id. */
export interface AttachedFile {
  /** As everybody knows it: `cfi_…`. */
  readonly id: string;
  readonly kind: SupportingKind;
  /** Of the paper that it is a scan of. */
  readonly number: string;
  readonly issuedOn: LocalDate | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** In one message. */
export const FILES_MAX = 5;
/** Max100KBinary: what is larger is named by its hash alone. */
const ENCLOSED_BYTES_MAX = 102_400;

/** Whether the bytes go with the message. */
export function isEnclosed({ sizeBytes }: AttachedFile): boolean {
  return sizeBytes <= ENCLOSED_BYTES_MAX;
}

/** All files of a message. */
export function filesOf(content: FilingContent): readonly AttachedFile[] {
  if (content.kind === 'documents') return content.documents.flatMap(({ files }) => files ?? []);
  return 'files' in content ? (content.files ?? []) : [];
}
