import type { Words } from '../languages/index.ts';

/** One page of a long list. */
export interface Slice<Item> {
  items: Item[];
  /** How many there are in the whole list. */
  count: number;
  /** Counts from 1. */
  page: number;
  pages: number;
}

export interface PaginationView {
  page: number;
  pages: number;
  newer?: string | undefined;
  older?: string | undefined;
}

/** Cuts a list into pages. An empty list has one page, so that its address exists. */
export function paginate<Item>(items: readonly Item[], size: number): Slice<Item>[] {
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: pages }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    count: items.length,
    page: index + 1,
    pages,
  }));
}

/** @param href the address of a page of the list. */
export function paginationView({ page, pages }: Slice<unknown>, href: (page: number) => string): PaginationView {
  return {
    page,
    pages,
    newer: page > 1 ? href(page - 1) : undefined,
    older: page < pages ? href(page + 1) : undefined,
  };
}

/** The title of a page of a list: the second and later ones are numbered. */
export function numberedTitle({ titles }: Words, title: string, { page }: Slice<unknown>): string {
  return page > 1 ? titles.numbered(title, page) : title;
}
