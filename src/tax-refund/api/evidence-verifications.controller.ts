import { Readable } from 'node:stream';

import { Controller, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';

import { MEDIA_TYPES } from '../../kernel/scan.js';
import { Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { type Request } from '../../platform/http/request.js';
import { BodyTooLargeError, UnsupportedMediaTypeError } from '../../platform/http/request.errors.js';
import { EvidenceVerifier } from '../application/evidence-verifier.service.js';
import { SAY } from '../domain/evidence.sentences.js';
import { EvidenceFileVerdictDto } from './dto/evidence-verdict.dto.js';

/** Files that somebody shows, to know what they are. */
@ApiTags('Evidence packs')
@Controller('v1/tax-refund/evidence-verifications')
export class EvidenceVerificationsController {
  constructor(
    private readonly commands: Commands,
    private readonly verifier: EvidenceVerifier,
  ) {}

  @Post()
  @ApiConsumes('application/zip', ...MEDIA_TYPES)
  @ApiBody({
    required: true,
    description: 'The file itself: the archive of a pack, or one document; at most 256 MiB',
    schema: { type: 'string', format: 'binary', maxLength: 268_435_456 },
  })
  @CommandOperation({
    id: 'verifyEvidenceFile',
    summary: 'Say what a file is, and whether it is unchanged',
    description:
      'It is hashed as it comes and not kept. An archive: of which pack and claim, whether it is as it was made, and of each file ' +
      'whether it is `unchanged`, `changed`, `missing`, `added` or `unreadable`, also when it was unpacked and packed anew. Another ' +
      'file: which document of which order it is, and in which packs.',
    scope: 'tax_refund:read',
    costly: true,
    answers: EvidenceFileVerdictDto,
    ifMatch: 'none',
    showsSecret: true,
    problems: [UnsupportedMediaTypeError, BodyTooLargeError],
  })
  async verify(@CommandOf() command: Command, @Req() { body }: Request): Promise<string> {
    if (!(body instanceof Readable)) throw new UnsupportedMediaTypeError(SAY.body_expected);
    const found = await this.verifier.verify(command.caller, body);
    return this.commands.run(command.ofStream(found.sha256), () => Promise.resolve(found), EvidenceFileVerdictDto.from);
  }
}
