import { CONTAINER_CATEGORIES, type ContainerCategory } from '../../../kernel/identifiers/container-size-type.js';
import {
  IDENTIFIER_REASONS,
  IDENTIFIER_WARNINGS,
  type IdentifierReason,
  type IdentifierWarning,
} from '../../../kernel/identifiers/identifier.js';
import { CalculationDto } from '../../../platform/http/calculation.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IntegerField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type ZeroMeaning } from '../../domain/refund-library.js';
import { type RefundRateQuery } from '../../domain/refund-rate.js';

export class RefundRateRequest {
  @TextField({ description: '8 to 10 digits; this or `productGroup`', optional: true, max: 20, example: '8541430000' })
  hsCode?: string;

  @TextField({
    description: 'Which goods of the official library they are, where it divides the code',
    optional: true,
    max: 20,
    example: '854143000001',
  })
  refundCode?: string;

  @TextField({ description: 'Goods of a notice’s list; this or `hsCode`', optional: true, example: 'batteries' })
  productGroup?: string;

  @DateField({ description: 'Export date printed on the declaration', example: '2026-04-01' })
  exportDate!: string;

  toQuery(): RefundRateQuery {
    return {
      hsCode: this.hsCode,
      refundCode: this.refundCode,
      productGroup: this.productGroup,
      exportDate: this.exportDate,
    };
  }
}

export class RefundRateDto extends CalculationDto {
  @DecimalField({ description: 'Fraction', example: '0.06' })
  refundRate!: string;

  @DateField({ description: 'First day of this rate; null = open', nullable: true, example: '2026-04-01' })
  validFrom!: string | null;

  @DateField({ description: 'Last day of this rate; null = open', nullable: true, example: '2026-12-31' })
  validTo!: string | null;

  @TextField({
    description:
      'The group of goods that the code belongs to; `library`: the official library speaks of the code itself',
    example: 'batteries',
  })
  productGroup!: string;

  @EnumField({
    description: 'What a rate of zero means for the VAT of the sale',
    values: ['taxed_as_domestic', 'exempt'],
    optional: true,
  })
  zeroMeaning?: ZeroMeaning;
}

export class IdentifierRequest {
  @TextField({ description: 'As somebody wrote it; blanks and hyphens are dropped, letters made capital', min: 0 })
  value!: string;
}

export class IdentifierDto {
  @BooleanField({ description: 'Whether length, format and check digit are right' })
  valid!: boolean;

  @EnumField({
    description: 'The first that applies, when it is not valid',
    values: IDENTIFIER_REASONS,
    optional: true,
  })
  reason?: IdentifierReason;

  @TextField({ description: 'The right one, as soon as length and format are right', max: 2, optional: true })
  checkDigit?: string;

  @TextField({ description: 'Without blanks and hyphens, in capitals', min: 0, max: 600 })
  normalized!: string;

  @TextListField({
    description: 'What a person should know before refusing it',
    values: IDENTIFIER_WARNINGS,
    optional: true,
  })
  warnings?: IdentifierWarning[];
}

export class ContainerNumberDto extends IdentifierDto {
  @TextField({ description: 'As painted on the container', optional: true, example: 'CSQU 305438 3' })
  formatted?: string;
}

export class DeclarationNumberDto extends IdentifierDto {
  @TextField({ description: '关区, four digits', optional: true, example: '3101' })
  customsOffice?: string;

  @IntegerField({ description: 'Year', optional: true, example: 2026 })
  year?: number;

  @EnumField({ description: '0 export, 1 import', values: ['export', 'import'], optional: true })
  direction?: 'export' | 'import';

  @TextField({ description: 'Nine digits', optional: true, example: '000000123' })
  sequence?: string;

  @IntegerField({ description: 'Item of the declaration, with 21 digits', optional: true, example: 2 })
  itemNumber?: number;
}

export class ContainerSizeTypeDto extends IdentifierDto {
  @IntegerField({ description: 'Length, feet', optional: true, example: 40 })
  lengthFeet?: number;

  @IntegerField({ description: 'Height, inches', optional: true, example: 114 })
  heightInches?: number;

  @BooleanField({ description: '9 feet 6 inches high', optional: true })
  highCube?: boolean;

  @EnumField({
    description: 'Kind of container',
    values: CONTAINER_CATEGORIES,
    optional: true,
  })
  category?: ContainerCategory;
}
