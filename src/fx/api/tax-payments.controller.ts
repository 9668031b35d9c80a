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
import { TaxPaymentDto, TaxPaymentPageDto, TaxPaymentsQuery } from './dto/tax-payment.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the payment',
  schema: { type: 'string', maxLength: 40, example: 'txp_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Taxes of imports on their way to the treasury: ordered by `POST /v1/customs/tax-bills/{id}/payment`. */
@ApiTags('FX')
@Controller('v1/fx/tax-payments')
export class TaxPaymentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: TaxPayments,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listTaxPayments',
    summary: 'Payments of import taxes, newest first',
    description: 'One for each tax bill that was ordered to be paid, with what the bank says of it.',
    scope: 'fx:read',
    answers: TaxPaymentPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: TaxPaymentsQuery,
    @LanguageOf() language: Language,
  ): Promise<TaxPaymentPageDto> {
    const filter = {
      kind: 'customs_tax' as const,
      state: query.state,
      partyId: parseOptionalId('party', query.importerId),
      billId: parseOptionalId('taxBill', query.billId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.payments.list(view, query, filter));
    return mapPage(found, (payment) => TaxPaymentDto.from(payment, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getTaxPayment',
    summary: 'One payment of import taxes',
    description: 'As it stands at the bank, and whether a second person is awaited.',
    scope: 'fx:read',
    answers: TaxPaymentDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<TaxPaymentDto> {
    const found = await this.unitOfWork.read(caller, (view) =>
      this.payments.get(view, parseId('taxPayment', id), 'customs_tax'),
    );
    return withETag(reply, TaxPaymentDto.from(found, language));
  }
}
