import { type BankFile } from '../domain/bank-files/bank-file.js';

/** A file as it was read: what it holds, its size and the SHA-256 of its bytes, hexadecimal. */
export interface ReadBankFile {
  readonly file: BankFile;
  readonly sha256: string;
  readonly content: Buffer;
}

/** Reads the bank's files. */
export abstract class BankFileReader {
  /**
   * @param chunks the bytes, as they come
   * @throws BankFileError with all that is wrong with it, BodyTooLargeError where it does not end
   */
  abstract read(chunks: AsyncIterable<Buffer>): Promise<ReadBankFile>;
}
