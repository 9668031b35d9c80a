import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';

import { problemCatalogue, type ProblemType } from '../../kernel/domain-error.js';
import { Public } from '../auth/scopes.js';
import { ApiProblems, UNIVERSAL_PROBLEMS } from '../http/api-problem.js';
import { BooleanField, IntegerField, ListField, ObjectField, TextField, TextListField } from '../http/fields.js';
import { isRetryable, STATUS } from '../http/problem.js';
import { InternalError, ResourceNotFoundError } from '../http/request.errors.js';
import { SAY } from '../platform.sentences.js';
import { OperationProblems } from './operation-problems.js';

class BilingualDto {
  @TextField({ description: 'English', max: 500 })
  readonly en!: string;

  @TextField({ description: 'Chinese', max: 500 })
  readonly zh!: string;
}

class ErrorEntryDto {
  @TextField({ description: 'Stable code', max: 100, example: 'FX.QUOTE_EXPIRED' })
  readonly code!: string;

  @IntegerField({ description: 'The HTTP status it comes with', min: 400, max: 599 })
  readonly status!: number;

  @BooleanField({ description: 'Whether the same request may succeed later' })
  readonly retryable!: boolean;

  @ObjectField(() => BilingualDto, { description: 'What it means' })
  readonly title!: BilingualDto;

  @ObjectField(() => BilingualDto, { description: 'What to do' })
  readonly fix!: BilingualDto;

  @TextListField({
    description: 'Who answers it, by `operationId`',
    max: 1_000,
    maxLength: 100,
    example: ['createConversion'],
  })
  readonly operations!: string[];

  static from({ code, kind, title, fix }: ProblemType, operations: string[]): ErrorEntryDto {
    const status = code === InternalError.problem.code ? 500 : STATUS[kind];
    return { code, status, retryable: isRetryable(kind), title, fix, operations };
  }
}

class ErrorCatalogueDto {
  @ListField(() => ErrorEntryDto, { description: 'Every problem, by code' })
  readonly data!: ErrorEntryDto[];
}

@ApiTags('Errors')
@Public()
@Controller('v1/errors')
export class ErrorsController {
  constructor(private readonly problems: OperationProblems) {}

  @Get()
  @ApiOperation({
    operationId: 'listErrors',
    summary: 'Every problem the API can answer with',
    description: 'The catalogue in English and Chinese. No key is needed.',
    security: [],
  })
  @ApiResponse({ status: 200, type: ErrorCatalogueDto, description: 'The catalogue' })
  @ApiProblems(...UNIVERSAL_PROBLEMS)
  list(): ErrorCatalogueDto {
    const entries = [...problemCatalogue().values()].sort((left, right) => (left.code < right.code ? -1 : 1));
    return { data: entries.map((entry) => this.told(entry)) };
  }

  @Get(':code')
  @ApiOperation({
    operationId: 'getError',
    summary: 'What one problem means and how to mend it',
    description: 'This is where the `type` of every problem points. No key is needed.',
    security: [],
  })
  @ApiParam({
    name: 'code',
    description: 'A code as problems carry it',
    schema: { type: 'string', maxLength: 100, pattern: '^[A-Z_.]+$', example: 'FX.QUOTE_EXPIRED' },
  })
  @ApiResponse({ status: 200, type: ErrorEntryDto, description: 'The entry' })
  @ApiProblems(...UNIVERSAL_PROBLEMS, ResourceNotFoundError)
  get(@Param('code') code: string): ErrorEntryDto {
    const entry = problemCatalogue().get(code);
    if (entry === undefined) throw new ResourceNotFoundError(SAY.no_such_problem);
    return this.told(entry);
  }

  private told(entry: ProblemType): ErrorEntryDto {
    return ErrorEntryDto.from(entry, this.problems.operationsOf(entry.code));
  }
}
