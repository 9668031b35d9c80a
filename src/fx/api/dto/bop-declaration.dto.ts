import { publicId } from '../../../kernel/ids.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  DecimalField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type FullBopDeclaration } from '../../application/bop/bop-declarations.js';
import { bopFindings } from '../../domain/bop/bop-findings.js';
import { BOP } from '../../domain/bop/bop-status.js';
import { type BopDeclaration, type KeptBopLine } from '../../entities/bop-declaration.entity.js';
import { ExplanationDto } from './explanation.dto.js';

const NAME_MAX = 140;
const REMARK_MAX = 100;
const REASON_MAX = 500;

export class BopLineDto {
  @TextField({ description: 'Transaction code (交易编码)', pattern: /^\d{6}$/, max: 6, example: '121010' })
  readonly code!: string;

  @MoneyField({ description: 'Its share of the receipt' })
  readonly amount!: MoneyDto;

  @TextField({
    description: 'Remark (交易附言): 退 for a refund, 预收 for an advance, 保税 for goods under bond',
    max: REMARK_MAX,
    min: 0,
    example: '预收',
  })
  readonly remark!: string;
}

export class BopSettledDto {
  @MoneyField({ description: 'What the receipt was exchanged for', currency: 'CNY' })
  readonly amount!: MoneyJson;

  @DecimalField({ description: 'CNY for 1 unit of the currency', example: '7.0741' })
  readonly rate!: string;
}

export class BopFindingDto {
  @TextField({ description: 'Where: a JSON pointer into the declaration', max: 100, example: '/lines/0/code' })
  readonly pointer!: string;

  @TextField({ description: 'Which rule', max: 60, example: 'unknown' })
  readonly code!: string;

  @TextField({ description: 'How to mend it', max: 500 })
  readonly message!: string;
}

export class BopDeclarationDto {
  @IdField({ description: 'Id of the declaration', kind: 'bopDeclaration' })
  readonly id!: string;

  @IdField({ description: 'The receipt that is declared', kind: 'collection' })
  readonly collectionId!: string;

  @IdField({ description: 'Who declares: the seller', kind: 'party' })
  readonly sellerId!: string;

  @IdField({ description: 'The order that it pays for; null while none is known', kind: 'order', nullable: true })
  readonly orderId!: string | null;

  @EnumField({ description: 'State', values: BOP.states, example: 'draft' })
  readonly state!: string;

  @TextListField({ description: 'Commands that can be given now', values: BOP.commands, max: 5, maxLength: 40 })
  readonly allowedActions!: readonly string[];

  @TextField({
    description: 'Declaration number (申报号码): institution (12), day (6), serial of the day (4)',
    max: 22,
    example: '3302000001012611240001',
  })
  readonly number!: string;

  @IntegerField({ description: 'Counts from 1; one more with each correction', min: 1, example: 1 })
  readonly revision!: number;

  @DateField({ description: 'When the bank credited it', example: '2026-11-24' })
  readonly creditedOn!: string;

  @DateField({ description: 'Last day to declare it: five working days after the credit', example: '2026-12-01' })
  readonly dueOn!: string;

  @MoneyField({ description: 'What was credited' })
  readonly amount!: MoneyJson;

  @ObjectField(() => BopSettledDto, {
    description: 'What it was exchanged for; null while it was not, or not as a whole',
    nullable: true,
  })
  readonly settled!: BopSettledDto | null;

  @TextField({ description: 'Payer', max: NAME_MAX, nullable: true, example: 'HAMBURG HAUSHALT GMBH' })
  readonly payerName!: string | null;

  @TextField({ description: 'Country of the payer, ISO 3166-1 alpha-2', max: 2, nullable: true, example: 'DE' })
  readonly payerCountry!: string | null;

  @ListField(() => BopLineDto, { description: 'One or two transactions', min: 0, max: 2 })
  readonly lines!: readonly KeptBopLine[];

  @TextField({ description: 'Contract', max: 100, nullable: true, example: 'NB-2026-118' })
  readonly contractNumber!: string | null;

  @TextField({ description: 'Invoice', max: 100, nullable: true, example: 'SO-1' })
  readonly invoiceNumber!: string | null;

  @BooleanField({ description: 'Whether the goods are under bond', example: false })
  readonly isBonded!: boolean;

  @ListField(() => BopFindingDto, {
    description: 'What the bank would send back; empty where it can be submitted',
    max: 50,
  })
  readonly findings!: readonly BopFindingDto[];

  @ObjectField(() => ExplanationDto, { description: 'How its code was proposed' })
  readonly proposal!: ExplanationDto;

  @TextField({
    description: 'Id of the latest message to the bank; null while there was none',
    max: 40,
    nullable: true,
    example: 'bop_01jdq3x7k2e9ta6v0m8r4c5wzb-1',
  })
  readonly messageId!: string | null;

  @TextField({ description: 'Why the bank sent it back', max: 60, nullable: true, example: 'BE08' })
  readonly reasonCode!: string | null;

  @TextField({ description: 'The same in the bank’s words', max: 1_000, nullable: true })
  readonly reason!: string | null;

  @TextField({ description: 'Why it was corrected last', max: REASON_MAX, nullable: true })
  readonly whyCorrected!: string | null;

  @TextField({ description: 'The bank’s own reference', max: 100, nullable: true, example: 'BOP795000001' })
  readonly bankReference!: string | null;

  @InstantField({ description: 'When the bank should have answered; null when nothing is awaited', nullable: true })
  readonly expectedBy!: string | null;

  @InstantField({ description: 'When the bank last said yes or no', nullable: true })
  readonly decidedAt!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was drafted' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, declaration: BopDeclaration, language: Language): BopDeclarationDto {
    const { state, number, revision, creditedOn, dueOn, settled, attempt, orderId } = declaration;
    const { reasonCode, reason, whyCorrected, bankReference, content, proposal } = declaration;
    const isOpen = state === 'draft';
    return {
      id: publicId('bopDeclaration', declaration.id),
      collectionId: publicId('collection', declaration.collectionId),
      sellerId: publicId('party', declaration.partyId),
      orderId: orderId === null ? null : publicId('order', orderId),
      ...{ state, number, revision, creditedOn, dueOn, settled, reasonCode, reason, whyCorrected, bankReference },
      allowedActions: BOP.allowedActions(state),
      amount: declaration.amount.toJSON(),
      ...content,
      findings: (isOpen ? bopFindings(declaration.said) : []).map(({ pointer, code, message }) => ({
        ...{ pointer, code, message: told(message, language) },
      })),
      proposal: ExplanationDto.from(proposal),
      messageId: attempt === 0 ? null : declaration.messageId,
      expectedBy: declaration.expectedBy?.toISOString() ?? null,
      decidedAt: declaration.decidedAt?.toISOString() ?? null,
      ...stampsOf(declaration),
    };
  }
}

export class BopDeclarationPageDto extends PageOf(BopDeclarationDto) {}

export class BopContentDto {
  @TextField({ description: 'Payer', max: NAME_MAX, nullable: true })
  readonly payerName!: string | null;

  @TextField({ description: 'Country of the payer', max: 2, nullable: true })
  readonly payerCountry!: string | null;

  @ListField(() => BopLineDto, { description: 'Transactions', max: 2 })
  readonly lines!: readonly KeptBopLine[];

  @TextField({ description: 'Contract', max: 100, nullable: true })
  readonly contractNumber!: string | null;

  @TextField({ description: 'Invoice', max: 100, nullable: true })
  readonly invoiceNumber!: string | null;

  @BooleanField({ description: 'Whether the goods are under bond' })
  readonly isBonded!: boolean;
}

export class BopRevisionDto {
  @IntegerField({ description: 'Which revision', min: 1, example: 1 })
  readonly revision!: number;

  @EnumField({ description: 'How it stood', values: BOP.states, example: 'accepted' })
  readonly state!: string;

  @ObjectField(() => BopContentDto, { description: 'What it said' })
  readonly content!: BopContentDto;

  @TextField({ description: 'Why it was corrected, or deleted', max: REASON_MAX })
  readonly reason!: string;

  @InstantField({ description: 'When' })
  readonly keptAt!: string;
}

export class BopDeclarationDetailsDto extends BopDeclarationDto {
  @ListField(() => BopRevisionDto, {
    description: 'What it said before it was corrected or deleted',
    min: 0,
    max: 1_000,
  })
  readonly revisions!: readonly BopRevisionDto[];

  static of(this: void, { declaration, revisions }: FullBopDeclaration, language: Language): BopDeclarationDetailsDto {
    return {
      ...BopDeclarationDto.from(declaration, language),
      revisions: revisions.map(({ revision, state, content, whyCorrected, keptAt }) => ({
        ...{ revision, state, reason: whyCorrected, keptAt: keptAt.toISOString() },
        content: content as BopContentDto,
      })),
    };
  }
}
