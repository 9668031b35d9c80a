import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CallerOf } from '../../http/command.js';
import { withETag } from '../../http/etag.js';
import { OwnOperation } from '../../http/operation.js';
import { type Principal, type Reply } from '../../http/request.js';
import { OwnAccount } from './own-account.js';
import {
  CodeProof,
  MeDto,
  PasswordChangeRequest,
  PasswordProof,
  RecoveryCodesDto,
  SecondFactorDto,
} from './sessions.dto.js';
import { NotEnrollingError, ProofRefusedError } from './staff.errors.js';

@ApiTags('Sign-in')
@Controller('v1/me')
export class MeController {
  constructor(private readonly account: OwnAccount) {}

  @Get()
  @OwnOperation({
    id: 'getMe',
    summary: 'Who I am',
    description: 'Whose the access token is, and what they may do.',
    answers: MeDto,
  })
  async get(@CallerOf() caller: Principal, @Res({ passthrough: true }) reply: Reply): Promise<MeDto> {
    return withETag(reply, MeDto.of(await this.account.get(caller)));
  }

  @Post('sign-out')
  @OwnOperation({
    id: 'signOut',
    summary: 'Sign out',
    description: 'Ends this session at once: its access tokens and its refresh token are refused from now on.',
  })
  signOut(@CallerOf() caller: Principal): Promise<void> {
    return this.account.signOut(caller);
  }

  @Post('sign-out-everywhere')
  @OwnOperation({
    id: 'signOutEverywhere',
    summary: 'Sign out everywhere',
    description: 'Ends all my sessions at once, this one too.',
  })
  signOutEverywhere(@CallerOf() caller: Principal): Promise<void> {
    return this.account.signOutEverywhere(caller);
  }

  @Post('password')
  @OwnOperation({
    id: 'changePassword',
    summary: 'Change my password',
    description: 'All my other sessions end. Wrong passwords count as failed sign-ins do.',
    problems: [ProofRefusedError],
  })
  changePassword(
    @CallerOf() caller: Principal,
    @Body() { currentPassword, newPassword }: PasswordChangeRequest,
  ): Promise<void> {
    return this.account.changePassword(caller, currentPassword, newPassword);
  }

  @Post('totp')
  @OwnOperation({
    id: 'beginSecondFactor',
    summary: 'Begin to set a second factor',
    description: 'Answers a secret for an authenticator app (TOTP). It is in force once a code of it was confirmed.',
    answers: SecondFactorDto,
    problems: [ProofRefusedError, NotEnrollingError],
  })
  begin(@CallerOf() caller: Principal, @Body() { password }: PasswordProof): Promise<SecondFactorDto> {
    return this.account.beginSecondFactor(caller, password);
  }

  @Post('totp/confirmation')
  @OwnOperation({
    id: 'confirmSecondFactor',
    summary: 'Put the second factor in force',
    description: 'With a code of the app. Answers ten recovery codes, this once: keep them apart from the app.',
    answers: RecoveryCodesDto,
    problems: [ProofRefusedError, NotEnrollingError],
  })
  async confirm(@CallerOf() caller: Principal, @Body() { code }: CodeProof): Promise<RecoveryCodesDto> {
    return { recoveryCodes: [...(await this.account.confirmSecondFactor(caller, code))] };
  }

  @Post('totp/removal')
  @OwnOperation({
    id: 'removeSecondFactor',
    summary: 'Remove the second factor',
    description: 'From now on the password alone is asked for. Where there is none nothing changes.',
    problems: [ProofRefusedError],
  })
  remove(@CallerOf() caller: Principal, @Body() { password }: PasswordProof): Promise<void> {
    return this.account.removeSecondFactor(caller, password);
  }
}
