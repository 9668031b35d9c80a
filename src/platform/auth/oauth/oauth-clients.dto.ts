import { publicId } from '../../../kernel/ids.js';
import { CURRENT_API_VERSION } from '../../http/api-version.js';
import {
  BooleanField,
  DateField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
  TextListField,
} from '../../http/fields.js';
import { PageOf } from '../../http/paging.js';
import { AllowedNetworksField, SignatureKeyField } from '../restriction-fields.js';
import { SCOPES } from '../scopes.js';
import { type NewOauthClient, type OauthClient } from './oauth-clients.js';

export class OauthClientRequest {
  @TextField({ description: 'For whom or what it is', max: 100, example: 'Marketplace of Ningbo Example Trading' })
  name!: string;

  @TextListField({
    description: 'What its tokens may do at most; at most what the caller may do',
    min: 1,
    max: SCOPES.length,
    maxLength: 40,
    values: SCOPES,
    example: ['orders:read', 'orders:write'],
  })
  scopes!: string[];

  @AllowedNetworksField({ optional: true })
  allowedNetworks?: string[] | null;

  @SignatureKeyField({ optional: true })
  signatureKey?: string | null;
}

export class SecretRotationRequest {
  @InstantField({
    description:
      'Until when the old secret works beside the new one, at most 30 days ahead; null or left out: it ends now, and every token with it',
    optional: true,
    nullable: true,
    example: '2099-12-31T00:00:00Z',
  })
  oldSecretExpiresAt?: string | null;
}

export class ClientSecretDto {
  @TextField({ description: 'The last four signs of the secret', max: 4, example: 'x7Qz' })
  readonly lastFour!: string;

  @InstantField({ description: 'When it was made', example: '2026-04-01T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it ends; null: it does not', nullable: true, example: null })
  readonly expiresAt!: string | null;
}

export class OauthClientDto {
  @IdField({ description: 'The `client_id`', kind: 'oauthClient' })
  readonly id!: string;

  @TextField({ description: 'For whom or what it is', max: 100, example: 'Marketplace of Ningbo Example Trading' })
  readonly name!: string;

  @TextListField({ description: 'What its tokens may do at most', max: 100, maxLength: 40, example: ['orders:read'] })
  readonly scopes!: string[];

  @DateField({
    description: 'The version of the API it is pinned to: the current one when it was made',
    example: CURRENT_API_VERSION,
  })
  readonly apiVersion!: string;

  @AllowedNetworksField({})
  readonly allowedNetworks!: string[] | null;

  @SignatureKeyField({})
  readonly signatureKey!: string | null;

  @BooleanField({ description: 'Whether requests with its tokens must be signed', example: false })
  readonly requiresSignature!: boolean;

  @ListField(() => ClientSecretDto, { description: 'The secrets that work, newest first', max: 2 })
  readonly secrets!: ClientSecretDto[];

  @InstantField({ description: 'When it was made', example: '2026-04-01T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'Since when it is refused; null: it is not', nullable: true, example: null })
  readonly revokedAt!: string | null;

  @InstantField({ description: 'When it was last used, to the minute; null: never', nullable: true, example: null })
  readonly lastUsedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  static from(this: void, client: OauthClient): OauthClientDto {
    const { id, name, scopes, apiVersion, allowedNetworks, signatureKey, secrets, version } = client;
    return {
      id: publicId('oauthClient', id),
      name,
      scopes: [...scopes],
      apiVersion,
      allowedNetworks: allowedNetworks === null ? null : [...allowedNetworks],
      signatureKey,
      requiresSignature: signatureKey !== null,
      secrets: secrets.map(({ lastFour, createdAt, expiresAt }) => ({
        lastFour,
        createdAt: new Date(createdAt).toISOString(),
        expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
      })),
      createdAt: client.createdAt.toISOString(),
      revokedAt: client.revokedAt?.toISOString() ?? null,
      lastUsedAt: client.lastUsedAt?.toISOString() ?? null,
      version,
    };
  }
}

export class NewOauthClientDto extends OauthClientDto {
  @TextField({
    description: 'The `client_secret`, shown this once; null when the request is repeated under its Idempotency-Key',
    max: 60,
    nullable: true,
    example: 'es_test_…',
  })
  readonly clientSecret!: string | null;

  static fromNew(this: void, client: NewOauthClient): NewOauthClientDto {
    return { ...OauthClientDto.from(client), clientSecret: client.secret };
  }

  /** What may be kept: no secret is ever stored. */
  static withoutSecret(this: void, shown: NewOauthClientDto): NewOauthClientDto {
    return { ...shown, clientSecret: null };
  }
}

export class OauthClientPageDto extends PageOf(OauthClientDto) {}
