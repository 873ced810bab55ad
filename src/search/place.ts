/** Where a reader left the results. */
interface Place {
  /** How many briefings were shown. */
  loaded: number;
  /** Which link was followed. */
  link: number;
  top: number;
}

/** Notes the link that is followed out of a list, in the entry of the history that leads back to it, and nowhere else. */
export function keepPlace(list: HTMLElement, link: HTMLAnchorElement, loaded: number): void {
  const place: Place = { loaded, link: linksOf(list).indexOf(link), top: scrollY };
  history.replaceState(place, '');
}

/** Where a reader who comes back left the results; undefined for anyone else. */
export function placeLeft(): Place | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  const back = entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward';
  return back ? (history.state ?? undefined) : undefined;
}

/** Puts a reader back in front of the link that was followed, with the focus on it. */
export function takeBackTo({ link, top }: Place, list: HTMLElement): void {
  scrollTo(0, top);
  linksOf(list)[link]?.focus();
}

function linksOf(list: HTMLElement): HTMLAnchorElement[] {
  return [...list.querySelectorAll('a')];
}
