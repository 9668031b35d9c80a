import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { CallerOf } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { type Principal } from '../../platform/http/request.js';
import { Eligibilities } from '../application/eligibilities.service.js';
import { RefundEligibilityDto, EligibilityRequest } from './dto/eligibility.dto.js';

const EXAMPLE = {
  regime: 'trading',
  supervisionMode: '0110',
  enterpriseKind: 'trading',
  taxpayerType: 'general',
  exportDate: '2026-12-01',
  lines: [{ hsCode: '8516609000' }, { hsCode: '8541430000' }],
};

/** What will be refunded of an export, before its order is placed. */
@ApiTags('Refund rates')
@Controller('v1/tax-refund/eligibility')
export class EligibilityController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly eligibilities: Eligibilities,
  ) {}

  @Post()
  @CalculationOperation({
    id: 'judgeRefundEligibility',
    summary: 'Under which regime each line is taxed, and whether it is refunded',
    description:
      'Of an export that is only thought of; nothing is kept. Each line has its regime, whether VAT is refunded, the reasons with ' +
      'their law, and the rate with version and interval. Of a placed order `GET /v1/tax-refund/cases/{orderId}` tells the same.',
    request: EligibilityRequest,
    example: EXAMPLE,
    answers: RefundEligibilityDto,
    speaks: true,
  })
  judge(
    @CallerOf() caller: Principal,
    @Body() request: EligibilityRequest,
    @LanguageOf() language: Language,
  ): Promise<RefundEligibilityDto> {
    const given = request.toExport();
    return this.unitOfWork.read(caller, async (view) =>
      RefundEligibilityDto.from(await this.eligibilities.of(view, given), language),
    );
  }
}
