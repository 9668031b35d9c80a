import { Injectable } from '@nestjs/common';

import { type InputCheck } from '../../../kernel/input-check.js';
import { newId, parseId, publicId } from '../../../kernel/ids.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { mediaTypeOf } from '../../../kernel/scan.js';
import { type Tx, type View } from '../../../platform/database/session.js';
import { violates } from '../../../platform/database/violates.js';
import { type DatedPageQuery, equal, page, type Page } from '../../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { type Scan } from '../../../platform/http/scan-upload.js';
import { audit } from '../../../platform/outbox/outbox.js';
import { bound } from '../../../platform/usage/bounds.js';
import { filesOf, isEnclosed } from '../../domain/contracts/contract-file.js';
import { type AttachedFile, type FilingContent, type SupportingKind } from '../../domain/contracts/contract-filing.js';
import {
  ContractFileKeptError,
  TooManyFilesError,
  UnusableFileError,
} from '../../domain/contracts/contracts.errors.js';
import { SAY } from '../../domain/contracts/contracts.sentences.js';
import {
  addFile,
  type ContractFile,
  countFiles,
  deleteFile,
  FILE_COLUMNS,
  fileContent,
  filesById,
} from '../../entities/contract-files.table.js';
import { Receivable } from '../../entities/receivable.entity.js';

export const FILE_BYTES_MAX = bound({
  name: 'fx.contract_file',
  max: 10 * 1_048_576,
  per: 'request',
  unit: 'bytes',
  title: { en: 'One file of a registered contract', zh: '登记合同单份附件' },
});
const OF_ORDER_MAX = 100;

/** A file as somebody sends it. */
export interface FileUpload extends Scan {
  readonly orderId: string;
  readonly kind: SupportingKind;
  readonly number: string;
  readonly issuedOn?: LocalDate | undefined;
  readonly fileName: string;
}

/** Scans of the papers of contracts: kept by order, and sent with what the bank is told. */
@Injectable()
export class ContractFiles {
  /** The same file of the same paper is kept once. @throws ResourceNotFoundError, UnusableFileError, TooManyFilesError */
  async add(tx: Tx, { mediaType: said, body, sha256, issuedOn, ...upload }: FileUpload): Promise<ContractFile> {
    if ((await tx.lock(Receivable, upload.orderId)) === null) throw new ResourceNotFoundError(SAY.no_such_order);
    const mediaType = mediaTypeOf(body);
    if (mediaType === null || mediaType !== said) throw new UnusableFileError(SAY.other_type({ expected: said }));
    const max = OF_ORDER_MAX;
    if ((await countFiles(tx, upload.orderId)) >= max) throw new TooManyFilesError(SAY.too_many_files({ max }));
    const file = {
      ...upload,
      id: newId(),
      issuedOn: issuedOn ?? null,
      mediaType,
      sizeBytes: body.length,
      sha256,
      body,
    };
    const { found, isNew } = await addFile(tx, file);
    if (isNew) note(tx, 'add', found);
    return found;
  }

  list(view: View, query: DatedPageQuery, orderId: string | undefined): Promise<Page<ContractFile>> {
    const conditions = equal('order_id', orderId);
    return page(view, { table: 'fx.contract_file', columns: FILE_COLUMNS, query, conditions });
  }

  /** @throws ResourceNotFoundError */
  async get(view: View, id: string): Promise<ContractFile> {
    const file = (await filesById(view, [id])).get(id);
    if (file === undefined) throw new ResourceNotFoundError(SAY.no_such_file);
    return file;
  }

  /** @throws ResourceNotFoundError */
  async content(view: View, id: string): Promise<Buffer> {
    const content = await fileContent(view, id);
    if (content === null) throw new ResourceNotFoundError(SAY.no_such_file);
    return content;
  }

  /** @throws ResourceNotFoundError, ContractFileKeptError once a message has it */
  async remove(tx: Tx, id: string): Promise<ContractFile> {
    const file = await this.get(tx, id);
    try {
      await deleteFile(tx, id);
    } catch (error) {
      if (violates(error, 'fk_control_request_file_file')) throw new ContractFileKeptError(SAY.file_kept);
      throw error;
    }
    note(tx, 'delete', file);
    return file;
  }
}

/**
 * The files that are named at one place of a request: of orders under the contract, and of the paper that they are sent for.
 * Faults go to the check.
 */
export async function attachedFiles(
  view: View,
  check: InputCheck,
  at: string,
  named: {
    readonly fileIds?: readonly string[] | undefined;
    readonly orderIds: readonly string[];
    kind?: SupportingKind;
  },
): Promise<readonly AttachedFile[]> {
  const { fileIds = [], orderIds, kind } = named;
  const found = await filesById(view, fileIds);
  return fileIds.flatMap((fileId, index) => {
    const pointer = `${at}/fileIds/${index}`;
    const file = found.get(fileId);
    const isOurs = file !== undefined && orderIds.includes(file.orderId);
    if (!check.that(isOurs, pointer, 'unknown', SAY.file_unknown) || file === undefined) return [];
    check.that(fileIds.indexOf(fileId) === index, pointer, 'twice', SAY.file_twice);
    check.that(kind === undefined || file.kind === kind, pointer, 'other_kind', SAY.file_of({ kind: file.kind }));
    const { number, issuedOn, fileName, mediaType, sizeBytes, sha256 } = file;
    const id = publicId('contractFile', file.id);
    return [{ id, kind: file.kind, number, issuedOn, fileName, mediaType, sizeBytes, sha256 }];
  });
}

/** The bytes of those that are enclosed, base64 by id. */
export async function enclosedBytes(view: View, content: FilingContent): Promise<ReadonlyMap<string, string>> {
  const bytes = new Map<string, string>();
  for (const file of filesOf(content).filter(isEnclosed)) {
    const body = await fileContent(view, parseId('contractFile', file.id));
    if (body !== null) bytes.set(file.id, body.toString('base64'));
  }
  return bytes;
}

function note(tx: Tx, what: 'add' | 'delete', { id, orderId, kind, sha256 }: ContractFile): void {
  audit(tx, {
    action: `contract_file.${what}`,
    resourceType: 'contractFile',
    resourceId: id,
    details: { kind, sha256, order: publicId('order', orderId) },
  });
}
