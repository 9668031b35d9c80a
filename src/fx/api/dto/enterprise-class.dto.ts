import { parseId, publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyDto,
  MoneyField,
  QueryInteger,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type StatedClass } from '../../application/safe/trade-evidence.js';
import { SMALL_SELLER_STATUSES } from '../../domain/safe/small-seller-status.js';
import { type EnterpriseClass } from '../../domain/safe/trade-credit-reports.js';
import { type ClassFact, ENTERPRISE_CLASSES, quotaOf } from '../../entities/enterprise-classes.table.js';
import { type SmallSellerYear } from '../../entities/small-seller-years.table.js';
import { Money } from '../../../kernel/money.js';

export class NewSellerClassDto {
  @IdField({ description: 'The seller', kind: 'party' })
  readonly sellerId!: string;

  @EnumField({ description: 'How SAFE classes it', values: ENTERPRISE_CLASSES, example: 'B' })
  readonly enterpriseClass!: EnterpriseClass;

  @TextField({
    description: 'Number of its registration in the directory (名录); left out where it has none',
    max: 60,
    optional: true,
    example: '330200000123',
  })
  readonly directoryNumber?: string;

  @BooleanField({
    description:
      'Whether it trades small amounts by electronic records, and needs no registration up to USD 200,000 a year (汇发〔2020〕11号)',
    optional: true,
    example: false,
  })
  readonly isSmallSeller?: boolean;

  @MoneyField({ description: 'Of class B: what may come in the period, as SAFE has set it', optional: true })
  readonly quota?: MoneyDto;

  @DateField({ description: 'First day', example: '2026-11-01' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day; left out where it is open', optional: true, example: '2027-10-31' })
  readonly validTo?: string;

  @TextField({ description: 'Who said so, and where', max: 500, example: '外汇局分类结论告知书 2026-118' })
  readonly source!: string;

  toStated(): StatedClass {
    const { enterpriseClass, directoryNumber, isSmallSeller, quota, validFrom, validTo, source } = this;
    return {
      partyId: parseId('party', this.sellerId),
      ...{ enterpriseClass, validFrom, source },
      directoryNumber: directoryNumber ?? null,
      isSmallSeller: isSmallSeller ?? false,
      quota: quota === undefined ? null : Money.fromJSON(quota).toJSON(),
      validTo: validTo ?? null,
    };
  }
}

export class SellerClassDto {
  @IdField({ description: 'Id of what was said', kind: 'enterpriseClass' })
  readonly id!: string;

  @IdField({ description: 'The seller', kind: 'party' })
  readonly sellerId!: string;

  @EnumField({ description: 'How SAFE classes it', values: ENTERPRISE_CLASSES, example: 'B' })
  readonly enterpriseClass!: string;

  @TextField({ description: 'Number of its registration in the directory (名录)', max: 60, nullable: true })
  readonly directoryNumber!: string | null;

  @BooleanField({ description: 'Whether it trades small amounts by electronic records', example: false })
  readonly isSmallSeller!: boolean;

  @MoneyField({ description: 'Of class B: what may come in the period', nullable: true })
  readonly quota!: MoneyJson | null;

  @DateField({ description: 'First day', example: '2026-11-01' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day; null where it is open', nullable: true })
  readonly validTo!: string | null;

  @TextField({ description: 'Who said so, and where', max: 500 })
  readonly source!: string;

  @TextField({ description: 'Who recorded it', max: 200, example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  readonly recordedBy!: string;

  @InstantField({ description: 'When it was recorded' })
  readonly createdAt!: string;

  static from(this: void, fact: ClassFact): SellerClassDto {
    const { enterpriseClass, directoryNumber, isSmallSeller, validFrom, validTo, source, recordedBy } = fact;
    return {
      id: publicId('enterpriseClass', fact.id),
      sellerId: publicId('party', fact.partyId),
      ...{ enterpriseClass, directoryNumber, isSmallSeller, validFrom, validTo, source, recordedBy },
      quota: quotaOf(fact)?.toJSON() ?? null,
      createdAt: fact.createdAt.toISOString(),
    };
  }
}

export class SellerClassPageDto extends PageOf(SellerClassDto) {}

export class EnterpriseClassesQuery extends DatedPageQuery {
  @IdField({ description: "Only this seller's", kind: 'party', optional: true })
  readonly sellerId?: string;
}

export class SmallSellerYearDto {
  @IdField({ description: 'The seller', kind: 'party' })
  readonly sellerId!: string;

  @IntegerField({ description: 'Calendar year', min: 2000, example: 2026 })
  readonly year!: number;

  @MoneyField({
    description: 'What came from abroad, each receipt at the last known board of its day',
    currency: 'USD',
  })
  readonly total!: MoneyJson;

  @IntegerField({ description: 'Receipts left out, in currencies without a known price', example: 0 })
  readonly leftOut!: number;

  @EnumField({
    description: 'Up to USD 180,000 exempt, to 200,000 a warning, above it is to register',
    values: SMALL_SELLER_STATUSES,
    example: 'exempt',
  })
  readonly status!: string;

  @InstantField({ description: 'When the first receipt was counted' })
  readonly createdAt!: string;

  @InstantField({ description: 'When the last receipt was counted' })
  readonly updatedAt!: string;

  static from(this: void, found: SmallSellerYear): SmallSellerYearDto {
    const { partyId, year, totalMinor, leftOut, status } = found;
    return {
      sellerId: publicId('party', partyId),
      ...{ year, leftOut, status },
      total: Money.ofMinor(BigInt(totalMinor), 'USD').toJSON(),
      createdAt: found.createdAt.toISOString(),
      updatedAt: found.updatedAt.toISOString(),
    };
  }
}

export class SmallSellerYearPageDto extends PageOf(SmallSellerYearDto) {}

export class SmallSellerYearsQuery extends DatedPageQuery {
  @IdField({ description: "Only this seller's", kind: 'party', optional: true })
  readonly sellerId?: string;

  @QueryInteger({ description: 'Only of this year', min: 2000, max: 2099, fallback: 2026, example: 2026 })
  readonly year?: number;
}
