import { publicId } from '../../../kernel/ids.js';
import { MEDIA_TYPES } from '../../../kernel/scan.js';
import { DateField, EnumField, IdField, InstantField, IntegerField, TextField } from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { SUPPORTING_KINDS, type SupportingKind } from '../../domain/contracts/contract-filing.js';
import { type ContractFile } from '../../entities/contract-files.table.js';

const KIND = { description: 'What paper it is', values: SUPPORTING_KINDS, example: 'contract' } as const;
const NUMBER = { description: 'The number on the paper', max: 35, example: 'NB-2026-118' } as const;

export class ContractFileUploadQuery {
  @IdField({ description: 'The order that it is of', kind: 'order' })
  orderId!: string;

  @EnumField(KIND)
  kind!: SupportingKind;

  @TextField(NUMBER)
  number!: string;

  @DateField({ description: 'When the paper was issued', optional: true, example: '2026-11-02' })
  issuedOn?: string;

  @TextField({ description: 'What the file is called', max: 200, example: 'NB-2026-118.pdf' })
  fileName!: string;
}

export class ContractFileDto {
  @IdField({ description: 'Id of the file', kind: 'contractFile' })
  readonly id!: string;

  @IdField({ description: 'The order that it is of', kind: 'order' })
  readonly orderId!: string;

  @EnumField(KIND)
  readonly kind!: string;

  @TextField(NUMBER)
  readonly number!: string;

  @DateField({ description: 'When the paper was issued', nullable: true, example: '2026-11-02' })
  readonly issuedOn!: string | null;

  @TextField({ description: 'What the file is called', max: 200, example: 'NB-2026-118.pdf' })
  readonly fileName!: string;

  @EnumField({ description: 'As its first bytes say', values: MEDIA_TYPES, example: 'application/pdf' })
  readonly mediaType!: string;

  @IntegerField({ description: 'Bytes', min: 1, example: 48_213 })
  readonly sizeBytes!: number;

  @TextField({
    ...{ description: 'SHA-256, hex', min: 64, max: 64, pattern: /^[0-9a-fA-F]{64}$/ },
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  readonly sha256!: string;

  @TextField({ description: 'Who added it', max: 200, example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  readonly addedBy!: string;

  @InstantField({ description: 'When it was added' })
  readonly createdAt!: string;

  static from(this: void, file: ContractFile): ContractFileDto {
    const { kind, number, issuedOn, fileName, mediaType, sizeBytes, sha256, addedBy } = file;
    return {
      id: publicId('contractFile', file.id),
      orderId: publicId('order', file.orderId),
      ...{ kind, number, issuedOn, fileName, mediaType, sizeBytes, sha256, addedBy },
      createdAt: file.createdAt.toISOString(),
    };
  }
}

export class ContractFilePageDto extends PageOf(ContractFileDto) {}

export class ContractFilesQuery extends DatedPageQuery {
  @IdField({ description: 'Only of this order', kind: 'order', optional: true })
  orderId?: string;
}
