import { addDays, type LocalDate } from './local-date.js';

/** A whole day in a calendar. */
export interface CalendarDay {
  /** Stays the same for ever: a calendar knows the entry again by it. */
  readonly uid: string;
  /** Counts the changes of the entry, from 0. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly day: LocalDate;
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  /** Days before it on which the calendar reminds its reader. */
  readonly reminders: readonly number[];
}

const LINE_OCTETS = 75;

/** The beginning of a calendar (RFC 5545), with its last line break. @param language as BCP 47 has it */
export function calendarHead(name: string, language: string): string {
  return written([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Entrepot//Tax refund//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME;LANGUAGE=${language}:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
  ]);
}

export function calendarTail(): string {
  return written(['END:VCALENDAR']);
}

/** One entry that takes a whole day, and no time from anybody. */
export function calendarDay(entry: CalendarDay): string {
  const { uid, sequence, changedAt, day, summary, description, categories, reminders } = entry;
  return written([
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${changedAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `CATEGORIES:${categories.map(escaped).join(',')}`,
    'TRANSP:TRANSPARENT',
    ...reminders.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:-P${days}D`,
      `DESCRIPTION:${escaped(summary)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]);
}

function written(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks; other control characters must not be there at all. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[^\P{Cc}\t]/gu, '');
}

/** RFC 5545, 3.1: no line is longer than 75 octets; what goes on begins with a space. No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

function compact(day: LocalDate): string {
  return day.replaceAll('-', '');
}
