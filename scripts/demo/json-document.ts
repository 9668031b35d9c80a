/** Where something stands in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A JSON text with the place of everything in it. */
export interface JsonDocument {
  readonly value: unknown;
  /** Of each value, by JSON pointer; of a property also where its name stands. */
  position(pointer: string, part?: 'value' | 'name'): Position;
}

/** The text is no JSON, or says a name twice. */
export class JsonSyntaxError extends Error {
  constructor(
    message: string,
    readonly position: Position,
    readonly pointer: string,
  ) {
    super(message);
  }
}

/** @throws JsonSyntaxError at the first place that is not JSON */
export function parseJson(text: string): JsonDocument {
  return new Reader(text).document();
}

const LITERALS: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
const STRING = /"([^"\\\u0000-\u001f]|\\(["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** Reads JSON (RFC 8259) once through; JSON.parse tells no places. */
class Reader {
  private at = 0;
  private readonly values = new Map<string, number>();
  private readonly names = new Map<string, number>();

  constructor(private readonly text: string) {}

  document(): JsonDocument {
    const value = this.read('');
    this.skipBlanks();
    if (this.at < this.text.length) this.fail('Nothing may follow the document', '');
    return {
      value,
      position: (pointer, part = 'value') => {
        const offset = (part === 'name' ? this.names : this.values).get(pointer) ?? this.values.get(parentOf(pointer));
        return this.positionOf(offset ?? 0);
      },
    };
  }

  private read(pointer: string): unknown {
    this.skipBlanks();
    this.values.set(pointer, this.at);
    const sign = this.text[this.at];
    if (sign === '{') return this.readObject(pointer);
    if (sign === '[') return this.readList(pointer);
    if (sign === '"') return this.readString(pointer);
    const literal = LITERALS.find(([word]) => this.text.startsWith(word, this.at));
    if (literal !== undefined) {
      this.at += literal[0].length;
      return literal[1];
    }
    const number = this.match(NUMBER);
    if (number === null) this.fail(sign === undefined ? 'The text ends too early' : `Unexpected ${sign}`, pointer);
    return Number(number);
  }

  private readObject(pointer: string): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    this.at += 1;
    while (!this.closes('}', entries.size > 0, pointer)) {
      this.skipBlanks();
      const start = this.at;
      if (this.text[start] !== '"') this.fail('A name in double quotes must stand here', pointer);
      const name = this.readString(pointer);
      const child = `${pointer}/${escaped(name)}`;
      if (entries.has(name)) {
        this.at = start;
        this.fail(`"${name}" stands here a second time`, child);
      }
      this.names.set(child, start);
      this.skipBlanks();
      if (this.text[this.at] !== ':') this.fail(`A colon must follow "${name}"`, child);
      this.at += 1;
      entries.set(name, this.read(child));
    }
    return Object.fromEntries(entries);
  }

  private readList(pointer: string): unknown[] {
    const list: unknown[] = [];
    this.at += 1;
    while (!this.closes(']', list.length > 0, pointer)) list.push(this.read(`${pointer}/${list.length}`));
    return list;
  }

  /** Steps over the closing sign, or over the comma before the next entry. */
  private closes(sign: '}' | ']', needsComma: boolean, pointer: string): boolean {
    this.skipBlanks();
    if (this.text[this.at] === sign) {
      this.at += 1;
      return true;
    }
    if (!needsComma) return false;
    if (this.text[this.at] !== ',') this.fail(`A comma or ${sign} must stand here`, pointer);
    this.at += 1;
    return false;
  }

  private readString(pointer: string): string {
    const found = this.match(STRING);
    if (found === null) this.fail('This string does not end, or holds a sign that must be escaped', pointer);
    return JSON.parse(found) as string;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private skipBlanks(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private fail(message: string, pointer: string): never {
    throw new JsonSyntaxError(message, this.positionOf(this.at), pointer);
  }

  private positionOf(offset: number): Position {
    const before = this.text.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
  }
}

/** A name as it stands in a JSON pointer (RFC 6901). */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}
