import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { parseId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { IllegalTransitionError } from '../../../kernel/state-machine.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../http/command.js';
import { withETag } from '../../http/etag.js';
import { CommandOperation, QueryOperation } from '../../http/operation.js';
import { mapPage } from '../../http/paging.js';
import { type Principal, type Reply } from '../../http/request.js';
import { ScopeBeyondOwnError } from '../keys/api-key.errors.js';
import { MandateExpiredError, MandateExpiryError, NoSuchIntegratorError, WrongSideError } from './mandate.errors.js';
import { getMandate, listMandates } from './mandate-rows.js';
import { MandateDto, type MandateLimitsDto, MandatePageDto, MandateRequest, MandatesQuery } from './mandates.dto.js';
import { Mandates } from './mandates.js';
import { SAY } from './mandates.sentences.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'mdt_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Mandates')
@Controller('v1/mandates')
export class MandatesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: Mandates,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listMandates',
    summary: 'Mandates of the tenant, newest first',
    description: 'Those that it has granted, and those that it has received.',
    scope: 'mandates:read',
    answers: MandatePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: MandatesQuery): Promise<MandatePageDto> {
    const { role, state } = query;
    const found = await this.unitOfWork.read(caller, (view) => listMandates(view, query, { role, state }));
    return mapPage(found, MandateDto.from);
  }

  @Post()
  @CommandOperation({
    id: 'grantMandate',
    summary: 'Let another tenant act for yours',
    description:
      'Offers it to an integrator, by the tenant id that it has given you; it holds once that one accepts, and takes the place of what ' +
      'the two of you had before. Either side ends it at once. Not to be confused with what a seller signs for a customs broker or a tax agency.',
    scope: 'mandates:write',
    answers: MandateDto,
    status: 201,
    examples: {
      orders_only: {
        integratorId: 'ten_01jdq3x7k2e9ta6v0m8r4c5wzb',
        scopes: ['orders:read', 'orders:write', 'parties:read'],
      },
      money_within_limits: {
        integratorId: 'ten_01jdq3x7k2e9ta6v0m8r4c5wzb',
        scopes: ['orders:read', 'fx:read', 'fx:write'],
        limits: {
          perCommand: { amount: '50000.00', currency: 'CNY' },
          perDay: { amount: '200000.00', currency: 'CNY' },
        },
      },
    },
    problems: [ScopeBeyondOwnError, MandateExpiryError, NoSuchIntegratorError],
  })
  grant(@CommandOf() command: Command, @Body() request: MandateRequest): Promise<string> {
    const { integratorId, scopes, limits = null, expiresAt } = request;
    const terms = {
      integratorId: parseId('tenant', integratorId),
      scopes: [...new Set(scopes)],
      ...amountsOf(limits),
      expiresAt: expiresAt == null ? null : new Date(expiresAt),
    };
    return this.commands.run(command, (tx) => this.mandates.grant(tx, command.caller, terms), MandateDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getMandate',
    summary: 'One mandate',
    description: 'Also one that is over. Each side sees it with its own `role`.',
    scope: 'mandates:read',
    answers: MandateDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<MandateDto> {
    const found = await this.unitOfWork.read(caller, (view) => getMandate(view, parseId('mandate', id)));
    return withETag(reply, MandateDto.from(found));
  }

  @Post(':id/acceptance')
  @ApiParam(ID)
  @CommandOperation({
    id: 'acceptMandate',
    summary: 'Accept a mandate',
    description:
      'By the integrator: from now on its credentials may send `Acting-For` with the id of the grantor. A mandate that the two had before ends.',
    scope: 'mandates:write',
    answers: MandateDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, WrongSideError, MandateExpiredError],
  })
  accept(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const mandateId = parseId('mandate', id);
    return this.commands.run(command, (tx) => this.mandates.accept(tx, mandateId), MandateDto.from);
  }

  @Post(':id/refusal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'declineMandate',
    summary: 'Decline a mandate',
    description: 'By the integrator, instead of accepting it.',
    scope: 'mandates:write',
    answers: MandateDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, WrongSideError],
  })
  decline(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const mandateId = parseId('mandate', id);
    return this.commands.run(command, (tx) => this.mandates.decline(tx, mandateId), MandateDto.from);
  }

  @Post(':id/revocation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'revokeMandate',
    summary: 'End a mandate',
    description:
      'By either side, whether it was accepted or not. What is running may finish; the next request under it is refused, repeats too.',
    scope: 'mandates:write',
    answers: MandateDto,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  revoke(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const mandateId = parseId('mandate', id);
    return this.commands.run(command, (tx) => this.mandates.revoke(tx, mandateId), MandateDto.from);
  }
}

/** @throws InvalidInputError when they name no amount, or two currencies */
function amountsOf(limits: MandateLimitsDto | null): { perCommand: Money | null; perDay: Money | null } {
  const perCommand = limits?.perCommand == null ? null : Money.fromJSON(limits.perCommand);
  const perDay = limits?.perDay == null ? null : Money.fromJSON(limits.perDay);
  if (limits !== null && perCommand === null && perDay === null) {
    throw new InvalidInputError([{ pointer: '/limits', code: 'required', message: SAY.limit_missing }]);
  }
  if (perCommand !== null && perDay !== null && perCommand.currency !== perDay.currency) {
    throw new InvalidInputError([{ pointer: '/limits/perDay', code: 'currency', message: SAY.limit_currencies }]);
  }
  return { perCommand, perDay };
}
