import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { type Language } from '../../kernel/sentence.js';
import { type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { Catalogue } from '../application/catalogue.js';
import { Reference } from '../application/reference.js';
import { HsCodeUnknownError } from '../domain/hs-code.errors.js';
import { type HsCode } from '../domain/hs-code.js';
import { type CodeName } from '../domain/reference-entry.js';
import { HsCodeDto, HsCodePageDto, HsCodeQuery, HsCodesQuery, HsCodeSummaryDto } from './dto/hs-codes.dto.js';
import { codeCursor } from './code-cursor.js';

const CODE = {
  name: 'code',
  description: 'HS code, ten digits',
  schema: { type: 'string', minLength: 10, maxLength: 10, pattern: '^\\d{10}$', example: '8516310000' },
} as const;

/** What is on record about goods, by their HS code; the same for all tenants. */
@ApiTags('Catalogue')
@Controller('v1/reference/hs-codes')
export class HsCodesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reference: Reference,
    private readonly catalogue: Catalogue,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listHsCodes',
    summary: 'HS codes, in the order of the tariff',
    description:
      'As of a day, by chapter, by the first digits of the code or by part of a name in Chinese or English; with names and units, ' +
      'the rest is told code by code. Filters go together.',
    scope: 'catalogue:read',
    answers: HsCodePageDto,
  })
  list(
    @CallerOf() caller: Principal,
    @Query() { on, query, chapter, limit, cursor }: HsCodesQuery,
  ): Promise<Page<HsCodeSummaryDto>> {
    const place = { after: codeCursor(cursor), limit: limit ?? 50 };
    return this.unitOfWork.read(caller, async (view) => {
      const filter = { on: on ?? (await this.reference.today(view)), query, chapter };
      const found = await this.reference.listHsCodes(view, filter, place);
      const units = await this.unitsOf(view, found.data, filter.on);
      return mapPage(found, (code) => HsCodeSummaryDto.from(code, units));
    });
  }

  @Get(':code')
  @ApiParam(CODE)
  @QueryOperation({
    id: 'getHsCode',
    summary: 'One HS code: names, units, declaration elements, supervision, duties and taxes',
    description:
      'As of a day; each value with its source, the year of that and the days it holds. What no source states is null and ' +
      'listed in `unstated`: an unknown value is better than a wrong one. `elements.schema` is a JSON Schema to build a form ' +
      'from and to check values with.',
    scope: 'catalogue:read',
    answers: HsCodeDto,
    speaks: true,
    problems: [HsCodeUnknownError],
  })
  get(
    @CallerOf() caller: Principal,
    @Param('code') code: string,
    @Query() { on }: HsCodeQuery,
    @LanguageOf() language: Language,
  ): Promise<HsCodeDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const found = await this.reference.hsCode(view, code, on ?? (await this.reference.today(view)));
      const units = await this.unitsOf(view, [found], found.on);
      const [refund] = await this.catalogue.refundRates(view, [{ hsCode: code, exportDate: found.on }]);
      return HsCodeDto.full(found, { units, refund: refund instanceof Error ? null : (refund ?? null), language });
    });
  }

  private unitsOf(view: View, found: readonly HsCode[], on: string): Promise<ReadonlyMap<string, CodeName>> {
    const wanted = found.flatMap(({ units }) => [units?.value.firstUnit, units?.value.secondUnit]);
    const codes = [...new Set(wanted)].filter((unit) => unit != null);
    return this.reference.names(view, 'unit', codes, on);
  }
}
