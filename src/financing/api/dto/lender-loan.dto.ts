import { ApiProperty } from '@nestjs/swagger';

import { PLEDGED_FACTS } from '../../../contracts/events/lender.events.js';
import { publicId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type LenderLoanDetails } from '../../application/lender/lender-loans.service.js';
import { bucketOf, daysOverdue, OVERDUE_BUCKETS } from '../../domain/accrual/overdue.js';
import { STATEMENT_KINDS } from '../../domain/accrual/statement.js';
import {
  accruedOn,
  type Backing,
  LENDER_LOAN_STATES,
  type LenderLoan,
  type LenderPayment,
} from '../../domain/lender/lender-loan.js';
import { type LenderFact } from '../../entities/lender-facts.table.js';

export class LenderLoansQuery extends DatedPageQuery {
  @TextField({
    description: `Only in these states, with commas between: ${LENDER_LOAN_STATES.join(', ')}`,
    max: 100,
    pattern: wordsPattern(LENDER_LOAN_STATES),
    optional: true,
    example: 'requested,drawn',
  })
  state?: string;

  @TextField({ description: 'Only by this product', max: 50, optional: true, example: 'refund_advance' })
  product?: string;

  @TextField({
    description: 'Only of the client with this tax number',
    max: 18,
    optional: true,
    example: '91330201MA2812345X',
  })
  clientUscc?: string;
}

export class LenderLoanDto {
  @IdField({ kind: 'lenderLoan', description: 'The loan' })
  readonly id!: string;

  @IdField({ kind: 'advance', description: 'The reference by which you were asked' })
  readonly reference!: string;

  @TextField({
    description: 'As you named it; null until it was paid out',
    max: 100,
    nullable: true,
    example: 'L-2026-17',
  })
  readonly lenderLoanId!: string | null;

  @IdField({ kind: 'tenant', description: 'The tenant through which it was lent' })
  readonly clientTenantId!: string;

  @TextField({ description: 'The product', max: 50, example: 'refund_advance' })
  readonly product!: string;

  @IntegerField({ description: 'Its version; null of old loans', nullable: true })
  readonly productVersion!: number | null;

  @EnumField({ description: 'Where it stands', values: LENDER_LOAN_STATES, example: 'drawn' })
  readonly state!: string;

  @MoneyField({ description: 'Lent, or asked for' })
  readonly principal!: MoneyDto;

  @MoneyField({ description: 'Principal still owed' })
  readonly outstanding!: MoneyDto;

  @MoneyField({ description: 'Interest owed by now' })
  readonly interestDue!: MoneyDto;

  @MoneyField({ description: 'Penalty owed by now' })
  readonly penaltyDue!: MoneyDto;

  @MoneyField({ description: 'Fees owed by now' })
  readonly feesDue!: MoneyDto;

  @DecimalField({ description: 'A fraction of one per year', example: '0.06' })
  readonly annualRate!: string;

  @DecimalField({ description: 'On top of it, once overdue', example: '0.03' })
  readonly penaltyRate!: string;

  @DateField({ description: 'When it was asked for' })
  readonly requestedOn!: string;

  @DateField({ description: 'When it was paid out; null: not yet', nullable: true })
  readonly drawnOn!: string | null;

  @DateField({ description: 'When it is to be repaid' })
  readonly maturityOn!: string;

  @DateField({ description: 'When it was over; null: it lives', nullable: true, example: null })
  readonly endedOn!: string | null;

  @IntegerField({ description: 'Days past maturity, of what is drawn' })
  readonly daysOverdue!: number;

  @EnumField({ description: 'As in the portfolio', values: OVERDUE_BUCKETS, example: 'current' })
  readonly overdueBucket!: string;

  @BooleanField({ description: 'The refund will not come: whatever the order brings repays it' })
  readonly isRecourse!: boolean;

  @TextField({ description: 'Who borrowed', max: 300, example: '宁波示例电器有限公司' })
  readonly clientName!: string;

  @TextField({ description: 'Its tax number (统一社会信用代码)', max: 18, example: '91330201MA2812345X' })
  readonly clientUscc!: string;

  @TextField({ description: 'Whose order it is on', max: 300, example: 'Hamburg Home GmbH' })
  readonly buyerName!: string;

  @TextField({ description: 'ISO 3166-1', max: 2, example: 'DE' })
  readonly buyerCountry!: string;

  @InstantField({ description: 'When it was asked for' })
  readonly createdAt!: string;

  static of(loan: LenderLoan, today: LocalDate): LenderLoanDto {
    const money = (minor: bigint | string): MoneyDto => Money.ofMinor(BigInt(minor), loan.currency).toJSON();
    const { interest, penalty } = accruedOn(loan, today);
    const late = loan.state === 'drawn' ? daysOverdue(loan.maturityOn, today) : 0;
    const { product, productVersion, state, lenderLoanId, annualRate, penaltyRate, isRecourse } = loan;
    const { requestedOn, drawnOn, maturityOn, endedOn, buyerName, buyerCountry } = loan;
    return {
      ...{ id: publicId('lenderLoan', loan.id), reference: publicId('advance', loan.id), lenderLoanId },
      ...{ clientTenantId: publicId('tenant', loan.clientTenantId), product, productVersion, state },
      ...{ principal: money(loan.principalMinor), outstanding: money(loan.outstandingMinor) },
      ...{ interestDue: money(interest), penaltyDue: money(penalty), feesDue: money(loan.feesDueMinor) },
      ...{ annualRate, penaltyRate, requestedOn, drawnOn, maturityOn, endedOn, isRecourse },
      ...{ daysOverdue: late, overdueBucket: bucketOf(late) },
      ...{ clientName: loan.sellerName, clientUscc: loan.sellerUscc, buyerName, buyerCountry },
      createdAt: loan.createdAt.toISOString(),
    };
  }
}

export class LenderLoanPageDto extends PageOf(LenderLoanDto) {}

class LenderStatementLineDto {
  @DateField({ description: 'The day of it; of what accrued the last day that is in it' })
  readonly on!: string;

  @EnumField({ description: 'What it is', values: STATEMENT_KINDS, example: 'interest' })
  readonly kind!: string;

  @MoneyField({ description: 'What is owed more by it; of a repayment less than zero', negative: true })
  readonly amount!: MoneyDto;

  @MoneyField({ description: 'What is owed in all after it', negative: true })
  readonly balance!: MoneyDto;
}

class LenderPaymentDto {
  @DateField({ description: 'Value date' })
  readonly valueDate!: string;

  @TextField({
    description: 'What it was paid from: `refund`, `collection`, `guarantee`, `repayment`',
    max: 40,
    example: 'refund',
  })
  readonly source!: string;

  @MoneyField({ description: 'Of it to fees' })
  readonly fees!: MoneyDto;

  @MoneyField({ description: 'To penalty' })
  readonly penalty!: MoneyDto;

  @MoneyField({ description: 'To interest' })
  readonly interest!: MoneyDto;

  @MoneyField({ description: 'To principal' })
  readonly principal!: MoneyDto;

  static of(paid: LenderPayment, currency: string): LenderPaymentDto {
    const money = (minor: string): MoneyDto => Money.ofMinor(BigInt(minor), currency).toJSON();
    return {
      ...{
        valueDate: paid.valueDate,
        source: paid.source,
        fees: money(paid.feesMinor),
        penalty: money(paid.penaltyMinor),
      },
      ...{ interest: money(paid.interestMinor), principal: money(paid.principalMinor) },
    };
  }
}

class LenderPledgeDto {
  @TextField({ description: 'What it is', max: 40, example: 'declaration' })
  readonly kind!: string;

  @TextField({ description: 'Its number', max: 50, example: '310420260000000017' })
  readonly number!: string;

  @TextField({ description: 'Tax number of who issued it, where it has one', max: 18, nullable: true, example: null })
  readonly issuer!: string | null;

  @InstantField({ description: 'Since when it backs the loan' })
  readonly takenAt!: string;

  @InstantField({ description: 'Since when it is free again; null: it is not', nullable: true, example: null })
  readonly releasedAt!: string | null;
}

class LenderRegistrationDto {
  @TextField({ description: 'How it stands in the movables register (中登网)', max: 40, example: 'registered' })
  readonly state!: string;

  @TextField({ description: 'Number that the registry gave it', max: 50, nullable: true, example: null })
  readonly number!: string | null;

  @DateField({ description: 'Until when' })
  readonly expiresOn!: string;
}

class LenderBackingDto {
  @ListField(() => LenderPledgeDto, { description: 'Documents that back it, or have', max: 1_000 })
  readonly pledges!: LenderPledgeDto[];

  @ObjectField(() => LenderRegistrationDto, { description: 'Null where it needs not be registered', nullable: true })
  readonly registration!: LenderRegistrationDto | null;

  @TextListField({ description: 'Declarations by which goods were released', max: 1_000, maxLength: 50, example: [] })
  readonly entryNumbers!: string[];

  @BooleanField({ description: 'The goods have left, by the word of customs' })
  readonly hasDeparted!: boolean;

  @TextField({
    description: 'Of the refund claim: `matched`, `paid`, `rejected`; null: none yet',
    max: 20,
    nullable: true,
    example: 'matched',
  })
  readonly claimState!: string | null;

  @MoneyField({ description: 'Refund that it is of; null: not known', nullable: true })
  readonly refund!: MoneyDto | null;

  static from(
    this: void,
    { pledges, registration, entryNumbers, hasDeparted, claimState, refund }: Backing,
  ): LenderBackingDto {
    return { pledges: [...pledges], registration, entryNumbers: [...entryNumbers], hasDeparted, claimState, refund };
  }
}

class LenderFactDto {
  @EnumField({ description: 'What has become of it', values: PLEDGED_FACTS, example: 'refund_filed' })
  readonly fact!: string;

  @InstantField({ description: 'When' })
  readonly occurredAt!: string;

  @MoneyField({ description: 'Where the fact has an amount', nullable: true })
  readonly amount!: MoneyDto | null;

  static from(this: void, { fact, occurredAt, amountMinor, currency }: LenderFact): LenderFactDto {
    const amount =
      amountMinor === null || currency === null ? null : Money.ofMinor(BigInt(amountMinor), currency).toJSON();
    return { fact, occurredAt: occurredAt.toISOString(), amount };
  }
}

export class LenderLoanDetailsDto extends LenderLoanDto {
  @ApiProperty({
    type: () => LenderStatementLineDto,
    isArray: true,
    maxItems: 5_000,
    description: 'The draw, its fee, interest and penalty by month, and every repayment, to today',
  })
  readonly statement!: LenderStatementLineDto[];

  @ListField(() => LenderPaymentDto, { description: 'What the waterfall gave you of each receipt', max: 1_000 })
  readonly payments!: LenderPaymentDto[];

  @ObjectField(() => LenderBackingDto, { description: 'What backs it, as it stands' })
  readonly backing!: LenderBackingDto;

  @ListField(() => LenderFactDto, { description: 'What became of that since you accepted, oldest first', max: 1_000 })
  readonly facts!: LenderFactDto[];

  static from(this: void, { loan, payments, facts, statement, today }: LenderLoanDetails): LenderLoanDetailsDto {
    return {
      ...LenderLoanDto.of(loan, today),
      statement: (statement?.lines ?? []).map(({ on, kind, amount, balance }) => ({
        ...{ on, kind, amount: amount.toJSON(), balance: balance.toJSON() },
      })),
      payments: payments.map((paid) => LenderPaymentDto.of(paid, loan.currency)),
      backing: LenderBackingDto.from(loan.backing),
      facts: facts.map(LenderFactDto.from),
    };
  }
}

export class LenderTapeQuery {
  @EnumField({
    description: 'As a file for a spreadsheet, or as a list of objects',
    values: ['csv', 'json'],
    optional: true,
    example: 'csv',
  })
  format?: 'csv' | 'json';
}
