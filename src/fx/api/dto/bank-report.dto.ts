import { publicId } from '../../../kernel/ids.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { movementFromJson } from '../../application/bank-files/bank-movement-json.js';
import { CHECKS, type FileCheck } from '../../domain/bank-files/bank-file-checks.js';
import { OUTCOMES } from '../../domain/bank-files/bank-file-outcome.js';
import { type BankEntry } from '../../domain/bank-files/bank-message.js';
import { openField } from '../../../platform/database/sealed-fields.js';
import {
  type BankEntryRow,
  type BankReportRow,
  type KeptBalance,
  type ReportCount,
} from '../../entities/bank-files.table.js';

const DIRECTIONS = ['credit', 'debit'] as const;
/** Of one entry; a batch may hold thousands, and each is in the collections. */
const MOVEMENTS_SHOWN = 50;

export class BankBalanceDto {
  @TextField({
    description: 'Of ISO 20022: `OPBD` opening booked, `CLBD` closing booked, `CLAV` closing available',
    max: 35,
    min: 0,
    example: 'CLBD',
  })
  readonly type!: string;

  @MoneyField({ description: 'Below zero where the account is overdrawn' })
  readonly amount!: MoneyJson;

  @DateField({ description: 'As of', example: '2026-11-24' })
  readonly on!: string;

  static from(this: void, { type, amount, on }: KeptBalance): BankBalanceDto {
    return { type, amount, on };
  }
}

export class BankFileCheckDto {
  @EnumField({ description: 'Which figure', values: CHECKS, example: 'closing' })
  readonly check!: string;

  @TextField({ description: 'As the file states it', max: 40, example: '9975.00' })
  readonly stated!: string;

  @TextField({ description: 'What its entries come to', max: 40, example: '9975.00' })
  readonly counted!: string;

  static from(this: void, { check, stated, counted }: FileCheck): BankFileCheckDto {
    return { check, stated, counted };
  }
}

export class BankSumDto {
  @IntegerField({ description: 'Entries', example: 1 })
  readonly count!: number;

  @MoneyField({ description: 'Their sum' })
  readonly sum!: MoneyJson;
}

export class BankReportDto {
  @IdField({ kind: 'bankReport', description: 'Id of the statement or notification' })
  readonly id!: string;

  @EnumField({ description: 'What it is', values: ['statement', 'notification'], example: 'statement' })
  readonly kind!: string;

  @IdField({ kind: 'collectionAccount', description: 'The account' })
  readonly accountId!: string;

  @TextField({ description: 'Its number', max: 100, example: '6228480795000001' })
  readonly accountNumber!: string;

  @IdField({ kind: 'party', description: 'The seller whose account it is' })
  readonly sellerId!: string;

  @TextField({ description: 'What the bank calls it', max: 200, example: 'ST-20261124' })
  readonly reference!: string;

  @IntegerField({ description: 'Of a statement in pages: which', min: 1, example: 1 })
  readonly page!: number;

  @DateField({ description: 'From', nullable: true, example: '2026-11-24' })
  readonly from!: string | null;

  @DateField({ description: 'To', nullable: true, example: '2026-11-24' })
  readonly to!: string | null;

  @ListField(() => BankBalanceDto, { description: 'Balances, in the order of the file', max: 1_000 })
  readonly balances!: BankBalanceDto[];

  @ListField(() => BankFileCheckDto, { description: 'Figures that were held against the entries, and agree', max: 8 })
  readonly checks!: BankFileCheckDto[];

  @ObjectField(() => BankSumDto, { description: 'Credits that are booked' })
  readonly credits!: BankSumDto;

  @ObjectField(() => BankSumDto, { description: 'Debits that are booked' })
  readonly debits!: BankSumDto;

  @IntegerField({ description: 'Entries that are not booked yet: they come again', example: 0 })
  readonly pending!: number;

  @IdField({ kind: 'bankReport', description: 'The statement that it says once more', nullable: true })
  readonly repeats!: string | null;

  static from(row: BankReportRow, counts: readonly ReportCount[]): BankReportDto {
    const own = counts.filter(({ reportId }) => reportId === row.id);
    const booked = own.filter(({ outcome }) => outcome !== 'pending');
    const sum = (some: readonly ReportCount[]): BankSumDto => ({
      count: some.reduce((total, { count }) => total + count, 0),
      sum: Money.ofMinor(
        some.reduce((total, { minor }) => total + BigInt(minor), 0n),
        row.currency,
      ).toJSON(),
    });
    return {
      id: publicId('bankReport', row.id),
      ...{ kind: row.kind, accountNumber: openField(row.accountNumber), reference: row.reference, page: row.page },
      accountId: publicId('collectionAccount', row.accountId),
      sellerId: publicId('party', row.partyId),
      ...{ from: row.fromOn, to: row.toOn },
      balances: row.balances.map(BankBalanceDto.from),
      checks: row.checks.map(BankFileCheckDto.from),
      credits: sum(booked.filter(({ direction }) => direction === 'credit')),
      debits: sum(booked.filter(({ direction }) => direction === 'debit')),
      pending: sum(own.filter(({ outcome }) => outcome === 'pending')).count,
      repeats: row.repeats === null ? null : publicId('bankReport', row.repeats),
    };
  }
}

export class BankMovementDto {
  @TextField({ description: 'The bank’s own reference', max: 200, example: 'BNK795000002' })
  readonly bankReference!: string;

  @MoneyField({ description: 'What was booked' })
  readonly amount!: MoneyJson;

  @MoneyField({ description: 'Kept by banks on the way, where they say so', nullable: true })
  readonly charges!: MoneyJson | null;

  @TextField({ description: 'The payer, as the bank names it', max: 100_000, nullable: true, example: 'Toys GmbH' })
  readonly payerName!: string | null;

  @TextField({ description: 'What the payer wrote', min: 0, max: 100_000, example: 'INV-2026-001' })
  readonly remittance!: string;

  @TextField({ description: 'End-to-end id', max: 100_000, nullable: true, example: 'E2E-1' })
  readonly endToEndId!: string | null;

  static from(
    this: void,
    { bankReference, amount, charges, payerName, remittance, endToEndId }: BankEntry,
  ): BankMovementDto {
    const money = { amount: amount.toJSON(), charges: charges?.toJSON() ?? null };
    return { bankReference, ...money, payerName, remittance, endToEndId };
  }
}

export class BankEntryDto {
  @IntegerField({ description: 'Its place in the file', min: 1, example: 1 })
  readonly number!: number;

  @IdField({ kind: 'bankReport', description: 'The statement or notification that it stands in' })
  readonly reportId!: string;

  @IntegerField({ description: 'The line where it begins', min: 1, example: 9 })
  readonly line!: number;

  @TextField({ description: 'The bank’s own reference', max: 200, example: 'BNK795000002' })
  readonly reference!: string;

  @EnumField({ description: 'Which way the money went', values: DIRECTIONS, example: 'credit' })
  readonly direction!: string;

  @BooleanField({ description: 'Takes back an earlier one', example: false })
  readonly isReversal!: boolean;

  @MoneyField({ description: 'Always above zero' })
  readonly amount!: MoneyJson;

  @DateField({ description: 'Day of booking', nullable: true, example: '2026-11-24' })
  readonly bookedOn!: string | null;

  @DateField({ description: 'Day from which it counts', nullable: true, example: '2026-11-24' })
  readonly valueDate!: string | null;

  @TextField({ description: 'Kind of movement', max: 40, nullable: true, example: 'PMNT/RCDT/XBCT' })
  readonly kindCode!: string | null;

  @EnumField({
    description:
      'What becomes of it: taken in as a collection; known from before; not booked yet; the bank’s side of a conversion; ' +
      'noted for the reconciliation alone',
    values: OUTCOMES,
    example: 'taken_in',
  })
  readonly outcome!: string;

  @ListField(() => BankMovementDto, {
    description: 'The first 50 of the transactions that make it up',
    max: MOVEMENTS_SHOWN,
  })
  readonly movements!: BankMovementDto[];

  static from(this: void, row: BankEntryRow): BankEntryDto {
    const { line, reference, direction, isReversal, bookedOn, valueDate, kindCode, outcome } = row;
    return {
      number: row.ordinal,
      reportId: publicId('bankReport', row.reportId),
      ...{ line, reference, direction, isReversal, bookedOn, valueDate, kindCode, outcome },
      amount: Money.ofMinor(BigInt(row.amountMinor), row.currency).toJSON(),
      movements: row.movements.slice(0, MOVEMENTS_SHOWN).map(movementFromJson).map(BankMovementDto.from),
    };
  }
}

export class BankEntryPageDto extends PageOf(BankEntryDto) {}
