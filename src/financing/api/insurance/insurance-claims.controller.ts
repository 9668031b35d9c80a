import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Language } from '../../../kernel/sentence.js';
import { IllegalTransitionError } from '../../../kernel/state-machine.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { InsuranceClaims } from '../../application/insurance/insurance-claims.service.js';
import { DisputedLossError } from '../../domain/dispute/dispute.errors.js';
import { ClaimTimeError } from '../../domain/insurance/insurance.errors.js';
import {
  FileInsuranceClaimDto,
  InsuranceClaimDetailsDto,
  InsuranceClaimDto,
  InsuranceClaimPageDto,
  InsuranceClaimsQuery,
  NotifyLossDto,
} from '../dto/insurance/claim.dto.js';
import { InsuranceDocumentDto } from '../dto/insurance/document.dto.js';
import { CLAIM_FILING, LOSS_NOTICE } from './insurance.examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'isc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The claim',
} as const;

/** Losses on insured shipments. */
@ApiTags('Financing')
@Controller('v1/financing/insurance-claims')
export class InsuranceClaimsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: InsuranceClaims,
  ) {}

  @Post()
  @CommandOperation({
    id: 'notifyProbableLoss',
    summary: 'Tell the insurer that a buyer has not paid',
    description:
      'After the due date, and by the last day of the policy for it (`noticeBy` of the declaration). The waiting time begins; the claim ' +
      'is filed after it. `indemnity` is what the insurer then owes by the rule: min(loss, declared, covered) × cover share.',
    scope: 'financing:write',
    answers: InsuranceClaimDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { unpaid: LOSS_NOTICE },
    problems: [InvalidInputError, IllegalTransitionError, ClaimTimeError, ResourceNotFoundError],
  })
  notify(@CommandOf() command: Command, @Body() body: NotifyLossDto): Promise<string> {
    const { cause, loss } = body;
    const declarationId = parseId('shipmentDeclaration', body.declarationId);
    const noticed = { declarationId, cause, loss: loss === undefined ? null : Money.fromJSON(loss) };
    return this.commands.run(
      command,
      (tx) => this.claims.notify(tx, noticed),
      (claim) => InsuranceClaimDto.from(claim, command.language),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listInsuranceClaims',
    summary: 'Insurance claims, newest first',
    description: 'By order or state.',
    scope: 'financing:read',
    answers: InsuranceClaimPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { orderId, ...query }: InsuranceClaimsQuery,
    @LanguageOf() language: Language,
  ): Promise<InsuranceClaimPageDto> {
    const orderUuid = parseOptionalId('order', orderId);
    const found = await this.unitOfWork.read(caller, (view) => this.claims.list(view, query, orderUuid));
    return mapPage(found, (claim) => InsuranceClaimDto.from(claim, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getInsuranceClaim',
    summary: 'One claim, with what was recovered',
    description: 'The working of the indemnity, what the insurer makes of it, and whose what was recovered later is.',
    scope: 'financing:read',
    answers: InsuranceClaimDetailsDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<InsuranceClaimDetailsDto> {
    const claimId = parseId('insuranceClaim', id);
    const found = await this.unitOfWork.read(caller, (view) => this.claims.details(view, claimId));
    return withETag(reply, InsuranceClaimDetailsDto.of(found, language));
  }

  @Post(':id/filing')
  @ApiParam(ID)
  @CommandOperation({
    id: 'fileInsuranceClaim',
    summary: 'Claim the indemnity',
    description:
      'Once the waiting time is over, with the papers that prove the loss. The insurer accepts it, accepts less, or refuses it; the money ' +
      'repays the loan on this order first, and what is left is paid out to the seller.',
    scope: 'financing:write',
    answers: InsuranceClaimDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    dryRun: true,
    examples: { papers: CLAIM_FILING },
    problems: [IllegalTransitionError, ClaimTimeError, DisputedLossError],
  })
  file(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { documents }: FileInsuranceClaimDto,
  ): Promise<string> {
    const claimId = parseId('insuranceClaim', id);
    const papers = documents.map(InsuranceDocumentDto.toDocument);
    return this.commands.run(
      command,
      (tx) => this.claims.file(tx, claimId, papers),
      (claim) => InsuranceClaimDto.from(claim, command.language),
    );
  }
}
