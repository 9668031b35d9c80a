import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { pdfFile, PdfOperation } from '../../platform/http/pdf-operation.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { sheetsPdf } from '../../platform/paper/sheet-pdf.js';
import { Agreements } from '../application/agreement/agreements.service.js';
import { AgreementOverError } from '../domain/agreement/agreement.errors.js';
import { NotEligibleError } from '../domain/financing.errors.js';
import { AGREEMENT_SIGNED } from './agreement.examples.js';
import {
  LoanAgreementDto,
  LoanAgreementPageDto,
  LoanAgreementsQuery,
  SignLoanAgreementDto,
} from './dto/agreement.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'lag_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The agreement',
} as const;

/** What is signed before money moves. */
@ApiTags('Financing')
@Controller('v1/financing/agreements')
export class AgreementsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly agreements: Agreements,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listLoanAgreements',
    summary: 'Agreements on loans, newest first',
    description: 'By advance or state: offered by the lender, signed, or lapsed.',
    scope: 'financing:read',
    answers: LoanAgreementPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { advanceId, ...query }: LoanAgreementsQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<LoanAgreementDto>> {
    const filter = { ...query, advanceUuid: parseOptionalId('advance', advanceId) };
    const found = await this.unitOfWork.read(caller, (view) => this.agreements.list(view, filter));
    return mapPage(found, (agreement) => LoanAgreementDto.from(agreement, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getLoanAgreement',
    summary: 'One agreement on a loan',
    description: 'What the lender has offered, until when it can be signed, and who has.',
    scope: 'financing:read',
    answers: LoanAgreementDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<LoanAgreementDto> {
    const agreementId = parseId('loanAgreement', id);
    const found = await this.unitOfWork.read(caller, (view) => this.agreements.get(view, agreementId));
    return withETag(reply, LoanAgreementDto.from(found, language));
  }

  @Get(':id/document')
  @ApiParam(ID)
  @PdfOperation({
    id: 'downloadLoanAgreement',
    summary: 'The agreement, as PDF',
    description:
      'Parties, amount, rate, fee, and the schedule with what it costs in all by the day of the offer. Marked as a draft until it is signed.',
    scope: 'financing:read',
  })
  async document(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const agreementId = parseId('loanAgreement', id);
    const read = this.unitOfWork.read(caller, (view) => this.agreements.document(view, agreementId));
    const { sheet, offeredAt } = await read;
    return pdfFile(await sheetsPdf([sheet], `Loan agreement ${id}`, offeredAt), id);
  }

  @Post(':id/signature')
  @ApiParam(ID)
  @CommandOperation({
    id: 'signLoanAgreement',
    summary: 'Say that the client has signed',
    description:
      'The lender is told, and pays out. The facts are looked at again: while a condition does not hold, a name is on a list of denied ' +
      'parties, or a loan of the seller is written off, nothing is signed, and every reason is named.',
    scope: 'financing:write',
    answers: LoanAgreementDto,
    speaks: true,
    examples: { by_the_owner: AGREEMENT_SIGNED },
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [InvalidInputError, IllegalTransitionError, AgreementOverError, NotEligibleError],
  })
  sign(@CommandOf() command: Command, @Param('id') id: string, @Body() body: SignLoanAgreementDto): Promise<string> {
    const agreementId = parseId('loanAgreement', id);
    return this.commands.run(
      command,
      (tx) => this.agreements.sign(tx, agreementId, body),
      (agreement) => LoanAgreementDto.from(agreement, command.language),
    );
  }
}
