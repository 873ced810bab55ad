import type { Page } from '@playwright/test';

/** What a browser hands on to a screen reader: a role and a name, in Chromium's words, and what stands within. */
export interface Part {
  role: string;
  name: string;
  parts: Part[];
}

/** The page as the browser itself tells it to assistive technology, without what it leaves out there. */
export async function accessibilityTree(page: Page): Promise<Part> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const partsOf = (id: string): Part[] => {
    const node = byId.get(id);
    const parts = node?.childIds?.flatMap(partsOf) ?? [];
    if (!node || node.ignored) return parts;
    return [{ role: String(node.role?.value), name: String(node.name?.value ?? ''), parts }];
  };
  const [root] = partsOf(nodes[0]?.nodeId ?? '');
  if (!root) throw new Error(`The browser tells nothing of ${page.url()}`);
  return root;
}

/** All that has a role, of a part and all that stands within, in the order of the page; with a name, that alone. */
export function within(part: Part, role: string, name?: string): Part[] {
  return all(part).filter((one) => one.role === role && (name === undefined || one.name === name));
}

/** The one part of a role and a name. */
export function only(part: Part, role: string, name?: string): Part {
  const [found, ...others] = within(part, role, name);
  if (!found || others.length > 0) throw new Error(`${found ? others.length + 1 : 'No'} ${role} “${name}”`);
  return found;
}

export const namesOf = (parts: readonly Part[]) => parts.map(({ name }) => name);

/** What a part reads as from its beginning to its end. */
export function textOf(part: Part): string {
  const pieces = within(part, 'StaticText').map(({ name }) => name.trim());
  return pieces.filter((piece) => piece !== '').join(' ');
}

const LANDMARKS = ['banner', 'complementary', 'contentinfo', 'main', 'navigation', 'region', 'search'];

/** The landmarks of a page, each as its role and, where it has one, its name. */
export function landmarksOf(root: Part): string[] {
  return all(root)
    .filter(({ role }) => LANDMARKS.includes(role))
    .map(({ role, name }) => `${role} ${name}`.trim());
}

/** What nobody could tell apart or make sense of by what is read out: landmarks, lists, images and figures. */
export function unclearIn(root: Part): string[] {
  const landmarks = landmarksOf(root);
  const unnamed = ['navigation', 'complementary', 'region'];
  return [
    ...['banner', 'main', 'contentinfo']
      .filter((role) => landmarks.filter((landmark) => landmark === role).length !== 1)
      .map((role) => `not one ${role}`),
    ...landmarks.filter((landmark, index) => landmarks.indexOf(landmark) < index).map((twice) => `twice: ${twice}`),
    ...landmarks.filter((landmark) => unnamed.includes(landmark)).map((role) => `${role} without a name`),
    ...within(root, 'image').flatMap(({ name }) => (name ? [] : ['an image without a name'])),
    ...within(root, 'list').flatMap(({ parts }) => (parts.some(isItem) ? [] : ['a list without an item'])),
    ...within(root, 'heading').flatMap(({ name }) => (name ? [] : ['a heading without words'])),
  ];
}

const isItem = ({ role }: Part) => role === 'listitem';

function all(part: Part): Part[] {
  return [part, ...part.parts.flatMap(all)];
}
