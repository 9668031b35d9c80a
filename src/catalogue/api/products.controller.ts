import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ProductReader } from '../application/product-reader.service.js';
import { Products } from '../application/products.service.js';
import { ProductReferenceTakenError } from '../domain/product.errors.js';
import { numberCursor } from './code-cursor.js';
import {
  ProductChangeRequest,
  CatalogueProductDto,
  CatalogueProductPageDto,
  ProductRequest,
  ProductsQuery,
  ProductVersionDto,
  ProductVersionPageDto,
  ProductVersionsQuery,
} from './dto/product.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'prd_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

const ELEMENTS = {
  品牌类型: '4',
  出口享惠情况: '0',
  用途: '家用',
  功能: '吹干头发',
  品牌: 'EXAMPLE',
  型号: 'HD-35',
};

/** Goods that are sold again and again: their declaration elements are filled once, and approved per version. */
@ApiTags('Products')
@Controller('v1/products')
export class ProductsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly products: Products,
    private readonly reader: ProductReader,
  ) {}

  @Post()
  @CommandOperation({
    id: 'enterProduct',
    summary: 'Put a product on file',
    description:
      'With its HS code and the declaration elements of that code. It may be incomplete: it is held against the code when it ' +
      'is submitted.',
    scope: 'catalogue:write',
    answers: CatalogueProductDto,
    status: 201,
    speaks: true,
    dryRun: true,
    examples: {
      hair_dryer: {
        reference: 'HD-35',
        hsCode: '8516310000',
        goodsName: '电吹风机',
        goodsNameEn: 'Hair dryer',
        elements: ELEMENTS,
      },
    },
    problems: [InvalidInputError, ProductReferenceTakenError],
  })
  enter(@CommandOf() command: Command, @Body() request: ProductRequest): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.products.enter(tx, request.reference, request.toContent()),
      CatalogueProductDto.in(command.language),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listProducts',
    summary: 'Products, newest first',
    description: 'Filters go together: a product must satisfy all of them.',
    scope: 'catalogue:read',
    answers: CatalogueProductPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ProductsQuery,
    @LanguageOf() language: Language,
  ): Promise<CatalogueProductPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.reader.list(view, query, query));
    return mapPage(found, CatalogueProductDto.in(language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getProduct',
    summary: 'One product',
    description: 'As it now stands, which may be more than what was approved; see its versions.',
    scope: 'catalogue:read',
    answers: CatalogueProductDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CatalogueProductDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.reader.get(view, parseId('product', id)));
    return withETag(reply, CatalogueProductDto.in(language)(found));
  }

  @Patch(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'amendProduct',
    summary: 'Change a product',
    description:
      'It becomes a draft and takes approval anew; whoever was asked is asked no more. Orders go on with the version that was ' +
      'approved last. A field that is left out stays; the elements are replaced as a whole.',
    scope: 'catalogue:write',
    answers: CatalogueProductDto,
    speaks: true,
    examples: { another_model: { elements: { ...ELEMENTS, 型号: 'HD-36' } } },
    ifMatch: 'required',
    dryRun: true,
    byId: true,
    problems: [InvalidInputError],
  })
  amend(@CommandOf() command: Command, @Param('id') id: string, @Body() body: ProductChangeRequest): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.products.change(tx, parseId('product', id), body.toChange()),
      CatalogueProductDto.in(command.language),
    );
  }

  @Post(':id/submission')
  @ApiParam(ID)
  @CommandOperation({
    id: 'submitProduct',
    summary: 'Submit a product for approval',
    description:
      'Its elements are held against the schema of its HS code as of today. It is approved at once, or where the policy of ' +
      '`catalogue.product.approval` asks for a second person, when they approve. Each approval is a version of its own.',
    scope: 'catalogue:write',
    answers: CatalogueProductDto,
    status: 202,
    speaks: true,
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [InvalidInputError, IllegalTransitionError],
  })
  submit(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.products.submit(tx, parseId('product', id)),
      CatalogueProductDto.in(command.language),
    );
  }

  @Get(':id/versions')
  @ApiParam(ID)
  @QueryOperation({
    id: 'listProductVersions',
    summary: 'What was approved of a product, newest first',
    description: 'A version never changes: a declaration that was filled from it can be explained by it.',
    scope: 'catalogue:read',
    answers: ProductVersionPageDto,
    byId: true,
  })
  async versions(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() { cursor, limit }: ProductVersionsQuery,
  ): Promise<ProductVersionPageDto> {
    const place = { before: numberCursor(cursor), limit: limit ?? 50 };
    const found = await this.unitOfWork.read(caller, (view) =>
      this.reader.versions(view, parseId('product', id), place),
    );
    return mapPage(found, ProductVersionDto.from);
  }
}
