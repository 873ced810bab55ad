import { setImmediate } from 'node:timers/promises';
import { openEdition } from '../newsroom/edition.ts';
import { shareCards } from '../newsroom/views/share-card.ts';
import type { Content } from './content.ts';

/**
 * Draws share cards, which are kept, for as long as something else is waited for.
 *
 * @param waited what ends it, whether it fails or not.
 */
export async function drawCardsUntil(waited: Promise<unknown>, { publication, asOf }: Content): Promise<void> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  waited.then(end, end);
  await setImmediate();
  if (isOver) return;
  const { cardPng } = await import('../share-cards.ts');
  for (const view of shareCards(openEdition(publication, asOf))) {
    if (isOver) return;
    await cardPng(view);
  }
}
