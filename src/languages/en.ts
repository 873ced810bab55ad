import { counter, type Forms } from './counter.ts';

/**
 * All words that readers see. A text that something stands in is a function of it, or what is before it and after it. What the
 * scripts of readers say is plain data.
 *
 * @param tag of what is shown, by which numbers are written.
 */
export function en(tag: string) {
  const count = counter('en', tag);
  const number = count({ other: '#' });
  const briefings = count({ one: '# briefing', other: '# briefings' });
  const counts: Record<'briefing' | 'fact' | 'statement' | 'event', Forms> = {
    briefing: { one: '# briefing found', other: '# briefings found' },
    fact: { one: '# fact', other: '# facts' },
    statement: { one: '# statement', other: '# statements' },
    event: { one: '# event', other: '# events' },
  };
  return {
    language: 'en',
    /** Between the parts of a list. */
    comma: ', ',
    semicolon: '; ',
    /** As CLDR has the marks of the language; Intl has none. */
    quoted: (words: string) => `“${words}”`,
    /** The same in Markdown, as it is typed. */
    typedQuotes: '"',

    frame: {
      skip: 'Skip to content',
      main: 'Main',
      about: 'About this site',
      thisPage: (address: string) => `This page: ${address}`,
      everyFigure: 'Every figure names its source.',
      asOf: (instant: string) => `This site speaks as of ${instant}.`,
      licence: { before: 'Its content may be used under ', after: '.' },
      contact: 'Contact',
    },
    titles: {
      latest: 'Latest',
      stories: 'Stories',
      briefings: 'Briefings',
      topics: 'Topics',
      comingUp: 'Coming up',
      subscribe: 'Subscribe',
      search: 'Search',
      sources: 'Sources',
      corrections: 'Corrections',
      notFound: 'Page not found',
      moved: 'This page has moved',
      numbered: (title: string, page: number) => `${title}, page ${number(page)}`,
    },
    lists: {
      briefings,
      pages: 'Pages of this list',
      newer: 'Newer',
      older: 'Older',
      page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
      empty: 'Nothing has been published here yet.',
      nothing: 'Nothing has been published yet.',
      newestFirst: (number: number) => `${briefings(number)}, newest first.`,
      about: (site: string) => `Every briefing of ${site}, newest first.`,
      all: count({ other: 'All # briefings' }),
    },

    /** Before a date that is known roughly. */
    roughly: 'about ',
    status: {
      scheduled: 'Scheduled',
      cancelled: 'Cancelled',
      unconfirmed: 'Was scheduled, not confirmed',
      movedFrom: (date: string) => `moved from ${date}`,
    },
    changes: {
      correction: 'Correction',
      clarification: 'Clarification',
      update: 'Update',
      withdrawal: 'Withdrawn',
      title: 'What was changed',
      itSaid: 'It said',
      itNowSays: 'It now says',
      added: (day: string) => `New, ${day}`,
    },
    standings: {
      agreed: 'The sides agree',
      disputed: 'Disputed',
      open: 'In dispute: no position on record by name',
      notComparable: 'Not comparable',
      oneSource: 'One source only',
    },
    states: { active: 'Running', paused: 'Paused', closed: 'Closed' },

    briefing: {
      draft: 'Draft',
      embargo: (instant: string) => `Under embargo until ${instant}`,
      published: 'Published',
      updated: 'Updated',
      thenUpdated: 'updated',
      lastChanged: 'last changed',
      place: { before: 'Place: ', after: '' },
      minutes: count({ other: '# min read' }),
      sources: count({ one: 'names # source', other: 'names # sources' }),
      keyPoints: 'Key points',
      factsAndDates: 'Facts and dates',
      facts: 'Facts at a glance',
      outline: 'In this briefing',
      whoSaysWhat: 'Who says what',
      timeline: 'Timeline',
      years: 'Years of the timeline',
      cite: 'Cite this briefing',
      licence: (name: string) => `Licence: ${name}`,
      inThisStory: 'In this story',
      earlier: 'Earlier',
      later: 'Later',
      linkTo: { fact: 'Link to this fact', event: 'Link to this event', statement: 'Link to this statement' },
      allCorrections: 'All corrections',
      otherLanguages: 'Other languages',
    },
    /** In the text of a briefing, a story or a page. */
    body: {
      notes: 'Notes',
      linkToSection: 'Link to this section',
      // The number of the mention stands on the link: whoever speaks to the browser says what they see.
      backToNote: (note: number, again: number) =>
        again > 1 ? `Back to mention ${again} of note ${note}` : `Back to where note ${note} is named`,
    },
    figures: {
      date: 'Date',
      total: 'Total',
      inAll: 'in all',
      leftOver: 'left over',
      open: (rest: string, total: string) => `${rest} of ${total} left over`,
      scale: (units: string) => `One mark stands for ${units}, rounded; every part has at least one.`,
      table: (label: string) => `${label}: the figures`,
      values: (label: string) => `${label}: the values`,
      fromTo: (from: string, to: string) => `from ${from} to ${to}`,
    },
    sources: {
      one: 'Source',
      about: (site: string) => `Everyone whose statements ${site} reports, and whom they speak for.`,
      none: 'No source has been named yet.',
      ofSite: (site: string) => `A source of ${site}.`,
      onRecord: (name: string) => `What ${name} is on record as having said`,
      speaksFor: (side: string) => `Speaks for ${side}`,
      count: count({ one: '# statement on record', other: '# statements on record' }),
      statements: 'Statements',
      briefings: 'Newest briefings that name this source',
      named: (names: string) => `Source: ${names}`,
      readOn: (date: string) => `read on ${date}`,
      archivedCopy: 'archived copy',
      archivedCopyOf: (name: string) => `archived copy of ${name}`,
    },
    stories: {
      one: 'Story',
      about: (site: string) => `Every story that ${site} follows, the one with the newest briefing first.`,
      none: 'No story has been told yet.',
      newest: 'newest',
      feed: 'RSS for this story',
      calendar: 'Calendar of its dates',
      standings: 'Where things stand',
      howItStood: 'How it stood:',
      background: 'Background',
      places: 'Where it happens',
      soFar: 'The story so far',
      whole: 'The whole story',
      before: count({ one: 'Before: # earlier date', other: 'Before: # earlier dates' }),
      yearsBefore: 'Years before',
    },
    topics: {
      one: 'Topic',
      about: (site: string) => `Every topic of ${site}, and how many briefings carry it.`,
      feed: 'RSS for this topic',
    },
    map: {
      summary: (places: string) => `Map: ${places}`,
      credit: 'Land and named places only, without borders. Coasts: Natural Earth.',
      north: (degrees: string) => `${degrees}° N`,
      south: (degrees: string) => `${degrees}° S`,
      east: (degrees: string) => `${degrees}° E`,
      west: (degrees: string) => `${degrees}° W`,
    },
    days: {
      about: (day: string, site: string) => `The briefings and events of ${day} in ${site}.`,
      events: 'Events',
      ways: 'Days',
    },
    comingUp: {
      about: (site: string) => `What is scheduled in every story of ${site}, soonest first.`,
      nothing: 'Nothing is scheduled.',
      all: 'All that is coming up',
      calendar: 'Calendar',
      subscribe: 'Subscribe to this calendar',
      add: 'Add to calendar',
      addThis: (event: string) => `Add to calendar: ${event}`,
      passed: 'The date has passed, and no briefing says what became of it.',
    },
    corrections: {
      feed: (site: string) => `What ${site} has corrected, clarified and withdrawn.`,
      about: (site: string) => `What ${site} has corrected, clarified and withdrawn, newest first.`,
      nothing: 'Nothing has been corrected, clarified or withdrawn.',
    },
    notFound: {
      about: 'There is no page at this address.',
      title: 'There is no page here',
      why: 'The address may be mistyped, or the page may never have existed.',
      latest: 'The latest briefings',
      all: 'All briefings',
    },
    /** Where a page has moved to. */
    nowAt: { before: 'It is now at ', after: '.' },
    subscribe: {
      about: (site: string) => `Every feed of ${site}, what it holds and how to use it.`,
      invitation: 'New briefings come to you, in a program of your choice, without an account.',
      how: 'Every feed below has the whole text of each briefing. To subscribe, copy its address into a program that reads feeds: it takes RSS, Atom or JSON, whichever it knows. Where such a program is installed on this device, opening the feed may be enough.',
      allFeeds: 'All feeds in one file',
      imported: '(OPML) can be imported at once.',
      free: 'There is nothing to sign up for, and nothing to cancel.',
      site: 'Everything',
      siteFeed: 'All briefings',
      siteHolds: 'Every briefing as it is published, with its whole text.',
      language: 'One language',
      languageHolds: (language: string) => `Every briefing in this language: ${language}.`,
      story: 'One story',
      topic: 'One topic',
      calendars: 'Calendars',
      calendarsHold: 'What is scheduled, for a calendar program. A date that is moved or cancelled changes there too.',
      calendar: 'Everything that is coming up',
    },
    newsletter: {
      more: count({ other: '# more on the site' }),
      day: 'This day on the site',
    },
    newSince: {
      one: 'New since your last visit',
      count: '# new since your last visit',
      go: 'Go to the first',
    },

    search: {
      about: (site: string) => `Find briefings, facts, statements and events of ${site}.`,
      browser: (site: string) => `Search ${site}`,
      withoutScript:
        'Searching takes JavaScript, which this browser does not run. The lists below lead to everything as well.',
      words: 'Words to find',
      find: 'Search',
      topic: 'Topic',
      story: 'Story',
      source: 'Source',
      year: 'Year',
      any: 'Any',
      order: 'Order',
      best: 'Best match',
      newest: 'Newest first',
      oldest: 'Oldest first',
      more: 'Show more',
      months: 'Months',
    },
    /** What the script of the search page says. */
    found: {
      failed: 'The search could not be loaded. The lists below lead to everything as well.',
      nothing: 'Nothing found.',
      titles: { briefing: 'Briefings', fact: 'Facts', statement: 'Who says what', event: 'Events' },
      counts,
      alone: '{found}.',
      together: '{found}, with {parts}.',
      first: 'The first # are shown.',
    },
    /** What stands in pages that are read without a network. */
    offline: {
      title: 'You are offline',
      titled: 'Offline: {title}',
      kept: 'You are offline. This page was kept on {date}.',
      notKept: 'This page was not kept, since it was not read here before. These were:',
    },
  };
}
