import { ID_PREFIX, type IdKind, publicId } from '../../kernel/ids.js';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  ObjectField,
  TextField,
} from '../http/fields.js';
import { PageOf, PageQuery } from '../http/paging.js';
import { type AuditRecord } from './audit-log.js';
import { type ChainReport } from './audit-verification.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const EXAMPLE_HASH = '3f0a2c0f6d5b1c9a7e4d8b2f1a6c3e5d9b7f0a1c2d3e4f5061728394a5b6c7d8';

export class AuditQuery extends PageQuery {
  @TextField({
    description: 'Only what was done to this resource',
    max: 100,
    optional: true,
    example: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  resource?: string;

  @TextField({
    description: 'Only what this actor did',
    max: 200,
    optional: true,
    example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  actor?: string;

  @IdField({ description: 'Only what this integrator did under a mandate', kind: 'tenant', optional: true })
  actingTenant?: string;

  @TextField({ description: 'Only this action', max: 100, optional: true, example: 'customs.declaration.submission' })
  action?: string;

  @InstantField({ description: 'Not before', optional: true, example: '2026-04-01T00:00:00+08:00' })
  from?: string;

  @InstantField({ description: 'Before', optional: true, example: '2026-05-01T00:00:00+08:00' })
  until?: string;
}

export class AuditRecordDto {
  @IdField({ description: 'The line', kind: 'auditRecord' })
  readonly id!: string;

  @InstantField({ description: 'When, by the tenant’s clock', example: '2026-04-01T02:00:00.000Z' })
  readonly occurredAt!: string;

  @TextField({ description: 'Who', max: 200, example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  readonly actor!: string;

  @TextField({ description: 'What', max: 100, example: 'customs.declaration.submission' })
  readonly action!: string;

  @TextField({ description: 'Kind of the resource', max: 100, example: 'declaration' })
  readonly resourceType!: string;

  @TextField({ description: 'Which one', max: 200, example: 'dec_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  readonly resourceId!: string;

  @TextField({ description: 'Its state before', max: 100, nullable: true, example: 'draft' })
  readonly fromState!: string | null;

  @TextField({ description: 'Its state after', max: 100, nullable: true, example: 'submitting' })
  readonly toState!: string | null;

  @JsonField({ description: 'More facts', example: {} })
  readonly details!: object;

  @IdField({
    description: 'Whose credential the actor is, where it acted for this tenant; null: this tenant’s own',
    kind: 'tenant',
    nullable: true,
    example: null,
  })
  readonly actingTenant!: string | null;

  @IdField({ description: 'The mandate it acted under; null: none', kind: 'mandate', nullable: true, example: null })
  readonly mandateId!: string | null;

  static from(this: void, record: AuditRecord): AuditRecordDto {
    const { id, occurredAt, actor, action, resourceType, resourceId, fromState, toState, details } = record;
    const { actingTenant, mandateId } = record;
    return {
      id: publicId('auditRecord', id),
      occurredAt: occurredAt.toISOString(),
      actor,
      action,
      resourceType,
      resourceId: outsideId(resourceType, resourceId),
      fromState,
      toState,
      details,
      actingTenant: actingTenant === null ? null : publicId('tenant', actingTenant),
      mandateId: mandateId === null ? null : publicId('mandate', mandateId),
    };
  }
}

export class AuditPageDto extends PageOf(AuditRecordDto) {}

/** The id as the API shows it elsewhere, where the kind of resource has one. */
function outsideId(type: string, id: string): string {
  return Object.hasOwn(ID_PREFIX, type) && UUID.test(id) ? publicId(type as IdKind, id) : id;
}

class ChainBreakDto {
  @IntegerField({
    description: 'Position of the first seal that does not hold, from 1',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    example: 42,
  })
  readonly position!: number;

  @EnumField({
    description: 'The line was changed; the line is gone; or a seal is gone',
    values: ['line_changed', 'line_missing', 'seal_missing'],
    example: 'line_changed',
  })
  readonly fault!: string;

  @IdField({ description: 'The line that the seal is for', kind: 'auditRecord', nullable: true })
  readonly recordId!: string | null;
}

export class ChainReportDto {
  @BooleanField({ description: 'True: every sealed line is as it was written', example: true })
  readonly intact!: boolean;

  @IntegerField({ description: 'Lines verified, from the first on', max: Number.MAX_SAFE_INTEGER, example: 1204 })
  readonly verified!: number;

  @IntegerField({
    description: 'Lines not sealed yet; the worker seals them within moments',
    max: Number.MAX_SAFE_INTEGER,
    example: 0,
  })
  readonly unsealed!: number;

  @TextField({
    description: 'SHA-256 of the chain up to the last good line; keep it elsewhere to prove more than we can',
    max: 64,
    example: EXAMPLE_HASH,
  })
  readonly head!: string;

  @ObjectField(() => ChainBreakDto, { description: 'Where it breaks; null when intact', nullable: true })
  readonly brokenAt!: ChainBreakDto | null;

  static from({ isIntact, verified, unsealed, head, brokenAt }: ChainReport): ChainReportDto {
    return {
      intact: isIntact,
      verified: Number(verified),
      unsealed: Number(unsealed),
      head,
      brokenAt:
        brokenAt === null
          ? null
          : {
              position: Number(brokenAt.position),
              fault: brokenAt.fault,
              recordId: brokenAt.recordId === null ? null : publicId('auditRecord', brokenAt.recordId),
            },
    };
  }
}
