import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ObjectField,
  TextField,
  TextListField,
} from '../../http/fields.js';
import { withMode } from '../../http/livemode.js';
import { PERSON_SCOPES, SCOPES } from '../scopes.js';
import { CODE } from './one-time-codes.js';
import { allowedBy } from './roles.js';
import { ACCESS_SECONDS, type SessionTokens } from './staff-sessions.js';
import { UserDto } from './staff-users.dto.js';

const PASSWORD_MIN = 12;
const PASSWORD_MAX = 200;

function NewPasswordField(): PropertyDecorator {
  return TextField({
    description: 'The new password: twelve characters or more, any of them',
    min: PASSWORD_MIN,
    max: PASSWORD_MAX,
    example: 'four words of your own',
  });
}

function PasswordField(): PropertyDecorator {
  return TextField({ description: 'The password', max: PASSWORD_MAX, example: 'four words of your own' });
}

function CodeField({ optional = false }: { optional?: boolean } = {}): PropertyDecorator {
  return TextField({
    description: 'Six digits of the authenticator app, or a recovery code',
    min: 6,
    max: 19,
    pattern: CODE,
    optional,
    example: '287082',
  });
}

export class SignInRequest {
  @IdField({ description: 'The tenant', kind: 'tenant' })
  tenantId!: string;

  @TextField({ description: 'The e-mail address, in whatever case', min: 3, max: 254, example: 'li.wei@example.com' })
  email!: string;

  @PasswordField()
  password!: string;

  @CodeField({ optional: true })
  code?: string;
}

export class RefreshRequest {
  @TextField({ description: 'The `refreshToken` of the last answer', max: 80, example: 'er_…' })
  refreshToken!: string;
}

export class AcceptanceRequest {
  @TextField({ description: 'The invitation', max: 80, example: 'ei_…' })
  invitation!: string;

  @NewPasswordField()
  password!: string;
}

export class PasswordChangeRequest {
  @TextField({ description: 'The password of now', max: PASSWORD_MAX, example: 'four words of your own' })
  currentPassword!: string;

  @NewPasswordField()
  newPassword!: string;
}

export class PasswordProof {
  @PasswordField()
  password!: string;
}

export class CodeProof {
  @CodeField()
  code!: string;
}

export class MeDto extends UserDto {
  @TextListField({
    description: 'What the roles allow',
    max: SCOPES.length + PERSON_SCOPES.length,
    maxLength: 40,
    example: ['orders:read'],
  })
  readonly scopes!: string[];

  static of(this: void, user: SessionTokens['user']): MeDto {
    return { ...UserDto.from(user), scopes: allowedBy(user.roles) };
  }
}

export class SessionDto {
  @TextField({
    description: 'For `Authorization: Bearer …`: a signed JWT (RFC 9068)',
    max: 4_000,
    example: 'eyJhbGciOiJFZERTQSJ9.…',
  })
  readonly accessToken!: string;

  @EnumField({ description: 'How it is sent', values: ['Bearer'], example: 'Bearer' })
  readonly tokenType!: string;

  @IntegerField({ description: 'Seconds until it runs out', min: 1, example: ACCESS_SECONDS })
  readonly expiresIn!: number;

  @TextField({ description: 'For `POST /v1/sessions/refresh`; works once', max: 80, example: 'er_…' })
  readonly refreshToken!: string;

  @InstantField({ description: 'Until when', example: '2026-04-08T02:00:00.000Z' })
  readonly refreshExpiresAt!: string;

  @ObjectField(() => MeDto, { description: 'Who has signed in' })
  readonly user!: MeDto;

  static from(this: void, { user, livemode, accessToken, refreshToken, refreshExpiresAt }: SessionTokens): SessionDto {
    return {
      accessToken,
      tokenType: 'Bearer',
      expiresIn: ACCESS_SECONDS,
      refreshToken,
      refreshExpiresAt: refreshExpiresAt.toISOString(),
      user: withMode(MeDto.of(user), livemode),
    };
  }
}

export class SecondFactorDto {
  @TextField({
    description: 'The secret in base32, to type in; shown this once',
    max: 64,
    example: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  })
  readonly secret!: string;

  @TextField({ description: 'The same as an address, to show as a QR code', max: 500, example: 'otpauth://totp/…' })
  readonly address!: string;
}

export class RecoveryCodesDto {
  @TextListField({
    description: 'Each works once instead of a code of the app; shown this once',
    max: 10,
    maxLength: 19,
    example: ['7KQ2-M4VN-XW3T-PLZ5'],
  })
  readonly recoveryCodes!: string[];
}
