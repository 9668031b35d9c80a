import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { ID_PREFIX, type IdKind, parseOptionalId, tryParseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CallerOf } from '../http/command.js';
import { QueryOperation } from '../http/operation.js';
import { mapPage } from '../http/paging.js';
import { type Principal } from '../http/request.js';
import { AuditLog } from './audit-log.js';
import { AuditVerification } from './audit-verification.js';
import { AuditPageDto, AuditQuery, AuditRecordDto, ChainReportDto } from './audit.dto.js';

@ApiTags('Audit')
@Controller('v1/audit')
export class AuditController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: AuditLog,
    private readonly verification: AuditVerification,
  ) {}

  @Get('records')
  @QueryOperation({
    id: 'listAuditRecords',
    summary: 'Who did what, newest first',
    description:
      'Every change of state, with its actor; where a credential of another tenant acted for this one, also with that tenant and ' +
      'the mandate. Lines are never changed or deleted. Filters go together.',
    scope: 'audit:read',
    answers: AuditPageDto,
  })
  async listRecords(@CallerOf() caller: Principal, @Query() query: AuditQuery): Promise<AuditPageDto> {
    const { resource, actor, action, from, until } = query;
    const actingTenant = parseOptionalId('tenant', query.actingTenant);
    const filter = {
      ...(resource === undefined ? {} : { resourceId: insideId(resource) }),
      ...(actor === undefined ? {} : { actor }),
      ...(actingTenant === undefined ? {} : { actingTenant }),
      ...(action === undefined ? {} : { action }),
      ...(from === undefined ? {} : { from: new Date(from) }),
      ...(until === undefined ? {} : { until: new Date(until) }),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.log.list(view, query, filter));
    return mapPage(found, AuditRecordDto.from);
  }

  @Get('verification')
  @QueryOperation({
    id: 'verifyAudit',
    summary: 'Prove that the audit was not tampered with',
    description:
      'Every line is linked to the one before it by SHA-256. This recomputes the whole chain and says whether it holds, or ' +
      'where it first breaks.',
    scope: 'audit:read',
    costly: true,
    answers: ChainReportDto,
  })
  async verify(@CallerOf() caller: Principal): Promise<ChainReportDto> {
    return ChainReportDto.from(await this.verification.verify(caller));
  }
}

/** Lines hold our inner ids; a public id of any kind is understood, anything else is taken as it is. */
function insideId(resource: string): string {
  const kinds = Object.keys(ID_PREFIX) as IdKind[];
  const parsed = kinds.map((kind) => tryParseId(kind, resource)).find((id) => id !== null);
  return parsed ?? resource;
}
