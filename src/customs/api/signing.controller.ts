import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { CebReader } from '../application/ceb-reader.service.js';
import { CebSigning } from '../application/ceb-signing.service.js';
import { SigningHealthDto } from './dto/signing.dto.js';

/** With what messages to customs are signed, and for how long that lasts. */
@ApiTags('E-commerce channel')
@Controller('v1/customs/signing')
export class SigningController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signing: CebSigning,
    private readonly reader: CebReader,
    private readonly clock: Clock,
  ) {}

  @Get('health')
  @QueryOperation({
    id: 'checkSigningHealth',
    summary: 'Whether messages to customs can be signed',
    description:
      'The certificate that the operator has configured, what it signs with, and how long it lasts. In real time, in a sandbox ' +
      'too. While it is down, what must be signed does not leave.',
    scope: 'customs:read',
    answers: SigningHealthDto,
  })
  async health(@CallerOf() caller: Principal): Promise<SigningHealthDto> {
    const [standing, lastSignedAt] = await Promise.all([
      this.signing.standing(),
      this.unitOfWork.read(caller, (view) => this.reader.lastSignedAt(view)),
    ]);
    return SigningHealthDto.from(standing, lastSignedAt, this.clock.now());
  }
}
