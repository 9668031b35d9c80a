import { EnumField, TextField } from '../../../platform/http/fields.js';
import { ASSET_KINDS, type AssetKind } from '../../application/pledges.service.js';

export class PledgeCheckQuery {
  @EnumField({ description: 'What it is', values: ASSET_KINDS, example: 'declaration' })
  kind!: AssetKind;

  @TextField({ description: 'Its number, as its issuer wrote it', max: 50, example: '310420260000000017' })
  number!: string;
}

export class PledgeCheckDto {
  @EnumField({ description: 'What it is', values: ASSET_KINDS, example: 'declaration' })
  readonly kind!: string;

  @EnumField({ description: 'Whether it backs a loan already, of whatever tenant', values: ['free', 'used'] })
  readonly outcome!: string;
}
