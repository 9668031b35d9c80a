import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Caller } from '../../platform/partners/partner-client.js';
import { type Asset } from '../domain/asset.js';

/** A pledge that is to be registered for a lender. */
export interface RegistrationRequest {
  /** Ours; the registry answers a repeated one with its first answer, so asking twice is safe. */
  readonly reference: string;
  readonly debtor: { readonly name: string; readonly uscc: string };
  /** Who is secured: the lender, never the platform. */
  readonly creditor: { readonly code: string; readonly name: string };
  readonly secured: Money;
  readonly expiresOn: LocalDate;
  readonly collateral: readonly Asset[];
}

/** It stands in the register. */
export interface Registered {
  readonly registrationNumber: string;
  readonly registeredOn: LocalDate;
}

/** Why it does not, for good. */
export interface NotRegistered {
  /** True where it is registered for somebody else; who that is is not told. */
  readonly isTaken: boolean;
  readonly reason: string;
}

/**
 * A register of security over movables: the unified register of the credit reference centre (中登网).
 *
 * @throws PartnerUnavailableError no answer, one that cannot be read, or not decided yet: ask again under the same reference
 * @throws PartnerRejectedError a final no to what is not answered otherwise
 */
export abstract class Registry {
  abstract register(caller: Caller, request: RegistrationRequest): Promise<Registered | NotRegistered>;
  /** @param renewal ours, one per renewal */
  abstract renew(caller: Caller, reference: string, renewal: { reference: string; until: LocalDate }): Promise<void>;
  /** Of what the registry does not know nothing is cancelled, which is well. */
  abstract cancel(caller: Caller, reference: string): Promise<void>;
}
