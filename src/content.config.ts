import { defineCollection } from 'astro:content';
import { checkedLoader } from './build/loader.ts';
import { schemas } from './schemas/publication.ts';

export const collections = {
  site: defineCollection({ loader: checkedLoader('site'), schema: schemas.site }),
  topics: defineCollection({ loader: checkedLoader('topics'), schema: schemas.topics }),
  sources: defineCollection({ loader: checkedLoader('sources'), schema: schemas.sources }),
  places: defineCollection({ loader: checkedLoader('places'), schema: schemas.places }),
  stories: defineCollection({ loader: checkedLoader('stories'), schema: schemas.stories }),
  briefings: defineCollection({ loader: checkedLoader('briefings'), schema: schemas.briefings }),
  pages: defineCollection({ loader: checkedLoader('pages'), schema: schemas.pages }),
};
