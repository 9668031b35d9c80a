import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Catalogue, Reference, RefundLibrary } from '../../catalogue/index.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import {
  LibraryIssuesDto,
  RefundRateAnswerDto,
  RefundRateHistoryDto,
  RefundRateHistoryQuery,
  RefundRateQueryDto,
} from './dto/rates.dto.js';

const ISSUES_MAX = 100;

/** Export refund rates as the claims take them: from the official library, and from the table that comes with the project. */
@ApiTags('Refund rates')
@Controller('v1/tax-refund/rates')
export class RatesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly catalogue: Catalogue,
    private readonly library: RefundLibrary,
    private readonly reference: Reference,
  ) {}

  @Get()
  @QueryOperation({
    id: 'getRefundRate',
    summary: 'The refund rate of goods on a day',
    description:
      'With the version of the library and the days that it holds. Where the library (出口退税率文库) divides the code and the ' +
      'parts differ, `outcome` is `choice`: a person chooses one of `choices`, and the line of the order carries its `code` as ' +
      '`refundCode`. Nothing is guessed: goods that are not known are `unknown`.',
    scope: 'tax_refund:read',
    answers: RefundRateAnswerDto,
    speaks: true,
  })
  get(
    @CallerOf() caller: Principal,
    @Query() { hsCode, refundCode, on }: RefundRateQueryDto,
    @LanguageOf() language: Language,
  ): Promise<RefundRateAnswerDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const day = on ?? (await this.reference.today(view));
      const question = { hsCode, refundCode: refundCode ?? null, on: day };
      const answer = await this.catalogue.refundRateAnswer(view, question);
      return RefundRateAnswerDto.from(question, answer, language);
    });
  }

  @Get('history')
  @QueryOperation({
    id: 'traceRefundRate',
    summary: 'Every refund rate that goods have had',
    description: 'As the newest issue of the library states it, and before that the table that comes with the project.',
    scope: 'tax_refund:read',
    answers: RefundRateHistoryDto,
    speaks: true,
  })
  history(
    @CallerOf() caller: Principal,
    @Query() { hsCode }: RefundRateHistoryQuery,
    @LanguageOf() language: Language,
  ): Promise<RefundRateHistoryDto> {
    return this.unitOfWork.read(caller, async (view) =>
      RefundRateHistoryDto.from(await this.catalogue.refundRateHistory(view, hsCode), language),
    );
  }

  @Get('issues')
  @QueryOperation({
    id: 'listRefundLibraryIssues',
    summary: 'The issues of the refund library that are on record',
    description: 'The newest first; none where the operator has loaded none.',
    scope: 'tax_refund:read',
    answers: LibraryIssuesDto,
  })
  issues(@CallerOf() caller: Principal): Promise<LibraryIssuesDto> {
    return this.unitOfWork.read(caller, async (view) =>
      LibraryIssuesDto.from(await this.library.issues(view, ISSUES_MAX)),
    );
  }
}
