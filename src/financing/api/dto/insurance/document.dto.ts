import { EnumField, TextField } from '../../../../platform/http/fields.js';
import { CLAIM_DOCUMENT_KINDS, type ClaimDocument } from '../../../domain/insurance/claim-document.js';

/** A file that somebody keeps, by its digest. */
export class InsuranceDocumentDto {
  @EnumField({ description: 'What it is', values: CLAIM_DOCUMENT_KINDS, example: 'invoice' })
  readonly kind!: (typeof CLAIM_DOCUMENT_KINDS)[number];

  @TextField({ description: 'Name of the file', max: 200, example: 'invoice-0117.pdf' })
  readonly name!: string;

  @TextField({
    description: 'SHA-256 of the file, in hexadecimal: whoever keeps it can prove it',
    min: 64,
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  readonly sha256!: string;

  @TextField({
    description: 'Where it is',
    max: 500,
    pattern: /^https:\/\/\S+$/,
    optional: true,
    nullable: true,
    example: 'https://files.example.com/7',
  })
  readonly uri?: string | null;

  static toDocument(this: void, { kind, name, sha256, uri }: InsuranceDocumentDto): ClaimDocument {
    return { kind, name, sha256, uri: uri ?? null };
  }
}
