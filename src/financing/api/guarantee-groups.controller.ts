import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { InsufficientFundsError } from '../../ledger/index.js';
import { MandateLimitError } from '../../platform/auth/mandates/mandate.errors.js';
import { presentOf } from '../../platform/database/present.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { GuaranteeGroups } from '../application/guarantee/guarantee-groups.service.js';
import { readGroup } from '../application/guarantee/group-rows.js';
import { GuaranteeExposedError, GuaranteeNotFormedError } from '../domain/guarantee/guarantee.errors.js';
import {
  FormationCheckDto,
  GuaranteeGroupDetailsDto,
  GuaranteeGroupDto,
  GuaranteeGroupPageDto,
} from './dto/guarantee-group.dto.js';
import {
  CreateGuaranteeGroupDto,
  GuaranteeAmountDto,
  GuaranteeCandidateDto,
  GuaranteeGroupsQuery,
  GuaranteePartyDto,
} from './dto/guarantee-request.dto.js';
import { CANDIDATE, GROUP_ID, OF_GROUP, PARTY_ID } from './guarantee.examples.js';

/** Sellers that answer for one another's advances (网络联保): how a group comes about, and what is in it. */
@ApiTags('Financing')
@Controller('v1/financing/guarantee-groups')
export class GuaranteeGroupsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly groups: GuaranteeGroups,
    private readonly clock: Clock,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listGuaranteeGroups',
    summary: 'Guarantee groups, newest first',
    description: 'With those that are dissolved. Members and what they owe stand with each group by itself.',
    scope: 'financing:read',
    answers: GuaranteeGroupPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: GuaranteeGroupsQuery): Promise<GuaranteeGroupPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.groups.list(view, query, query));
    return mapPage(found, GuaranteeGroupDto.from);
  }

  @Get(':id')
  @ApiParam(GROUP_ID)
  @QueryOperation({
    id: 'getGuaranteeGroup',
    summary: 'One guarantee group, with what each member answers for today',
    description:
      'Joint and several: the liability of each active member is all that the group owes, principal with interest, penalty and ' +
      'fees up to today, and what may yet be paid out.',
    scope: 'financing:read',
    answers: GuaranteeGroupDetailsDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<GuaranteeGroupDetailsDto> {
    const groupId = parseId('guaranteeGroup', id);
    const found = await this.unitOfWork.read(caller, async (view) => {
      const day = dateInZone(await presentOf(view, this.clock), CHINA);
      return readGroup(view, groupId, day);
    });
    return withETag(reply, GuaranteeGroupDetailsDto.of(found));
  }

  @Get(':id/formation-check')
  @ApiParam(GROUP_ID)
  @QueryOperation({
    id: 'checkGuaranteeFormation',
    summary: 'What keeps a guarantee group from being active',
    description:
      'By the rules of today: how many, how old, no loss, no equity ties or circles, nobody in another group, limits, one member ' +
      'long with the marketplace, and in a draft the acceptance of all.',
    scope: 'financing:read',
    answers: FormationCheckDto,
    speaks: true,
    byId: true,
    problems: [InvalidInputError],
  })
  async check(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
  ): Promise<FormationCheckDto> {
    const groupId = parseId('guaranteeGroup', id);
    const found = await this.unitOfWork.read(caller, async (view) => {
      const day = dateInZone(await presentOf(view, this.clock), CHINA);
      return this.groups.formation(view, groupId, day);
    });
    return FormationCheckDto.from(found, language);
  }

  @Post()
  @CommandOperation({
    id: 'createGuaranteeGroup',
    summary: 'Draft a guarantee group',
    description:
      'Of sellers of the tenant, who are invited with it. What more members can mend (too few, nobody long with the marketplace) ' +
      'may be wrong with a draft; every other finding of formation is refused, all at once, and nothing is kept.',
    scope: 'financing:write',
    answers: GuaranteeGroupDetailsDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { first: { name: 'Ningbo exporters 1', members: [CANDIDATE] } },
    problems: [InvalidInputError],
  })
  create(@CommandOf() command: Command, @Body() { name, members }: CreateGuaranteeGroupDto): Promise<string> {
    const candidates = members.map(GuaranteeCandidateDto.toCandidate);
    return this.commands.run(command, (tx) => this.groups.create(tx, name, candidates), GuaranteeGroupDetailsDto.of);
  }

  @Post(':id/members')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...OF_GROUP,
    id: 'inviteGuaranteeMember',
    summary: 'Invite one more member',
    description: 'Into a draft or an active group. It answers for nothing before it has accepted, and joined.',
    dryRun: true,
    examples: { one: CANDIDATE },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  invite(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() candidate: GuaranteeCandidateDto,
  ): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    const invited = GuaranteeCandidateDto.toCandidate(candidate);
    return this.commands.run(command, (tx) => this.groups.invite(tx, groupId, invited), GuaranteeGroupDetailsDto.of);
  }

  @Post(':id/acceptances')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...OF_GROUP,
    id: 'acceptGuaranteeMembership',
    summary: 'A member takes on the joint liability',
    description:
      'In a draft it answers from the activation on. In an active group it joins at once, which is possible only while nobody ' +
      'of the group, nor it itself, owes anything.',
    examples: { one: { partyId: PARTY_ID } },
    problems: [InvalidInputError, IllegalTransitionError, GuaranteeExposedError, GuaranteeNotFormedError],
  })
  accept(@CommandOf() command: Command, @Param('id') id: string, @Body() body: GuaranteePartyDto): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    const partyId = parseId('party', body.partyId);
    return this.commands.run(command, (tx) => this.groups.accept(tx, groupId, partyId), GuaranteeGroupDetailsDto.of);
  }

  @Post(':id/activation')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...OF_GROUP,
    id: 'activateGuaranteeGroup',
    summary: 'Make the members answer for one another',
    description:
      'Refused with every finding of formation at once, by the rules of today, and while one of the members owes an advance.',
    dryRun: true,
    problems: [InvalidInputError, IllegalTransitionError, GuaranteeNotFormedError, GuaranteeExposedError],
  })
  activate(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    return this.commands.run(command, (tx) => this.groups.activate(tx, groupId), GuaranteeGroupDetailsDto.of);
  }

  @Post(':id/contributions')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...OF_GROUP,
    id: 'contributeToGuaranteePool',
    summary: 'A member pays into the pool',
    description:
      'From what the platform holds for it, in the books as `guarantee_pool`, kept for the lender. It stays the member’s own ' +
      'part: given back when it leaves, less what was called.',
    dryRun: true,
    examples: { some: { partyId: PARTY_ID, amount: { amount: '0.01', currency: 'CNY' } } },
    problems: [InvalidInputError, IllegalTransitionError, InsufficientFundsError, MandateLimitError],
  })
  contribute(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { partyId, amount }: GuaranteeAmountDto,
  ): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    const contribution = { partyId: parseId('party', partyId), amount };
    return this.commands.run(
      command,
      (tx) => this.groups.contribute(tx, groupId, contribution),
      GuaranteeGroupDetailsDto.of,
    );
  }
}
