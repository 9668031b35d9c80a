import { type MandateLimits } from '../../database/caller.js';
import { publicId } from '../../../kernel/ids.js';
import { type Money } from '../../../kernel/money.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../http/fields.js';
import { DatedPageQuery, PageOf } from '../../http/paging.js';
import { wordsPattern } from '../../http/words-pattern.js';
import { MANDATE_SCOPES } from '../scopes.js';
import { limitsOf, type Mandate } from './mandate-rows.js';
import { ANSWERS, MANDATE } from './mandate-state.js';

const ROLES = ['granted', 'received'] as const;

export class MandateLimitsDto {
  @MoneyField({
    description: 'What one command may move at most; null or left out: no such limit',
    positive: true,
    optional: true,
    nullable: true,
  })
  perCommand?: MoneyDto | null;

  @MoneyField({
    description:
      'What all commands of a day of China’s time may move together, of the same currency; null or left out: no such limit',
    positive: true,
    optional: true,
    nullable: true,
  })
  perDay?: MoneyDto | null;

  static from(this: void, { perCommand, perDay }: MandateLimits): MandateLimitsDto {
    const shown = (money: Money | null): MoneyDto | null => money?.toJSON() ?? null;
    return { perCommand: shown(perCommand), perDay: shown(perDay) };
  }
}

export class MandateRequest {
  @IdField({ description: 'The tenant that shall act for yours; it tells you its id', kind: 'tenant' })
  integratorId!: string;

  @TextListField({
    description:
      'What it may do at most, with credentials that may do the same; at most what the caller may do. Keys, users, mandates, and webhooks to change, cannot be granted',
    min: 1,
    max: MANDATE_SCOPES.length,
    maxLength: 40,
    values: MANDATE_SCOPES,
    example: ['orders:read', 'orders:write', 'parties:read'],
  })
  scopes!: string[];

  @ObjectField(() => MandateLimitsDto, {
    description:
      'What it may move, in one currency: counted are conversions, advances, and payouts that are ordered anew; what moves nothing of that currency is refused. Null or left out: no limit',
    optional: true,
    nullable: true,
  })
  limits?: MandateLimitsDto | null;

  @InstantField({
    description: 'When it ends, at most three years from now; null or left out: in a year',
    optional: true,
    nullable: true,
    example: null,
  })
  expiresAt?: string | null;
}

export class MandatesQuery extends DatedPageQuery {
  @EnumField({
    description: 'Only those that the tenant has granted, or has received',
    values: ROLES,
    optional: true,
    example: 'received',
  })
  role?: (typeof ROLES)[number];

  @TextField({
    description: `Only in these states, with commas between: ${MANDATE.states.join(', ')}`,
    max: 100,
    pattern: wordsPattern(MANDATE.states),
    optional: true,
    example: 'offered,active',
  })
  state?: string;
}

export class MandateDto {
  @IdField({ description: 'The mandate', kind: 'mandate' })
  readonly id!: string;

  @EnumField({ description: 'Your side: you have granted it, or received it', values: ROLES, example: 'granted' })
  readonly role!: string;

  @IdField({ description: 'Who lets the other act', kind: 'tenant' })
  readonly grantorId!: string;

  @TextField({ description: 'Its name when it granted', max: 200, example: 'Ningbo Example Trading' })
  readonly grantorName!: string;

  @IdField({ description: 'Who may act', kind: 'tenant' })
  readonly integratorId!: string;

  @TextField({
    description: 'Its name when it accepted; null before',
    max: 200,
    nullable: true,
    example: 'Hangzhou Example Software',
  })
  readonly integratorName!: string | null;

  @TextListField({ description: 'What it may do at most', max: 100, maxLength: 40, example: ['orders:read'] })
  readonly scopes!: string[];

  @ObjectField(() => MandateLimitsDto, { description: 'What it may move; null: as much as there is', nullable: true })
  readonly limits!: MandateLimitsDto | null;

  @EnumField({ description: 'Where it stands', values: MANDATE.states, example: 'active' })
  readonly state!: string;

  @TextListField({
    description: 'What you may do with it now',
    max: 4,
    maxLength: 40,
    example: ['revoke'],
  })
  readonly allowedActions!: string[];

  @InstantField({ description: 'When it was offered', example: '2026-04-01T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it ends, accepted or not', example: '2027-04-01T02:00:00.000Z' })
  readonly expiresAt!: string;

  @InstantField({
    description: 'Since when the integrator may act; null: it never could',
    nullable: true,
    example: null,
  })
  readonly acceptedAt!: string | null;

  @InstantField({ description: 'When it was ended; null: it was not', nullable: true, example: null })
  readonly endedAt!: string | null;

  @EnumField({
    description: 'Who ended it; null: nobody has',
    values: ['grantor', 'integrator', 'clock'],
    nullable: true,
    example: 'grantor',
  })
  readonly endedBy!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  static from(this: void, mandate: Mandate): MandateDto {
    const { id, role, grantorId, grantorName, integratorId, integratorName, state, endedBy, version } = mandate;
    const limits = limitsOf(mandate);
    return {
      id: publicId('mandate', id),
      role,
      grantorId: publicId('tenant', grantorId),
      grantorName,
      integratorId: publicId('tenant', integratorId),
      integratorName,
      scopes: [...mandate.scopes],
      limits: limits === null ? null : MandateLimitsDto.from(limits),
      state,
      allowedActions: MANDATE.allowedActions(state).filter((action) => role === 'received' || !ANSWERS.has(action)),
      createdAt: mandate.createdAt.toISOString(),
      expiresAt: mandate.expiresAt.toISOString(),
      acceptedAt: mandate.acceptedAt?.toISOString() ?? null,
      endedAt: mandate.endedAt?.toISOString() ?? null,
      endedBy,
      version,
    };
  }
}

export class MandatePageDto extends PageOf(MandateDto) {}
