import { publicId } from '../../../kernel/ids.js';
import { MEDIA_TYPES } from '../../../kernel/scan.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type FullPack, type Verification } from '../../application/evidence-reader.service.js';
import { DOCUMENT_KINDS, EVIDENCE_GROUPS } from '../../domain/evidence-documents.js';
import { type EvidenceDocument, type EvidencePack, type EvidencePart } from '../../entities/evidence.table.js';

const HASH = { description: 'SHA-256, hex', min: 64, max: 64, pattern: /^[0-9a-fA-F]{64}$/ } as const;
const HASH_EXAMPLE = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export class EvidenceUploadQuery {
  @IdField({ description: 'The order whose goods were exported', kind: 'order' })
  orderId!: string;

  @EnumField({ description: 'What it is', values: DOCUMENT_KINDS, example: 'bill_of_lading' })
  kind!: (typeof DOCUMENT_KINDS)[number];

  @TextField({ description: 'What the file is called', max: 200, example: 'BL-SBX0001.pdf' })
  fileName!: string;
}

export class EvidenceDocumentDto {
  @IdField({ kind: 'evidenceDocument', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order whose goods were exported' })
  readonly orderId!: string;

  @EnumField({
    description: 'What it is; `substitute_…`: another document that does the same, where the usual one cannot be had',
    values: DOCUMENT_KINDS,
  })
  readonly kind!: string;

  @TextField({ description: 'What the file is called', max: 200 })
  readonly fileName!: string;

  @EnumField({ description: 'As its first bytes say', values: MEDIA_TYPES })
  readonly mediaType!: string;

  @IntegerField({ description: 'Bytes', min: 1 })
  readonly sizeBytes!: number;

  @TextField({ ...HASH, example: HASH_EXAMPLE })
  readonly sha256!: string;

  @TextField({ description: 'Who added it', max: 200, example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  readonly addedBy!: string;

  @InstantField({ description: 'When it was added' })
  readonly createdAt!: string;

  static from(this: void, row: EvidenceDocument): EvidenceDocumentDto {
    const { kind, fileName, mediaType, sizeBytes, sha256, addedBy } = row;
    return {
      id: publicId('evidenceDocument', row.id),
      orderId: publicId('order', row.orderId),
      ...{ kind, fileName, mediaType, sizeBytes, sha256, addedBy },
      createdAt: row.createdAt.toISOString(),
    };
  }
}

export class EvidenceDocumentsQuery extends DatedPageQuery {
  @IdField({ description: 'Of this order', kind: 'order', optional: true })
  orderId?: string;
}

class LegalHoldDto {
  @TextField({ description: 'Why', max: 500 })
  readonly reason!: string;

  @TextField({ description: 'Who said so', max: 200 })
  readonly by!: string;

  @InstantField({ description: 'Since when' })
  readonly since!: string;
}

export class EvidencePackSummaryDto {
  @IdField({ kind: 'evidencePack', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'claim', description: 'The claim that it proves' })
  readonly claimId!: string;

  @IdField({ kind: 'order', description: 'The order whose goods were exported' })
  readonly orderId!: string;

  @TextField({ ...HASH, description: 'SHA-256 of the archive, hex', example: HASH_EXAMPLE })
  readonly sha256!: string;

  @IntegerField({ description: 'Bytes of the archive', min: 1 })
  readonly sizeBytes!: number;

  @TextListField({ description: 'What the law asks for, and was not there', values: EVIDENCE_GROUPS, max: 3 })
  readonly missing!: string[];

  @DateField({ description: 'The last day on which it must be kept' })
  readonly keptUntil!: string;

  @TextField({ description: 'The law that says how long, and what must be in it', max: 200 })
  readonly source!: string;

  @ObjectField(() => LegalHoldDto, { description: 'Kept whatever its retention says', nullable: true })
  readonly legalHold!: LegalHoldDto | null;

  @TextField({ description: 'Who made it', max: 200 })
  readonly madeBy!: string;

  @IntegerField({ description: 'Counts the changes', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was made' })
  readonly createdAt!: string;

  @InstantField({ description: 'When its hold last changed' })
  readonly updatedAt!: string;

  static of(this: void, row: EvidencePack): EvidencePackSummaryDto {
    const { sha256, keptUntil, source, hold, madeBy, missing } = row;
    return {
      id: publicId('evidencePack', row.id),
      claimId: publicId('claim', row.claimId),
      orderId: publicId('order', row.orderId),
      sizeBytes: Number(row.sizeBytes),
      missing: [...missing],
      ...{ sha256, keptUntil, source, legalHold: hold, madeBy },
      ...stampsOf(row),
    };
  }
}

class EvidenceFileDto {
  @TextField({ description: 'Its place in the archive', max: 200, example: 'index.pdf' })
  readonly path!: string;

  @TextField({ description: 'Media type', max: 100, example: 'application/pdf' })
  readonly mediaType!: string;

  @IntegerField({ description: 'Bytes' })
  readonly sizeBytes!: number;

  @TextField({ ...HASH, example: HASH_EXAMPLE })
  readonly sha256!: string;

  @IdField({ kind: 'evidenceDocument', description: 'The document that was added, if it is one', nullable: true })
  readonly documentId!: string | null;

  static from(this: void, { path, mediaType, sizeBytes, sha256, documentId }: EvidencePart): EvidenceFileDto {
    const id = documentId === null ? null : publicId('evidenceDocument', documentId);
    return { path, mediaType, sizeBytes, sha256, documentId: id };
  }
}

export class EvidencePackDto extends EvidencePackSummaryDto {
  @ListField(() => EvidenceFileDto, { description: 'The files of the archive, in order', max: 300 })
  readonly files!: EvidenceFileDto[];

  static from(this: void, { pack, parts }: FullPack): EvidencePackDto {
    return { ...EvidencePackSummaryDto.of(pack), files: parts.map(EvidenceFileDto.from) };
  }
}

export class EvidencePackRequest {
  @IdField({ description: 'The claim to prove', kind: 'claim' })
  claimId!: string;
}

export class EvidencePacksQuery extends DatedPageQuery {
  @IdField({ description: 'Of this claim', kind: 'claim', optional: true })
  claimId?: string;
}

export class LegalHoldRequest {
  @TextField({ description: 'Why it must be kept', max: 500, example: 'Inspection by the tax bureau' })
  reason!: string;
}

export class EvidenceVerificationQuery {
  @TextField({
    ...HASH,
    description: 'SHA-256 of the archive that you have, hex; without it only what is kept here is verified',
    optional: true,
    example: HASH_EXAMPLE,
  })
  sha256?: string;
}

export class EvidenceVerificationDto {
  @BooleanField({
    description: 'The archive that you have is that of this pack; null where you showed no hash',
    nullable: true,
  })
  readonly matches!: boolean | null;

  @BooleanField({ description: 'What is kept here still gives the archive that was made' })
  readonly intact!: boolean;

  @TextField({ ...HASH, description: 'Of the archive as it is written now, hex', example: HASH_EXAMPLE })
  readonly sha256!: string;

  static from(this: void, { matches, isIntact, sha256 }: Verification): EvidenceVerificationDto {
    return { matches, intact: isIntact, sha256 };
  }
}

export const EvidenceDocumentPageDto = PageOf(EvidenceDocumentDto);
export const EvidencePackPageDto = PageOf(EvidencePackSummaryDto);
