import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { QueryOperation } from '../../../platform/http/operation.js';
import { pdfFile, PdfOperation } from '../../../platform/http/pdf-operation.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { VgmDeclarations } from '../../application/vgm/vgm-declarations.service.js';
import { vgmPaper } from '../../application/vgm/vgm-paper.js';
import { VgmDeclarationDto } from '../dto/vgm/vgm-declaration.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'vgm_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The declaration',
} as const;

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
  @PdfOperation({
    id: 'downloadVgmDeclaration',
    summary: 'A declared verified gross mass, as PDF',
    description: 'One page, for a terminal that wants it in hand.',
    scope: 'freight:read',
  })
  async document(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const declarationId = parseId('vgmDeclaration', id);
    const row = await this.unitOfWork.read(caller, (view) => this.declarations.get(view, declarationId));
    return pdfFile(await vgmPaper(row), id);
  }
}
