import { Injectable } from '@nestjs/common';

import { newId, publicId } from '../../kernel/ids.js';
import { addMonths, CHINA, dateInZone } from '../../kernel/local-date.js';
import { mediaTypeOf } from '../../kernel/scan.js';
import { type Tx, type View } from '../../platform/database/session.js';
import { violates } from '../../platform/database/violates.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type Scan } from '../../platform/http/scan-upload.js';
import { audit } from '../../platform/outbox/outbox.js';
import { bound } from '../../platform/usage/bounds.js';
import { evidenceLaw } from '../domain/deadline-kinds.js';
import { type DocumentKind, evidenceStanding } from '../domain/evidence-documents.js';
import {
  ClaimNotFiledError,
  EvidenceKeptError,
  TooManyDocumentsError,
  UnusableDocumentError,
} from '../domain/evidence.errors.js';
import { SAY } from '../domain/evidence.sentences.js';
import { SAY as REFUND } from '../domain/tax-refund.sentences.js';
import { Claim } from '../entities/claim.entity.js';
import {
  addDocument,
  contentOf,
  deleteDocument,
  documentsOf,
  type EvidenceDocument,
  type EvidencePack,
  findDocument,
} from '../entities/evidence.table.js';
import { addPack, addPart, deletePack, lockPack, setHold } from '../entities/evidence-packs.table.js';
import { RefundCase } from '../entities/refund-case.entity.js';
import { digestOf, evidenceArchive } from './evidence-archive.js';
import { evidenceParts } from './evidence-parts.js';
import { followDeadlines } from './follow-deadlines.js';

export const DOCUMENT_BYTES_MAX = bound({
  name: 'tax_refund.evidence_document',
  max: 10 * 1_048_576,
  per: 'request',
  unit: 'bytes',
  title: { en: 'One document of an export', zh: '单份备案单证' },
});
const DOCUMENTS_MAX = 100;

/** A file as somebody sends it. */
export interface Upload extends Scan {
  readonly orderId: string;
  readonly kind: DocumentKind;
  readonly fileName: string;
}

/** The documents of exports (备案单证), and the packs that prove claims: made, kept and held. */
@Injectable()
export class Evidence {
  /** The same file of the same kind is kept once. @throws ResourceNotFoundError, UnusableDocumentError, TooManyDocumentsError */
  async add(tx: Tx, { orderId, kind, fileName, mediaType: said, body, sha256 }: Upload): Promise<EvidenceDocument> {
    if ((await tx.lock(RefundCase, orderId)) === null) throw new ResourceNotFoundError(REFUND.no_such_case);
    const mediaType = mediaTypeOf(body);
    if (mediaType === null || mediaType !== said) throw new UnusableDocumentError(SAY.other_type({ expected: said }));
    const known = await documentsOf(tx, orderId);
    if (known.length >= DOCUMENTS_MAX) throw new TooManyDocumentsError(SAY.too_many({ max: DOCUMENTS_MAX }));
    const document = { id: newId(), orderId, kind, fileName, mediaType, sizeBytes: body.length, sha256 };
    const { found, isNew } = await addDocument(tx, { ...document, body });
    if (isNew) this.noteDocument(tx, 'add', found);
    return found;
  }

  /** @throws ResourceNotFoundError, EvidenceKeptError once its export was filed */
  async remove(tx: Tx, id: string): Promise<EvidenceDocument> {
    const document = await this.document(tx, id);
    try {
      await deleteDocument(tx, id);
    } catch (error) {
      const isKept = violates(error, 'keep_evidence_document') || violates(error, 'fk_evidence_part_document');
      if (isKept) throw new EvidenceKeptError(SAY.document_kept);
      throw error;
    }
    this.noteDocument(tx, 'delete', document);
    return document;
  }

  /** @throws ResourceNotFoundError */
  async document(view: View, id: string): Promise<EvidenceDocument> {
    const document = await findDocument(view, id);
    if (document === null) throw new ResourceNotFoundError(SAY.no_such_document);
    return document;
  }

  /**
   * Gathers everything that proves a claim. Of facts that have not changed it is the pack there is.
   * @throws ResourceNotFoundError, ClaimNotFiledError
   */
  async pack(tx: Tx, claimId: string): Promise<EvidencePack> {
    const claim = await tx.find(Claim, claimId);
    if (claim === null) throw new ResourceNotFoundError(REFUND.no_such_claim);
    if (claim.filedAt === null) throw new ClaimNotFiledError(SAY.not_filed({ state: claim.state }));
    const filedOn = dateInZone(claim.filedAt, CHINA);
    const law = evidenceLaw(filedOn);
    const documents = await documentsOf(tx, claim.orderId);
    const { missing } = evidenceStanding(documents.map(({ kind }) => ({ kind, addedOn: filedOn })));
    const made = await evidenceParts(tx, { claim, documents, missing, law });
    const parts = made.map(({ part }) => part);
    const archive = evidenceArchive(parts, async (part) => {
      const own = made.find((one) => one.part === part)?.body ?? null;
      return own ?? (await contentOf(tx, part.documentId ?? '')) ?? Buffer.alloc(0);
    });
    const digest = await digestOf(archive);
    const { pack, isNew } = await addPack(tx, {
      id: newId(),
      claimId,
      orderId: claim.orderId,
      sha256: digest.sha256,
      sizeBytes: String(digest.sizeBytes),
      missing,
      keptUntil: addMonths(filedOn, 12 * law.keptYears),
      source: law.source,
    });
    if (!isNew) return pack;
    for (const { part, body } of made) await addPart(tx, pack.id, part, body);
    this.notePack(tx, 'make', pack, { sha256: pack.sha256, missing });
    return pack;
  }

  /** Kept whatever its retention says, until the hold is ended. @throws ResourceNotFoundError, StaleVersionError */
  async hold(tx: Tx, id: string, reason: string): Promise<EvidencePack> {
    const pack = await this.locked(tx, id);
    const held = await setHold(tx, id, { reason, by: tx.caller.actor, since: tx.now.toISOString() });
    this.notePack(tx, 'hold', pack, { reason });
    return held;
  }

  /** @throws ResourceNotFoundError, StaleVersionError */
  async release(tx: Tx, id: string): Promise<EvidencePack> {
    const pack = await this.locked(tx, id);
    if (pack.hold === null) return pack;
    const released = await setHold(tx, id, null);
    this.notePack(tx, 'release', pack, { heldSince: pack.hold.since, reason: pack.hold.reason });
    return released;
  }

  /** @throws ResourceNotFoundError, StaleVersionError, EvidenceKeptError */
  async discard(tx: Tx, id: string): Promise<EvidencePack> {
    const pack = await this.locked(tx, id);
    const { hold, keptUntil } = pack;
    if (hold !== null) throw new EvidenceKeptError(SAY.pack_held({ reason: hold.reason }));
    if (dateInZone(tx.now, CHINA) <= keptUntil) throw new EvidenceKeptError(SAY.pack_kept({ until: keptUntil }));
    await deletePack(tx, id);
    this.notePack(tx, 'delete', pack, { sha256: pack.sha256 });
    return pack;
  }

  private async locked(tx: Tx, id: string): Promise<EvidencePack> {
    const pack = await lockPack(tx, id);
    if (pack === null) throw new ResourceNotFoundError(SAY.no_such_pack);
    tx.assertFresh({ ...pack, tenantId: tx.tenantId });
    return pack;
  }

  private noteDocument(tx: Tx, what: 'add' | 'delete', { id, orderId, kind, sha256: hash }: EvidenceDocument): void {
    audit(tx, {
      action: `tax_refund.evidence_document.${what}`,
      resourceType: 'evidenceDocument',
      resourceId: id,
      details: { kind, sha256: hash, order: publicId('order', orderId) },
    });
    followDeadlines(tx, orderId);
  }

  private notePack(tx: Tx, what: string, { id, claimId }: EvidencePack, details: object): void {
    audit(tx, {
      action: `tax_refund.evidence_pack.${what}`,
      resourceType: 'evidencePack',
      resourceId: id,
      details: { claim: publicId('claim', claimId), ...details },
    });
  }
}
