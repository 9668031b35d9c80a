import { ApiProperty } from '@nestjs/swagger';

import { publicId } from '../../../kernel/ids.js';
import {
  DateField,
  DecimalField,
  IdField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { type Limit } from '../../application/limits.js';
import { type Product } from '../../domain/product.js';

class ProductNameDto {
  @TextField({ description: 'English', max: 100 })
  readonly en!: string;

  @TextField({ description: 'Chinese', max: 100 })
  readonly zh!: string;
}

class ProductDto {
  @TextField({ description: 'Code', example: 'refund_advance', max: 50 })
  readonly code!: string;

  @ObjectField(() => ProductNameDto, { description: 'Name' })
  readonly name!: ProductNameDto;

  @DateField({ description: 'First day on which it is granted' })
  readonly validFrom!: string;

  @ApiProperty({ type: 'string', nullable: true, format: 'date', maxLength: 10, description: 'Last day; null is open' })
  readonly validTo!: string | null;

  @DecimalField({ description: 'Share of the matched refund that is advanced', example: '0.80' })
  readonly advanceRate!: string;

  @MoneyField({ description: 'What one client may owe at once' })
  readonly clientLimit!: MoneyDto;

  @DecimalField({ description: 'Interest per year', example: '0.0435' })
  readonly annualRate!: string;

  @DecimalField({ description: 'On overdue principal, on top', example: '0.02175' })
  readonly penaltyRate!: string;

  @IntegerField({ description: 'Days of the year that interest is counted by', example: 360 })
  readonly dayBasis!: number;

  @DecimalField({ description: 'Fee, once, on what is drawn', example: '0.001' })
  readonly feeRate!: string;

  @IntegerField({ description: 'Days to maturity', example: 180 })
  readonly tenorDays!: number;

  @MoneyField({ description: 'Less than this is not lent' })
  readonly minimum!: MoneyDto;
}

export class ProductListDto {
  @ListField(() => ProductDto, { description: 'Every product and the time it is offered', max: 100 })
  readonly data!: ProductDto[];

  static from(this: void, products: readonly Product[]): ProductListDto {
    return {
      data: products.map(({ currency, clientLimit, minimum, ...product }) => ({
        ...product,
        clientLimit: { amount: clientLimit, currency },
        minimum: { amount: minimum, currency },
      })),
    };
  }
}

class LimitDto {
  @IdField({ kind: 'party', description: 'The client' })
  readonly sellerId!: string;

  @TextField({ description: 'Product', max: 50 })
  readonly product!: string;

  @MoneyField({ description: 'What the client may owe at once' })
  readonly limit!: MoneyDto;

  @MoneyField({ description: 'Asked for, not yet paid out' })
  readonly reserved!: MoneyDto;

  @MoneyField({ description: 'Paid out, not yet repaid' })
  readonly used!: MoneyDto;

  @MoneyField({ description: 'Limit less reserved less used' })
  readonly free!: MoneyDto;
}

export class LimitListDto {
  @ListField(() => LimitDto, { description: 'One per client and product that was ever used', max: 100 })
  readonly data!: LimitDto[];

  static from(this: void, limits: readonly Limit[]): LimitListDto {
    return {
      data: limits.map(({ sellerId, product, limit, reserved, used, free }) => ({
        sellerId: publicId('party', sellerId),
        product,
        limit: limit.toJSON(),
        reserved: reserved.toJSON(),
        used: used.toJSON(),
        free: free.toJSON(),
      })),
    };
  }
}
