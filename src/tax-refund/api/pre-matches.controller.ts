import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Tx } from '../../platform/database/session.js';
import { Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { PreMatching } from '../application/pre-matching.service.js';
import { PreMatchRegimeError } from '../domain/match-run.errors.js';
import { SAY } from '../domain/matching.sentences.js';
import { type PreMatch } from '../domain/pre-match.js';
import { PreMatchDto } from './dto/pre-match.dto.js';
import { PreMatchRequest } from './dto/pre-match-requests.dto.js';

/** Matching before the goods leave. */
@ApiTags('Refund matching')
@Controller('v1/tax-refund/pre-matches')
export class PreMatchesController {
  constructor(
    private readonly commands: Commands,
    private readonly matching: PreMatching,
  ) {}

  @Post()
  @CommandOperation({
    id: 'preMatchExport',
    summary: 'Match before the goods leave',
    description:
      'What the invoice of each line must show (name, code, unit, quantity, amount, buyer, remark), what would block the claim, ' +
      'and what comes back: of an order with the invoices that it has, or of a draft. The rules are those of the match itself. ' +
      'Nothing is kept.',
    scope: 'tax_refund:read',
    answers: PreMatchDto,
    speaks: true,
    examples: {
      draft: {
        draft: {
          regime: 'trading',
          exporterTaxNumber: '91330200MA2AEFJN86',
          supervisionMode: '0110',
          lines: [
            {
              hsCode: '8516609000',
              goodsName: '电烤箱',
              quantities: [
                { quantity: '1000', unit: '001' },
                { quantity: '8000', unit: '035' },
              ],
              fob: { amount: '10000.00', currency: 'USD' },
              purchaseExVat: { amount: '60000.00', currency: 'CNY' },
            },
          ],
        },
      },
    },
    problems: [InvalidInputError, ResourceNotFoundError, PreMatchRegimeError],
  })
  match(@CommandOf() command: Command, @Body() request: PreMatchRequest): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.found(tx, request),
      (found) => PreMatchDto.from(found, command.language),
    );
  }

  private async found(tx: Tx, request: PreMatchRequest): Promise<PreMatch> {
    const { orderId, draft, exportDate = null } = request;
    const today = dateInZone(tx.now, CHINA);
    if (orderId !== undefined && draft === undefined) {
      return this.matching.ofOrder(tx, parseId('order', orderId), { drafts: request.drafts(today), exportDate });
    }
    if (draft === undefined || orderId !== undefined) {
      throw new InvalidInputError([{ pointer: '/draft', code: 'one_of', message: SAY.order_or_draft }]);
    }
    return this.matching.ofDraft(tx, request.toDraft(draft, today));
  }
}
