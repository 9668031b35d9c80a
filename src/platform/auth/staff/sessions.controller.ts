import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { parseId } from '../../../kernel/ids.js';
import { withETag } from '../../http/etag.js';
import { withMode } from '../../http/livemode.js';
import { OpenOperation } from '../../http/operation.js';
import { type Reply, type Request } from '../../http/request.js';
import { AcceptanceRequest, RefreshRequest, SessionDto, SignInRequest } from './sessions.dto.js';
import { SignIn } from './sign-in.js';
import { InvitationError, SecondFactorError, SessionOverError, SignInRefusedError } from './staff.errors.js';
import { StaffSessions } from './staff-sessions.js';
import { UserDto } from './staff-users.dto.js';
import { StaffUsers } from './staff-users.js';

@ApiTags('Sign-in')
@Controller('v1')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: StaffSessions,
    private readonly users: StaffUsers,
  ) {}

  @Post('sessions')
  @OpenOperation({
    id: 'openSession',
    summary: 'Sign in',
    description:
      'Answers an access token for ten minutes, and a refresh token to go on with. Whoever has set a second factor sends a `code` besides. A ' +
      'refusal does not say why: nobody learns by trying who is there.',
    answers: SessionDto,
    problems: [SignInRefusedError, SecondFactorError],
  })
  async begin(
    @Body() { tenantId, email, password, code }: SignInRequest,
    @Req() { traceparent }: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SessionDto> {
    const proof = { tenantId: parseId('tenant', tenantId), email, password, code: code ?? null };
    const tokens = await this.signIn.signIn(proof, traceparent);
    void reply.header('Cache-Control', 'no-store');
    return SessionDto.from(tokens);
  }

  @Post('sessions/refresh')
  @OpenOperation({
    id: 'refreshSession',
    summary: 'Go on with a session',
    description:
      'Answers a new access token and a new refresh token. The old one does not work again: shown a second time it ends the session, for ' +
      'then it is in two hands.',
    answers: SessionDto,
    problems: [SessionOverError],
  })
  async refresh(
    @Body() { refreshToken }: RefreshRequest,
    @Req() { traceparent }: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SessionDto> {
    const tokens = await this.sessions.refresh(refreshToken, traceparent);
    void reply.header('Cache-Control', 'no-store');
    return SessionDto.from(tokens);
  }

  @Post('invitations/acceptance')
  @OpenOperation({
    id: 'acceptInvitation',
    summary: 'Accept an invitation',
    description: 'Sets the password; then sign in with it. Sessions and second factor of before are gone.',
    answers: UserDto,
    problems: [InvitationError],
  })
  async accept(
    @Body() { invitation, password }: AcceptanceRequest,
    @Req() { traceparent }: Request,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<UserDto> {
    const { user, livemode } = await this.users.accept(invitation, password, traceparent);
    return withETag(reply, withMode(UserDto.from(user), livemode));
  }
}
