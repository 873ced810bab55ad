import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanCards } from '../../src/build/session.ts';
import { folderWith, textsIn } from '../support/unit-folder.ts';

test('cards that were being drawn are removed, and those that are complete stay', () => {
  const folder = folderWith({ 'ab.png': 'card', 'cd.png.4711.0': 'half' });
  cleanCards(folder);
  expect(textsIn(folder)).toEqual({ 'ab.png': 'card' });
  cleanCards(join(folder, 'nowhere'));
});
