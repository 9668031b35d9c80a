import { type Fault } from '../../kernel/domain-error.js';
import { type Sentence } from '../../kernel/sentence.js';
import { SAY } from './bulk.sentences.js';

/** One item as it came. */
export interface BatchItem {
  readonly key: string | null;
  readonly pathParams: Readonly<Record<string, string>> | null;
  readonly body: object;
}

const FIELDS = ['key', 'pathParams', 'body'];
const NEWLINE = 0x0a;

/** Puts the bytes of a stream together to lines. What is longer than a line may be is cut off, and told as its first bytes. */
export class Lines {
  private parts: Buffer[] = [];
  private length = 0;

  constructor(private readonly lineMax: number) {}

  /** @returns the lines that end in this chunk; null for one that is too long */
  *take(chunk: Buffer): Generator<string | null> {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      this.keep(chunk.subarray(from, end));
      yield this.flush();
      from = end + 1;
    }
    this.keep(chunk.subarray(from));
  }

  /** @returns what came after the last line end: the last line, or nothing */
  *rest(): Generator<string | null> {
    if (this.length > 0) yield this.flush();
  }

  private keep(part: Buffer): void {
    this.length += part.length;
    if (this.length <= this.lineMax && part.length > 0) this.parts.push(part);
  }

  private flush(): string | null {
    const line = this.length > this.lineMax ? null : Buffer.concat(this.parts).toString('utf8');
    this.parts = [];
    this.length = 0;
    return line;
  }
}

/**
 * @param pathNames what the path of the command has places for
 * @returns the item, or what is wrong with it
 */
export function readItem(
  text: string,
  { index, line, pathNames }: { index: number; line: number; pathNames: readonly string[] },
): BatchItem | Fault[] {
  const at = `/${index}`;
  const fault = (pointer: string, code: string, message: Sentence): Fault => ({ pointer, code, message });
  const given = parsed(text);
  if (given === undefined) return [fault(at, 'json', SAY.line_no_json({ line }))];
  if (!isObject(given)) return [fault(at, 'object_expected', SAY.line_no_object({ line }))];
  const { key = null, pathParams = null, body } = given;
  const faults = Object.keys(given)
    .filter((name) => !FIELDS.includes(name))
    .map((name) => fault(`${at}/${escaped(name)}`, 'unknown_field', SAY.line_unknown({ line })));
  if (key !== null && !(typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key))) {
    faults.push(fault(`${at}/key`, 'format', SAY.line_key({ line })));
  }
  if (!fillsPath(pathParams, pathNames)) {
    const sentence = pathNames.length === 0 ? SAY.no_path({ line }) : SAY.line_path({ line, names: pathNames });
    faults.push(fault(`${at}/pathParams`, 'path', sentence));
  }
  if (!isObject(body)) faults.push(fault(`${at}/body`, 'object_expected', SAY.line_body({ line })));
  if (faults.length > 0) return faults;
  return { key, pathParams, body } as BatchItem;
}

/** @returns undefined where it is no JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fillsPath(given: unknown, names: readonly string[]): boolean {
  if (given === null) return names.length === 0;
  if (!isObject(given) || Object.keys(given).length !== names.length) return false;
  return names.every((name) => {
    const value = given[name];
    return typeof value === 'string' && value.length > 0 && value.length <= 200;
  });
}

function escaped(name: string): string {
  return name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
}
