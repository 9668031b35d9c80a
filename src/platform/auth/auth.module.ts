import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';

import { AuthGuard } from './auth.guard.js';
import { Authenticator } from './authenticator.js';
import { CredentialNews } from './credential-news.js';
import { CredentialUses } from './credential-uses.js';
import { ApiKeysController } from './keys/api-keys.controller.js';
import { KeyCheck } from './keys/key-check.js';
import { KeyRing } from './keys/key-ring.js';
import { ClientStandings } from './oauth/client-standings.js';
import { MetadataController } from './oauth/metadata.controller.js';
import { OauthClientsController } from './oauth/oauth-clients.controller.js';
import { OauthClients } from './oauth/oauth-clients.js';
import { TokenController } from './oauth/token.controller.js';
import { TokenIssuer } from './oauth/token-issuer.js';
import { ActingFor } from './mandates/acting-for.js';
import { ExpireMandates } from './mandates/expire-mandates.js';
import { TELL_OTHER_SIDE } from './mandates/mandate-news.js';
import { Mandates } from './mandates/mandates.js';
import { MandatesController } from './mandates/mandates.controller.js';
import { TellOtherSide } from './mandates/tell-other-side.processor.js';
import { Refusals } from './refusals.js';
import { Nonces } from './signatures/nonces.js';
import { MeController } from './staff/me.controller.js';
import { OwnAccount } from './staff/own-account.js';
import { PurgeStaffSessions } from './staff/purge-staff-sessions.js';
import { SecondFactor } from './staff/second-factor.js';
import { SessionStandings } from './staff/session-standings.js';
import { SessionsController } from './staff/sessions.controller.js';
import { SignIn } from './staff/sign-in.js';
import { StaffSessions } from './staff/staff-sessions.js';
import { StaffUsersController } from './staff/staff-users.controller.js';
import { StaffUsers } from './staff/staff-users.js';
import { AccessTokens } from './tokens/access-tokens.js';
import { RotateSigningKeys } from './tokens/rotate-signing-keys.js';
import { SigningKeys } from './tokens/signing-keys.js';
import { STANDINGS, TokenCheck } from './tokens/token-check.js';

/** The door: every way in, and what is asked of whoever takes it. */
@Module({
  controllers: [
    ApiKeysController,
    OauthClientsController,
    TokenController,
    MetadataController,
    SessionsController,
    MeController,
    StaffUsersController,
    MandatesController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AuthGuard },
    Authenticator,
    CredentialNews,
    CredentialUses,
    Refusals,
    KeyCheck,
    KeyRing,
    Nonces,
    SigningKeys,
    AccessTokens,
    TokenCheck,
    ClientStandings,
    SessionStandings,
    {
      provide: STANDINGS,
      inject: [ClientStandings, SessionStandings],
      useFactory: (...standings: [ClientStandings, SessionStandings]) => standings,
    },
    OauthClients,
    TokenIssuer,
    SecondFactor,
    StaffSessions,
    StaffUsers,
    SignIn,
    OwnAccount,
    ActingFor,
    Mandates,
  ],
  exports: [CredentialNews, KeyRing],
})
export class AuthModule {}

/** What the worker does for the door. */
@Module({
  providers: [
    CredentialNews,
    SigningKeys,
    RotateSigningKeys,
    PurgeStaffSessions,
    Mandates,
    ExpireMandates,
    TellOtherSide,
  ],
  exports: [CredentialNews],
})
export class AuthJobsModule {}

export const AUTH_JOBS = [TELL_OTHER_SIDE];
