import { SAY } from '../../platform/platform.sentences.js';
import { MalformedRequestError } from '../../platform/http/request.errors.js';

/** Where a list in the order of its codes goes on. @throws MalformedRequestError when it is not a cursor that we gave */
export function codeCursor(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  if (/^\d{10}$/.test(cursor)) return cursor;
  throw new MalformedRequestError(SAY.cursor_foreign, [
    { pointer: '?cursor', code: 'format', message: SAY.cursor_unchanged },
  ]);
}
