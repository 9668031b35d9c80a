import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Eligibilities } from '../application/eligibilities.service.js';
import { RefundCaseDto } from './dto/eligibility.dto.js';
import { ClaimReader } from '../application/claim-reader.service.js';
import { RefundCasePageDto, RefundCasesQuery, RefundCaseSummaryDto } from './dto/case.dto.js';

/** The refund of each order, while its facts come together. */
@ApiTags('Tax refund')
@Controller('v1/tax-refund/cases')
export class CasesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ClaimReader,
    private readonly eligibilities: Eligibilities,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listRefundCases',
    summary: 'The orders that a refund is wanted for',
    description: 'Newest first, each with what is still missing.',
    scope: 'tax_refund:read',
    answers: RefundCasePageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: RefundCasesQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<RefundCaseSummaryDto>> {
    const found = await this.unitOfWork.read(caller, (view) => this.reader.cases(view, query, query.state));
    return mapPage(found, (one) => RefundCaseSummaryDto.of(one, language));
  }

  @Get(':orderId')
  @ApiParam({
    name: 'orderId',
    schema: { type: 'string', maxLength: 40, example: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  })
  @QueryOperation({
    id: 'getRefundCase',
    summary: 'What the refund of an order still waits for',
    description:
      'The facts that are there, the ones that are missing, and each check with how to mend what it found; and of each line ' +
      'under which regime it is taxed, whether it is refunded and why.',
    scope: 'tax_refund:read',
    answers: RefundCaseDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('orderId') orderId: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<RefundCaseDto> {
    const body = await this.unitOfWork.read(caller, async (view) => {
      const found = await this.reader.case(view, parseId('order', orderId));
      return RefundCaseDto.judged(found, await this.eligibilities.ofCase(view, found.refundCase), language);
    });
    return withETag(reply, body);
  }
}
