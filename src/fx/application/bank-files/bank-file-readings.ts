import { type Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { BodyTooLargeError, MalformedRequestError } from '../../../platform/http/request.errors.js';
import { SAY as PLATFORM } from '../../../platform/platform.sentences.js';
import { bound } from '../../../platform/usage/bounds.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { SAY } from '../../domain/bank-files/bank-file.sentences.js';
import { BankFileReader, type ReadBankFile } from '../../partners/bank-file-reader.port.js';

const BYTES_MAX = bound({
  name: 'fx.bank_file',
  max: 16 * 1_048_576,
  per: 'request',
  unit: 'bytes',
  title: { en: 'One file of the bank', zh: '单个银行文件' },
});

/** Reads files of the bank as they come, before any transaction: none waits for a slow client. */
@Injectable()
export class BankFileReadings {
  constructor(private readonly reader: BankFileReader) {}

  /** @throws BankFileError with all its faults, BodyTooLargeError */
  async read(stream: Readable): Promise<ReadBankFile> {
    try {
      return await this.reader.read(bytesOf(stream));
    } catch (error) {
      // Who went away in the middle of it is told nothing, and need not be taken for an error of ours.
      throw stream.errored === null || error instanceof DomainError
        ? error
        : new MalformedRequestError(PLATFORM.unreadable);
    }
  }
}

async function* bytesOf(stream: Readable): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    length += (chunk as Buffer).length;
    if (length > BYTES_MAX) throw new BodyTooLargeError(SAY.too_large({ max: BYTES_MAX }));
    yield chunk as Buffer;
  }
}
