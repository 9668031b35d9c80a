import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Language } from '../../kernel/sentence.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { ClaimReader } from '../application/claim-reader.service.js';
import { OverseasSettlements } from '../application/overseas-settlements.service.js';
import { NoAdvanceToSettleError, SettlementTooEarlyError } from '../domain/overseas-settlement.errors.js';
import { ClaimDto } from './dto/claim.dto.js';
import { OverseasSettlementDto } from './dto/settlement.dto.js';

const ID = {
  name: 'id',
  description: 'Of the claim that was made in advance',
  schema: { type: 'string', maxLength: 40, example: 'clm_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Refunds in advance on goods for warehouses abroad, settled by the sale. */
@ApiTags('Tax refund')
@Controller('v1/tax-refund/claims')
export class SettlementsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly settlements: OverseasSettlements,
    private readonly reader: ClaimReader,
  ) {}

  @Get(':id/settlement')
  @ApiParam(ID)
  @QueryOperation({
    id: 'previewSettlement',
    summary: 'What the sales abroad mean to a refund in advance (销售再核算)',
    description:
      'Item by item what was sold by now, what stays refunded and what is paid back; and within which days it is settled. Of a claim ' +
      'with businessType HWC-YT that was paid; of any other `hindrance` says why there is nothing to settle.',
    scope: 'tax_refund:read',
    answers: OverseasSettlementDto,
    speaks: true,
    byId: true,
  })
  async look(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
  ): Promise<OverseasSettlementDto> {
    const claimId = parseId('claim', id);
    const found = await this.unitOfWork.read(caller, (view) => this.settlements.look(view, claimId));
    return OverseasSettlementDto.from(found, language);
  }

  @Post(':id/settlement')
  @ApiParam(ID)
  @CommandOperation({
    id: 'settleAdvance',
    summary: 'Settle a refund in advance by the sales abroad (销售再核算)',
    description:
      'From the first of the month after it was paid to 30 April of the next year, once. Files a claim that takes each item back and ' +
      'claims it anew as far as it was sold; what is unsold, lost or not told of is paid back.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [NoAdvanceToSettleError, SettlementTooEarlyError],
  })
  settle(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const claimId = parseId('claim', id);
    return this.commands.run(
      command,
      async (tx) => this.reader.get(tx, await this.settlements.settle(tx, claimId)),
      (result) => ClaimDto.from(result, command.language),
    );
  }
}
