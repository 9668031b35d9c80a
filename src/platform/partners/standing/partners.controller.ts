import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { PARTNERS } from '../../config/app-config.js';
import { QueryOperation } from '../../http/operation.js';
import { ResourceNotFoundError } from '../../http/request.errors.js';
import { SAY } from '../../platform.sentences.js';
import { PartnerStandings } from './partner-standings.js';
import { PartnerDto, PartnerListDto } from './partners.dto.js';

@ApiTags('Partners')
@Controller('v1/partners')
export class PartnersController {
  constructor(private readonly standings: PartnerStandings) {}

  @Get()
  @QueryOperation({
    id: 'listPartners',
    summary: 'How the outside parties answer, as the platform sees it',
    description:
      'Counted from the calls to and from them, of all tenants together, some seconds later: whether it is you or they. In ' +
      'real time, in a sandbox too, where the partners are simulated ones.',
    scope: 'operations:read',
    answers: PartnerListDto,
  })
  async list(): Promise<PartnerListDto> {
    return { data: (await this.standings.all()).map(PartnerDto.from) };
  }

  @Get(':partner')
  @ApiParam({
    name: 'partner',
    description: 'Which partner',
    schema: { type: 'string', maxLength: 40, example: PARTNERS[0] },
  })
  @QueryOperation({
    id: 'getPartner',
    summary: 'How one of them answers',
    description: 'As in the list.',
    scope: 'operations:read',
    answers: PartnerDto,
    byId: true,
  })
  async get(@Param('partner') name: string): Promise<PartnerDto> {
    const found = (await this.standings.all()).find(({ partner }) => partner === name);
    if (found === undefined) throw new ResourceNotFoundError(SAY.no_such_partner);
    return PartnerDto.from(found);
  }
}
