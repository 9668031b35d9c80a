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
import { HsCodeDto, HsCodePageDto, HsCodeQuery, HsCodesQuery } from './dto/hs-codes.dto.js';
import { codeCursor } from './code-cursor.js';

const CODE = {
  name: 'code',
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
      'As of a day, by chapter, by the first digits of the code or by part of a name in Chinese or English. Filters go together.',
    scope: 'catalogue:read',
    answers: HsCodePageDto,
    speaks: true,
  })
  list(
    @CallerOf() caller: Principal,
    @Query() { on, query, chapter, limit, cursor }: HsCodesQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<HsCodeDto>> {
    const place = { after: codeCursor(cursor), limit: limit ?? 50 };
    return this.unitOfWork.read(caller, async (view) => {
      const filter = { on: on ?? (await this.reference.today(view)), query, chapter };
      const found = await this.reference.listHsCodes(view, filter, place);
      const present = await this.presenter(view, found.data, language);
      return mapPage(found, present);
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
      const present = await this.presenter(view, [found], language);
      return present(found);
    });
  }

  private async presenter(
    view: View,
    found: readonly HsCode[],
    language: Language,
  ): Promise<(code: HsCode) => HsCodeDto> {
    const [first] = found;
    if (first === undefined) return (code) => HsCodeDto.from(code, { units: new Map(), refund: null, language });
    const wanted = found.flatMap(({ units }) => [units?.value.firstUnit, units?.value.secondUnit]);
    const codes = [...new Set(wanted)].filter((unit) => unit != null);
    const names = await this.reference.names(view, 'unit', codes, first.on);
    return (code) => {
      const [refund = null] = this.catalogue.refundRates({ hsCode: code.code, on: code.on }).rows;
      return HsCodeDto.from(code, { units: names, refund, language });
    };
  }
}
