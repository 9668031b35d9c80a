import { type AttachedFile, type FilingContent } from './contract-filing.js';

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
