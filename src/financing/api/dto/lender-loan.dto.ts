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
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { bucketOf, OVERDUE_BUCKETS } from '../../domain/accrual/overdue.js';
import { accruedOn, LENDER_LOAN_STATES, type LenderLoan, overdueDaysOn } from '../../domain/lender/lender-loan.js';

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

  @TextField({
    description: 'Whose order it is on; empty of what is lent on none',
    min: 0,
    max: 300,
    example: 'Hamburg Home GmbH',
  })
  readonly buyerName!: string;

  @TextField({ description: 'ISO 3166-1; empty of what is lent on no order', min: 0, max: 2, example: 'DE' })
  readonly buyerCountry!: string;

  @InstantField({ description: 'When it was asked for' })
  readonly createdAt!: string;

  static of(loan: LenderLoan, today: LocalDate): LenderLoanDto {
    const money = (minor: bigint | string): MoneyDto => Money.ofMinor(BigInt(minor), loan.currency).toJSON();
    const { interest, penalty } = accruedOn(loan, today);
    const late = overdueDaysOn(loan, today);
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

export class LenderTapeQuery {
  @EnumField({
    description: 'As a file for a spreadsheet, or as a list of objects',
    values: ['csv', 'json'],
    optional: true,
    example: 'csv',
  })
  format?: 'csv' | 'json';
}
