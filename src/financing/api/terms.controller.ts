import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Language } from '../../kernel/sentence.js';
import { Parties } from '../../parties/index.js';
import { presentOf } from '../../platform/database/present.js';
import { type View } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { explainedEligibility } from '../application/explained-eligibility.js';
import { LoanGrounds } from '../application/loan-grounds.js';
import { explainLimits } from '../application/limits/explanation.js';
import { listProductLimits } from '../application/limits/limit-views.js';
import { Pledges } from '../application/pledges.service.js';
import { REFUND_ADVANCE } from '../application/terms.js';
import { Waterfalls } from '../application/waterfalls.service.js';
import { SAY } from '../domain/limits/limit.sentences.js';
import { ProductNotOfferedError } from '../domain/products/product.js';
import { FinancingEligibilityDto, FinancingEligibilityQuery } from './dto/eligibility.dto.js';
import { LimitExplanationDto, LimitExplanationQuery, LimitListDto } from './dto/limit.dto.js';
import { WaterfallDto, WaterfallPageDto, WaterfallsQuery } from './dto/waterfall.dto.js';

@ApiTags('Financing')
@Controller('v1/financing')
export class TermsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly waterfalls: Waterfalls,
    readonly grounds: LoanGrounds,
    private readonly parties: Parties,
    readonly pledges: Pledges,
    private readonly clock: Clock,
  ) {}

  @Get('limits')
  @QueryOperation({
    id: 'listFinancingLimits',
    summary: 'What each client may owe, owes, and may still draw',
    description: 'Reserved on application, used on draw, restored on repayment.',
    scope: 'financing:read',
    answers: LimitListDto,
  })
  async limits(@CallerOf() caller: Principal): Promise<LimitListDto> {
    return LimitListDto.from(await this.unitOfWork.read(caller, listProductLimits));
  }

  @Get('limits/explanation')
  @QueryOperation({
    id: 'explainFinancingLimits',
    summary: 'What a client can still draw, and which limit keeps it from more',
    description:
      'Every level from the whole platform down to the buyer, with what is set, asked for, owed and free; the one that leaves ' +
      'least is named. What the guarantee group consents to, and what an order brings, is told by the eligibility.',
    scope: 'financing:read',
    answers: LimitExplanationDto,
    speaks: true,
    byId: true,
    problems: [ProductNotOfferedError],
  })
  async explain(
    @CallerOf() caller: Principal,
    @Query() { sellerId, product = REFUND_ADVANCE, buyerId }: LimitExplanationQuery,
    @LanguageOf() language: Language,
  ): Promise<LimitExplanationDto> {
    const asked = {
      ...{ sellerId: parseId('party', sellerId), buyerId: parseOptionalId('party', buyerId) ?? null },
      product,
    };
    const found = await this.unitOfWork.read(caller, async (view) => {
      for (const id of [asked.sellerId, ...(asked.buyerId === null ? [] : [asked.buyerId])]) {
        if ((await this.parties.find(view, id)) === null) throw new ResourceNotFoundError(SAY.unknown_seller);
      }
      return explainLimits(view, { ...asked, today: await this.today(view) });
    });
    return LimitExplanationDto.from(found, language);
  }

  @Get('eligibility')
  @QueryOperation({
    id: 'explainEligibility',
    summary: 'Whether an order, a seller, a warehouse receipt or a forward opens a product, and why not',
    description:
      'Every condition of the product, judged by what is known now, and every reason against it, limits and other loans too; how ' +
      'much could be drawn. Nothing is held and nothing kept.',
    scope: 'financing:read',
    answers: FinancingEligibilityDto,
    speaks: true,
    byId: true,
    problems: [ProductNotOfferedError, InvalidInputError],
  })
  async eligibility(
    @CallerOf() caller: Principal,
    @Query() { orderId, sellerId, warehouseReceiptId, forwardId, product = REFUND_ADVANCE }: FinancingEligibilityQuery,
    @LanguageOf() language: Language,
  ): Promise<FinancingEligibilityDto> {
    const named = {
      orderId: parseOptionalId('order', orderId) ?? null,
      sellerId: parseOptionalId('party', sellerId) ?? null,
      warehouseReceiptId: parseOptionalId('warehouseReceipt', warehouseReceiptId) ?? null,
      forwardId: parseOptionalId('forward', forwardId) ?? null,
    };
    const terms = await this.unitOfWork.read(caller, async (view) => {
      const asked = { ...named, product, today: await this.today(view), livemode: caller.livemode };
      return explainedEligibility(view, this, asked);
    });
    return FinancingEligibilityDto.from(named.orderId, terms, language);
  }

  @Get('waterfalls')
  @QueryOperation({
    id: 'listWaterfalls',
    summary: 'Every receipt and what became of it',
    description: 'Fees, penalty, interest, principal, other dues, and what the SME gets; newest first.',
    scope: 'financing:read',
    answers: WaterfallPageDto,
  })
  async splits(
    @CallerOf() caller: Principal,
    @Query() { orderId, ...query }: WaterfallsQuery,
  ): Promise<Page<WaterfallDto>> {
    const orderUuid = parseOptionalId('order', orderId);
    const found = await this.unitOfWork.read(caller, (view) => this.waterfalls.list(view, { ...query, orderUuid }));
    return mapPage(found, WaterfallDto.from);
  }

  private async today(view: View): Promise<LocalDate> {
    return dateInZone(await presentOf(view, this.clock), CHINA);
  }
}
