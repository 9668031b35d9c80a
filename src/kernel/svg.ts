import { type Language } from './sentence.js';

/** What a picture is told as, for who cannot see it. */
export interface PictureWords {
  readonly title: string;
  readonly description: string;
  readonly language: Language;
}

/** Colours that read on the picture's own white ground, on a page of whatever colour. */
export const INK = { text: '#1a1a1a', axis: '#5c5c5c', note: '#3d3d3d', ground: '#ffffff' } as const;

/**
 * A picture (SVG) on a white ground, with its title in it. Of the same parts it is the same to the byte. It carries no
 * style sheet, so that it looks the same wherever styles are forbidden.
 */
export function picture(
  { title, description, language }: PictureWords,
  { width, height }: { readonly width: number; readonly height: number },
  parts: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" lang="${language}" font-family="sans-serif">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${INK.ground}"/>`,
    textAt(24, 30, title, { size: 16, anchor: 'start' }),
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

export interface TextLook {
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
}

export function textAt(x: number, y: number, words: string, look: TextLook): string {
  const { size, anchor = 'middle', fill = INK.text } = look;
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${size}" fill="${fill}"${anchored}>${escaped(words)}</text>`;
}

export function lineAt(x1: number, y1: number, x2: number, y2: number, stroke: string = INK.axis): string {
  return `<line x1="${rounded(x1)}" y1="${rounded(y1)}" x2="${rounded(x2)}" y2="${rounded(y2)}" stroke="${stroke}"/>`;
}

export function rectAt(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  fill: string,
): string {
  return `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" fill="${fill}"/>`;
}

/** To a tenth of a pixel: no longer numbers than a picture needs. */
function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** `1,234,567.89`, as both languages write it. */
export function grouped(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
