import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../http/command.js';
import { withETag } from '../../http/etag.js';
import { CommandOperation, QueryOperation } from '../../http/operation.js';
import { DatedPageQuery, mapPage } from '../../http/paging.js';
import { type Principal, type Reply } from '../../http/request.js';
import { ScopeBeyondOwnError } from '../keys/api-key.errors.js';
import { EmailTakenError, LastOwnerError, UserStateError } from './staff.errors.js';
import { InvitationRequest, InvitedUserDto, UserChangeRequest, UserDto, UserPageDto } from './staff-users.dto.js';
import { StaffUsers } from './staff-users.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'usr_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Users')
@Controller('v1/users')
export class StaffUsersController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: StaffUsers,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listUsers',
    summary: 'People of the tenant, newest first',
    description: 'Who may sign in, as what, and whether they have a second factor.',
    scope: 'users:read',
    answers: UserPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: DatedPageQuery): Promise<UserPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.users.list(view, query));
    return mapPage(found, UserDto.from);
  }

  @Post()
  @CommandOperation({
    id: 'inviteUser',
    summary: 'Invite somebody',
    description:
      'The answer holds the invitation, this once: send it to them. It can be accepted for seven days. Nobody invites somebody who may ' +
      'do more than they.',
    scope: 'users:write',
    answers: InvitedUserDto,
    status: 201,
    showsSecret: true,
    problems: [EmailTakenError, ScopeBeyondOwnError],
  })
  invite(@CommandOf() command: Command, @Body() { email, name, roles }: InvitationRequest): Promise<string> {
    const terms = { email, name, roles: [...new Set(roles)] };
    return this.commands.run(
      command,
      (tx) => this.users.invite(tx, command.caller, terms),
      InvitedUserDto.fromInvited,
      InvitedUserDto.withoutInvitation,
    );
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getUser',
    summary: 'One user',
    description: 'Also one that is disabled, or has not accepted yet.',
    scope: 'users:read',
    answers: UserDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<UserDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.users.get(view, parseId('user', id)));
    return withETag(reply, UserDto.from(found));
  }

  @Patch(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'changeUser',
    summary: 'Change name or roles',
    description: 'New roles hold at once, for sessions that are open too. The last owner stays one.',
    scope: 'users:write',
    answers: UserDto,
    ifMatch: 'required',
    byId: true,
    problems: [LastOwnerError, ScopeBeyondOwnError],
  })
  change(@CommandOf() command: Command, @Param('id') id: string, @Body() request: UserChangeRequest): Promise<string> {
    const userId = parseId('user', id);
    const { name, roles } = request;
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(roles === undefined ? {} : { roles: [...new Set(roles)] }),
    };
    return this.commands.run(command, (tx) => this.users.change(tx, command.caller, userId, change), UserDto.from);
  }

  @Post(':id/invitation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'reinviteUser',
    summary: 'Invite a user again',
    description:
      'For who has lost the invitation, the password or the second factor. What they have works until they accept; then the password is ' +
      'new, the second factor is gone, and all their sessions end.',
    scope: 'users:write',
    answers: InvitedUserDto,
    ifMatch: 'optional',
    byId: true,
    problems: [UserStateError, ScopeBeyondOwnError],
  })
  inviteAgain(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const userId = parseId('user', id);
    return this.commands.run(
      command,
      (tx) => this.users.inviteAgain(tx, command.caller, userId),
      InvitedUserDto.fromInvited,
      InvitedUserDto.withoutInvitation,
    );
  }

  @Post(':id/disabling')
  @ApiParam(ID)
  @CommandOperation({
    id: 'disableUser',
    summary: 'Disable a user',
    description: 'All their sessions end at once, and they cannot sign in. The last owner stays.',
    scope: 'users:write',
    answers: UserDto,
    ifMatch: 'optional',
    byId: true,
    problems: [LastOwnerError, ScopeBeyondOwnError],
  })
  disable(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const userId = parseId('user', id);
    return this.commands.run(command, (tx) => this.users.disable(tx, command.caller, userId), UserDto.from);
  }

  @Post(':id/enabling')
  @ApiParam(ID)
  @CommandOperation({
    id: 'enableUser',
    summary: 'Enable a user again',
    description: 'With the password and the second factor of before; one that never accepted needs a new invitation.',
    scope: 'users:write',
    answers: UserDto,
    ifMatch: 'optional',
    byId: true,
    problems: [ScopeBeyondOwnError],
  })
  enable(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const userId = parseId('user', id);
    return this.commands.run(command, (tx) => this.users.enable(tx, command.caller, userId), UserDto.from);
  }
}
