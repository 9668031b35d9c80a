import { Column, Entity } from 'typeorm';

import { TenantKey } from '../../platform/database/columns.js';
import { sealedAccount } from '../../platform/database/sealed-fields.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  type BankAccount,
  type EnterpriseKind,
  type PartyKind,
  type PartyTerms,
  type TaxData,
} from '../domain/party.js';
import { checkParty, warningsOf } from '../domain/party-rules.js';

/** A company that takes part in trade: seller, buyer or supplier. */
@Entity({ schema: 'parties', name: 'party' })
export class Party implements Versioned {
  @TenantKey('party')
  readonly tenantId!: string;

  @TenantKey('party')
  readonly id!: string;

  @Column('text')
  readonly kind!: PartyKind;

  @Column('text')
  readonly reference!: string;

  @Column('text')
  readonly name!: string;

  @Column('text', { nullable: true })
  readonly nameEn!: string | null;

  @Column('char', { length: 2 })
  readonly country!: string;

  @Column('text')
  readonly address!: string;

  @Column('text', { nullable: true })
  readonly uscc!: string | null;

  @Column('text', { nullable: true })
  readonly customsCode!: string | null;

  @Column('text', { nullable: true })
  readonly enterpriseKind!: EnterpriseKind | null;

  @Column('jsonb', { nullable: true, transformer: sealedAccount })
  readonly bankAccount!: BankAccount | null;

  @Column('jsonb', { nullable: true })
  readonly tax!: TaxData | null;

  @Column('text', { array: true })
  readonly aliases!: string[];

  /** What is odd and may be right all the same; worked out whenever it is written. */
  @Column('text', { array: true })
  readonly warnings!: string[];

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** @throws InvalidInputError with every broken rule */
  static enter(key: { tenantId: string; id: string; now: Date }, terms: PartyTerms): Party {
    checkParty(terms);
    const { tenantId, id, now } = key;
    const warnings = warningsOf(terms);
    return Object.assign(new Party(), { ...terms, tenantId, id, warnings, version: 1, createdAt: now, updatedAt: now });
  }

  /** The kind stays: orders rely on it. @throws InvalidInputError with every broken rule */
  amend(change: Partial<Omit<PartyTerms, 'kind'>>, now: Date): void {
    const terms: PartyTerms = { ...this.terms, ...change };
    checkParty(terms);
    Object.assign(this, { ...terms, warnings: warningsOf(terms), updatedAt: now });
  }

  private get terms(): PartyTerms {
    const { kind, reference, name, nameEn, country, address, uscc, customsCode, enterpriseKind, ...rest } = this;
    const { bankAccount, tax, aliases } = rest;
    return {
      kind,
      reference,
      name,
      nameEn,
      country,
      address,
      uscc,
      customsCode,
      enterpriseKind,
      bankAccount,
      tax,
      aliases,
    };
  }
}
