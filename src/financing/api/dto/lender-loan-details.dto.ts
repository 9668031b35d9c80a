import { ApiProperty } from '@nestjs/swagger';

import { PLEDGED_FACTS } from '../../../contracts/events/lender.events.js';
import { Money } from '../../../kernel/money.js';
import {
  BooleanField,
  DateField,
  EnumField,
  InstantField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type LenderLoanDetails } from '../../application/lender/lender-loans.service.js';
import { STATEMENT_KINDS } from '../../domain/accrual/statement.js';
import { type Backing, type LenderPayment } from '../../domain/lender/lender-loan.js';
import { type LenderFact } from '../../entities/lender-facts.table.js';
import { LenderLoanDto } from './lender-loan.dto.js';

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

  @ListField(() => LenderFactDto, {
    description: 'What became of that since the consent was offered, oldest first',
    max: 1_000,
  })
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
