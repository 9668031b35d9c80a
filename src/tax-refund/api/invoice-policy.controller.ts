import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { InvoicePolicies } from '../application/invoice-policies.service.js';
import { InvoicePolicyDto } from './dto/invoice-policy.dto.js';

/** What a tenant asks of the invoices that it takes in. */
@ApiTags('VAT invoices')
@Controller('v1/tax-refund/invoice-policy')
export class InvoicePolicyController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: InvoicePolicies,
  ) {}

  @Get()
  @QueryOperation({
    id: 'readInvoicePolicy',
    summary: 'What is asked of invoices',
    description: 'Until it is set: wrong check characters and issuers without a review are warned of.',
    scope: 'tax_refund:read',
    answers: InvoicePolicyDto,
  })
  read(@CallerOf() caller: Principal): Promise<InvoicePolicyDto> {
    return this.unitOfWork.read(caller, (view) => this.policies.get(view));
  }

  @Put()
  @CommandOperation({
    id: 'setInvoicePolicy',
    summary: 'Say what is asked of invoices',
    description: 'Of what is taken in, and what claims are made of, from now on.',
    scope: 'tax_refund:write',
    answers: InvoicePolicyDto,
    examples: { strict: { checkDigits: 'refuse', issuerReview: 'block' } },
  })
  set(@CommandOf() command: Command, @Body() policy: InvoicePolicyDto): Promise<string> {
    return this.commands.run(command, (tx) => this.policies.set(tx, policy), InvoicePolicyDto.from);
  }
}
