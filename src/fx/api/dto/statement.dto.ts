import { publicId } from '../../../kernel/ids.js';
import { daysBetween } from '../../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type CountedStatement } from '../../application/statements/statements.js';
import { ENTRY_BOOKINGS, type EntryBookingKind, type EntryBookingRow } from '../../entities/statements.table.js';
import { BankReportDto } from './bank-report.dto.js';

/** A statement, and whether it follows the one before it without a gap. */
export class StatementDto extends BankReportDto {
  @EnumField({ description: 'Kind of resource', values: ['statement'], example: 'statement' })
  readonly object!: 'statement';

  @IdField({ kind: 'bankFile', description: 'The file that told it first' })
  readonly fileId!: string;

  @TextField({ description: 'Its currency, ISO 4217', max: 3, example: 'USD' })
  readonly currency!: string;

  @MoneyField({ description: 'Opening booked balance; null where the bank states none', nullable: true })
  readonly opening!: MoneyJson | null;

  @MoneyField({ description: 'Closing booked balance' })
  readonly closing!: MoneyJson;

  @IdField({ kind: 'bankReport', description: 'The one of this account before it; null of the first', nullable: true })
  readonly previousId!: string | null;

  @MoneyField({
    description: 'Opening balance less the closing balance before; null where one of the two is not known',
    nullable: true,
  })
  readonly gap!: MoneyJson | null;

  @IntegerField({ description: 'Days between the end of the one before and its own beginning', min: 0, example: 0 })
  readonly daysMissing!: number;

  @BooleanField({ description: 'Nothing is missing between the one before and this one', example: true })
  readonly isComplete!: boolean;

  @InstantField({ description: 'When it was taken in', example: '2026-11-25T01:00:00.000Z' })
  readonly createdAt!: string;

  static of(this: void, { statement: row, counts }: CountedStatement): StatementDto {
    const money = (minor: string | null): Money | null =>
      minor === null ? null : Money.ofMinor(BigInt(minor), row.currency);
    const [opening, closing, before] = [row.openingMinor, row.closingMinor, row.previousClosingMinor].map(money);
    const gap = opening != null && before != null ? opening.minus(before) : null;
    return {
      ...BankReportDto.from(row, counts),
      object: 'statement',
      fileId: publicId('bankFile', row.fileId),
      currency: row.currency,
      opening: opening?.toJSON() ?? null,
      closing: (closing ?? Money.zero(row.currency)).toJSON(),
      previousId: row.previousId === null ? null : publicId('bankReport', row.previousId),
      gap: gap?.toJSON() ?? null,
      daysMissing:
        row.previousTo === null || row.fromOn === null ? 0 : Math.max(0, daysBetween(row.previousTo, row.fromOn) - 1),
      isComplete: row.previousId === null || (gap?.isZero() ?? false),
      createdAt: row.createdAt.toISOString(),
    };
  }
}

export class StatementPageDto extends PageOf(StatementDto) {}

export class StatementsQuery extends DatedPageQuery {
  @IdField({ description: 'Only of this account', kind: 'collectionAccount', optional: true })
  accountId?: string;

  @IdField({ description: 'Only of this seller’s accounts', kind: 'party', optional: true })
  sellerId?: string;

  @DateField({ description: 'Only those that end on this day or later', optional: true, example: '2026-11-01' })
  from?: string;

  @DateField({ description: 'Only those that end on this day or earlier', optional: true, example: '2026-11-30' })
  to?: string;
}

export class EntryBookingBodyDto {
  @EnumField({
    description:
      '`fee`: charged by the bank, due from the seller whose account it is; one that comes back lessens what is due. ' +
      '`interest`: what the bank pays is the seller’s money; what it takes is due from the seller',
    values: ENTRY_BOOKINGS,
    example: 'fee',
  })
  readonly kind!: EntryBookingKind;
}

export class EntryBookingDto {
  @EnumField({ description: 'Kind of resource', values: ['entry_booking'], example: 'entry_booking' })
  readonly object!: 'entry_booking';

  @IntegerField({ description: 'The entry: its place in the file', min: 1, example: 3 })
  readonly number!: number;

  @EnumField({ description: 'What it was', values: ENTRY_BOOKINGS, example: 'fee' })
  readonly kind!: EntryBookingKind;

  @IdField({ description: 'The transfer in the ledger', kind: 'transfer' })
  readonly transferId!: string;

  @InstantField({ description: 'When it was booked', example: '2026-11-25T01:00:00.000Z' })
  readonly createdAt!: string;

  static from(this: void, { ordinal, kind, transferId, createdAt }: EntryBookingRow): EntryBookingDto {
    return {
      object: 'entry_booking',
      ...{ number: ordinal, kind },
      transferId: publicId('transfer', transferId),
      createdAt: createdAt.toISOString(),
    };
  }
}
