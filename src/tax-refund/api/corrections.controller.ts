import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { Decimal } from '../../kernel/decimal.js';
import { parseId } from '../../kernel/ids.js';
import { Money } from '../../kernel/money.js';
import { type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { ClaimReader } from '../application/claim-reader.service.js';
import { Corrections } from '../application/corrections.service.js';
import {
  ClaimNotCorrectableError,
  CorrectionTooLargeError,
  PeriodNotRecordedError,
} from '../domain/correction.errors.js';
import { ClaimDto } from './dto/claim.dto.js';
import { ClaimedAnewRequest, CorrectionRequest } from './dto/correction.dto.js';

/** Corrections of claims that the bureau has. */
@ApiTags('Tax refund')
@Controller('v1/tax-refund/claims')
export class CorrectionsController {
  constructor(
    private readonly commands: Commands,
    private readonly corrections: Corrections,
    private readonly reader: ClaimReader,
  ) {}

  @Post(':id/corrections')
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 40, example: 'clm_01jdq3x7k2e9ta6v0m8r4c5wzb' } })
  @CommandOperation({
    id: 'correctClaim',
    summary: 'Correct a claim that the bureau has (更正、冲减申报)',
    description:
      'Opens a claim of lines below zero, with lines anew where another code is named, and files it. All corrections together never take back more than was ' +
      'claimed. That of a manufacturer is declared in a later period, whose figures have to be recorded: what it brings or takes is ' +
      'reckoned with that period.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    examples: {
      returned: {
        kind: 'returned_goods',
        reason: '退运：100 台',
        lines: [{ declarationLine: '310420260795000001001', taxable: { amount: '6000.00', currency: 'CNY' } }],
      },
    },
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    problems: [ClaimNotCorrectableError, CorrectionTooLargeError, PeriodNotRecordedError],
  })
  correct(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { kind, reason, document, period, lines }: CorrectionRequest,
  ): Promise<string> {
    const claimId = parseId('claim', id);
    return this.commands.run(
      command,
      async (tx) => {
        const order = {
          ...{ kind, reason, document: document ?? null, period: period ?? null },
          lines: lines.map(({ declarationLine, taxable, hsCode = null, anew }) => ({
            ...{ declarationLine, hsCode, anew: anew === undefined ? null : anewOf(anew) },
            taxable: taxable === undefined ? null : Money.parse(taxable.amount, 'CNY'),
          })),
        };
        return this.reader.get(tx, await this.corrections.open(tx, claimId, order));
      },
      (result) => ClaimDto.from(result, command.language),
    );
  }
}

function anewOf({ taxable, quantity }: ClaimedAnewRequest): { taxable: Money; quantity: Decimal | null } {
  return {
    taxable: Money.parse(taxable.amount, 'CNY'),
    quantity: quantity === undefined ? null : new Decimal(quantity),
  };
}
