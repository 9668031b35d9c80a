import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Language } from '../../kernel/sentence.js';
import { wire } from '../../kernel/wire.js';
import { publicId } from '../../kernel/ids.js';
import { InsufficientFundsError } from '../../ledger/index.js';
import { MandateLimitError } from '../../platform/auth/mandates/mandate.errors.js';
import { presentOf } from '../../platform/database/present.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Advances } from '../application/advances.service.js';
import { EarlyRepayments } from '../application/early-repayments.service.js';
import { planOf } from '../application/loan-schedule.js';
import { LoanRequests } from '../application/loan-requests.service.js';
import { Repayments } from '../application/repayments.service.js';
import { registrationOf } from '../entities/pledge-registration.table.js';
import { pledgesOf } from '../entities/advance-pledge.table.js';
import { ProductNotOfferedError } from '../domain/products/product.js';
import { AlreadyAdvancedError, NotEligibleError } from '../domain/financing.errors.js';
import {
  AdvanceCalculationDto,
  AdvanceDto,
  AdvancePageDto,
  AdvancesQuery,
  RepayAdvanceDto,
  RequestAdvanceDto,
} from './dto/advance.dto.js';
import { LoanScheduleDto } from './dto/loan-schedule.dto.js';
import { AdvancePledgesDto } from './dto/pledge.dto.js';

const ADVANCE_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'adv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Financing')
@Controller('v1/financing/advances')
export class AdvancesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly advances: Advances,
    private readonly requests: LoanRequests,
    private readonly repayments: Repayments,
    private readonly early: EarlyRepayments,
    private readonly clock: Clock,
  ) {}

  @Post()
  @CommandOperation({
    id: 'requestAdvance',
    summary: 'Ask for a loan by any product',
    description:
      'By `product`, the advance on a refund unless you say: on the order, or to the seller, that the product is lent on. Orders that ' +
      'are placed with `refund.advance: true` need no such call. The limit is reserved and the lender asked; the bank lends, the ' +
      'platform informs and collects. `security` backs it besides what it is lent on: what backs another loan already is refused. ' +
      'With `dryRun=true` the amount, the terms and the schedule are worked out only.',
    scope: 'financing:write',
    answers: AdvanceDto,
    speaks: true,
    examples: {
      all_that_can_be_had: { orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' },
      with_more_security: {
        orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
        security: [{ kind: 'warehouse_receipt', number: 'WR-2026-0117', issuer: '91330201MA2812345X' }],
      },
      by_another_product: { product: 'order_financing', orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' },
      on_a_line: {
        product: 'data_credit_line',
        sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
        amount: { amount: '100000.00', currency: 'CNY' },
      },
      on_goods: { product: 'warehouse_receipt_pledge', warehouseReceiptId: 'wrc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
      less: { orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb', amount: { amount: '5000.00', currency: 'CNY' } },
    },
    status: 202,
    idempotencyKey: 'required',
    dryRun: true,
    byId: true,
    problems: [
      ...[InvalidInputError, ProductNotOfferedError, NotEligibleError],
      ...[AlreadyAdvancedError, MandateLimitError],
    ],
  })
  request(@CommandOf() command: Command, @Body() body: RequestAdvanceDto): Promise<string> {
    const wanted = RequestAdvanceDto.toWanted(body);
    return this.commands.run(
      command,
      async (tx) => {
        const advance = await this.requests.request(tx, wanted);
        return { advance, plan: await planOf(tx, advance, dateInZone(tx.now, CHINA)), now: tx.now };
      },
      ({ advance, plan, now }) => ({
        ...AdvanceDto.from(advance, now, command.language),
        schedule: LoanScheduleDto.from(plan),
      }),
    );
  }

  @Post(':id/repayments')
  @ApiParam(ADVANCE_ID)
  @CommandOperation({
    id: 'repayAdvance',
    summary: 'Pay an advance back, in part or in full',
    description:
      'Before, or beside, what its order brings: from what the platform holds for the seller. Fees come first, then penalty, ' +
      'interest up to today, and principal; the lender is told. Without `amount` all that is owed today is paid. With ' +
      '`dryRun=true` the answer says how the advance would stand.',
    scope: 'financing:write',
    answers: AdvanceDto,
    speaks: true,
    examples: { part: { amount: { amount: '0.01', currency: 'CNY' } }, in_full: {} },
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [InvalidInputError, IllegalTransitionError, InsufficientFundsError, MandateLimitError],
  })
  repay(@CommandOf() command: Command, @Param('id') id: string, @Body() body: RepayAdvanceDto): Promise<string> {
    const advanceId = parseId('advance', id);
    return this.commands.run(
      command,
      async (tx) => ({ advance: await this.early.repay(tx, advanceId, body.amount ?? null), now: tx.now }),
      ({ advance, now }) => AdvanceDto.from(advance, now, command.language),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listAdvances',
    summary: 'The advances of the tenant',
    description: 'Newest first, by order, seller, product or state.',
    scope: 'financing:read',
    answers: AdvancePageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { orderId, sellerId, ...query }: AdvancesQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<AdvanceDto>> {
    const orderUuid = parseOptionalId('order', orderId);
    const sellerUuid = parseOptionalId('party', sellerId);
    return this.unitOfWork.read(caller, async (view) => {
      const now = await presentOf(view, this.clock);
      const found = await this.advances.list(view, { ...query, orderUuid, sellerUuid });
      return mapPage(found, (advance) => AdvanceDto.from(advance, now, language));
    });
  }

  @Get(':id')
  @ApiParam(ADVANCE_ID)
  @QueryOperation({
    id: 'getAdvance',
    summary: 'One advance, with the interest run up to today',
    description: 'Interest runs daily on what is still owed: the first day counts, the last does not.',
    scope: 'financing:read',
    answers: AdvanceDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<AdvanceDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const now = await presentOf(view, this.clock);
      const found = await this.advances.get(view, parseId('advance', id));
      return withETag(reply, AdvanceDto.from(found, now, language));
    });
  }

  @Get(':id/pledges')
  @ApiParam(ADVANCE_ID)
  @QueryOperation({
    id: 'listAdvancePledges',
    summary: 'What backs an advance, or has',
    description:
      'Taken when it was asked for, free again when it was repaid or declined. None are listed of advances of before.',
    scope: 'financing:read',
    answers: AdvancePledgesDto,
    byId: true,
  })
  async pledges(@CallerOf() caller: Principal, @Param('id') id: string): Promise<AdvancePledgesDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const { id: advanceId } = await this.advances.get(view, parseId('advance', id));
      return AdvancePledgesDto.from(await pledgesOf(view, advanceId), await registrationOf(view, advanceId));
    });
  }

  @Get(':id/schedule')
  @ApiParam(ADVANCE_ID)
  @QueryOperation({
    id: 'getAdvanceSchedule',
    summary: 'What of an advance is due when, and what it costs in all',
    description:
      'Principal, interest and fees of each due date, from the draw to the last, as if each were paid on its day; of a floating rate ' +
      'by the rate of now. One line of a loan that is due as a whole. What was paid, and when, is told by the statement.',
    scope: 'financing:read',
    answers: LoanScheduleDto,
    byId: true,
  })
  async schedule(@CallerOf() caller: Principal, @Param('id') id: string): Promise<LoanScheduleDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const today = dateInZone(await presentOf(view, this.clock), CHINA);
      return LoanScheduleDto.from(await planOf(view, await this.advances.get(view, parseId('advance', id)), today));
    });
  }

  @Get(':id/calculation')
  @ApiParam(ADVANCE_ID)
  @QueryOperation({
    id: 'getAdvanceCalculation',
    summary: 'How the amount was worked out, and what was paid back',
    description: 'The rule, its wording, every step, and every repayment.',
    scope: 'financing:read',
    answers: AdvanceCalculationDto,
    byId: true,
  })
  async calculation(@CallerOf() caller: Principal, @Param('id') id: string): Promise<AdvanceCalculationDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const advance = await this.advances.get(view, parseId('advance', id));
      const paid = await this.repayments.ofAdvance(view, advance.id);
      const repayments = paid.map(({ id: repaymentId, principal, interest, fees, valueDate }) =>
        wire({ id: publicId('repayment', repaymentId), principal, interest, fees, valueDate }),
      );
      const { rule, steps } = advance.calculation;
      return { rule, steps: [...steps], repayments };
    });
  }
}
