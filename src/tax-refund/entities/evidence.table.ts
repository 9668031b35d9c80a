import { type LocalDate } from '../../kernel/local-date.js';
import { type MediaType } from '../../kernel/scan.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { type DocumentKind, type EvidenceGroup } from '../domain/evidence-documents.js';

/** An uploaded document, without its content. */
export interface EvidenceDocument {
  readonly id: string;
  readonly orderId: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly createdAt: Date;
}

/** Why a pack is held beyond its retention, who said so, and when (RFC 3339). */
export interface LegalHold {
  readonly reason: string;
  readonly by: string;
  readonly since: string;
}

export interface EvidencePack {
  readonly id: string;
  readonly claimId: string;
  readonly orderId: string;
  /** Of the whole archive, hex. */
  readonly sha256: string;
  readonly sizeBytes: string;
  readonly missing: readonly EvidenceGroup[];
  /** The last day on which it must be kept. */
  readonly keptUntil: LocalDate;
  readonly source: string;
  readonly hold: LegalHold | null;
  readonly madeBy: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One file of an archive; its content is its own, or that of an uploaded document. */
export interface EvidencePart {
  readonly ordinal: number;
  readonly path: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly documentId: string | null;
}

export const DOCUMENT_COLUMNS = `
  id, order_id AS "orderId", kind, file_name AS "fileName", media_type AS "mediaType", size_bytes AS "sizeBytes", sha256,
  added_by AS "addedBy", created_at AS "createdAt"`;
export const PACK_COLUMNS = `
  id, claim_id AS "claimId", order_id AS "orderId", sha256, size_bytes AS "sizeBytes", missing, kept_until::text AS "keptUntil",
  source, hold, made_by AS "madeBy", version, created_at AS "createdAt", updated_at AS "updatedAt"`;

const ADD_DOCUMENT = `
  INSERT INTO tax_refund.evidence_document (tenant_id, id, order_id, kind, file_name, media_type, size_bytes, sha256, body,
                                            added_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT ON CONSTRAINT uq_evidence_document_content DO NOTHING RETURNING ${DOCUMENT_COLUMNS}`;
const SAME_DOCUMENT = `
  SELECT ${DOCUMENT_COLUMNS} FROM tax_refund.evidence_document
  WHERE tenant_id = $1 AND order_id = $2 AND kind = $3 AND sha256 = $4`;
const DOCUMENTS = `
  SELECT ${DOCUMENT_COLUMNS} FROM tax_refund.evidence_document WHERE tenant_id = $1 AND order_id = $2 ORDER BY id`;
const DOCUMENT = `SELECT ${DOCUMENT_COLUMNS} FROM tax_refund.evidence_document WHERE tenant_id = $1 AND id = $2`;
const CONTENT = `SELECT body FROM tax_refund.evidence_document WHERE tenant_id = $1 AND id = $2`;
const DELETE_DOCUMENT = `DELETE FROM tax_refund.evidence_document WHERE tenant_id = $1 AND id = $2`;

interface NewDocument extends Omit<EvidenceDocument, 'addedBy' | 'createdAt'> {
  readonly body: Buffer;
}

/** The same content as the same kind is the same document. @returns the document, and whether it is new */
export async function addDocument(tx: Tx, document: NewDocument): Promise<{ found: EvidenceDocument; isNew: boolean }> {
  const { id, orderId, kind, fileName, mediaType, sizeBytes, sha256, body } = document;
  const [added] = await tx.query<EvidenceDocument>(ADD_DOCUMENT, [
    ...[tx.tenantId, id, orderId, kind, fileName, mediaType, sizeBytes, sha256, body, tx.caller.actor, tx.now],
  ]);
  if (added !== undefined) return { found: added, isNew: true };
  const [known] = await tx.query<EvidenceDocument>(SAME_DOCUMENT, [tx.tenantId, orderId, kind, sha256]);
  if (known === undefined) throw new Error(`The document ${sha256} was neither added nor there`);
  return { found: known, isNew: false };
}

export function documentsOf(view: View, orderId: string): Promise<EvidenceDocument[]> {
  return view.query<EvidenceDocument>(DOCUMENTS, [view.tenantId, orderId]);
}

export async function findDocument(view: View, id: string): Promise<EvidenceDocument | null> {
  const [found] = await view.query<EvidenceDocument>(DOCUMENT, [view.tenantId, id]);
  return found ?? null;
}

export async function contentOf(view: View, documentId: string): Promise<Buffer | null> {
  const [found] = await view.query<{ body: Buffer }>(CONTENT, [view.tenantId, documentId]);
  return found?.body ?? null;
}

/** The database refuses what must be kept. */
export async function deleteDocument(tx: Tx, id: string): Promise<void> {
  await tx.query(DELETE_DOCUMENT, [tx.tenantId, id]);
}
