import { parseId, publicId } from '../../../../kernel/ids.js';
import { type Language, reasonIn } from '../../../../kernel/sentence.js';
import { CalculationDto } from '../../../../platform/http/calculation.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { wordsPattern } from '../../../../platform/http/words-pattern.js';
import { type ShipmentRequest } from '../../../application/insurance/shipment-declarations.service.js';
import { SHIPMENT_STATES } from '../../../domain/insurance/insurance-status.js';
import { type ShipmentDeclaration } from '../../../entities/shipment-declaration.entity.js';

export class DeclareShipmentDto {
  @IdField({ kind: 'order', description: 'What was shipped' })
  readonly orderId!: string;

  @DateField({
    description: 'When the goods left; as customs said, where absent',
    optional: true,
    example: '2026-11-20',
  })
  readonly shippedOn?: string;

  @DateField({
    description: 'When the buyer is to pay; by the term of the buyer limit, where absent',
    optional: true,
    example: '2027-02-18',
  })
  readonly dueOn?: string;

  static toRequest(this: void, { orderId, shippedOn, dueOn }: DeclareShipmentDto): ShipmentRequest {
    return { orderId: parseId('order', orderId), shippedOn: shippedOn ?? null, dueOn: dueOn ?? null };
  }
}

/** One shipment of which the insurer was told (出运申报). In yuan. */
export class ShipmentDeclarationDto extends CalculationDto {
  @IdField({ kind: 'shipmentDeclaration', description: 'Id; the insurer knows it by this number too' })
  readonly id!: string;

  @IdField({ kind: 'insurancePolicy', description: 'The policy' })
  readonly policyId!: string;

  @IdField({ kind: 'buyerLimit', description: 'The buyer limit that covers it' })
  readonly limitId!: string;

  @IdField({ kind: 'order', description: 'The order' })
  readonly orderId!: string;

  @EnumField({ description: 'Who declared it', values: ['automatic', 'api'] })
  readonly origin!: string;

  @EnumField({ description: 'Where it stands', values: SHIPMENT_STATES, example: 'accepted' })
  readonly state!: string;

  @DateField({ description: 'When the goods left' })
  readonly shippedOn!: string;

  @DateField({ description: 'When the buyer is to pay' })
  readonly dueOn!: string;

  @DateField({ description: 'The last day on which a loss is told of' })
  readonly noticeBy!: string;

  @MoneyField({ description: 'What the order is worth, at its plan rate' })
  readonly amount!: MoneyDto;

  @MoneyField({ description: 'What of it the buyer limit covers' })
  readonly covered!: MoneyDto;

  @MoneyField({ description: 'What the insurance costs' })
  readonly premium!: MoneyDto;

  @TextField({ description: 'The number that the insurer gave it', max: 500, nullable: true })
  readonly declarationNumber!: string | null;

  @TextField({ description: 'Why the insurer did not take it', min: 0, max: 5_000, nullable: true })
  readonly reason!: string | null;

  @InstantField({ description: 'When the premium was paid', nullable: true })
  readonly premiumPaidAt!: string | null;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was declared' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something last changed' })
  readonly updatedAt!: string;

  static from(this: void, row: ShipmentDeclaration, language: Language): ShipmentDeclarationDto {
    const { origin, state, shippedOn, dueOn, noticeBy, amount, covered, premium, declarationNumber } = row;
    return {
      id: publicId('shipmentDeclaration', row.id),
      policyId: publicId('insurancePolicy', row.policyId),
      limitId: publicId('buyerLimit', row.limitId),
      orderId: publicId('order', row.orderId),
      ...{ origin, state, shippedOn, dueOn, noticeBy, declarationNumber },
      ...{ amount: amount.toJSON(), covered: covered.toJSON(), premium: premium.toJSON() },
      reason: row.causes === null ? row.reason : reasonIn(row.causes, language),
      premiumPaidAt: row.premiumPaidAt?.toISOString() ?? null,
      ...{ rule: row.calculation.rule, steps: [...row.calculation.steps], ...stampsOf(row) },
    };
  }
}

export class ShipmentDeclarationPageDto extends PageOf(ShipmentDeclarationDto) {}

export class ShipmentDeclarationsQuery extends DatedPageQuery {
  @IdField({ kind: 'order', description: 'Only of this order', optional: true })
  orderId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'accepted,claimed',
    pattern: wordsPattern(SHIPMENT_STATES),
  })
  state?: string;
}
