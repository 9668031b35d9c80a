import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { CREDIT_GRADES, type CreditGrade, type IssuerDetails } from '../../domain/issuer.js';
import { type CapacityUse } from '../../domain/issuer-capacity.js';
import { ISSUER, ISSUER_STATES } from '../../domain/issuer-status.js';
import { type InvoiceIssuer } from '../../entities/invoice-issuer.entity.js';
import { TAX_NUMBER } from './invoice-fields.js';

export class IssuerProductDto {
  @TextField({ description: 'HS code, or its first 4 to 8 digits', pattern: /^\d{4,10}$/, max: 10, example: '851660' })
  hsCode!: string;

  @TextField({ description: 'What it makes', max: 200, example: '电烤箱' })
  goodsName!: string;

  @DecimalField({
    description: 'How much it can make in a year',
    places: 4,
    optional: true,
    nullable: true,
    example: '50000',
  })
  yearlyCapacity?: string | null;

  @TextField({
    description: 'Unit code of the capacity',
    pattern: /^\d{3}$/,
    max: 3,
    optional: true,
    nullable: true,
    example: '001',
  })
  unit?: string | null;
}

export class IssuerDocumentDto {
  @TextField({ description: 'What it is', max: 100, example: '营业执照' })
  kind!: string;

  @TextField({ description: 'Where it is kept: a number or an address of yours', max: 500, example: 'DMS-4711' })
  reference!: string;
}

class IssuerFields {
  @TextField({ description: 'As printed on its invoices', max: 200, example: '宁波示例电器厂' })
  readonly name!: string;

  @TextField({ ...TAX_NUMBER, description: '纳税人识别号', example: '91330281MA2DEM4D02' })
  readonly taxNumber!: string;

  @EnumField({ description: '纳税信用级别', values: CREDIT_GRADES, example: 'B' })
  readonly creditGrade!: CreditGrade;

  @BooleanField({ description: '一般纳税人', example: true })
  readonly generalTaxpayer!: boolean;

  @ListField(() => IssuerProductDto, { description: 'What it makes', min: 1, max: 100 })
  readonly products!: IssuerProductDto[];

  @TextField({ description: '境内货源地, district code', pattern: /^\d{5}$/, max: 5, example: '33029' })
  readonly sourceDistrict!: string;

  @ListField(() => IssuerDocumentDto, { description: 'What the review stands on', max: 50 })
  readonly documents!: IssuerDocumentDto[];
}

export class InvoiceIssuerRequest extends IssuerFields {
  details(): IssuerDetails {
    const { creditGrade, generalTaxpayer: isGeneralTaxpayer, sourceDistrict, documents } = this;
    return {
      ...{ creditGrade, isGeneralTaxpayer, sourceDistrict },
      products: this.products.map(({ hsCode, goodsName, yearlyCapacity = null, unit = null }) => ({
        ...{ hsCode, goodsName, yearlyCapacity, unit },
      })),
      documents: documents.map(({ kind, reference }) => ({ kind, reference })),
    };
  }
}

export class IssuerApprovalRequest {
  @DateField({ description: 'First day of issue that it holds for', example: '2026-11-01' })
  readonly validFrom!: string;

  @DateField({ description: 'Last day; two years after the first at most', example: '2027-10-31' })
  readonly validTo!: string;
}

export class IssuerReasonRequest {
  @TextField({ description: 'Why', max: 500, example: 'The machines seen cannot make these goods' })
  readonly reason!: string;
}

export class InvoiceIssuersQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    optional: true,
    max: 100,
    example: 'approved',
    pattern: wordsPattern(ISSUER_STATES),
  })
  state?: string;

  @TextField({ ...TAX_NUMBER, description: 'Tax number', optional: true })
  taxNumber?: string;
}

export class InvoiceIssuerDto extends IssuerFields {
  @IdField({ kind: 'invoiceIssuer', description: 'Id' })
  readonly id!: string;

  @EnumField({ description: 'Where its review stands', values: ISSUER_STATES })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @TextField({ description: 'Why it was refused or revoked', max: 500, nullable: true })
  readonly reason!: string | null;

  @DateField({ description: 'First day of issue that the review holds for', nullable: true })
  readonly validFrom!: string | null;

  @DateField({ description: 'Last day', nullable: true })
  readonly validTo!: string | null;

  @InstantField({ description: 'When it was warned of its end', nullable: true })
  readonly warnedAt!: string | null;

  @InstantField({ description: 'When somebody is told next', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was entered' })
  readonly createdAt!: string;

  static from(this: void, issuer: InvoiceIssuer): InvoiceIssuerDto {
    const { name, taxNumber, details, state, reason, validFrom, validTo, version } = issuer;
    const { creditGrade, isGeneralTaxpayer, products, sourceDistrict, documents } = details;
    return {
      id: publicId('invoiceIssuer', issuer.id),
      ...{ state, name, taxNumber, creditGrade, sourceDistrict, reason, validFrom, validTo, version },
      allowedActions: ISSUER.allowedActions(state),
      generalTaxpayer: isGeneralTaxpayer,
      products: products.map((product) => ({ ...product })),
      documents: documents.map((document) => ({ ...document })),
      warnedAt: issuer.warnedAt?.toISOString() ?? null,
      expectedBy: issuer.expectedBy?.toISOString() ?? null,
      createdAt: issuer.createdAt.toISOString(),
    };
  }
}

export const InvoiceIssuerPageDto = PageOf(InvoiceIssuerDto);

/** What of a product was invoiced in a year. */
export class IssuerCapacityDto {
  @TextField({ description: 'HS code, or its first digits, as in the review', max: 10, example: '851660' })
  readonly hsCode!: string;

  @TextField({ description: 'What it makes', max: 200, example: '电烤箱' })
  readonly goodsName!: string;

  @TextField({ description: 'Unit code of the capacity', max: 3, example: '001' })
  readonly unit!: string;

  @DecimalField({ description: 'How much it can make in a year', example: '50000' })
  readonly yearlyCapacity!: string;

  @DecimalField({ description: 'How much its invoices of that year are for, less red letters', example: '12000' })
  readonly invoiced!: string;

  @TextListField({
    description: 'Units that were invoiced beside, and cannot be converted: they are not in `invoiced`',
    max: 100,
    maxLength: 3,
  })
  readonly otherUnits!: string[];

  @BooleanField({ description: 'More was invoiced than it can make' })
  readonly passed!: boolean;
}

export class IssuerCapacitiesDto {
  @IntegerField({ description: 'The calendar year of issue', min: 2_000, max: 2_999, example: 2026 })
  readonly year!: number;

  @ListField(() => IssuerCapacityDto, { description: 'Products with a capacity', max: 100 })
  readonly products!: IssuerCapacityDto[];

  static of(this: void, year: string, uses: readonly CapacityUse[]): IssuerCapacitiesDto {
    const products = uses.map(({ hsCode, goodsName, unit, yearlyCapacity, invoiced, otherUnits, isPassed }) => ({
      ...{ hsCode, goodsName, unit, otherUnits: [...otherUnits], passed: isPassed },
      yearlyCapacity: yearlyCapacity.toFixed(),
      invoiced: invoiced.toFixed(),
    }));
    return { year: Number(year), products };
  }
}

export class IssuerCapacityQuery {
  @TextField({
    description: 'The calendar year of issue; absent: the present one in China',
    optional: true,
    max: 4,
    pattern: /^2\d{3}$/,
    example: '2026',
  })
  year?: string;
}
