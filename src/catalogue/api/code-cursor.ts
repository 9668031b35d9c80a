import { MalformedRequestError } from '../../platform/http/request.errors.js';
import { SAY } from '../../platform/platform.sentences.js';

const INT_MAX = 2_147_483_647;

/** Where a list in the order of its codes goes on. @throws MalformedRequestError when it is not a cursor that we gave */
export function codeCursor(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  if (/^\d{10}$/.test(cursor)) return cursor;
  throw foreign();
}

/** Where a list of tax classification codes goes on. @throws MalformedRequestError when it is not a cursor that we gave */
export function taxCodeCursor(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  if (/^\d{19}$/.test(cursor)) return cursor;
  throw foreign();
}

/** Where a list of numbered things, the last first, goes on. @throws MalformedRequestError when it is not a cursor that we gave */
export function numberCursor(cursor: string | undefined): number {
  if (cursor === undefined) return INT_MAX;
  if (/^[1-9]\d{0,8}$/.test(cursor)) return Number(cursor);
  throw foreign();
}

function foreign(): MalformedRequestError {
  return new MalformedRequestError(SAY.cursor_foreign, [
    { pointer: '?cursor', code: 'format', message: SAY.cursor_unchanged },
  ]);
}
