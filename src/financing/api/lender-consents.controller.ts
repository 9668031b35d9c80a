import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { LenderConsents } from '../application/lender/lender-consents.service.js';
import { LenderConsentExistsError, NoSuchLenderTenantError } from '../domain/lender/lender.errors.js';
import {
  LenderConsentDto,
  LenderConsentPageDto,
  LenderConsentsQuery,
  OfferLenderConsentDto,
} from './dto/lender-consent.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'lcn_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The consent',
} as const;

/** Which lenders see what they lend to the tenant. */
@ApiTags('Financing')
@Controller('v1/financing/lender-consents')
export class LenderConsentsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: LenderConsents,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listLenderConsents',
    summary: 'Consents that lenders see what they lend',
    description: 'Newest first, also those that are over.',
    scope: 'financing:read',
    answers: LenderConsentPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: LenderConsentsQuery): Promise<Page<LenderConsentDto>> {
    const found = await this.unitOfWork.read(caller, (view) => this.consents.list(view, 'grantor', query));
    return mapPage(found, (consent) => LenderConsentDto.of(consent, 'grantor'));
  }

  @Post()
  @CommandOperation({
    id: 'offerLenderConsent',
    summary: 'Let a lender see what it lends to yours',
    description:
      'Ties the code by which products name the lender to the lender’s own tenant. Once that one accepts, it sees its own loans, ' +
      'what backs them and what becomes of that, and nothing else of yours. It stands on record who gave it, and when.',
    scope: 'financing:consents',
    answers: LenderConsentDto,
    status: 201,
    idempotencyKey: 'required',
    examples: { bank: { lender: 'partner_bank', lenderId: 'ten_01jdq3x7k2e9ta6v0m8r4c5wzb' } },
    problems: [InvalidInputError, NoSuchLenderTenantError, LenderConsentExistsError],
  })
  offer(@CommandOf() command: Command, @Body() { lender, lenderId }: OfferLenderConsentDto): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.consents.offer(tx, lender, parseId('tenant', lenderId)),
      (consent) => LenderConsentDto.of(consent, 'grantor'),
    );
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getLenderConsent',
    summary: 'One consent to a lender',
    description: 'Also one that is over.',
    scope: 'financing:read',
    answers: LenderConsentDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<LenderConsentDto> {
    const consentId = parseId('lenderConsent', id);
    const found = await this.unitOfWork.read(caller, (view) => this.consents.get(view, 'grantor', consentId));
    return withETag(reply, LenderConsentDto.of(found, 'grantor'));
  }

  @Post(':id/revocation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'revokeLenderConsent',
    summary: 'Take a consent to a lender back',
    description:
      'Nothing new is shown from now on, and what was not drawn leaves the portfolio. What was drawn stays visible until it is ' +
      'repaid and after, for the loan lives on.',
    scope: 'financing:consents',
    answers: LenderConsentDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  revoke(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const consentId = parseId('lenderConsent', id);
    return this.commands.run(
      command,
      (tx) => this.consents.revoke(tx, consentId),
      (consent) => LenderConsentDto.of(consent, 'grantor'),
    );
  }
}
