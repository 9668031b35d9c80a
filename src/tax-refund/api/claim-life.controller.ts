import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { InsufficientFundsError } from '../../ledger/index.js';
import { MandateLimitError } from '../../platform/auth/mandates/mandate.errors.js';
import { type Tx } from '../../platform/database/session.js';
import { type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { ClaimAnswers } from '../application/claim-answers.service.js';
import { ClaimReader } from '../application/claim-reader.service.js';
import { Claims } from '../application/claims.service.js';
import { Clawbacks } from '../application/clawbacks.service.js';
import { ClawbackSettledError, ClawbackUnderWayError } from '../domain/claim-life.errors.js';
import { CorrectionsOpenError } from '../domain/correction.errors.js';
import {
  DoubtAnswerRequest,
  InquiryExtensionRequest,
  RepaymentOrderRequest,
  RepaymentRequest,
} from './dto/claim-life-requests.dto.js';
import { ClaimDto } from './dto/claim.dto.js';

const CLAIM_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'clm_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const NUMBER = {
  name: 'number',
  description: 'Number of it within the claim, from 1',
  schema: { type: 'string', maxLength: 4, pattern: '^[1-9][0-9]{0,3}$', example: '1' },
} as const;

/** What happens to a claim before it is filed and after it is paid: doubts, more time for an answer, recoveries, the end. */
@ApiTags('Tax refund')
@Controller('v1/tax-refund/claims')
export class ClaimLifeController {
  constructor(
    private readonly commands: Commands,
    private readonly claims: Claims,
    private readonly answers: ClaimAnswers,
    private readonly clawbacks: Clawbacks,
    private readonly reader: ClaimReader,
  ) {}

  @Post(':id/doubts/:number/answer')
  @ApiParam(CLAIM_ID)
  @ApiParam(NUMBER)
  @CommandOperation({
    id: 'explainClaimDoubt',
    summary: 'Answer a doubt of the self-check (疑点)',
    description:
      'The answer is filed with the claim. With the last one the claim is filed by itself (转正式申报), unless a doubt blocks it.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  answerDoubt(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() { text, documents = [] }: DoubtAnswerRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, claimId) =>
      this.answers.answerDoubt(tx, claimId, Number(number), { text, documents }),
    );
  }

  @Post(':id/inquiries/:number/extension')
  @ApiParam(CLAIM_ID)
  @ApiParam(NUMBER)
  @CommandOperation({
    id: 'extendClaimInquiry',
    summary: 'Note that the bureau granted more time for an answer',
    description: 'From then on the reminders count towards the later day.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [InvalidInputError],
  })
  extend(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() { dueOn, reason }: InquiryExtensionRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, claimId) => this.answers.extend(tx, claimId, Number(number), dueOn, reason));
  }

  @Post(':id/clawbacks/:number/repayment')
  @ApiParam(CLAIM_ID)
  @ApiParam(NUMBER)
  @CommandOperation({
    id: 'repayClaimClawback',
    summary: 'Note that a recovered refund was paid back (缴回已退税款)',
    description:
      'Out of what is held for the client, or paid by the client itself. With the last one the claim is `paid` again.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    speaks: true,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    problems: [InvalidInputError, ClawbackSettledError, ClawbackUnderWayError, InsufficientFundsError],
  })
  repay(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() repayment: RepaymentRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, claimId) => this.clawbacks.repay(tx, claimId, Number(number), repayment));
  }

  @Post(':id/clawbacks/:number/payment')
  @ApiParam(CLAIM_ID)
  @ApiParam(NUMBER)
  @CommandOperation({
    id: 'payClaimClawback',
    summary: 'Pay a recovered refund back through the bank (缴回已退税款)',
    description:
      'Out of the CNY that the seller has with the platform, to the account of the treasury. A second person approves it where a ' +
      'policy for `fx.clawback_payment` says so. `paying` until the bank has paid; while it may still do so nothing is ordered ' +
      'again. After a refusal it is `owed` with the reason, and may be tried again: a new order, under a new message id.',
    scope: 'fx:write',
    answers: ClaimDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [ClawbackSettledError, ClawbackUnderWayError, MandateLimitError],
  })
  pay(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() { payee, note }: RepaymentOrderRequest,
  ): Promise<string> {
    const order = {
      payee: { name: payee.name, accountNumber: payee.accountNumber, cnaps: payee.cnaps },
      note: note ?? null,
    };
    return this.run(command, id, (tx, claimId) => this.clawbacks.pay(tx, claimId, Number(number), order));
  }

  @Post(':id/closure')
  @ApiParam(CLAIM_ID)
  @CommandOperation({
    id: 'closeClaim',
    summary: 'Close a claim that was paid',
    description: 'Nothing is open any more. A recovery by the bureau opens it again.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError, CorrectionsOpenError],
  })
  close(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, id, (tx, claimId) => this.claims.close(tx, claimId));
  }

  private run(command: Command, id: string, work: (tx: Tx, claimId: string) => Promise<unknown>): Promise<string> {
    const claimId = parseId('claim', id);
    return this.commands.run(
      command,
      async (tx) => {
        await work(tx, claimId);
        return this.reader.get(tx, claimId);
      },
      (result) => ClaimDto.from(result, command.language),
    );
  }
}
