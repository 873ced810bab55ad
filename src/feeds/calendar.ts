import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { CalendarView } from '../newsroom/views/calendar.ts';

/** iCalendar (RFC 5545): every event takes whole days, and nobody's time. */
export function calendar({ title, language, self, events }: CalendarView): string {
  const file = ical({
    name: title,
    prodId: { company: 'Readout', product: 'Readout', language: language.toUpperCase() },
    url: self,
    // Programs ask again after six hours.
    ttl: 6 * 60 * 60,
  });
  for (const { uid, sequence, toldAt, isCancelled, text, description, place, page, from, to } of events) {
    file.createEvent({
      id: uid,
      sequence,
      stamp: new Date(toldAt),
      lastModified: new Date(toldAt),
      allDay: true,
      timezone: 'UTC',
      start: new Date(from),
      // The end is the day after the last (3.6.1).
      end: new Date(Date.parse(to) + DAY),
      summary: text,
      description: description === '' ? null : description,
      // LOCATION and GEO (3.8.1.7, 3.8.1.6).
      location: place ? { title: place.name, geo: { lat: place.latitude, lon: place.longitude } } : null,
      url: page,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // Every line ends in CRLF (3.1), the last one too.
  const text = `${file.toString()}\r\n`;
  return events.length > 0 ? text : text.replace('END:VCALENDAR', `${UTC}END:VCALENDAR`);
}

const DAY = 24 * 60 * 60 * 1000;

/** A calendar holds at least one component (3.6): where nothing is scheduled it is the time zone. */
const UTC = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n');
