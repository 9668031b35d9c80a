import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type Language } from '../../kernel/sentence.js';
import { Allowances } from '../auth/allowances.js';
import { leftUnderMandate } from '../auth/mandates/mandate-limits.js';
import { APP_CONFIG, type AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { CallerOf } from '../http/command.js';
import { LanguageOf } from '../http/language.js';
import { QueryOperation } from '../http/operation.js';
import { type Principal } from '../http/request.js';
import { boundsOf, type BoundUse } from './bounds.js';
import { LimitsDto } from './limits.dto.js';

@ApiTags('Usage')
@Controller('v1/limits')
export class LimitsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly allowances: Allowances,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listLimits',
    summary: 'The limits you are held to, and what is left of them',
    description:
      'Rate limits of your credential with what is left; bounds of your tenant and of single requests, with what is used ' +
      'of those that fill up; with `Acting-For` those of the tenant that you act for, and the limits of the mandate.',
    scope: 'operations:read',
    answers: LimitsDto,
    speaks: true,
  })
  async list(@CallerOf() caller: Principal, @LanguageOf() language: Language): Promise<LimitsDto> {
    const { clients, costly } = this.allowances;
    const rateLimits = [clients, costly].map((limit) => limit.look(caller.credentialId, performance.now()));
    const [bounds, mandate] = await this.unitOfWork.read(caller, (view) =>
      Promise.all([boundsOf(view), leftUnderMandate(view)]),
    );
    return LimitsDto.of(rateLimits, [this.ofBody(), ...bounds], mandate, language);
  }

  /** Whoever runs the platform decides it. */
  private ofBody(): BoundUse {
    const title = { en: 'Body of a request', zh: '请求正文' };
    return { name: 'body', max: this.config.bodyLimitBytes, per: 'request', unit: 'bytes', title, count: null };
  }
}
