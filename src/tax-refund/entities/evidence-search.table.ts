import { type View } from '../../platform/database/session.js';
import { DOCUMENT_COLUMNS, type EvidenceDocument, type EvidencePack, PACK_COLUMNS } from './evidence.table.js';

const MAX = 100;

const DOCUMENTS = `
  SELECT ${DOCUMENT_COLUMNS} FROM tax_refund.evidence_document WHERE tenant_id = $1 AND sha256 = $2 ORDER BY id LIMIT ${MAX}`;
const PARTS = `
  SELECT p.pack_id AS "packId", k.claim_id AS "claimId", k.order_id AS "orderId", p.path
  FROM tax_refund.evidence_part p JOIN tax_refund.evidence_pack k ON k.tenant_id = p.tenant_id AND k.id = p.pack_id
  WHERE p.tenant_id = $1 AND p.sha256 = $2 ORDER BY p.pack_id, p.ordinal LIMIT ${MAX}`;
const PACKS = `
  SELECT ${PACK_COLUMNS} FROM tax_refund.evidence_pack WHERE tenant_id = $1 AND sha256 = $2 ORDER BY id LIMIT 1`;
/** The one that most of the files are of; of two alike, whose list of files is among them, then the newest. */
const LIKELY = `
  SELECT pack_id AS id FROM tax_refund.evidence_part WHERE tenant_id = $1 AND sha256 = ANY($2)
  GROUP BY pack_id ORDER BY count(*) DESC, bool_or(path = 'manifest.json') DESC, pack_id DESC LIMIT 1`;

/** A file within a pack. */
export interface FoundPart {
  readonly packId: string;
  readonly claimId: string;
  readonly orderId: string;
  readonly path: string;
}

export function documentsWith(view: View, sha256: string): Promise<EvidenceDocument[]> {
  return view.query<EvidenceDocument>(DOCUMENTS, [view.tenantId, sha256]);
}

export function partsWith(view: View, sha256: string): Promise<FoundPart[]> {
  return view.query<FoundPart>(PARTS, [view.tenantId, sha256]);
}

export async function packWith(view: View, sha256: string): Promise<EvidencePack | null> {
  const [found] = await view.query<EvidencePack>(PACKS, [view.tenantId, sha256]);
  return found ?? null;
}

export async function likelyPack(view: View, hashes: readonly string[]): Promise<string | null> {
  const [found] = await view.query<{ id: string }>(LIKELY, [view.tenantId, [...hashes]]);
  return found?.id ?? null;
}
