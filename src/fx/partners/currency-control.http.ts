import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { type PartnerAnswer, PartnerClient } from '../../platform/partners/partner-client.js';
import { beginningOf } from '../../platform/partners/storable-text.js';
import { type BopFiling, type ControlReport } from '../domain/bop/bop-filing.js';
import { SAY } from '../domain/fx.sentences.js';
import { AUTH_024, writeAuth024 } from './auth024.xml.js';
import { type BankCaller, BankMessages } from './bank.port.js';
import { CurrencyControl, type ControlLetter } from './currency-control.port.js';

export const BOP_JSON = 'bop.json';
const CODE_MAX = 60;
const WORDS_MAX = 500;

/** The bank over HTTP: its own JSON, which it answers at once, or ISO 20022 auth messages, which it answers by auth.027. */
@Injectable()
export class HttpCurrencyControl extends CurrencyControl {
  constructor(
    private readonly client: PartnerClient,
    private readonly messages: BankMessages,
  ) {
    super();
  }

  override write(channel: 'bank_api' | 'iso20022', filing: BopFiling): ControlLetter {
    const { messageId } = filing;
    return channel === 'iso20022'
      ? { messageId, messageType: AUTH_024, content: writeAuth024(filing) }
      : { messageId, messageType: BOP_JSON, content: JSON.stringify(jsonOf(filing)) };
  }

  override async send(caller: BankCaller, letter: ControlLetter): Promise<ControlReport | null> {
    const { messageId, messageType, content } = letter;
    const isJson = messageType === BOP_JSON;
    const answer = await this.client.call(caller, {
      partner: 'bank',
      operation: 'declare-receipt',
      reference: messageId,
      method: 'POST',
      path: isJson ? '/bop/declarations' : '/currency-control',
      body: content,
      ...(isJson ? {} : { contentType: 'application/xml; charset=utf-8' }),
    });
    return isJson ? reportOf(answer, messageId) : null;
  }

  override async report(caller: BankCaller, messageId: string): Promise<ControlReport | null> {
    const request = {
      partner: 'bank',
      operation: 'ask-declaration',
      reference: messageId,
      method: 'GET',
      path: `/currency-control/${messageId}`,
    } as const;
    try {
      const answer = await this.client.find(caller, request);
      if (answer === null) return null;
      const message = this.messages.read(answer.body);
      return message.kind === 'control-status' ? message.report : null;
    } catch (error) {
      // Asking refuses nothing.
      if (!(error instanceof PartnerRejectedError)) throw error;
      throw new PartnerUnavailableError(SAY.bank_would_not_say, { partner: 'bank' }, [], { cause: error });
    }
  }
}

function jsonOf(filing: BopFiling): object {
  const { messageId, settled, ...rest } = filing;
  return { reference: messageId, ...rest, settled };
}

/** @throws PartnerUnavailableError where it cannot be read: it may be a yes */
function reportOf({ body }: PartnerAnswer, messageId: string): ControlReport {
  const answer = parse(body);
  const { status, reasonCode, reason, bankReference } = answer;
  if (status !== 'accepted' && status !== 'rejected') {
    throw new PartnerUnavailableError(SAY.answer_unreadable, { partner: 'bank' });
  }
  const text = (value: unknown, max: number): string | null =>
    typeof value === 'string' && value !== '' ? beginningOf(value, max) : null;
  return {
    ...{ messageId, reportId: null, status },
    reasonCode: text(reasonCode, CODE_MAX),
    reason: text(reason, WORDS_MAX),
    bankReference: text(bankReference, CODE_MAX),
  };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
