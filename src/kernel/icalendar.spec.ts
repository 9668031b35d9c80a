import * as fc from 'fast-check';

import { calendarDay, calendarHead, calendarTail, type CalendarDay } from './icalendar.js';

const ENTRY: CalendarDay = {
  uid: 'ddl_1@entrepot',
  sequence: 2,
  changedAt: new Date('2026-11-29T08:09:10.123Z'),
  day: '2027-04-30',
  summary: '申报退税：SO-1',
  description: 'Declaration 310420260000000001; law, notice\nand \\ more',
  categories: ['filing_window'],
  reminders: [90],
};

/** As a calendar reads it: folded lines joined again. */
const lines = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('calendarDay (RFC 5545)', () => {
  it('is a whole day, with a reminder', () => {
    expect(lines(calendarDay(ENTRY))).toEqual([
      'BEGIN:VEVENT',
      'UID:ddl_1@entrepot',
      'DTSTAMP:20261129T080910Z',
      'SEQUENCE:2',
      'DTSTART;VALUE=DATE:20270430',
      'DTEND;VALUE=DATE:20270501',
      'SUMMARY:申报退税：SO-1',
      'DESCRIPTION:Declaration 310420260000000001\\; law\\, notice\\nand \\\\ more',
      'CATEGORIES:filing_window',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P90D',
      'DESCRIPTION:申报退税：SO-1',
      'END:VALARM',
      'END:VEVENT',
      '',
    ]);
  });

  it('never writes a line of more than 75 octets, nor half a character, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (summary) => {
        const text = calendarDay({ ...ENTRY, summary });
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(Buffer.from(text).toString()).toBe(text);
        expect(lines(text)).toHaveLength(17);
      }),
    );
  });

  it('stands between a head and a tail', () => {
    const text = calendarHead('出口退税期限', 'zh-CN') + calendarTail();
    expect(lines(text).slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});
