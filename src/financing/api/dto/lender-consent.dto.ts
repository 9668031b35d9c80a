import { publicId } from '../../../kernel/ids.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { CONSENT_STATES, type ConsentCommand, LENDER_CONSENT } from '../../domain/lender/consent-state.js';
import { type ConsentSide, type LenderConsent } from '../../entities/lender-consents.table.js';

export class OfferLenderConsentDto {
  @TextField({
    description: 'The lender, by the code that products name it by',
    max: 50,
    example: 'partner_bank',
  })
  lender!: string;

  @IdField({ description: 'Its tenant, which shall see what it lends to yours; it tells you its id', kind: 'tenant' })
  lenderId!: string;
}

export class LenderConsentsQuery extends DatedPageQuery {
  @TextField({
    description: `Only in these states, with commas between: ${CONSENT_STATES.join(', ')}`,
    max: 100,
    pattern: wordsPattern(CONSENT_STATES),
    optional: true,
    example: 'offered,active',
  })
  state?: string;
}

export class LenderConsentDto {
  @IdField({ description: 'The consent', kind: 'lenderConsent' })
  readonly id!: string;

  @TextField({ description: 'The lender’s code, as products name it', max: 50, example: 'partner_bank' })
  readonly lender!: string;

  @IdField({ description: 'The tenant that gave it', kind: 'tenant' })
  readonly grantorId!: string;

  @TextField({ description: 'Its name when it gave it', max: 200, example: 'Ningbo Example Trading' })
  readonly grantorName!: string;

  @IdField({ description: 'The lender’s tenant', kind: 'tenant' })
  readonly lenderId!: string;

  @TextField({ description: 'Its name when it accepted; null before', max: 200, nullable: true, example: 'Demo Bank' })
  readonly lenderName!: string | null;

  @EnumField({ description: 'Where it stands', values: CONSENT_STATES, example: 'active' })
  readonly state!: string;

  @TextListField({ description: 'What you may do with it now', max: 4, maxLength: 40, example: ['revoke'] })
  readonly allowedActions!: string[];

  @TextField({
    description: 'Who gave it: the key or the person, as in the audit; null for the lender, whom that does not concern',
    max: 200,
    nullable: true,
    example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  readonly givenBy!: string | null;

  @InstantField({ description: 'When it was given', example: '2026-04-01T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'Since when the lender sees its loans; null: not yet', nullable: true, example: null })
  readonly acceptedAt!: string | null;

  @InstantField({ description: 'When it ended; null: it has not', nullable: true, example: null })
  readonly endedAt!: string | null;

  @EnumField({
    description: 'Who ended it; null: nobody has',
    values: ['grantor', 'lender'],
    nullable: true,
    example: 'grantor',
  })
  readonly endedBy!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  static of(consent: LenderConsent, side: ConsentSide): LenderConsentDto {
    const { lender, grantorName, lenderName, state, endedBy, version } = consent;
    const commands = LENDER_CONSENT.allowedActions(state);
    return {
      ...{ id: publicId('lenderConsent', consent.id), lender, state, version },
      ...{ grantorId: publicId('tenant', consent.grantorId), grantorName },
      ...{ lenderId: publicId('tenant', consent.lenderId), lenderName },
      allowedActions: commands.filter((command) => SIDE_OF[command] === side),
      givenBy: side === 'grantor' ? consent.givenBy : null,
      createdAt: consent.createdAt.toISOString(),
      acceptedAt: consent.acceptedAt?.toISOString() ?? null,
      ...{ endedAt: consent.endedAt?.toISOString() ?? null, endedBy },
    };
  }
}

const SIDE_OF: Readonly<Record<ConsentCommand, ConsentSide>> = {
  accept: 'lender',
  decline: 'lender',
  revoke: 'grantor',
};

export class LenderConsentPageDto extends PageOf(LenderConsentDto) {}
