import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { RequiresScope } from '../../../platform/auth/scopes.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ACTING_PROBLEMS, ApiProblems, COMMON_PROBLEMS } from '../../../platform/http/api-problem.js';
import { CallerOf } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { COSTLY_NOTE, QueryOperation } from '../../../platform/http/operation.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { VgmDeclarations } from '../../application/vgm/vgm-declarations.service.js';
import { vgmPaper } from '../../application/vgm/vgm-paper.js';
import { VgmDeclarationDto } from '../dto/vgm/vgm-declaration.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'vgm_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The declaration',
} as const;
const PAPER_MAX_BYTES = 10_485_760;

/** Declared verified gross masses. */
@ApiTags('Freight')
@Controller('v1/freight/vgm-declarations')
export class VgmDeclarationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: VgmDeclarations,
  ) {}

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getVgmDeclaration',
    summary: 'A declared verified gross mass',
    description: 'As it was declared, with what the carrier makes of it.',
    scope: 'freight:read',
    answers: VgmDeclarationDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<VgmDeclarationDto> {
    const declarationId = parseId('vgmDeclaration', id);
    const row = await this.unitOfWork.read(caller, (view) => this.declarations.get(view, declarationId));
    return withETag(reply, VgmDeclarationDto.from(row, language));
  }

  @Get(':id/document')
  @ApiParam(ID)
  @ApiOperation({
    operationId: 'downloadVgmDeclaration',
    summary: 'A declared verified gross mass on paper',
    description: `One page (A4), for a terminal that wants it in hand.\n\nScope: \`freight:read\`${COSTLY_NOTE}`,
  })
  @ApiExtension('x-scope', 'freight:read')
  @RequiresScope('freight:read', { isCostly: true, operationId: 'downloadVgmDeclaration' })
  @ApiProduces('application/pdf')
  @ApiResponse({
    status: 200,
    description: 'The file',
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary', maxLength: PAPER_MAX_BYTES } } },
  })
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS, ResourceNotFoundError)
  async document(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const declarationId = parseId('vgmDeclaration', id);
    const row = await this.unitOfWork.read(caller, (view) => this.declarations.get(view, declarationId));
    const file = await vgmPaper(row);
    const disposition = `attachment; filename="${id}.pdf"`;
    return new StreamableFile(file, { type: 'application/pdf', length: file.length, disposition });
  }
}
