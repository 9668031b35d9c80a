const LINE_FEED = 0x0a;
const FIRST_BYTES = 256 * 1024;
/** UTF-8 needs no more for a unit of a JavaScript string. */
const MOST_BYTES_A_UNIT = 3;

/** A text of many lines, as UTF-8. Its bytes lie outside the heap: of a line that was added nothing is left to collect. */
export class GrowingText {
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  private length = 0;

  add(line: string): void {
    const most = this.length + line.length * MOST_BYTES_A_UNIT + 1;
    if (most > this.bytes.length) this.makeRoom(most);
    if (this.length > 0) this.length = this.bytes.writeUInt8(LINE_FEED, this.length);
    this.length += this.bytes.write(line, this.length);
  }

  /** Of all lines so far; not to be kept while more are added. */
  written(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  private makeRoom(most: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(most, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
