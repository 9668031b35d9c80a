import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Language } from '../../../kernel/sentence.js';
import {
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
import { PARCEL, PARCEL_STATES, type ParcelState } from '../../domain/parcels/parcel-status.js';
import { type Direction, DIRECTIONS } from '../../domain/parcels/profile.js';
import { VAT_BASES } from '../../domain/retail-import-law.js';
import { type OpenedParcel } from '../../application/parcels.service.js';
import { PaperField } from './paper-models.js';
import { type ParcelRow } from '../../entities/parcels.table.js';
import { cny, ParcelReasonDto, TaxBillOfParcelDto, reasonsOf } from './parcel-tax-bill.dto.js';

const STATES = PARCEL_STATES.join('|');

/** The papers of one order, each where it has come. */
class ParcelPapersDto {
  @PaperField('order')
  readonly order?: object;

  @PaperField('payment')
  readonly payment?: object;

  @PaperField('receipt')
  readonly receipt?: object;

  @PaperField('waybill')
  readonly waybill?: object;

  @PaperField('list')
  readonly list?: object;
}

export class ParcelDocumentsRequest extends ParcelPapersDto {
  @IdField({ kind: 'ecommerceProfile', description: 'What the parcel is filed with' })
  readonly profileId!: string;
}

export class ParcelsQuery extends DatedPageQuery {
  @TextField({
    description: 'Only those in one of these states, separated by commas',
    pattern: new RegExp(`^(${STATES})(,(${STATES}))*$`),
    max: 200,
    optional: true,
    example: 'mismatched,over_limit',
  })
  readonly state?: string;

  @TextField({ description: 'Only those of this platform', max: 18, optional: true, example: '3302986YQ8' })
  readonly platformCode?: string;

  @TextField({ description: 'Only the one of this order', max: 60, optional: true, example: 'SO-2026-0001' })
  readonly orderNo?: string;

  @IdField({ kind: 'operation', description: 'Only those that came first with this batch', optional: true })
  readonly batchId?: string;
}

export class ParcelLineTaxDto {
  @IntegerField({ description: 'Line of the list', example: 1 })
  readonly lineNo!: number;

  @MoneyField({
    description: 'Taxable value with its share of freight and insurance',
    example: { amount: '100.00', currency: 'CNY' },
  })
  readonly taxable!: MoneyDto;

  @MoneyField({ description: 'Duty', example: { amount: '0.00', currency: 'CNY' } })
  readonly duty!: MoneyDto;

  @MoneyField({ description: 'Consumption tax', example: { amount: '0.00', currency: 'CNY' } })
  readonly consumptionTax!: MoneyDto;

  @MoneyField({ description: 'VAT', example: { amount: '9.10', currency: 'CNY' } })
  readonly vat!: MoneyDto;
}

export class ParcelTaxDto {
  @MoneyField({ description: 'Taxable value (完税价格)', example: { amount: '100.00', currency: 'CNY' } })
  readonly taxable!: MoneyDto;

  @MoneyField({ description: 'All taxes', example: { amount: '9.10', currency: 'CNY' } })
  readonly total!: MoneyDto;

  @EnumField({
    description: 'Which taxes it comes under',
    values: ['preferential', 'full_tax_single_item'],
    example: 'preferential',
  })
  readonly regime!: string;

  @EnumField({ description: 'What the VAT is reckoned on', values: VAT_BASES, example: 'full_consumption_tax' })
  readonly vatBase!: string;

  @TextField({ description: 'The law', max: 200, example: '财关税〔2018〕49号' })
  readonly law!: string;

  @ListField(() => ParcelLineTaxDto, { description: 'By line of the list', max: 99 })
  readonly lines!: ParcelLineTaxDto[];
}

export class ParcelFilingDto {
  @TextField({
    description: 'The guid of the list in its message',
    max: 36,
    example: '0199F0C1-7A3E-7C55-A1B2-6F0D2B9C0001',
  })
  readonly listGuid!: string;

  @InstantField({ description: 'When it was filed', nullable: true, example: '2026-11-28T02:00:00.000Z' })
  readonly filedAt!: string | null;

  @TextField({
    description: 'Number of customs before acceptance (预录入编号)',
    max: 18,
    nullable: true,
    example: 'B20261128000000001',
  })
  readonly preNo!: string | null;

  @TextField({ description: 'Number of the list (清单编号)', max: 20, nullable: true, example: '310520261100000001' })
  readonly invtNo!: string | null;

  @TextField({ description: 'What customs said last, in its own words', max: 1_000, nullable: true, example: '放行' })
  readonly said!: string | null;

  @InstantField({ description: 'When it was released', nullable: true, example: null })
  readonly releasedAt!: string | null;

  @InstantField({ description: 'When its goods left China; exports only', nullable: true, example: null })
  readonly departedAt!: string | null;

  @InstantField({ description: 'When customs cleared it (结关)', nullable: true, example: null })
  readonly clearedAt!: string | null;
}

export class ReturnedLineDto {
  @IntegerField({ description: 'Line of the list', min: 1, example: 1 })
  readonly lineNo!: number;

  @TextField({ description: 'How much of it, in the declared unit', max: 20, example: '1' })
  readonly quantity!: string;
}

export class ReturnedParcelDto {
  @ListField(() => ReturnedLineDto, { description: 'What has come back so far, line by line', max: 100 })
  readonly lines!: ReturnedLineDto[];

  @MoneyField({ description: 'The reckoned taxes that go with it; of imports', nullable: true })
  readonly tax!: MoneyDto | null;
}

export class ParcelSummaryDto {
  @IdField({ kind: 'parcel', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'ecommerceProfile', description: 'What it is filed with' })
  readonly profileId!: string;

  @IdField({ kind: 'operation', description: 'The batch that it came with', nullable: true })
  readonly batchId!: string | null;

  @EnumField({ description: 'Direction', values: DIRECTIONS, example: 'import' })
  readonly direction!: Direction;

  @TextField({ description: 'Supervision mode', max: 4, example: '9610' })
  readonly supervisionMode!: string;

  @TextField({ description: 'Platform', max: 18, example: '3302986YQ8' })
  readonly platformCode!: string;

  @TextField({ description: 'Order', max: 60, example: 'SO-2026-0001' })
  readonly orderNo!: string;

  @TextField({ description: 'Waybill', max: 60, nullable: true, example: 'SF1000000001' })
  readonly waybillNo!: string | null;

  @EnumField({ description: 'How it stands', values: PARCEL_STATES, example: 'filing' })
  readonly state!: ParcelState;

  @TextListField({ description: 'What may be done now', max: 4, maxLength: 20, example: [] })
  readonly allowedActions!: string[];

  @ListField(() => ParcelReasonDto, {
    description: 'Why it is not filed, field by field; notices of one that is',
    max: 200,
  })
  readonly reasons!: ParcelReasonDto[];

  @ObjectField(() => ParcelTaxDto, { description: 'Tax of a retail import, once its papers match', nullable: true })
  readonly tax!: ParcelTaxDto | null;

  @ObjectField(() => ParcelFilingDto, { description: 'How it stands with customs', nullable: true })
  readonly filing!: ParcelFilingDto | null;

  @ObjectField(() => ReturnedParcelDto, {
    description: 'What of it has come back in parts; null where nothing has, or all of it at once',
    nullable: true,
  })
  readonly returned!: ReturnedParcelDto | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When its first document came', example: '2026-11-28T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it changed last', example: '2026-11-28T02:00:00.000Z' })
  readonly updatedAt!: string;

  static of(this: void, parcel: ParcelRow, language: Language): ParcelSummaryDto {
    const { direction, supervisionMode, platformCode, orderNo, waybillNo, state, findings } = parcel;
    return {
      id: publicId('parcel', parcel.id),
      profileId: publicId('ecommerceProfile', parcel.profileId),
      batchId: parcel.batchId === null ? null : publicId('operation', parcel.batchId),
      ...{ direction, supervisionMode, platformCode, orderNo, waybillNo, state },
      allowedActions: PARCEL.allowedActions(state),
      reasons: reasonsOf(findings ?? [], language),
      tax: taxOf(parcel),
      filing: filingOf(parcel),
      returned: returnedOf(parcel),
      ...stampsOf(parcel),
    };
  }
}

export class ParcelDto extends ParcelSummaryDto {
  @ObjectField(() => ParcelPapersDto, { description: 'Its documents, as they came' })
  readonly documents!: ParcelPapersDto;

  @ListField(() => TaxBillOfParcelDto, { description: 'What customs levies of a retail import, oldest first', max: 20 })
  readonly taxBills!: TaxBillOfParcelDto[];

  static from({ parcel, papers, taxBills }: OpenedParcel, language: Language): ParcelDto {
    const bills = taxBills.map((bill) => TaxBillOfParcelDto.from(bill, language));
    return { ...ParcelSummaryDto.of(parcel, language), documents: papers, taxBills: bills };
  }
}

export class ParcelPageDto extends PageOf(ParcelSummaryDto) {}

function returnedOf({ returned }: ParcelRow): ReturnedParcelDto | null {
  if (returned === null) return null;
  const { lines, tax } = returned;
  return { lines: [...lines], tax: tax === null ? null : Money.ofMinor(BigInt(tax), 'CNY').toJSON() };
}

function taxOf({ tax }: ParcelRow): ParcelTaxDto | null {
  if (tax === null) return null;
  const { regime, vatBase, law } = tax;
  return {
    taxable: cny(tax.taxable),
    total: cny(tax.total),
    ...{ regime, vatBase, law },
    lines: tax.lines.map((line) => ({
      lineNo: line.lineNo,
      taxable: cny(line.taxable),
      duty: cny(line.duty),
      consumptionTax: cny(line.consumptionTax),
      vat: cny(line.vat),
    })),
  };
}

function filingOf(parcel: ParcelRow): ParcelFilingDto | null {
  const { listGuid, filedAt, preNo, invtNo, customsSaid, releasedAt, departedAt, clearedAt } = parcel;
  if (listGuid === null) return null;
  return {
    listGuid: listGuid.toUpperCase(),
    filedAt: filedAt?.toISOString() ?? null,
    preNo,
    invtNo,
    said: customsSaid,
    releasedAt: releasedAt?.toISOString() ?? null,
    departedAt: departedAt?.toISOString() ?? null,
    clearedAt: clearedAt?.toISOString() ?? null,
  };
}
