import { type Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { type Caller } from '../../platform/database/caller.js';
import { type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { equal, page, type Page, type PageQuery } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/evidence.sentences.js';
import {
  contentOf,
  DOCUMENT_COLUMNS,
  type EvidenceDocument,
  type EvidencePack,
  type EvidencePart,
  PACK_COLUMNS,
} from '../entities/evidence.table.js';
import { findPack, partContent, partsOf } from '../entities/evidence-packs.table.js';
import { digestOf, evidenceArchive } from './evidence-archive.js';

export interface FullPack {
  readonly pack: EvidencePack;
  readonly parts: readonly EvidencePart[];
}

/** What a hash was held against. */
export interface Verification {
  /** The archive, written anew from what is kept, has the hash that it was made with. */
  readonly isIntact: boolean;
  /** The hash that was shown is that of the pack; null where none was. */
  readonly matches: boolean | null;
  /** Of the archive as it is written now, hex. */
  readonly sha256: string;
}

/** Documents and packs as callers look at them, and fetch them. */
@Injectable()
export class EvidenceReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  documents(view: View, query: PageQuery, orderId: string | undefined): Promise<Page<EvidenceDocument>> {
    const conditions = equal('order_id', orderId);
    return page(view, { table: 'tax_refund.evidence_document', columns: DOCUMENT_COLUMNS, query, conditions });
  }

  packs(view: View, query: PageQuery, claimId: string | undefined): Promise<Page<EvidencePack>> {
    const conditions = equal('claim_id', claimId);
    return page(view, { table: 'tax_refund.evidence_pack', columns: PACK_COLUMNS, query, conditions });
  }

  /** @throws ResourceNotFoundError */
  async content(view: View, documentId: string): Promise<Buffer> {
    const content = await contentOf(view, documentId);
    if (content === null) throw new ResourceNotFoundError(SAY.no_such_document);
    return content;
  }

  /** @throws ResourceNotFoundError */
  async pack(view: View, id: string): Promise<FullPack> {
    const pack = await findPack(view, id);
    if (pack === null) throw new ResourceNotFoundError(SAY.no_such_pack);
    return { pack, parts: await partsOf(view, id) };
  }

  /** Each file is read when its turn comes. */
  archive(caller: Caller, { pack, parts }: FullPack): Readable {
    return evidenceArchive(parts, ({ ordinal }) =>
      this.unitOfWork.read(caller, (view) => partContent(view, pack.id, ordinal)),
    );
  }

  /** @param shown the hash that somebody has of an archive, hex. @throws ResourceNotFoundError */
  async verify(caller: Caller, id: string, shown: string | null): Promise<Verification> {
    const full = await this.unitOfWork.read(caller, (view) => this.pack(view, id));
    const { sha256 } = await digestOf(this.archive(caller, full));
    const matches = shown === null ? null : shown.toLowerCase() === full.pack.sha256;
    return { isIntact: sha256 === full.pack.sha256, matches, sha256 };
  }
}
