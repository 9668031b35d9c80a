import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiParam, ApiTags } from '@nestjs/swagger';

import { Clock } from '../../kernel/clock.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { presentOf } from '../../platform/database/present.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { BodyTooLargeError } from '../../platform/http/request.errors.js';
import { type Principal } from '../../platform/http/request.js';
import { GuaranteeDraws } from '../application/guarantee/guarantee-draws.service.js';
import { GuaranteeEndings } from '../application/guarantee/guarantee-endings.service.js';
import { GuaranteeSimulations } from '../application/guarantee/guarantee-simulation.js';
import {
  DrawAnnouncedError,
  GuaranteeExposedError,
  GuaranteeNotFormedError,
  GuaranteeOverdueError,
} from '../domain/guarantee/guarantee.errors.js';
import { SimulatedDefaultDto } from './dto/guarantee-call.dto.js';
import { GuaranteeGroupDetailsDto } from './dto/guarantee-group.dto.js';
import {
  AnswerDrawDto,
  FreezeGuaranteeGroupDto,
  GuaranteeAmountDto,
  GuaranteePartyDto,
  SimulateDefaultDto,
} from './dto/guarantee-request.dto.js';
import { GROUP_ID, OF_GROUP, PARTY_ID } from './guarantee.examples.js';

/** Draws, stops and endings of a guarantee group. */
@ApiTags('Financing')
@Controller('v1/financing/guarantee-groups')
export class GuaranteeLivesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly draws: GuaranteeDraws,
    private readonly endings: GuaranteeEndings,
    private readonly simulations: GuaranteeSimulations,
    private readonly clock: Clock,
  ) {}

  @Post(':id/draws')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...OF_GROUP,
    id: 'announceGuaranteedDraw',
    summary: 'Show the members a draw before it is made',
    description:
      'Each sees what it answers for now and what it would. Where the rules want consent, an advance of the member can be had ' +
      'only after all the others have given it, and of no more than this. One at a time in a group.',
    dryRun: true,
    examples: { draw: { partyId: PARTY_ID, amount: { amount: '200000.00', currency: 'CNY' } } },
    problems: [InvalidInputError, IllegalTransitionError, DrawAnnouncedError, GuaranteeOverdueError],
  })
  announce(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { partyId, amount }: GuaranteeAmountDto,
  ): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    const draw = { partyId: parseId('party', partyId), amount };
    return this.commands.run(command, (tx) => this.draws.announce(tx, groupId, draw), GuaranteeGroupDetailsDto.of);
  }

  @Post(':id/draw-answers')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...OF_GROUP,
    id: 'answerGuaranteedDraw',
    summary: 'A member consents to a draw, or does not',
    description: 'With the last consent it is cleared; one no refuses it. Who draws takes it back by a no of its own.',
    examples: { yes: { noticeId: 'gdn_01jdq3x7k2e9ta6v0m8r4c5wzb', partyId: PARTY_ID, consents: true } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  answer(@CommandOf() command: Command, @Param('id') id: string, @Body() body: AnswerDrawDto): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    const { noticeId, partyId, consents } = body;
    const answer = { noticeId: parseId('drawNotice', noticeId), partyId: parseId('party', partyId), consents };
    return this.commands.run(command, (tx) => this.draws.answer(tx, groupId, answer), GuaranteeGroupDetailsDto.of);
  }

  @Post(':id/freeze')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...OF_GROUP,
    id: 'freezeGuaranteeGroup',
    summary: 'Stop all draws of a guarantee group',
    description:
      'What is owed is paid and called as before. A call freezes it by itself; a debt that is overdue stops draws too.',
    examples: { asked: { reason: 'The lender has asked for it' } },
    problems: [IllegalTransitionError],
  })
  freeze(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: FreezeGuaranteeGroupDto,
  ): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    return this.commands.run(command, (tx) => this.endings.freeze(tx, groupId, reason), GuaranteeGroupDetailsDto.of);
  }

  @Post(':id/unfreeze')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...OF_GROUP,
    id: 'unfreezeGuaranteeGroup',
    summary: 'Let the members draw again',
    description: 'Only when nothing is overdue and no call is open.',
    problems: [IllegalTransitionError, GuaranteeOverdueError],
  })
  unfreeze(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    return this.commands.run(command, (tx) => this.endings.unfreeze(tx, groupId), GuaranteeGroupDetailsDto.of);
  }

  @Post(':id/departures')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...OF_GROUP,
    id: 'leaveGuaranteeGroup',
    summary: 'A member leaves',
    description:
      'With its part of the pool, and only while nobody of the group owes an advance or a recourse claim and those who stay are ' +
      'still a group. Out of a draft, or before it has joined, it goes at any time.',
    examples: { one: { partyId: PARTY_ID } },
    problems: [InvalidInputError, IllegalTransitionError, GuaranteeExposedError, GuaranteeNotFormedError],
  })
  leave(@CommandOf() command: Command, @Param('id') id: string, @Body() body: GuaranteePartyDto): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    const partyId = parseId('party', body.partyId);
    return this.commands.run(command, (tx) => this.endings.leave(tx, groupId, partyId), GuaranteeGroupDetailsDto.of);
  }

  @Post(':id/dissolution')
  @ApiParam(GROUP_ID)
  @CommandOperation({
    ...OF_GROUP,
    id: 'dissolveGuaranteeGroup',
    summary: 'Dissolve a guarantee group',
    description: 'All leave, each with its part of the pool; only while nobody owes an advance or a recourse claim.',
    problems: [IllegalTransitionError, GuaranteeExposedError],
  })
  dissolve(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const groupId = parseId('guaranteeGroup', id);
    return this.commands.run(command, (tx) => this.endings.dissolve(tx, groupId), GuaranteeGroupDetailsDto.of);
  }

  @Post(':id/simulations')
  @ApiParam(GROUP_ID)
  @HttpCode(200)
  @ApiBody({
    type: SimulateDefaultDto,
    examples: { today: { summary: 'If this one fails today', value: { partyId: PARTY_ID } } },
  })
  @QueryOperation({
    id: 'simulateGuaranteeDefault',
    summary: 'On whom it would fall if a member failed today',
    description:
      'The cascade of a call, by what each has at hand now and by the shares alone. Nothing is kept, nobody is told.',
    scope: 'financing:read',
    answers: SimulatedDefaultDto,
    byId: true,
    problems: [InvalidInputError, BodyTooLargeError],
  })
  async simulate(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Body() { partyId, amountDue }: SimulateDefaultDto,
  ): Promise<SimulatedDefaultDto> {
    const groupId = parseId('guaranteeGroup', id);
    const found = await this.unitOfWork.read(caller, async (view) => {
      const day = dateInZone(await presentOf(view, this.clock), CHINA);
      return this.simulations.run(view, groupId, { partyId: parseId('party', partyId), amountDue, day });
    });
    return SimulatedDefaultDto.from(found);
  }
}
