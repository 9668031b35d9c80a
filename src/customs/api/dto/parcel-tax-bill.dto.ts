import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { importReturnDays } from '../../domain/parcels/import-return-law.js';
import { yuan } from '../../domain/parcels/judge.js';
import { type ParcelFinding } from '../../domain/parcels/shape.js';
import { TAX_BILL_STATES, type TaxBillState } from '../../domain/parcels/tax-bill-status.js';
import { type TaxBillRow } from '../../entities/parcel-tax-bills.table.js';

const STATES = TAX_BILL_STATES.join('|');

export class ParcelTaxBillsQuery extends DatedPageQuery {
  @TextField({
    description: 'Only those in one of these states, separated by commas',
    pattern: new RegExp(`^(${STATES})(,(${STATES}))*$`),
    max: 100,
    optional: true,
    example: 'issued',
  })
  readonly state?: string;

  @EnumField({
    description: '`true`: only those that differ from what was reckoned; `false`: only those that do not',
    values: ['true', 'false'],
    optional: true,
    example: 'true',
  })
  readonly differs?: string;

  @IdField({ kind: 'parcel', description: 'Only those of this parcel', optional: true })
  readonly parcelId?: string;
}

export class ParcelReasonDto {
  @TextField({ description: 'JSON pointer to what it is about', max: 200, min: 0, example: '/payment/amountPaid' })
  readonly pointer!: string;

  @TextField({ description: 'The rule', max: 40, example: 'amount_paid' })
  readonly rule!: string;

  @TextField({
    description: 'In words',
    max: 500,
    example: 'The papers do not match: the amount differs from what the order says',
  })
  readonly detail!: string;
}

export class BilledLineDto {
  @IntegerField({ description: 'Line of the list', example: 1 })
  readonly lineNo!: number;

  @TextField({ description: 'HS code, ten digits', max: 10, min: 0, example: '3304990039' })
  readonly hsCode!: string;

  @MoneyField({ description: 'Taxable value (完税总价格)', example: { amount: '200.00', currency: 'CNY' } })
  readonly taxable!: MoneyDto;

  @MoneyField({ description: 'Duty', example: { amount: '0.00', currency: 'CNY' } })
  readonly duty!: MoneyDto;

  @MoneyField({ description: 'Consumption tax', example: { amount: '0.00', currency: 'CNY' } })
  readonly consumptionTax!: MoneyDto;

  @MoneyField({ description: 'VAT', example: { amount: '18.20', currency: 'CNY' } })
  readonly vat!: MoneyDto;
}

/** 电子税单, as a part of its parcel. */
export class TaxBillOfParcelDto {
  @IdField({ kind: 'parcelTaxBill', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'parcel', description: 'The parcel; null: no list of this number is known', nullable: true })
  readonly parcelId!: string | null;

  @TextField({ description: 'Its order', max: 60, nullable: true, example: 'SO-2026-0001' })
  readonly orderNo!: string | null;

  @TextField({ description: 'Number of the list (清单编号)', max: 18, example: '31052026I000000001' })
  readonly invtNo!: string;

  @TextField({ description: 'Number of the bill (电子税单编号)', max: 50, example: 'T31052026I000000001' })
  readonly taxNo!: string;

  @EnumField({
    description:
      '`issued`; `summarised`: in a payment certificate that the guarantor pays; `void`: withdrawn or returned',
    values: TAX_BILL_STATES,
    example: 'issued',
  })
  readonly state!: TaxBillState;

  @MoneyField({
    description: 'Duty; null until the bill itself has come',
    nullable: true,
    example: { amount: '0.00', currency: 'CNY' },
  })
  readonly duty!: MoneyDto | null;

  @MoneyField({ description: 'Consumption tax', nullable: true, example: { amount: '0.00', currency: 'CNY' } })
  readonly consumptionTax!: MoneyDto | null;

  @MoneyField({ description: 'VAT', nullable: true, example: { amount: '18.20', currency: 'CNY' } })
  readonly vat!: MoneyDto | null;

  @MoneyField({ description: 'All taxes of the bill', nullable: true, example: { amount: '18.20', currency: 'CNY' } })
  readonly total!: MoneyDto | null;

  @MoneyField({
    description: 'All taxes that were reckoned for the parcel',
    nullable: true,
    example: { amount: '18.20', currency: 'CNY' },
  })
  readonly reckoned!: MoneyDto | null;

  @BooleanField({ description: 'Whether it differs from what was reckoned', example: false })
  readonly differs!: boolean;

  @ListField(() => ParcelReasonDto, { description: 'What differs, tax by tax and line by line', max: 300 })
  readonly reasons!: ParcelReasonDto[];

  @ListField(() => BilledLineDto, { description: 'By line of the list', max: 99 })
  readonly lines!: BilledLineDto[];

  @TextField({ description: 'Number of the payment certificate (缴款书编号)', max: 50, nullable: true, example: null })
  readonly dutyNumber!: string | null;

  @DateField({
    description: 'The first day on which it is paid: before it the goods may come back',
    nullable: true,
    example: '2026-12-30',
  })
  readonly payableFrom!: string | null;

  @DateField({ description: 'The last day on which it is paid', nullable: true, example: '2027-01-13' })
  readonly payableBy!: string | null;

  @InstantField({ description: 'When customs issued it', nullable: true, example: '2026-11-29T02:00:00.000Z' })
  readonly issuedAt!: string | null;

  @IntegerField({ description: 'Counts the changes', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it came', example: '2026-11-29T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it changed last', example: '2026-11-29T02:00:00.000Z' })
  readonly updatedAt!: string;

  static from(this: void, row: TaxBillRow, language: Language): TaxBillOfParcelDto {
    const { orderNo, invtNo, taxNo, state, findings, dutyNo, issuedAt, releasedAt } = row;
    const days = releasedAt === null || state === 'void' ? null : importReturnDays(releasedAt);
    return {
      id: publicId('parcelTaxBill', row.id),
      parcelId: row.parcelId === null ? null : publicId('parcel', row.parcelId),
      ...{ orderNo, invtNo, taxNo, state },
      ...taxesOf(row),
      reckoned: row.reckoned === null ? null : cny(row.reckoned),
      differs: findings.length > 0,
      reasons: reasonsOf(findings, language),
      lines: row.lines.map(lineOf),
      dutyNumber: dutyNo,
      payableFrom: days?.payFrom ?? null,
      payableBy: days?.payBy ?? null,
      issuedAt: issuedAt?.toISOString() ?? null,
      ...stampsOf(row),
    };
  }
}

/** 电子税单 */
export class ParcelTaxBillDto extends TaxBillOfParcelDto {}

export class ParcelTaxBillPageDto extends PageOf(ParcelTaxBillDto) {}

export function reasonsOf(findings: readonly ParcelFinding[], language: Language): ParcelReasonDto[] {
  return findings.map(({ pointer, rule, detail }) => ({ pointer, rule, detail: told(detail, language) }));
}

export function cny(minor: string): MoneyDto {
  return { amount: yuan(BigInt(minor)), currency: 'CNY' };
}

function taxesOf({ duty, consumptionTax, vat }: TaxBillRow) {
  if (duty === null || consumptionTax === null || vat === null) {
    return { duty: null, consumptionTax: null, vat: null, total: null };
  }
  const total = (BigInt(duty) + BigInt(consumptionTax) + BigInt(vat)).toString();
  return { duty: cny(duty), consumptionTax: cny(consumptionTax), vat: cny(vat), total: cny(total) };
}

function lineOf({ lineNo, hsCode, taxable, duty, consumptionTax, vat }: TaxBillRow['lines'][number]): BilledLineDto {
  return {
    ...{ lineNo, hsCode },
    taxable: cny(taxable),
    duty: cny(duty),
    consumptionTax: cny(consumptionTax),
    vat: cny(vat),
  };
}
