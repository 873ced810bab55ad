import type { APIRoute, GetStaticPaths } from 'astro';
import { type Briefing, topics } from '../../../briefings';
import { feed } from '../../../feed';

export const getStaticPaths = (async () =>
  (await topics()).map(({ name, briefings }) => ({
    params: { topic: name },
    props: { name, briefings },
  }))) satisfies GetStaticPaths;

interface Props {
  name: string;
  briefings: Briefing[];
}

export const GET: APIRoute<Props> = ({ site, props }) => feed(props.name, site, props.briefings);
