import { Injectable } from '@nestjs/common';

import { PartnerRejectedError, PartnerUnavailableError } from '../../kernel/partner-errors.js';
import { PartnerClient } from '../../platform/partners/partner-client.js';
import { type ContractWord, isContractWord } from '../domain/bank-files/bank-message.js';
import { type ContractFiling, MESSAGE_TYPES } from '../domain/contracts/contract-filing.js';
import { SAY } from '../domain/fx.sentences.js';
import { type BankCaller, BankMessages } from './bank.port.js';
import { ContractDesk } from './contract-desk.port.js';
import { writeContractRequest } from './contract-requests.xml.js';
import { writeAuth025, writeAuth026 } from './control-letters.xml.js';
import { type ControlLetter } from './currency-control.port.js';

/** The bank over HTTP, where it takes messages of currency control (auth.018 to 026). */
@Injectable()
export class HttpContractDesk extends ContractDesk {
  constructor(
    private readonly client: PartnerClient,
    private readonly messages: BankMessages,
  ) {
    super();
  }

  override write(filing: ContractFiling): ControlLetter {
    const { messageId, content } = filing;
    return { messageId, messageType: MESSAGE_TYPES[content.kind], content: written(filing) };
  }

  override async send(caller: BankCaller, { messageId, content }: ControlLetter): Promise<void> {
    await this.client.call(caller, {
      partner: 'bank',
      operation: 'register-contract',
      reference: messageId,
      method: 'POST',
      path: '/currency-control',
      body: content,
      contentType: 'application/xml; charset=utf-8',
    });
  }

  override async answer(caller: BankCaller, messageId: string): Promise<ContractWord | null> {
    const request = {
      partner: 'bank',
      operation: 'ask-contract',
      reference: messageId,
      method: 'GET',
      path: `/currency-control/${messageId}`,
    } as const;
    try {
      const answer = await this.client.find(caller, request);
      if (answer === null) return null;
      const message = this.messages.read(answer.body);
      return isContractWord(message) ? message : null;
    } catch (error) {
      // Asking refuses nothing.
      if (!(error instanceof PartnerRejectedError)) throw error;
      throw new PartnerUnavailableError(SAY.bank_would_not_say, { partner: 'bank' }, [], { cause: error });
    }
  }
}

function written(filing: ContractFiling): string {
  const { content } = filing;
  if (content.kind === 'documents') return writeAuth025(filing, content);
  return content.kind === 'letter' ? writeAuth026(filing, content) : writeContractRequest(filing, content);
}
