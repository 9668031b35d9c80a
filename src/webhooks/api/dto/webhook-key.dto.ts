import { EnumField, ListField, TextField } from '../../../platform/http/fields.js';

class WebhookKeyDto {
  @EnumField({ description: 'Kind of key', values: ['OKP'], example: 'OKP' })
  readonly kty!: string;

  @EnumField({ description: 'Curve', values: ['Ed25519'], example: 'Ed25519' })
  readonly crv!: string;

  @TextField({ description: 'The public key', max: 43, example: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' })
  readonly x!: string;

  @TextField({ description: 'Its name', max: 40, example: 'q3Xk9vT2bLmA' })
  readonly kid!: string;

  @EnumField({ description: 'Algorithm', values: ['EdDSA'], example: 'EdDSA' })
  readonly alg!: string;

  @EnumField({ description: 'What it is for', values: ['sig'], example: 'sig' })
  readonly use!: string;

  @TextField({
    description: 'The same public key as Standard Webhooks writes it',
    max: 60,
    example: 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
  })
  readonly whpk!: string;
}

export class WebhookKeySetDto {
  @ListField(() => WebhookKeyDto, { description: 'The keys in force, of before, and to come; the newest first' })
  readonly keys!: WebhookKeyDto[];

  static from(this: void, keys: readonly { readonly id: string; readonly x: string }[]): WebhookKeySetDto {
    return {
      keys: keys.map(({ id, x }) => ({
        kty: 'OKP',
        crv: 'Ed25519',
        x,
        kid: id,
        alg: 'EdDSA',
        use: 'sig',
        whpk: `whpk_${Buffer.from(x, 'base64url').toString('base64')}`,
      })),
    };
  }
}
