import { publicId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import {
  DateField,
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
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { TAXES } from '../../domain/imports/tax-bill.js';
import { lateFee, taxBillLaw } from '../../domain/imports/tax-bill-law.js';
import { TAX_BILL_STATES } from '../../domain/imports/tax-bill-status.js';
import { type TaxBill } from '../../entities/tax-bill.entity.js';

class TaxLineDto {
  @EnumField({ description: 'Which tax', values: TAXES, example: 'duty' })
  readonly tax!: string;

  @TextField({ description: 'Number of this tax (税款缴款书编号)', max: 40, example: '310420261000000001-A01' })
  readonly number!: string;

  @MoneyField({ description: 'How much' })
  readonly amount!: MoneyDto;
}

class TaxDifferenceDto {
  @EnumField({ description: 'Which tax', values: TAXES, example: 'duty' })
  readonly tax!: string;

  @MoneyField({ description: 'What customs asks for' })
  readonly billed!: MoneyDto;

  @MoneyField({ description: 'What follows from the declaration; null where nobody could tell', nullable: true })
  readonly foreseen!: MoneyDto | null;
}

class PayeeDto {
  @TextField({ description: 'Holder of the account', max: 200, example: '国家金库宁波市中心支库' })
  readonly name!: string;

  @TextField({ description: 'Number of the account', max: 34, example: '270000000002267001' })
  readonly accountNumber!: string;

  @TextField({ description: 'CNAPS code, 12 digits', max: 12, example: '011332000013' })
  readonly cnaps!: string;
}

export class PayTaxBillDto {
  @TextField({
    description: 'Stands behind the number in the text of the payment',
    pattern: /^[ -~]+$/,
    max: 60,
    optional: true,
    example: 'IMP-2026-0001',
  })
  readonly note?: string;
}

/** What customs asks for on an import, and how far its payment is. */
export class TaxBillDto {
  @IdField({ kind: 'taxBill', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'declaration', description: 'The import' })
  readonly declarationId!: string;

  @IdField({ kind: 'party', description: 'Who imports, and owes it' })
  readonly importerId!: string;

  @TextField({ description: 'Number of the bill (税单号)', max: 40, example: '310420261000000001' })
  readonly number!: string;

  @EnumField({
    description:
      'Where it stands: `issued`; `paying`: ordered to be paid, and not certain yet; `refused`: not paid, and may be tried ' +
      'again; `paid`; `void`: the declaration was sent back or withdrawn',
    values: TAX_BILL_STATES,
  })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 5, maxLength: 30 })
  readonly allowedActions!: string[];

  @MoneyField({ description: 'All taxes together' })
  readonly amount!: MoneyDto;

  @ListField(() => TaxLineDto, { description: 'Tax by tax', max: 10 })
  readonly taxes!: TaxLineDto[];

  @ListField(() => TaxDifferenceDto, {
    description: 'Where it is not what follows from the declaration; look why before you pay',
    max: 10,
  })
  readonly differences!: TaxDifferenceDto[];

  @ObjectField(() => PayeeDto, { description: 'Where it is paid to' })
  readonly payee!: PayeeDto;

  @DateField({ description: 'Day of the declaration, as customs states it', example: '2026-12-01' })
  readonly declaredOn!: string;

  @DateField({ description: 'Day of the bill (填发日期)', example: '2026-12-01' })
  readonly issuedOn!: string;

  @DateField({ description: 'The last day to pay', example: '2026-12-16' })
  readonly dueOn!: string;

  @TextField({ description: 'The law of that day', max: 300 })
  readonly dueBy!: string;

  @MoneyField({
    description: 'Fee for paying late (滞纳金) as of today, or of the day of payment; customs bills it by itself',
  })
  readonly lateFee!: MoneyDto;

  @TextField({
    description: 'Why the last payment came to nothing',
    max: 1_100,
    nullable: true,
    example: 'AM04: Insufficient funds',
  })
  readonly reason!: string | null;

  @DateField({ description: 'When it was paid', nullable: true, example: '2026-12-03' })
  readonly paidOn!: string | null;

  @InstantField({ description: 'When it is overdue, or is told of again; null when nothing is owed', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it came' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  /** @param today by the tenant's clock */
  static from(this: void, bill: TaxBill, today: LocalDate): TaxBillDto {
    const { amount, declaredOn, issuedOn, dueOn, paidOn, state } = bill;
    const owes = state !== 'void';
    const fee = lateFee(amount, declaredOn, dueOn, owes ? (paidOn ?? today) : dueOn);
    return {
      id: publicId('taxBill', bill.id),
      declarationId: publicId('declaration', bill.declarationId),
      importerId: publicId('party', bill.partyId),
      number: bill.number,
      state,
      allowedActions: bill.allowedActions,
      amount: amount.toJSON(),
      taxes: [...bill.lines],
      differences: [...bill.differences],
      payee: bill.payee,
      ...{ declaredOn, issuedOn, dueOn, paidOn },
      dueBy: taxBillLaw(declaredOn).source,
      lateFee: fee.toJSON(),
      reason: bill.reason,
      expectedBy: bill.expectedBy?.toISOString() ?? null,
      ...stampsOf(bill),
    };
  }
}

export class TaxBillPageDto extends PageOf(TaxBillDto) {}

export class TaxBillsQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(TAX_BILL_STATES),
    max: 80,
    optional: true,
    example: 'issued',
  })
  readonly state?: string;

  @IdField({ description: 'Only of this import', kind: 'declaration', optional: true })
  readonly declarationId?: string;

  @IdField({ description: 'Only of this importer', kind: 'party', optional: true })
  readonly importerId?: string;
}
