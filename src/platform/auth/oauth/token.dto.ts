import { EnumField, IntegerField, TextField } from '../../http/fields.js';
import { TOKEN_SECONDS } from './token-issuer.js';

export class TokenForm {
  @EnumField({
    description: 'What is shown for the token',
    values: ['client_credentials'],
    example: 'client_credentials',
  })
  readonly grant_type!: string;

  @TextField({
    description: 'Scopes separated by blanks, at most those of the client; left out: all of them',
    max: 1_000,
    optional: true,
    example: 'orders:read orders:write',
  })
  readonly scope?: string;

  @TextField({
    description: 'The id of the client, where it does not come by HTTP Basic',
    max: 40,
    optional: true,
    example: 'cli_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  readonly client_id?: string;

  @TextField({
    description: 'Its secret, where it does not come by HTTP Basic',
    max: 60,
    optional: true,
    example: 'es_test_…',
  })
  readonly client_secret?: string;
}

export class TokenDto {
  @TextField({
    description: 'For `Authorization: Bearer …`: a signed JWT (RFC 9068)',
    max: 4_000,
    example: 'eyJhbGciOiJFZERTQSJ9.…',
  })
  readonly access_token!: string;

  @EnumField({ description: 'How it is sent', values: ['Bearer'], example: 'Bearer' })
  readonly token_type!: string;

  @IntegerField({ description: 'Seconds until it runs out', min: 1, example: TOKEN_SECONDS })
  readonly expires_in!: number;

  @TextField({ description: 'What it may do', max: 2_000, example: 'orders:read orders:write' })
  readonly scope!: string;
}

export class OauthErrorDto {
  @EnumField({
    description: 'What is wrong, as RFC 6749, 5.2 has it',
    values: ['invalid_request', 'invalid_client', 'invalid_scope', 'unsupported_grant_type'],
    example: 'invalid_client',
  })
  readonly error!: string;

  @TextField({ description: 'For a person, in English', max: 500, example: 'The client was revoked' })
  readonly error_description!: string;

  @TextField({
    description: 'Where it is explained, in English and Chinese',
    max: 200,
    example: '/v1/errors/OAUTH.INVALID_CLIENT',
  })
  readonly error_uri!: string;
}
