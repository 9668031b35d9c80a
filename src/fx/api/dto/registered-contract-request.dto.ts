import { parseId } from '../../../kernel/ids.js';
import {
  DateField,
  EnumField,
  IdField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type ShownDocuments } from '../../application/contracts/shown-documents.js';
import { FILES_MAX } from '../../domain/contracts/contract-file.js';
import { SUPPORTING_KINDS, type SupportingKind } from '../../domain/contracts/contract-filing.js';
import { ORDERS_MAX, REGISTERED_CONTRACT } from '../../domain/contracts/registered-contract-status.js';

const NUMBER = { max: 35, example: 'NB-2026-118' } as const;
const ORDERS = {
  ...{ min: 1, max: ORDERS_MAX, maxLength: 30, pattern: /^ord_[0-7][0-9a-hjkmnp-tv-z]{25}$/ },
  example: ['ord_01jdq3x7k2e9ta6v0m8r4c5wzb'],
};
const FILES = {
  ...{ min: 0, max: FILES_MAX, maxLength: 30, optional: true, pattern: /^cfi_[0-7][0-9a-hjkmnp-tv-z]{25}$/ },
  example: ['cfi_01jdq3x7k2e9ta6v0m8r4c5wzb'],
};
const REASON_MAX = 500;
const CLOSURE_REASON_MAX = 35;
const DOCUMENTS_MAX = 50;

export function parseFiles(fileIds: readonly string[] | undefined): readonly string[] | undefined {
  return fileIds?.map((id) => parseId('contractFile', id));
}

export class RegisteredContractsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(REGISTERED_CONTRACT.states),
    max: 150,
    optional: true,
    example: 'registered,closed',
  })
  readonly state?: string;

  @IdField({ description: "Only this seller's", kind: 'party', optional: true })
  readonly sellerId?: string;

  @IdField({ description: 'Only those that this order is, or was, under', kind: 'order', optional: true })
  readonly orderId?: string;
}

export class RegisterContractDto {
  @TextListField({ description: 'The orders under it: of one seller, one buyer and one currency', ...ORDERS })
  readonly orderIds!: readonly string[];

  @TextField({
    description: 'The number on the contract; without it, that which all its orders name',
    ...NUMBER,
    optional: true,
  })
  readonly contractNumber?: string;

  @MoneyField({ description: 'What it is about; without it, what the buyer owes for its orders', optional: true })
  readonly amount?: MoneyDto;

  @DateField({ description: 'When it was signed', example: '2026-11-02' })
  readonly startsOn!: string;

  @DateField({ description: 'By when goods and money have moved', example: '2027-06-30' })
  readonly endsOn!: string;

  @TextListField({
    description:
      'Files of it, by their ids; at most 5 go with one message. What is larger than 100 KiB goes as its hash',
    ...FILES,
  })
  readonly fileIds?: readonly string[];
}

export class ContractOrdersDto {
  @TextListField({ description: 'All orders that are under it from now on', ...ORDERS })
  readonly orderIds!: readonly string[];
}

export class AmendContractDto {
  @TextField({ description: 'Another number', ...NUMBER, optional: true })
  readonly contractNumber?: string;

  @MoneyField({ description: 'Another amount, in the same currency', optional: true })
  readonly amount?: MoneyDto;

  @DateField({ description: 'Another day of signature', optional: true, example: '2026-11-02' })
  readonly startsOn?: string;

  @DateField({ description: 'Another last day', optional: true, example: '2027-09-30' })
  readonly endsOn?: string;

  @TextField({ description: 'Why; the bank reads it', max: REASON_MAX, example: 'The delivery was put off' })
  readonly reason!: string;

  @TextListField({
    description:
      'Files of it, by their ids; at most 5 go with one message. What is larger than 100 KiB goes as its hash',
    ...FILES,
  })
  readonly fileIds?: readonly string[];
}

export class CloseContractDto {
  @TextField({ description: 'Why; the bank reads it', max: CLOSURE_REASON_MAX, example: 'Fulfilled' })
  readonly reason!: string;
}

export class RequestContractStatementDto {
  @DateField({ description: 'First day', example: '2026-11-01' })
  readonly from!: string;

  @DateField({ description: 'Last day, not later than today', example: '2026-11-30' })
  readonly to!: string;
}

export class SupportingDocumentDto {
  @EnumField({ description: 'What kind of paper', values: SUPPORTING_KINDS, example: 'commercial_invoice' })
  readonly kind!: SupportingKind;

  @TextField({
    description:
      'Its number; of a customs declaration that of an export that customs has closed for an order under the contract',
    max: 35,
    example: 'INV-2026-118',
  })
  readonly number!: string;

  @DateField({ description: 'When it was issued; of a customs declaration it is known', optional: true })
  readonly issuedOn?: string;

  @MoneyField({
    description: 'Its amount: wanted of invoices and contracts; of a customs declaration it is known',
    optional: true,
  })
  readonly amount?: MoneyDto;

  @TextField({ description: 'What is to be said of it', max: REASON_MAX, optional: true })
  readonly note?: string;

  @TextListField({
    description:
      'Files of it, by their ids; at most 5 go with one message. What is larger than 100 KiB goes as its hash',
    ...FILES,
  })
  readonly fileIds?: readonly string[];

  /** As the application knows it. */
  static of(this: void, { fileIds, ...said }: SupportingDocumentDto): ShownDocuments['documents'][number] {
    return { ...said, fileIds: parseFiles(fileIds) };
  }
}

export class DeliverDocumentsDto {
  @ListField(() => SupportingDocumentDto, { description: 'What the bank is shown', min: 1, max: DOCUMENTS_MAX })
  readonly documents!: readonly SupportingDocumentDto[];

  @IdField({
    description: 'The receipt that they are shown for, by its declaration; without it, the contract as a whole',
    kind: 'collection',
    optional: true,
  })
  readonly collectionId?: string;
}
