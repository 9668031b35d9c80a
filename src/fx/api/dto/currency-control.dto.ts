import { publicId } from '../../../kernel/ids.js';
import { BooleanField, EnumField, IdField, InstantField, TextField } from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import {
  CHANNELS,
  type ControlMessage,
  type CurrencyControlSettings,
  DIRECTORY_POLICIES,
} from '../../entities/currency-control.table.js';

export class CurrencyControlSettingsDto implements CurrencyControlSettings {
  @TextField({
    description: 'Institution code of the branch (金融机构标识码): area code (6), institution (4), sequence (2)',
    pattern: /^\d{12}$/,
    max: 12,
    example: '330200000101',
  })
  readonly institutionCode!: string;

  @EnumField({
    description:
      'How the bank takes declarations: its own JSON, or ISO 20022 auth messages; by the latter it also registers contracts',
    values: CHANNELS,
    example: 'iso20022',
  })
  readonly channel!: CurrencyControlSettings['channel'];

  @BooleanField({
    description: 'Whether receipts of class A pass through the account under review (待核查账户), too',
    example: false,
  })
  readonly classAUnderReview!: boolean;

  @EnumField({
    description: 'What becomes of receipts of sellers outside the directory (名录): nothing, a warning, or a block',
    values: DIRECTORY_POLICIES,
    example: 'warn',
  })
  readonly directory!: CurrencyControlSettings['directory'];

  static from(this: void, settings: CurrencyControlSettings): CurrencyControlSettingsDto {
    const { institutionCode, channel, classAUnderReview, directory } = settings;
    return { institutionCode, channel, classAUnderReview, directory };
  }
}

export class CurrencyControlMessageDto {
  @IdField({ description: 'Id of the message', kind: 'currencyControlMessage' })
  readonly id!: string;

  @EnumField({ description: 'To the bank, or from it', values: ['out', 'in'], example: 'out' })
  readonly direction!: string;

  @TextField({ description: 'Type: `auth.018.001.02` and others, or `bop.json`', max: 40, example: 'auth.024.001.02' })
  readonly messageType!: string;

  @TextField({ description: 'Id within the message', max: 100, example: 'bop_01jdq3x7k2e9ta6v0m8r4c5wzb-1' })
  readonly messageId!: string;

  @IdField({ description: 'The declaration that it is about', kind: 'bopDeclaration', nullable: true })
  readonly declarationId!: string | null;

  @IdField({ description: 'The registered contract that it is about', kind: 'registeredContract', nullable: true })
  readonly contractId!: string | null;

  @IdField({ description: 'The letter that it is, or answers', kind: 'currencyControlLetter', nullable: true })
  readonly letterId!: string | null;

  @TextField({ description: 'The message, word for word', max: 1_000_000 })
  readonly content!: string;

  @InstantField({ description: 'When it went or came' })
  readonly createdAt!: string;

  static from(this: void, message: ControlMessage): CurrencyControlMessageDto {
    const { direction, messageType, messageId, content, declarationId, contractId, letterId } = message;
    return {
      id: publicId('currencyControlMessage', message.id),
      ...{ direction, messageType, messageId, content },
      declarationId: declarationId === null ? null : publicId('bopDeclaration', declarationId),
      contractId: contractId === null ? null : publicId('registeredContract', contractId),
      letterId: letterId === null ? null : publicId('currencyControlLetter', letterId),
      createdAt: message.createdAt.toISOString(),
    };
  }
}

export class CurrencyControlMessagePageDto extends PageOf(CurrencyControlMessageDto) {}

export class CurrencyControlMessagesQuery extends DatedPageQuery {
  @IdField({ description: 'Only of this declaration', kind: 'bopDeclaration', optional: true })
  readonly declarationId?: string;

  @IdField({ description: 'Only of this registered contract', kind: 'registeredContract', optional: true })
  readonly contractId?: string;

  @IdField({ description: 'Only of this letter', kind: 'currencyControlLetter', optional: true })
  readonly letterId?: string;
}
