import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { InputCheck } from '../../kernel/input-check.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Language } from '../../kernel/sentence.js';
import { presentOf } from '../../platform/database/present.js';
import { type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { addVersion, readProducts, readVersions } from '../application/products/product-book.js';
import { REFERENCE_RATES } from '../data/reference-rates.js';
import { compare } from '../domain/products/comparison.js';
import { priceOn } from '../domain/products/price.js';
import { historyOf, type Product, ProductVersionExistsError, productsOn } from '../domain/products/product.js';
import { SAY } from '../domain/products/product.sentences.js';
import { ProductComparisonQuery, FinancingProductsQuery } from './dto/product-query.dto.js';
import { AddFinancingProductDto } from './dto/product-request.dto.js';
import { FinancingProductDto, type PricedProduct, ProductComparisonDto, ProductListDto } from './dto/product.dto.js';
import { NEXT_VERSION, PRODUCT_CODE } from './financing.examples.js';

/** What lenders offer, by date. */
@ApiTags('Financing')
@Controller('v1/financing')
export class ProductsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get('products')
  @QueryOperation({
    id: 'listFinancingProducts',
    summary: 'What lenders offer, and on which terms',
    description:
      'Every product that is offered on a day, with its price of that day: of each the version in force, the tenant’s own before ' +
      'the platform’s.',
    scope: 'financing:read',
    answers: ProductListDto,
  })
  async list(@CallerOf() caller: Principal, @Query() { asOf }: FinancingProductsQuery): Promise<ProductListDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const day = await this.dayOf(view, asOf);
      return ProductListDto.from(productsOn(await readProducts(view), day).map((product) => priced(product, day)));
    });
  }

  @Get('products/:product')
  @ApiParam(PRODUCT_CODE)
  @QueryOperation({
    id: 'getFinancingProduct',
    summary: 'One product, with every version of it',
    description: 'As it is on a day, and as it was and will be. Loans keep the version by which they were asked for.',
    scope: 'financing:read',
    answers: FinancingProductDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('product') code: string,
    @Query() { asOf }: FinancingProductsQuery,
  ): Promise<FinancingProductDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const versions = await readVersions(view, code);
      if (versions.length === 0) throw new ResourceNotFoundError(SAY.no_such_product);
      return productDto(versions, code, await this.dayOf(view, asOf));
    });
  }

  @Post('products')
  @CommandOperation({
    id: 'addFinancingProduct',
    summary: 'Add a version of a product, or a product',
    description:
      'For the lender, or the owner. From its first day on it goes before the platform’s row of the same code, and before the ' +
      'tenant’s own versions of before; what was granted keeps its terms. Versions are never changed and never overlap. Every ' +
      'fault is named at once.',
    scope: 'financing:terms',
    answers: FinancingProductDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { next_version: NEXT_VERSION },
    problems: [InvalidInputError, ProductVersionExistsError],
  })
  add(@CommandOf() command: Command, @Body() body: AddFinancingProductDto): Promise<string> {
    const next = AddFinancingProductDto.toVersion(body);
    return this.commands.run(
      command,
      async (tx) => ({ versions: await addVersion(tx, next), day: dateInZone(tx.now, CHINA) }),
      ({ versions, day }) => productDto(versions, next.code, day),
    );
  }

  @Get('product-comparison')
  @QueryOperation({
    id: 'compareFinancingProducts',
    summary: 'What the same money costs in each product',
    description:
      'Interest by the day and fees, and both together per year. The cheapest first; what is not lent so comes last, with its ' +
      'reasons. Whether an order opens a product: `GET /v1/financing/eligibility`.',
    scope: 'financing:read',
    answers: ProductComparisonDto,
    speaks: true,
    problems: [InvalidInputError],
  })
  async compare(
    @CallerOf() caller: Principal,
    @Query() { amount, days = 90, asOf }: ProductComparisonQuery,
    @LanguageOf() language: Language,
  ): Promise<ProductComparisonDto> {
    const wanted = Money.parse(amount, 'CNY');
    const check = new InputCheck();
    check.positive(wanted.toDecimal(), '?amount');
    check.done();
    return this.unitOfWork.read(caller, async (view) => {
      const day = await this.dayOf(view, asOf);
      const terms = { amount: wanted, days, day, rates: REFERENCE_RATES };
      return ProductComparisonDto.from(compare(productsOn(await readProducts(view), day), terms), language);
    });
  }

  private async dayOf(view: View, asOf: LocalDate | undefined): Promise<LocalDate> {
    return asOf ?? dateInZone(await presentOf(view, this.clock), CHINA);
  }
}

/** A version that is yet to come has the price that it would have today. */
function priced(product: Product, day: LocalDate): PricedProduct {
  const first = product.validFrom > day ? product.validFrom : day;
  return [product, priceOn(product, REFERENCE_RATES, first)];
}

function productDto(versions: readonly Product[], code: string, day: LocalDate): FinancingProductDto {
  const [inForce] = productsOn(versions, day);
  const one = (product: Product | undefined): ProductListDto['data'] =>
    product === undefined ? [] : ProductListDto.from([priced(product, day)]).data;
  return {
    code,
    inForce: one(inForce)[0] ?? null,
    versions: historyOf(versions, code).flatMap((version) => one(version)),
  };
}
