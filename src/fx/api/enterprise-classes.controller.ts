import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { SmallSellers } from '../application/safe/small-sellers.js';
import { TradeEvidence } from '../application/safe/trade-evidence.js';
import {
  SellerClassDto,
  EnterpriseClassesQuery,
  SellerClassPageDto,
  NewSellerClassDto,
  SmallSellerYearDto,
  SmallSellerYearPageDto,
  SmallSellerYearsQuery,
} from './dto/enterprise-class.dto.js';

const ID = {
  name: 'id',
  description: 'Id of what was said',
  schema: { type: 'string', maxLength: 40, example: 'ecl_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** How SAFE classes sellers (货物贸易外汇企业分类), and what small ones trade in a year. */
@ApiTags('Currency control')
@Controller('v1/fx')
export class EnterpriseClassesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly evidence: TradeEvidence,
    private readonly smallSellers: SmallSellers,
  ) {}

  @Get('enterprise-classes')
  @QueryOperation({
    id: 'listEnterpriseClasses',
    summary: 'What was said of classes, newest first',
    description: 'Of a day counts what was said of it last; class A where nothing was.',
    scope: 'fx:read',
    answers: SellerClassPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: EnterpriseClassesQuery): Promise<SellerClassPageDto> {
    const partyId = parseOptionalId('party', query.sellerId);
    const found = await this.unitOfWork.read(caller, (view) => this.evidence.facts(view, query, partyId));
    return mapPage(found, SellerClassDto.from);
  }

  @Get('enterprise-classes/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getEnterpriseClass',
    summary: 'One thing that was said of a class',
    description: 'Who said it, and for how long.',
    scope: 'fx:read',
    answers: SellerClassDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<SellerClassDto> {
    const factId = parseId('enterpriseClass', id);
    return SellerClassDto.from(await this.unitOfWork.read(caller, (view) => this.evidence.fact(view, factId)));
  }

  @Post('enterprise-classes')
  @CommandOperation({
    id: 'recordEnterpriseClass',
    summary: 'Record how SAFE classes a seller',
    description:
      'Of classes B and C foreign currency is credited to the account under review from then on, and used when its trade is ' +
      'shown. Nothing that was said is changed: say it anew. Orders that wait are looked at again.',
    scope: 'fx:write',
    status: 201,
    answers: SellerClassDto,
    dryRun: true,
    examples: {
      class_b: {
        sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
        ...{ enterpriseClass: 'B', directoryNumber: '330200000123', validFrom: '2026-11-01', validTo: '2027-10-31' },
        quota: { amount: '500000.00', currency: 'USD' },
        source: '外汇局分类结论告知书 2026-118',
      },
    },
    problems: [InvalidInputError],
  })
  record(@CommandOf() command: Command, @Body() stated: NewSellerClassDto): Promise<string> {
    return this.commands.run(command, (tx) => this.evidence.classify(tx, stated.toStated()), SellerClassDto.from);
  }

  @Get('small-seller-years')
  @QueryOperation({
    id: 'listSmallSellerYears',
    summary: 'What sellers received from abroad by calendar year',
    description: 'Against the limits of small sellers: USD 180,000 warns, above 200,000 registration is needed.',
    scope: 'fx:read',
    answers: SmallSellerYearPageDto,
  })
  async years(@CallerOf() caller: Principal, @Query() query: SmallSellerYearsQuery): Promise<SmallSellerYearPageDto> {
    const filter = { partyId: parseOptionalId('party', query.sellerId), year: query.year };
    const found = await this.unitOfWork.read(caller, (view) => this.smallSellers.list(view, query, filter));
    return mapPage(found, SmallSellerYearDto.from);
  }
}
