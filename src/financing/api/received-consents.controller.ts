import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { LenderConsents } from '../application/lender/lender-consents.service.js';
import { type LenderConsent } from '../entities/lender-consents.table.js';
import { LenderConsentDto, LenderConsentPageDto, LenderConsentsQuery } from './dto/lender-consent.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'lcn_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The consent',
} as const;

/** Whose loans a lender may see. */
@ApiTags('Lender')
@Controller('v1/lender/consents')
export class ReceivedConsentsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: LenderConsents,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listReceivedConsents',
    summary: 'Consents that tenants gave you',
    description: 'Newest first, also those that are over.',
    scope: 'lender:read',
    answers: LenderConsentPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: LenderConsentsQuery): Promise<Page<LenderConsentDto>> {
    const found = await this.unitOfWork.read(caller, (view) => this.consents.list(view, 'lender', query));
    return mapPage(found, shown);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getReceivedConsent',
    summary: 'One consent that a tenant gave you',
    description: 'Also one that is over.',
    scope: 'lender:read',
    answers: LenderConsentDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<LenderConsentDto> {
    const consentId = parseId('receivedConsent', id);
    const found = await this.unitOfWork.read(caller, (view) => this.consents.get(view, 'lender', consentId));
    return withETag(reply, shown(found));
  }

  @Post(':id/acceptance')
  @ApiParam(ID)
  @CommandOperation({
    id: 'acceptReceivedConsent',
    summary: 'Accept a tenant’s consent',
    description:
      'The loans that you have lent through the tenant come into the portfolio within seconds, and its news from then on.',
    scope: 'lender:write',
    answers: LenderConsentDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  accept(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, id, (tx, consentId) => this.consents.accept(tx, consentId));
  }

  @Post(':id/refusal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'declineReceivedConsent',
    summary: 'Decline a tenant’s consent',
    description: 'Nothing of the tenant comes into the portfolio.',
    scope: 'lender:write',
    answers: LenderConsentDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  decline(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, id, (tx, consentId) => this.consents.decline(tx, consentId));
  }

  private run(
    command: Command,
    id: string,
    work: (tx: Tx, consentId: string) => Promise<LenderConsent>,
  ): Promise<string> {
    const consentId = parseId('receivedConsent', id);
    return this.commands.run(command, (tx) => work(tx, consentId), shown);
  }
}

function shown(consent: LenderConsent): LenderConsentDto {
  return LenderConsentDto.of(consent, 'lender');
}
