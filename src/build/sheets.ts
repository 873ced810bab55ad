import { randomUUID } from 'node:crypto';

/** The styles of the pages, by Astro's key for each page. */
export type PageSheets = [key: string, { styles: { sheet: Sheet }[] }][];

type Sheet = { type: 'inline'; content: string } | { type: 'external'; src: string };

/**
 * Stands a few characters in for each inline style sheet while pages are rendered. Two thirds of a page are its styles, the same
 * in thousands of pages: so they are neither joined, searched nor encoded anew for each.
 */
export class Sheets {
  readonly #texts: string[] = [];
  readonly #styles = new Map<string, { text: string; bytes: Uint8Array }>();
  readonly #name = randomUUID();
  readonly #standIns = new RegExp(`(?:/\\*${this.#name}-\\d+\\*/)+`, 'g');

  /** Gives the pages their stand-ins. */
  standIn(pages: PageSheets): PageSheets {
    return pages.map(([key, { styles }]) => [
      key,
      { styles: styles.map((style) => ({ ...style, sheet: this.#sheet(style.sheet) })) },
    ]);
  }

  #sheet(sheet: Sheet): Sheet {
    // One that imports others has to stand by itself, which Astro sees by its text.
    if (sheet.type === 'external' || sheet.content.includes('@import')) return sheet;
    const known = this.#texts.indexOf(sheet.content);
    const place = known < 0 ? this.#texts.push(sheet.content) - 1 : known;
    return { ...sheet, content: `/*${this.#name}-${place}*/` };
  }

  /** The text of a style element, with what it has stand-ins for. */
  textOf(style: string): string {
    // Pages of one kind have the same: it is known, and so is the digest of that very text.
    return this.#styles.get(style)?.text ?? style.replace(this.#standIns, (standIns) => this.#stylesOf(standIns).text);
  }

  /** A text in UTF-8, with the styles that it has stand-ins for. */
  bytesOf(text: string): Uint8Array {
    const parts: Uint8Array[] = [];
    let from = 0;
    for (const { 0: standIns, index } of text.matchAll(this.#standIns)) {
      parts.push(Buffer.from(text.slice(from, index)), this.#stylesOf(standIns).bytes);
      from = index + standIns.length;
    }
    const rest = Buffer.from(text.slice(from));
    return parts.length === 0 ? rest : Buffer.concat([...parts, rest]);
  }

  /** What some stand in for. Pages of one kind have the same. */
  #stylesOf(standIns: string): { text: string; bytes: Uint8Array } {
    const known = this.#styles.get(standIns);
    if (known) return known;
    const text = [...standIns.matchAll(/-(\d+)\*\//g)].map(([, place]) => this.#texts[Number(place)]).join('');
    const styles = { text, bytes: Buffer.from(text) };
    this.#styles.set(standIns, styles);
    return styles;
  }
}
