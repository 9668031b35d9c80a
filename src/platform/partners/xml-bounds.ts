const DEPTH_MAX = 32;
/** An element with its attributes; those that we read have none beyond namespaces and a guid. */
const TAG_MAX = 4_096;
const NONE = 0;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const END = 0x3e;

/**
 * Whether markup keeps within what any message of a partner needs, before a parser sees it. One pass over the text.
 * @param text without a document type
 */
export function isWithinBounds(text: string): boolean {
  let depth = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const end = endOf(text, at);
    if (end - at > TAG_MAX && text[at + 1] !== '!') return false;
    if (text[at + 1] === '/') depth -= 1;
    else if (text[at + 1] !== '?' && text[at + 1] !== '!' && text[end - 1] !== '/') depth += 1;
    if (depth > DEPTH_MAX) return false;
    at = end;
  }
  return true;
}

/** Where the markup that begins there ends: at the end of the text when nothing ends it, which a parser will see. */
function endOf(text: string, start: number): number {
  if (text.startsWith('<![CDATA[', start)) return found(text, ']]>', start);
  if (text.startsWith('<!--', start)) return found(text, '-->', start);
  const stop = Math.min(text.length, start + TAG_MAX + 2);
  let quote = NONE;
  for (let at = start + 1; at < stop; at += 1) {
    const sign = text.charCodeAt(at);
    if (quote !== NONE) quote = sign === quote ? NONE : quote;
    else if (sign === QUOTE || sign === APOSTROPHE) quote = sign;
    else if (sign === END) return at;
  }
  return stop;
}

function found(text: string, end: string, start: number): number {
  const at = text.indexOf(end, start);
  return at === -1 ? text.length : at;
}
