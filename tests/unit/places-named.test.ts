import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendar } from '../../src/feeds/calendar.ts';
import { newsArticle } from '../../src/metadata/json-ld.ts';
import { Body } from '../../src/newsroom/body.ts';
import { briefingView } from '../../src/newsroom/views/briefing.ts';
import { calendarFiles } from '../../src/newsroom/views/calendar.ts';
import { publishedBriefing, publishedStory } from '../../src/newsroom/views/published.ts';
import { publishedBriefing as briefingShape, publishedStory as storyShape } from '../../src/schemas/published.ts';
import { briefingFile, mistakesOf } from '../support/unit-content.ts';
import { briefing, type EventFields, edition, place, story } from '../support/unit-factory.ts';

const port = story('port');
const quay = { id: 'quay', name: 'The quay; north, old', latitude: 46.49, longitude: -30.74 };
const pier = { id: 'pier', name: 'The pier', latitude: 1, longitude: 2 };
const lift: EventFields = { date: '2026-03-10', text: 'The crane is lifted', status: 'scheduled', place: 'quay' };
const entry = briefing('2026/a', { story: 'port', place: 'pier', timeline: [lift] });
const opened = edition({
  briefings: [entry],
  stories: [port],
  places: [place('quay', quay), place('pier', pier), place('elsewhere')],
});

describe('a place is told', () => {
  test('to calendars, as LOCATION and GEO (RFC 5545)', () => {
    const [site] = calendarFiles(opened);
    if (!site) throw new RangeError('there is no calendar');
    const event = new ICAL.Component(ICAL.parse(calendar(site.view))).getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('location')).toBe('The quay; north, old');
    expect(event?.getFirstPropertyValue('geo')?.toString()).toBe('46.49,-30.74');
  });

  test('to search engines, where the briefing is from and where its event is', () => {
    const nodes = newsArticle(briefingView(opened, entry, Body.of('')));
    const geo = (latitude: number, longitude: number) => ({ '@type': 'GeoCoordinates', latitude, longitude });
    expect(nodes).toMatchObject([
      { contentLocation: { '@type': 'Place', name: 'The pier', geo: geo(1, 2) } },
      { '@type': 'Event', location: { '@type': 'Place', name: 'The quay; north, old', geo: geo(46.49, -30.74) } },
    ]);
  });

  test('to programs, by its id, and once in a list', () => {
    const briefingJson = publishedBriefing(opened, entry, '');
    const storyJson = publishedStory(opened, port, '');
    expect(briefingJson).toMatchObject({ place: 'pier', timeline: [{ place: 'quay' }], places: [pier, quay] });
    expect(storyJson).toMatchObject({ timeline: [{ place: 'quay' }], places: [quay] });
    expect(briefingShape.parse(briefingJson)).toEqual(briefingJson);
    expect(storyShape.parse(storyJson)).toEqual(storyJson);
  });

  test('anew by calendars where an event moves to another one', () => {
    const sequences = ['quay', 'pier'].map((there) => {
      const now = briefing('2026/b', { story: 'port', timeline: [{ ...lift, place: there }] });
      const both = edition({
        briefings: [now, entry],
        stories: [port],
        places: [place('quay', quay), place('pier', pier)],
      });
      return calendarFiles(both)[0]?.view.events[0]?.sequence;
    });
    expect(sequences).toEqual([0, 1]);
  });
});

describe('places.yaml', () => {
  const mistakes = (yaml: string) => mistakesOf({ 'places.yaml': yaml });

  test('takes the ends of both ranges', () => {
    expect(mistakes('- id: pole\n  name: South Pole\n  latitude: -90\n  longitude: 180\n')).toEqual([]);
  });

  test('takes degrees within their ranges alone, and numbers', () => {
    expect(mistakes('- id: quay\n  name: Quay\n  latitude: 90.5\n  longitude: -181\n')).toEqual([
      expect.stringMatching(
        /places\.yaml:3:13 {2}error {2}format {2}"latitude" takes a number of 90 or less; it is "90\.5"/,
      ),
      expect.stringMatching(
        /places\.yaml:4:14 {2}error {2}format {2}"longitude" takes a number of -180 or more; it is "-181"/,
      ),
    ]);
    expect(mistakes('- id: quay\n  name: Quay\n  latitude: 46N\n  longitude: .nan\n')).toHaveLength(2);
  });

  test('has no key that is not known, and names the one that is meant', () => {
    const text = '- id: quay\n  name: Quay\n  latitude: 46\n  longitude: 2\n  longitud: 2\n';
    expect(mistakes(text)).toEqual([expect.stringMatching(/5:3 {2}error {2}unknown-key .*"longitude"/)]);
  });

  test('names no place twice', () => {
    const one = '- id: quay\n  name: Quay\n  latitude: 46\n  longitude: 2\n';
    expect(mistakes(one + one)).toEqual([expect.stringContaining('"quay" is taken already')]);
  });

  test('is named by events and briefings, wherever an id of it is not there', () => {
    const file = briefingFile({
      place: 'quai',
      timeline: [{ date: '2026-01-20', text: 'Built', place: 'lighthouse' }],
    });
    expect(mistakesOf({ 'briefings/2026/crane.md': file })).toEqual([
      expect.stringContaining('unknown-place  "lighthouse" is not in content/places.yaml.'),
      expect.stringContaining('unknown-place  "quai" is not in content/places.yaml. Did you mean "quay"?'),
    ]);
  });
});
