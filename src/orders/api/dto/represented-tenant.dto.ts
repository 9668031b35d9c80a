import { publicId } from '../../../kernel/ids.js';
import { MandateLimitsDto } from '../../../platform/auth/mandates/mandates.dto.js';
import { limitsOf } from '../../../platform/auth/mandates/mandate-rows.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { COUNTED_MAX, type Represented } from '../../application/represented-orders.js';
import { ORDER_STATES } from '../../domain/trade-order.js';

class StateCountDto {
  @EnumField({ description: 'The state', values: ORDER_STATES, example: 'in_progress' })
  readonly state!: string;

  @IntegerField({
    description: `How many orders are in it; ${COUNTED_MAX} stands for so many or more`,
    max: COUNTED_MAX,
    example: 12,
  })
  readonly count!: number;
}

export class RepresentedTenantDto {
  @IdField({ description: 'The tenant: what `Acting-For` names', kind: 'tenant' })
  readonly tenantId!: string;

  @TextField({ description: 'Its name when it granted', max: 200, example: 'Ningbo Example Trading' })
  readonly name!: string;

  @IdField({ description: 'The mandate that holds', kind: 'mandate' })
  readonly mandateId!: string;

  @TextListField({ description: 'What you may do there at most', max: 100, maxLength: 40, example: ['orders:read'] })
  readonly scopes!: string[];

  @ObjectField(() => MandateLimitsDto, { description: 'What you may move; null: as much as there is', nullable: true })
  readonly limits!: MandateLimitsDto | null;

  @InstantField({ description: 'When the mandate ends', example: '2027-04-01T02:00:00.000Z' })
  readonly expiresAt!: string;

  @ListField(() => StateCountDto, {
    description: 'Its orders by state; empty where mandate and credential do not both have `orders:read`',
    max: ORDER_STATES.length,
  })
  readonly orders!: StateCountDto[];

  static from(this: void, { mandate, orders }: Represented): RepresentedTenantDto {
    const limits = limitsOf(mandate);
    return {
      tenantId: publicId('tenant', mandate.grantorId),
      name: mandate.grantorName,
      mandateId: publicId('mandate', mandate.id),
      scopes: [...mandate.scopes],
      limits: limits === null ? null : MandateLimitsDto.from(limits),
      expiresAt: mandate.expiresAt.toISOString(),
      orders: [...orders],
    };
  }
}

export class RepresentedTenantPageDto extends PageOf(RepresentedTenantDto) {}
