import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { type Caller } from '../../platform/database/caller.js';
import { type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { BodyTooLargeError } from '../../platform/http/request.errors.js';
import { bound } from '../../platform/usage/bounds.js';
import { type ComparedFile, compareFiles, type ShownFile } from '../domain/evidence-comparison.js';
import { SAY } from '../domain/evidence.sentences.js';
import { type EvidenceDocument, type EvidencePack } from '../entities/evidence.table.js';
import { findPack, partsOf } from '../entities/evidence-packs.table.js';
import { documentsWith, type FoundPart, likelyPack, packWith, partsWith } from '../entities/evidence-search.table.js';
import { hashesOfZip, spooled, UnreadableArchive } from './evidence-zip.js';

const SHOWN_BYTES_MAX = bound({
  name: 'tax_refund.evidence_verification',
  max: 256 * 1_048_576,
  per: 'request',
  unit: 'bytes',
  title: { en: 'A file that is verified', zh: '待核验文件' },
});
/** A pack has at most a hundred documents and some twenty files of its own. */
const ZIP_LIMITS = { files: 1_000, bytes: 2 * SHOWN_BYTES_MAX };

export const VERDICTS = ['pack', 'changed_pack', 'file', 'unreadable_archive', 'unknown'] as const;

/** What a file that somebody shows is. */
export interface FileVerdict {
  readonly verdict: (typeof VERDICTS)[number];
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The pack that it is, or was made of. */
  readonly pack: EvidencePack | null;
  /** Of a pack: each of its files, then what was put in. */
  readonly files: readonly ComparedFile[];
  readonly documents: readonly EvidenceDocument[];
  readonly partOf: readonly FoundPart[];
}

type Identity = Omit<FileVerdict, 'sha256' | 'sizeBytes'>;

const NOTHING = { pack: null, files: [], documents: [], partOf: [] } as const;

/** Says what a file is that somebody shows: which document, or which pack, of which claim, and whether it is whole and unchanged. */
@Injectable()
export class EvidenceVerifier {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Hashed as it comes; an archive lies on disk until it has been read. @throws BodyTooLargeError */
  async verify(caller: Caller, stream: Readable): Promise<FileVerdict> {
    const folder = await mkdtemp(path.join(tmpdir(), 'evidence-'));
    try {
      const place = path.join(folder, 'shown');
      const tooLarge = (): Error => new BodyTooLargeError(SAY.shown_too_large({ max: SHOWN_BYTES_MAX }));
      const { sha256, sizeBytes, isZip } = await spooled(stream, place, SHOWN_BYTES_MAX, tooLarge);
      const known = await this.unitOfWork.read(caller, (view) => byHash(view, sha256));
      if (known !== null) return { sha256, sizeBytes, ...known };
      if (!isZip) return { sha256, sizeBytes, verdict: 'unknown', ...NOTHING };
      return { sha256, sizeBytes, ...(await this.byContent(caller, place)) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Not as any pack was made: of which one it is, its files tell. */
  private async byContent(caller: Caller, place: string): Promise<Identity> {
    let shown: ShownFile[];
    try {
      shown = await hashesOfZip(place, ZIP_LIMITS);
    } catch (error) {
      if (error instanceof UnreadableArchive) return { verdict: 'unreadable_archive', ...NOTHING };
      throw error;
    }
    return this.unitOfWork.read(caller, async (view) => {
      const id = await likelyPack(
        view,
        shown.flatMap(({ sha256 }) => sha256 ?? []),
      );
      const pack = id === null ? null : await findPack(view, id);
      if (pack === null) return { verdict: 'unknown', ...NOTHING };
      return { ...NOTHING, verdict: 'changed_pack', pack, files: compareFiles(shown, await partsOf(view, pack.id)) };
    });
  }
}

/** @returns null where nothing that is kept has the hash */
async function byHash(view: View, sha256: string): Promise<Identity | null> {
  const [pack, documents, partOf] = await Promise.all([
    packWith(view, sha256),
    documentsWith(view, sha256),
    partsWith(view, sha256),
  ]);
  if (pack !== null) {
    const parts = await partsOf(view, pack.id);
    return { ...NOTHING, verdict: 'pack', pack, files: compareFiles(parts, parts) };
  }
  return documents.length + partOf.length === 0 ? null : { ...NOTHING, verdict: 'file', documents, partOf };
}
