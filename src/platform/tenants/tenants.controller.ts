import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { parseId, publicId } from '../../kernel/ids.js';
import { ANY_SCOPE } from '../auth/scopes.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../http/command.js';
import { CommandOperation, FirstOperation, QueryOperation } from '../http/operation.js';
import { type Principal, type Reply, type Request } from '../http/request.js';
import { resetSandbox } from './sandbox-reset.js';
import { SandboxTenants } from './sandbox-tenants.js';
import { LiveCallerError, OtherTenantError, ResetBusyError, SignUpClosedError } from './tenant.errors.js';
import {
  SandboxResetDto,
  SandboxResetRequest,
  SandboxTenantDto,
  SandboxTenantRequest,
  TenantDto,
} from './tenants.dto.js';

const NAME = `SELECT name FROM platform.tenant WHERE id = $1`;

@Controller('v1')
export class TenantsController {
  constructor(
    private readonly tenants: SandboxTenants,
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: Commands,
  ) {}

  @Get('tenant')
  @ApiTags('Tenant')
  @QueryOperation({
    id: 'getTenant',
    summary: 'Whose credential this is',
    description: 'The tenant that the credential is of, and what it may do. Every credential may ask.',
    scope: ANY_SCOPE,
    answers: TenantDto,
  })
  async get(@CallerOf() caller: Principal): Promise<TenantDto> {
    const [row] = await this.unitOfWork.read(caller, (view) => view.query<{ name: string }>(NAME, [view.tenantId]));
    return TenantDto.of(caller, row?.name ?? '');
  }

  @Post('sandbox/tenants')
  @ApiTags('Sandbox')
  @FirstOperation({
    id: 'createSandboxTenant',
    summary: 'Make a sandbox tenant',
    description:
      'Answers a whole tenant: a key with every scope, sellers of each kind, buyers and suppliers; freight rates are there for ' +
      'all. Asks for no credential where the operator lets anybody in; with one of a sandbox tenant it is open ' +
      'everywhere. A few an hour for each network, by the policy `sandbox-tenants`. Sent again, it makes another one.',
    scope: 'operations:write',
    answers: SandboxTenantDto,
    problems: [SignUpClosedError, LiveCallerError],
  })
  async make(
    @Body() { name }: SandboxTenantRequest,
    @Req() { principal, ip, traceparent }: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SandboxTenantDto> {
    const applicant = { caller: principal ?? null, address: ip, traceparent };
    this.tenants.assertWelcome(applicant);
    this.tenants.count(applicant, reply);
    void reply.headers({ 'Cache-Control': 'no-store', Location: '/v1/tenant' });
    return SandboxTenantDto.from(await this.tenants.make(name, applicant));
  }

  @Post('sandbox/reset')
  @ApiTags('Sandbox')
  @CommandOperation({
    id: 'resetSandbox',
    summary: 'Erase what a sandbox tenant has',
    description:
      'Parties, orders and all that came of them, events, webhook endpoints, kept answers, work that waits: everything but ' +
      'the tenant and who may do what in it – keys, clients, people, what requests are signed with, mandates, approval ' +
      'policies. The audit begins anew with the line that says so, and the clock stands where it stood. Work under way ' +
      'comes to nothing. There is no way back, and none to do it to a live tenant.',
    scope: 'operations:write',
    costly: true,
    answers: SandboxResetDto,
    problems: [LiveCallerError, OtherTenantError, ResetBusyError],
  })
  reset(@CommandOf() command: Command, @Body() { tenantId }: SandboxResetRequest): Promise<string> {
    return this.commands.run(
      command,
      (tx) => resetSandbox(tx, parseId('tenant', tenantId)),
      (erased) => ({ tenantId: publicId('tenant', command.caller.tenantId), erased }),
    );
  }
}
