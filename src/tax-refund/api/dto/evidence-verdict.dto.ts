import { publicId } from '../../../kernel/ids.js';
import {
  DateField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { type FileVerdict, VERDICTS } from '../../application/evidence-verifier.service.js';
import { type ComparedFile, FILE_OUTCOMES } from '../../domain/evidence-comparison.js';
import { DOCUMENT_KINDS } from '../../domain/evidence-documents.js';
import { type EvidenceDocument, type EvidencePack } from '../../entities/evidence.table.js';
import { type FoundPart } from '../../entities/evidence-search.table.js';

const HASH = { min: 64, max: 64, pattern: /^[0-9a-f]{64}$/ } as const;

class ComparedFileDto {
  @TextField({ description: 'Its place in the archive', max: 1_000, example: 'documents/BL-1.pdf' })
  readonly path!: string;

  @EnumField({
    description: '`added`: the pack has no such file; `unreadable`: it is damaged or encrypted',
    values: FILE_OUTCOMES,
  })
  readonly outcome!: string;

  @TextField({ ...HASH, description: 'SHA-256 as the pack was made, hex; null: it has no such file', nullable: true })
  readonly expectedSha256!: string | null;

  @TextField({ ...HASH, description: 'SHA-256 as it was shown, hex; null: missing or unreadable', nullable: true })
  readonly shownSha256!: string | null;

  static from(this: void, { path, outcome, expected, shown }: ComparedFile): ComparedFileDto {
    return { path: path.slice(0, 1_000), outcome, expectedSha256: expected, shownSha256: shown };
  }
}

class PartOfPackDto {
  @IdField({ kind: 'evidencePack', description: 'The pack' })
  readonly packId!: string;

  @IdField({ kind: 'claim', description: 'The claim that it proves' })
  readonly claimId!: string;

  @IdField({ kind: 'order', description: 'The order whose goods were exported' })
  readonly orderId!: string;

  @TextField({ description: 'Its place in the archive', max: 200, example: 'index.pdf' })
  readonly path!: string;

  static from(this: void, { packId, claimId, orderId, path }: FoundPart): PartOfPackDto {
    return {
      packId: publicId('evidencePack', packId),
      claimId: publicId('claim', claimId),
      orderId: publicId('order', orderId),
      path,
    };
  }
}

class ShownPackDto {
  @IdField({ kind: 'evidencePack', description: 'The pack' })
  readonly packId!: string;

  @IdField({ kind: 'claim', description: 'The claim that it proves' })
  readonly claimId!: string;

  @IdField({ kind: 'order', description: 'The order whose goods were exported' })
  readonly orderId!: string;

  @TextField({ ...HASH, description: 'SHA-256 of the archive as it was made, hex' })
  readonly sha256!: string;

  @DateField({ description: 'The last day on which it must be kept' })
  readonly keptUntil!: string;

  static from(this: void, { id, claimId, orderId, sha256, keptUntil }: EvidencePack): ShownPackDto {
    return {
      packId: publicId('evidencePack', id),
      claimId: publicId('claim', claimId),
      orderId: publicId('order', orderId),
      ...{ sha256, keptUntil },
    };
  }
}

class ShownDocumentDto {
  @IdField({ kind: 'evidenceDocument', description: 'The document' })
  readonly documentId!: string;

  @IdField({ kind: 'order', description: 'The order whose goods were exported' })
  readonly orderId!: string;

  @EnumField({ description: 'What it is', values: DOCUMENT_KINDS })
  readonly kind!: string;

  @TextField({ description: 'What the file is called', max: 200 })
  readonly fileName!: string;

  static from(this: void, { id, orderId, kind, fileName }: EvidenceDocument): ShownDocumentDto {
    return { documentId: publicId('evidenceDocument', id), orderId: publicId('order', orderId), kind, fileName };
  }
}

export class EvidenceFileVerdictDto {
  @EnumField({
    description:
      '`pack`: the archive as it was made; `changed_pack`: files of a pack, but not as it was made; `file`: a document, or one file ' +
      'of packs, unchanged; `unreadable_archive`: cut off, damaged, or with too much in it; `unknown`: nothing that is kept here',
    values: VERDICTS,
  })
  readonly verdict!: string;

  @TextField({ ...HASH, description: 'SHA-256 of what was shown, hex' })
  readonly sha256!: string;

  @IntegerField({ description: 'Bytes of it' })
  readonly sizeBytes!: number;

  @ObjectField(() => ShownPackDto, { description: 'Of `pack` and `changed_pack`: which', nullable: true })
  readonly pack!: ShownPackDto | null;

  @ListField(() => ComparedFileDto, { description: 'Of a pack: each of its files, then what was put in', max: 2_000 })
  readonly files!: ComparedFileDto[];

  @ListField(() => ShownDocumentDto, { description: 'Of `file`: the documents that it is', max: 100 })
  readonly documents!: ShownDocumentDto[];

  @ListField(() => PartOfPackDto, { description: 'Of `file`: the packs that it is in', max: 100 })
  readonly partOf!: PartOfPackDto[];

  static from(this: void, found: FileVerdict): EvidenceFileVerdictDto {
    const { verdict, sha256, sizeBytes, pack } = found;
    return {
      ...{ verdict, sha256, sizeBytes },
      pack: pack === null ? null : ShownPackDto.from(pack),
      files: found.files.map(ComparedFileDto.from),
      documents: found.documents.map(ShownDocumentDto.from),
      partOf: found.partOf.map(PartOfPackDto.from),
    };
  }
}
