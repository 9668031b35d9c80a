import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';

import { Public } from '../auth/scopes.js';
import { ApiProblems, UNIVERSAL_PROBLEMS } from '../http/api-problem.js';
import { MalformedRequestError } from '../http/request.errors.js';
import { type Change, readChanges } from './changelog.js';
import { ChangeDto, ChangelogDto, ChangelogQuery } from './changelog.dto.js';

@ApiTags('Changelog')
@Public()
@Controller('v1/changelog')
export class ChangelogController {
  private readonly changes = readChanges();

  @Get()
  @ApiOperation({
    operationId: 'listChanges',
    summary: 'Every change of the API, newest first',
    description:
      'What a client may newly do, what looks different, what will end and what is gone, in English and Chinese. No key is needed.',
    security: [],
  })
  @ApiResponse({ status: 200, type: ChangelogDto, description: 'The changes' })
  @ApiProblems(...UNIVERSAL_PROBLEMS, MalformedRequestError)
  list(@Query() { since, operation }: ChangelogQuery): ChangelogDto {
    const wanted = this.changes.filter((change) => isSince(change, since) && isAbout(change, operation));
    return { data: wanted.map(ChangeDto.from) };
  }
}

function isSince({ on }: Change, since: string | undefined): boolean {
  return since === undefined || on >= since;
}

function isAbout({ operations }: Change, operation: string | undefined): boolean {
  return operation === undefined || Object.values(operations).flat().includes(operation);
}
