import { publicId } from '../../kernel/ids.js';
import { NewApiKeyDto } from '../auth/keys/api-keys.dto.js';
import { CURRENT_API_VERSION } from '../http/api-version.js';
import {
  BooleanField,
  DateField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../http/fields.js';
import { withMode } from '../http/livemode.js';
import { type Principal } from '../http/request.js';
import { type Seeded } from './sandbox-seed.js';
import { type SandboxTenant } from './sandbox-tenants.js';

export class SandboxTenantRequest {
  @TextField({ description: 'For whom or what it is', max: 100, example: 'Trial of Ningbo Example Trading' })
  name!: string;
}

class SeededDto {
  @TextField({ description: 'Its id', max: 40, example: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  readonly id!: string;

  @TextField({ description: 'What it is', max: 40, example: 'seller' })
  readonly kind!: string;

  @TextField({ description: 'Which of its kind, where there are several', max: 40, nullable: true, example: 'trading' })
  readonly variant!: string | null;

  @TextField({ description: 'Its reference', max: 64, example: 'SANDBOX-SELLER-TRADING' })
  readonly reference!: string;

  @TextField({ description: 'Its name', max: 200, example: '宁波示例照明进出口有限公司' })
  readonly name!: string;

  static from(this: void, { id, kind, variant, reference, name }: Seeded): SeededDto {
    return { id, kind, variant, reference, name };
  }
}

export class SandboxTenantDto {
  @IdField({ description: 'The tenant', kind: 'tenant' })
  readonly id!: string;

  @TextField({ description: 'For whom or what it is', max: 100, example: 'Trial of Ningbo Example Trading' })
  readonly name!: string;

  @BooleanField({ description: 'False: its partners are simulated, and no money moves', example: false })
  readonly livemode!: boolean;

  @ObjectField(() => NewApiKeyDto, { description: 'Its first key, with every scope; the secret is shown this once' })
  readonly firstKey!: NewApiKeyDto;

  @ListField(() => SeededDto, { description: 'What it has from the start, to place orders with' })
  readonly seed!: SeededDto[];

  static from(this: void, { tenantId, name, key, seed }: SandboxTenant): SandboxTenantDto {
    return {
      id: publicId('tenant', tenantId),
      name,
      livemode: false,
      firstKey: withMode(NewApiKeyDto.fromNew(key), false),
      seed: seed.map(SeededDto.from),
    };
  }
}

export class SandboxResetRequest {
  @IdField({ description: 'Whose data is to be erased: the tenant of your credential', kind: 'tenant' })
  tenantId!: string;
}

export class SandboxResetDto {
  @IdField({ description: 'The tenant, which is empty now', kind: 'tenant' })
  readonly tenantId!: string;

  @IntegerField({ description: 'How many rows were erased', example: 1_284 })
  readonly erased!: number;
}

export class TenantDto {
  @IdField({ description: 'The tenant', kind: 'tenant' })
  readonly id!: string;

  @TextField({ description: 'For whom or what it is', max: 200, example: 'Ningbo Example Trading' })
  readonly name!: string;

  @BooleanField({ description: 'False: a sandbox tenant, whose partners are simulated', example: false })
  readonly livemode!: boolean;

  @DateField({
    description: 'The version of the API that this request is answered in',
    example: CURRENT_API_VERSION,
  })
  readonly apiVersion!: string;

  @TextListField({
    description: 'What the credential may do',
    max: 100,
    maxLength: 40,
    example: ['orders:read', 'orders:write'],
  })
  readonly scopes!: string[];

  static of(caller: Principal, name: string): TenantDto {
    const { tenantId, livemode, apiVersion, scopes } = caller;
    return { id: publicId('tenant', tenantId), name, livemode, apiVersion, scopes: [...scopes] };
  }
}
