import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { TaxPayments } from '../application/tax-payments/tax-payments.js';
import { ClawbackPaymentDto, ClawbackPaymentPageDto, ClawbackPaymentsQuery } from './dto/tax-payment.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the payment',
  schema: { type: 'string', maxLength: 40, example: 'txp_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Recovered refunds on their way back: ordered by `POST /v1/tax-refund/claims/{id}/clawbacks/{number}/payment`. */
@ApiTags('FX')
@Controller('v1/fx/clawback-payments')
export class ClawbackPaymentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: TaxPayments,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listClawbackPayments',
    summary: 'Payments of recovered refunds, newest first',
    description:
      'One for each recovery (追回) that was ordered to be paid to the tax bureau, with what the bank says of it.',
    scope: 'fx:read',
    answers: ClawbackPaymentPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ClawbackPaymentsQuery,
    @LanguageOf() language: Language,
  ): Promise<ClawbackPaymentPageDto> {
    const filter = {
      kind: 'refund_clawback' as const,
      state: query.state,
      partyId: parseOptionalId('party', query.sellerId),
      claimId: parseOptionalId('claim', query.claimId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.payments.list(view, query, filter));
    return mapPage(found, (payment) => ClawbackPaymentDto.from(payment, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getClawbackPayment',
    summary: 'One payment of a recovered refund',
    description: 'As it stands at the bank, and whether a second person is awaited.',
    scope: 'fx:read',
    answers: ClawbackPaymentDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<ClawbackPaymentDto> {
    const found = await this.unitOfWork.read(caller, (view) =>
      this.payments.get(view, parseId('taxPayment', id), 'refund_clawback'),
    );
    return withETag(reply, ClawbackPaymentDto.from(found, language));
  }
}
