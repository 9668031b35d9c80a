import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { EcommerceProfiles } from '../application/ecommerce-profiles.service.js';
import { ProfileNameTakenError } from '../domain/parcels/parcel.errors.js';
import {
  EcommerceProfileChange,
  EcommerceProfileDto,
  EcommerceProfilePageDto,
  EcommerceProfileRequest,
  EcommerceProfilesQuery,
  termsOf,
} from './dto/ecommerce-profile.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'ecp_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const COMPANY = { code: '3302986YQ8', name: '宁波示例电子商务有限公司' };
const TERMS = {
  name: 'Ningbo retail imports',
  platform: COMPANY,
  merchant: COMPANY,
  logistics: { code: '3302980S01', name: '宁波示例速递有限公司' },
  agent: COMPANY,
  customsOffice: '3105',
  port: '3105',
  dxpId: 'DXPENT0000012345',
  guarantor: '3302986YQ8',
  transmits: [],
  transport: { mode: '5', name: 'CA1056', voyage: '20261128', billNo: '99912345675', country: '116' },
};

/** What a tenant files parcels of e-commerce with. */
@ApiTags('Parcels')
@Controller('v1/customs/ecommerce-profiles')
export class EcommerceProfilesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: EcommerceProfiles,
  ) {}

  @Post()
  @CommandOperation({
    id: 'openEcommerceProfile',
    summary: 'Set up what parcels are filed with',
    description: 'Companies, customs office, mode and exchange number of one kind of e-commerce parcels.',
    scope: 'customs:write',
    answers: EcommerceProfileDto,
    status: 201,
    examples: { import: { ...TERMS, direction: 'import', supervisionMode: '9610' } },
    problems: [InvalidInputError, ProfileNameTakenError],
  })
  open(@CommandOf() command: Command, @Body() body: EcommerceProfileRequest): Promise<string> {
    const { name, direction, supervisionMode } = body;
    const input = { name, direction, supervisionMode, terms: termsOf(body) };
    return this.commands.run(command, (tx) => this.profiles.open(tx, input), EcommerceProfileDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listEcommerceProfiles',
    summary: 'What parcels are filed with',
    description: 'Newest first.',
    scope: 'customs:read',
    answers: EcommerceProfilePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: EcommerceProfilesQuery): Promise<EcommerceProfilePageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.profiles.list(view, query, query));
    return mapPage(found, EcommerceProfileDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getEcommerceProfile',
    summary: 'One profile',
    description: 'As it is now; what is filed already was filed with what it said then.',
    scope: 'customs:read',
    answers: EcommerceProfileDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<EcommerceProfileDto> {
    const profileId = parseId('ecommerceProfile', id);
    const found = await this.unitOfWork.read(caller, (view) => this.profiles.get(view, profileId));
    return withETag(reply, EcommerceProfileDto.from(found));
  }

  @Put(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'changeEcommerceProfile',
    summary: 'Change a profile',
    description: 'For what is filed from now on. Direction and supervision mode stay.',
    scope: 'customs:write',
    answers: EcommerceProfileDto,
    ifMatch: 'required',
    byId: true,
    examples: { change: TERMS },
    problems: [InvalidInputError, ProfileNameTakenError],
  })
  change(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() body: EcommerceProfileChange,
  ): Promise<string> {
    const profileId = parseId('ecommerceProfile', id);
    const input = { name: body.name, terms: termsOf(body) };
    return this.commands.run(command, (tx) => this.profiles.change(tx, profileId, input), EcommerceProfileDto.from);
  }
}
