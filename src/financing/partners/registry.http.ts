import { Injectable } from '@nestjs/common';

import { isLocalDate, type LocalDate } from '../../kernel/local-date.js';
import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { type Caller, PartnerClient } from '../../platform/partners/partner-client.js';
import { SAY } from '../domain/financing.sentences.js';
import { type NotRegistered, type Registered, type RegistrationRequest, Registry } from './registry.port.js';

interface RegistrationMessage {
  readonly status?: unknown;
  readonly registrationNumber?: unknown;
  readonly registeredOn?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
}

/** A register that speaks JSON over HTTPS; the format stands in docs/sandbox.md. */
@Injectable()
export class HttpRegistry extends Registry {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override async register(caller: Caller, request: RegistrationRequest): Promise<Registered | NotRegistered> {
    const { reference, debtor, creditor, secured, expiresOn, collateral } = request;
    const body = JSON.stringify({ reference, kind: 'pledge', debtor, creditor, secured, expiresOn, collateral });
    const partner = 'registry';
    const path = '/registrations';
    try {
      const asked = await this.client.call(caller, {
        ...{ partner, operation: 'register-pledge', reference, method: 'POST', path, body },
      });
      const answer = parse(asked.body);
      // A repeated request has its first answer: how it stands by now is asked for.
      return registered(answer.status === 'pending' ? await this.inquire(caller, reference) : answer, reference);
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      return notRegistered(error);
    }
  }

  override async renew(
    caller: Caller,
    reference: string,
    renewal: { readonly reference: string; readonly until: LocalDate },
  ): Promise<void> {
    await this.client.call(caller, {
      ...{ partner: 'registry', operation: 'renew-pledge', reference: renewal.reference, method: 'POST' },
      path: `/registrations/${encodeURIComponent(reference)}/renewals`,
      body: JSON.stringify({ renewalReference: renewal.reference, expiresOn: renewal.until }),
    });
  }

  override async cancel(caller: Caller, reference: string): Promise<void> {
    await this.client.find(caller, {
      ...{ partner: 'registry', operation: 'cancel-pledge', reference, method: 'POST' },
      path: `/registrations/${encodeURIComponent(reference)}/cancellation`,
      body: JSON.stringify({ reason: 'debt_settled' }),
    });
  }

  private async inquire(caller: Caller, reference: string): Promise<RegistrationMessage> {
    const path = `/registrations/${encodeURIComponent(reference)}`;
    const answer = await this.client.find(caller, {
      ...{ partner: 'registry', operation: 'get-registration', reference, method: 'GET', path },
    });
    return answer === null ? {} : parse(answer.body);
  }
}

/** @throws PartnerUnavailableError while it is not decided, or the answer says nothing that is known */
function registered({ status, registrationNumber, registeredOn }: RegistrationMessage, reference: string): Registered {
  const isText = typeof registrationNumber === 'string' && /^[\w-]{1,50}$/.test(registrationNumber);
  const isDay = typeof registeredOn === 'string' && isLocalDate(registeredOn);
  if (status === 'registered' && isText && isDay) return { registrationNumber, registeredOn };
  throw new PartnerUnavailableError(SAY.registration_pending, { reference });
}

function notRegistered({ details }: PartnerRejectedError): NotRegistered {
  const body = String(details['reason'] ?? '');
  const { code, message } = parse(body);
  return {
    isTaken: code === 'ALREADY_REGISTERED',
    reason: typeof message === 'string' ? message.slice(0, 500) : body.slice(0, 500),
  };
}

function parse(body: string): RegistrationMessage {
  try {
    const message: unknown = JSON.parse(body);
    if (typeof message === 'object' && message !== null) return message;
  } catch {
    // nothing is known by it
  }
  return {};
}
