import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { AgencyDutyBook } from '../application/agency-duties.service.js';
import { type EnterpriseClass } from '../domain/service-times.js';
import {
  AgentStandingDto,
  AgencyStandingQuery,
  EnterpriseClassRequest,
  ProducerVerificationRequest,
} from './dto/agency-standing.dto.js';

/** What an agent that files for producers must do and watch. */
@ApiTags('Agency standing')
@Controller('v1/tax-refund/agency-standing')
export class AgencyStandingController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly book: AgencyDutyBook,
  ) {}

  @Get()
  @QueryOperation({
    id: 'readAgencyStanding',
    summary: 'How you stand as an agent',
    description:
      'Producers by what they have entrusted in a year, and whether one must be verified on the spot; what of twelve months was ' +
      'rejected; how exporters are classed, and how fast their claims are decided. With warnings.',
    scope: 'tax_refund:read',
    answers: AgentStandingDto,
    speaks: true,
  })
  async read(
    @CallerOf() caller: Principal,
    @Query() { year }: AgencyStandingQuery,
    @LanguageOf() language: Language,
  ): Promise<AgentStandingDto> {
    const asked = year === undefined ? undefined : Number(year);
    const found = await this.unitOfWork.read(caller, (view) => this.book.standing(view, asked));
    return AgentStandingDto.of(found, language);
  }

  @Put('verifications')
  @CommandOperation({
    id: 'noteProducerVerification',
    summary: 'Note that a producer was verified on the spot',
    description: 'Once for a year; noted again, it is corrected.',
    scope: 'tax_refund:write',
    answers: AgentStandingDto,
    speaks: true,
    problems: [ResourceNotFoundError, InvalidInputError],
  })
  verify(@CommandOf() command: Command, @Body() request: ProducerVerificationRequest): Promise<string> {
    const { year, verifiedOn, report } = request;
    const done = { producerId: parseId('party', request.producerId), year, verifiedOn, report };
    return this.commands.run(
      command,
      (tx) => this.book.verified(tx, done),
      (found) => AgentStandingDto.of(found, command.language),
    );
  }

  @Put('classes')
  @CommandOperation({
    id: 'classifyEnterprise',
    summary: 'Note how an exporter is classed',
    description:
      '出口企业分类, 1 to 4, from a day on; the forecast reckons with its service times. Noted again, it is corrected.',
    scope: 'tax_refund:write',
    answers: AgentStandingDto,
    speaks: true,
    problems: [ResourceNotFoundError],
  })
  classify(@CommandOf() command: Command, @Body() request: EnterpriseClassRequest): Promise<string> {
    const { enterpriseClass, validFrom } = request;
    const noted = {
      partyId: parseId('party', request.partyId),
      enterpriseClass: enterpriseClass as EnterpriseClass,
      validFrom,
    };
    return this.commands.run(
      command,
      (tx) => this.book.classify(tx, noted),
      (found) => AgentStandingDto.of(found, command.language),
    );
  }
}
