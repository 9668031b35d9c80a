import { publicId } from '../../../kernel/ids.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { type FullContract } from '../../application/contracts/registered-contracts.js';
import { MESSAGE_TYPES } from '../../domain/contracts/contract-filing.js';
import { CONTROL_REQUEST, REQUEST_KINDS } from '../../domain/contracts/control-request-status.js';
import { ORDERS_MAX, REGISTERED_CONTRACT } from '../../domain/contracts/registered-contract-status.js';
import { type ControlRequest } from '../../entities/control-request.entity.js';
import { type RegisteredContract } from '../../entities/registered-contract.entity.js';

const NUMBER = { max: 35, example: 'NB-2026-118' } as const;
const ANSWER = { description: 'Why the bank refused, its code', max: 60, nullable: true, example: 'NARR' } as const;
const ANSWER_WORDS = { description: 'The same in its words', max: 1_000, nullable: true } as const;

export class ContractTermsDto {
  @TextField({ description: 'The number on the contract itself', ...NUMBER })
  readonly contractNumber!: string;

  @MoneyField({ description: 'What it is about, in the currency of its orders' })
  readonly amount!: MoneyDto;

  @DateField({ description: 'When it was signed', example: '2026-11-02' })
  readonly startsOn!: string;

  @DateField({ description: 'By when goods and money have moved', example: '2027-06-30' })
  readonly endsOn!: string;
}

export class RegisteredContractDto {
  @IdField({ description: 'Id of the registered contract', kind: 'registeredContract' })
  readonly id!: string;

  @IdField({ description: 'Whose contract: the seller', kind: 'party' })
  readonly sellerId!: string;

  @TextListField({
    description:
      'The orders under it: of one seller, one buyer and one currency. Events of the contract are in the timeline of the first',
    min: 1,
    max: ORDERS_MAX,
    maxLength: 30,
  })
  readonly orderIds!: readonly string[];

  @EnumField({ description: 'State', values: REGISTERED_CONTRACT.states, example: 'registered' })
  readonly state!: string;

  @TextListField({
    description: 'Commands that can be given now',
    values: REGISTERED_CONTRACT.commands,
    max: 2,
    maxLength: 40,
  })
  readonly allowedActions!: readonly string[];

  @ObjectField(() => ContractTermsDto, { description: 'As the bank has registered it; until then, as it was asked to' })
  readonly terms!: ContractTermsDto;

  @ObjectField(() => ContractTermsDto, {
    description: 'What the bank is asked to register instead; null while it is asked nothing',
    nullable: true,
  })
  readonly proposed!: ContractTermsDto | null;

  @TextField({ description: 'The buyer, as the bank is told', max: 200, example: 'HAMBURG HAUSHALT GMBH' })
  readonly buyerName!: string;

  @TextField({ description: 'The bank, by its BIC', max: 11, example: 'SBXCCNBJXXX' })
  readonly bankBic!: string;

  @TextField({
    description: 'The bank’s own number of it; null until it has registered it',
    max: 35,
    nullable: true,
    example: 'SBX2026000000118',
  })
  readonly registrationNumber!: string | null;

  @DateField({ description: 'When the bank registered it', nullable: true, example: '2026-11-24' })
  readonly registeredOn!: string | null;

  @DateField({ description: 'When the bank closed it', nullable: true, example: '2027-06-30' })
  readonly closedOn!: string | null;

  @TextField({ description: 'Why it is, or is to be, closed', max: 35, nullable: true, example: 'Fulfilled' })
  readonly closureReason!: string | null;

  @TextField(ANSWER)
  readonly reasonCode!: string | null;

  @TextField(ANSWER_WORDS)
  readonly reason!: string | null;

  @InstantField({ description: 'When the bank should have answered; null when nothing is awaited', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When the bank was asked to register it' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, contract: RegisteredContract): RegisteredContractDto {
    const { state, terms, proposed, parties, registrationNumber, registeredOn, closedOn } = contract;
    const { closureReason, reasonCode, reason, expectedBy } = contract;
    return {
      id: publicId('registeredContract', contract.id),
      sellerId: publicId('party', contract.partyId),
      orderIds: contract.orderIds.map((id) => publicId('order', id)),
      ...{ state, terms, proposed, registrationNumber, registeredOn, closedOn, closureReason, reasonCode, reason },
      allowedActions: REGISTERED_CONTRACT.allowedActions(state),
      ...{ buyerName: parties.buyer, bankBic: parties.bic, expectedBy: expectedBy?.toISOString() ?? null },
      ...stampsOf(contract),
    };
  }
}

export class RegisteredContractPageDto extends PageOf(RegisteredContractDto) {}

export class ControlRequestDto {
  @IdField({ description: 'Id of the request, and of its message', kind: 'controlRequest' })
  readonly id!: string;

  @EnumField({ description: 'What the bank was asked', values: REQUEST_KINDS, example: 'statement' })
  readonly kind!: string;

  @TextField({ description: 'Type of the message', max: 20, example: 'auth.023.001.02' })
  readonly messageType!: string;

  @EnumField({ description: 'What came of it', values: CONTROL_REQUEST.states, example: 'accepted' })
  readonly state!: string;

  @JsonField({ description: 'What was asked, as it was ordered' })
  readonly content!: Record<string, unknown>;

  @JsonField({
    description:
      'What the bank said: of a statement what it has (`terms`, `differences` from those here, `turnover`, `transactions`, ' +
      '`documents`), of a registration or amendment the `differences` from what it was asked; null where it said no more than yes or no',
    nullable: true,
  })
  readonly result!: Record<string, unknown> | null;

  @IdField({ description: 'The letter that it is, or answers', kind: 'currencyControlLetter', nullable: true })
  readonly letterId!: string | null;

  @TextField(ANSWER)
  readonly reasonCode!: string | null;

  @TextField(ANSWER_WORDS)
  readonly reason!: string | null;

  @InstantField({ description: 'When the bank should have answered; null when nothing is awaited', nullable: true })
  readonly expectedBy!: string | null;

  @InstantField({ description: 'When the bank answered', nullable: true })
  readonly decidedAt!: string | null;

  @InstantField({ description: 'When it was ordered' })
  readonly createdAt!: string;

  static from(this: void, request: ControlRequest): ControlRequestDto {
    const { kind, state, content, result, letterId, reasonCode, reason, expectedBy, decidedAt, createdAt } = request;
    return {
      id: request.messageId,
      ...{ kind, state, content: { ...content }, result, reasonCode, reason, messageType: MESSAGE_TYPES[kind] },
      letterId: letterId === null ? null : publicId('currencyControlLetter', letterId),
      expectedBy: expectedBy?.toISOString() ?? null,
      decidedAt: decidedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    };
  }
}

export class RegisteredContractDetailsDto extends RegisteredContractDto {
  @ListField(() => ControlRequestDto, {
    description: 'What the bank was asked about it, the latest 100, newest first',
    min: 0,
    max: 100,
  })
  readonly requests!: readonly ControlRequestDto[];

  static of(this: void, { contract, requests }: FullContract): RegisteredContractDetailsDto {
    return { ...RegisteredContractDto.from(contract), requests: requests.map(ControlRequestDto.from) };
  }
}
