import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type FullBankFile } from '../../application/bank-files/bank-files.js';
import { BANK_FILE } from '../../domain/bank-files/bank-file-status.js';
import { type Quirk, QUIRKS } from '../../domain/bank-files/bank-file.js';
import { SAY } from '../../domain/bank-files/bank-file.sentences.js';
import { type BankFileRow } from '../../entities/bank-files.table.js';
import { BankEntryDto, BankReportDto } from './bank-report.dto.js';

const TYPES = ['camt.053', 'camt.054'] as const;

export class BankFileQuirkDto {
  @EnumField({ description: 'Where it leaves the standard', values: QUIRKS, example: 'other_namespace' })
  readonly code!: string;

  @TextField({ description: 'In words', max: 300 })
  readonly message!: string;

  @IntegerField({ description: 'The line where it is met first', min: 1, example: 2 })
  readonly line!: number;

  @IntegerField({ description: 'How often', min: 1, example: 1 })
  readonly count!: number;

  static from({ code, line, count }: Quirk, language: Language): BankFileQuirkDto {
    return { code, message: told(SAY[`quirk_${code}`], language), line, count };
  }
}

export class BankFileSummaryDto {
  @IdField({ kind: 'bankFile', description: 'Id of the file' })
  readonly id!: string;

  @EnumField({ description: 'Kind of resource', values: ['bank_file'], example: 'bank_file' })
  readonly object!: 'bank_file';

  @EnumField({ description: 'What becomes of it', values: BANK_FILE.states, example: 'received' })
  readonly state!: string;

  @EnumField({ description: 'Statements, or notifications', values: TYPES, example: 'camt.053' })
  readonly messageType!: string;

  @TextField({ description: 'Version; null where no namespace says it', max: 2, nullable: true, example: '08' })
  readonly messageVersion!: string | null;

  @TextField({ description: 'The bank’s id of the message', max: 200, example: 'C53-20261124' })
  readonly messageId!: string;

  @TextField({
    description: 'When the bank made it, in its words',
    max: 40,
    nullable: true,
    example: '2026-11-24T18:00:00',
  })
  readonly bankCreatedAt!: string | null;

  @TextField({
    description: 'SHA-256 of the file, hex',
    min: 64,
    max: 64,
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  readonly sha256!: string;

  @IntegerField({ description: 'Bytes', min: 1, example: 1_840 })
  readonly sizeBytes!: number;

  @ListField(() => BankFileQuirkDto, { description: 'Where the bank leaves the standard, and was understood', max: 20 })
  readonly quirks!: BankFileQuirkDto[];

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it came', example: '2026-11-24T10:01:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed', example: '2026-11-24T10:01:00.000Z' })
  readonly updatedAt!: string;

  static of(row: BankFileRow, language: Language): BankFileSummaryDto {
    const { state, messageType, messageVersion, messageId, bankCreatedAt, sha256, sizeBytes } = row;
    return {
      id: publicId('bankFile', row.id),
      object: 'bank_file',
      ...{ state, messageType, messageVersion, messageId, bankCreatedAt, sha256, sizeBytes },
      quirks: row.quirks.map((quirk) => BankFileQuirkDto.from(quirk, language)),
      ...stampsOf(row),
    };
  }
}

export class BankFileDto extends BankFileSummaryDto {
  @BooleanField({ description: 'The same bytes had come before: nothing was done', example: false })
  readonly isRepeated!: boolean;

  @ListField(() => BankReportDto, { description: 'What it says of each account', max: 10_000 })
  readonly reports!: BankReportDto[];

  @IntegerField({ description: 'Entries, booked or not', example: 1 })
  readonly entryCount!: number;

  @ListField(() => BankEntryDto, { description: 'The first 200 of them; the rest are in their own list', max: 200 })
  readonly entries!: BankEntryDto[];

  static from({ file, reports, counts, entries, isRepeated }: FullBankFile, language: Language): BankFileDto {
    return {
      ...BankFileSummaryDto.of(file, language),
      isRepeated,
      reports: reports.map((report) => BankReportDto.from(report, counts)),
      entryCount: counts.reduce((sum, { count }) => sum + count, 0),
      entries: entries.map(BankEntryDto.from),
    };
  }
}

export class BankFilePageDto extends PageOf(BankFileSummaryDto) {}

export class BankFilesQuery extends DatedPageQuery {
  @EnumField({
    description: 'Only statements, or only notifications',
    values: TYPES,
    optional: true,
    example: 'camt.053',
  })
  messageType?: string;

  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(BANK_FILE.states),
    max: 40,
    optional: true,
    example: 'taken_in',
  })
  state?: string;
}
